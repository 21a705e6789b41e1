use std::sync::Arc;

use jiff::Timestamp;
use openidconnect::{AuthorizationCode, RequestTokenError, TokenResponse as _, core::CoreErrorResponseType};
use serde_json::Value;

use crate::{
    Identified, IdentityError, Pending, Provider,
    claims::{Told, object},
    error::brief,
    known::{Known, TokenError, Tokens},
    userinfo::userinfo,
    verify::{Claims, is_of_keys, verified},
};

impl Provider {
    /// Who signed in: exchanges the code that the browser brought for tokens, verifies the ID token, and asks userinfo for
    /// what that does not tell. `pending` is what was kept of this browser's sign-in, `state` came with the code. Blocks.
    pub fn finish(
        &self,
        pending: &Pending,
        code: &str,
        state: &str,
        now: Timestamp,
    ) -> Result<Identified, IdentityError> {
        pending.admits(state, now)?;
        let known = self.known();
        let tokens = self.exchanged(&known, pending, code)?;
        let (known, claims) = self.verified(known, &tokens, pending, now)?;
        let mut told = Told::by_token(object(&claims));
        if told.lacks(&self.own.claims) {
            told.info = userinfo(&known, &self.http, &tokens, claims.subject())?;
        }
        let id_token = tokens.id_token().map(ToString::to_string).unwrap_or_default();
        told.identified(&self.own.claims, self.own.roles.as_ref(), claims.issuer().as_str(), id_token)
    }

    fn exchanged(&self, known: &Known, pending: &Pending, code: &str) -> Result<Tokens, IdentityError> {
        let request = known.client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|_| IdentityError::NoTokenEndpoint)?;
        request.set_pkce_verifier(pending.verifier()).request(&self.http).map_err(untold)
    }

    /// Tries once more with the keys that the provider publishes now, if those known do not fit.
    fn verified(
        &self,
        known: Arc<Known>,
        tokens: &Tokens,
        pending: &Pending,
        now: Timestamp,
    ) -> Result<(Arc<Known>, Claims), IdentityError> {
        let check = |known: &Known| verified(known, &self.own, tokens, &pending.nonce(), now);
        let error = match check(&known) {
            Ok(claims) => return Ok((known, claims)),
            Err(error) if is_of_keys(&error) => error,
            Err(error) => return Err(error),
        };
        let fresh = self.refetched(&known, now)?.ok_or(error)?;
        let claims = check(&fresh)?;
        Ok((fresh, claims))
    }
}

/// The answer itself is left out: it may hold tokens.
fn untold(error: RequestTokenError<IdentityError, TokenError>) -> IdentityError {
    match error {
        RequestTokenError::Request(error) => error,
        RequestTokenError::ServerResponse(error) => match error.error() {
            CoreErrorResponseType::InvalidGrant => IdentityError::Code,
            CoreErrorResponseType::InvalidClient | CoreErrorResponseType::UnauthorizedClient => {
                IdentityError::Client
            }
            other => IdentityError::TokenRefused(brief(other.as_ref())),
        },
        RequestTokenError::Parse(_, answer) => IdentityError::TokenAnswer(unread(&answer).into()),
        RequestTokenError::Other(reason) => IdentityError::TokenAnswer(brief(&reason)),
    }
}

/// Where it cannot be read; the parser's own words may hold what stands there.
fn unread(answer: &[u8]) -> &'static str {
    let Ok(Value::Object(fields)) = serde_json::from_slice(answer) else {
        return "it is no JSON object";
    };
    let lacks = |name: &&str| !fields.get(*name).is_some_and(Value::is_string);
    if ["access_token", "token_type"].iter().any(lacks) {
        "no access_token, token_type or error in it"
    } else {
        "its id_token is none"
    }
}
