//! Whether an ID token is what it says (`OpenID Connect` Core 1.0 §3.1.3.7).
use chrono::{DateTime, Utc};
use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError, IdTokenVerifier, Nonce, OAuth2TokenResponse as _,
    SignatureVerificationError, TokenResponse as _,
    core::{CoreGenderClaim, CoreJsonWebKey, CoreJwsSigningAlgorithm as Algorithm},
};

use crate::{
    IdentityError,
    error::brief,
    known::{Known, OtherClaims, Tokens},
    settings,
};

/// By how much clocks may differ.
const LEEWAY: SignedDuration = SignedDuration::from_secs(60);

/// What the provider alone can sign. Whoever knows what everybody knows, its public key, could sign with HS256; `none` is
/// none.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

pub type Claims = openidconnect::IdTokenClaims<OtherClaims, CoreGenderClaim>;

/// The claims of the ID token, if its issuer, audience, signature, times and nonce are right, and if it belongs to the access
/// token beside it.
pub fn verified(
    known: &Known,
    own: &settings::Client,
    tokens: &Tokens,
    nonce: &Nonce,
    now: Timestamp,
) -> Result<Claims, IdentityError> {
    let id_token = tokens.id_token().ok_or(IdentityError::NoIdToken)?;
    let earliest = chrono(now, -LEEWAY);
    let verifier =
        known.client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || earliest);
    let claims = id_token.claims(&verifier, nonce).map_err(refused)?;
    if claims.issue_time() > chrono(now, LEEWAY) {
        return Err(IdentityError::IssuedLater);
    }
    // Steps 4 and 5, which the crate leaves to its callers.
    if claims.authorized_party().is_some_and(|party| *party != own.id) {
        return Err(IdentityError::Audience);
    }
    if let Some(hash) = claims.access_token_hash() {
        check_hash(&verifier, tokens, hash)?;
    }
    Ok(claims.clone())
}

/// §3.1.3.8.
fn check_hash(
    verifier: &IdTokenVerifier<'_, CoreJsonWebKey>,
    tokens: &Tokens,
    hash: &AccessTokenHash,
) -> Result<(), IdentityError> {
    let id_token = tokens.id_token().ok_or(IdentityError::NoIdToken)?;
    let algorithm = id_token.signing_alg().map_err(unsigned)?;
    let key = id_token.signing_key(verifier).map_err(unsigned)?;
    let own = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
    if own.is_ok_and(|own| own == *hash) { Ok(()) } else { Err(IdentityError::AccessToken) }
}

/// Whether keys that the provider has published since could make a difference.
pub fn is_of_keys(error: &IdentityError) -> bool {
    matches!(error, IdentityError::UnknownKey | IdentityError::Signature)
}

fn refused(error: ClaimsVerificationError) -> IdentityError {
    use ClaimsVerificationError as E;
    match error {
        E::Expired(_) => IdentityError::Expired,
        E::InvalidAudience(_) => IdentityError::Audience,
        E::InvalidIssuer(_) => IdentityError::Issuer,
        E::InvalidNonce(_) => IdentityError::Nonce,
        E::SignatureVerification(error) => unsigned(error),
        other => IdentityError::IdToken(brief(&other.to_string())),
    }
}

fn unsigned(error: SignatureVerificationError) -> IdentityError {
    use SignatureVerificationError as E;
    match error {
        E::NoMatchingKey => IdentityError::UnknownKey,
        E::CryptoError(_) => IdentityError::Signature,
        E::NoSignature | E::DisallowedAlg(_) | E::UnsupportedAlg(_) => IdentityError::Algorithm,
        other => IdentityError::IdToken(brief(&other.to_string())),
    }
}

fn chrono(now: Timestamp, shift: SignedDuration) -> DateTime<Utc> {
    let seconds = now.as_second().saturating_add(shift.as_secs());
    // Beyond every calendar everything has expired.
    DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
