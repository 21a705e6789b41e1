use openidconnect::{
    ClaimsVerificationError, OAuth2TokenResponse as _, SubjectIdentifier, UserInfoClaims, UserInfoError,
    core::CoreGenderClaim,
};
use serde_json::{Map, Value};

use crate::{
    IdentityError,
    claims::object,
    error::brief,
    http::Http,
    known::{Known, OtherClaims, Tokens},
};

/// What the provider tells of the person beside the ID token, if it tells anything; of nobody else (§5.3.2).
pub fn userinfo(
    known: &Known,
    http: &Http,
    tokens: &Tokens,
    subject: &SubjectIdentifier,
) -> Result<Option<Map<String, Value>>, IdentityError> {
    let token = tokens.access_token();
    // The crate puts it into a header, and panics where it does not fit.
    if !token.secret().bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(IdentityError::TokenAnswer("its access_token has signs that none may have".into()));
    }
    let Ok(request) = known.client.user_info(token.clone(), Some(subject.clone())) else {
        return Ok(None);
    };
    let claims: UserInfoClaims<OtherClaims, CoreGenderClaim> = request.request(http).map_err(untold)?;
    Ok(Some(object(&claims)))
}

fn untold(error: UserInfoError<IdentityError>) -> IdentityError {
    let reason = match error {
        UserInfoError::Request(error) => return error,
        UserInfoError::ClaimsVerification(ClaimsVerificationError::InvalidSubject(_)) => {
            return IdentityError::OtherSubject;
        }
        UserInfoError::ClaimsVerification(error) => error.to_string(),
        // The parser's own words may hold what stands there, which is somebody's.
        UserInfoError::Parse(_) => "it is no JSON object of claims with their sub".into(),
        UserInfoError::Response(status, _, _) => format!("status {}", status.as_u16()),
        other => other.to_string(),
    };
    IdentityError::UserInfo(brief(&reason))
}
