//! A sign-in that was begun and not yet answered.
use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use openidconnect::{CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier};
use serde::{Deserialize, Serialize};

use crate::IdentityError;

/// How long somebody has to sign in at the provider.
pub const WAIT_MAX: SignedDuration = SignedDuration::from_mins(10);
/// Bytes of chance that a sign-in needs: thirty-two each for state, nonce and verifier.
pub const CHANCE_BYTES: usize = 96;

/// What the caller keeps, sealed and bound to the browser, until the provider's answer comes: whoever reads it could
/// answer in its place. Good for one answer; the caller drops it then.
#[derive(Clone, Deserialize, Serialize)]
pub struct Pending {
    state: String,
    nonce: String,
    pkce_verifier: String,
    made_at: Timestamp,
}

/// Shows nothing that an answer could be forged with.
impl fmt::Debug for Pending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").field("made_at", &self.made_at).finish_non_exhaustive()
    }
}

impl Pending {
    pub(crate) fn new(chance: &[u8; CHANCE_BYTES], made_at: Timestamp) -> Self {
        let (state, rest) = chance.split_at(32);
        let (nonce, verifier) = rest.split_at(32);
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        Self { state: text(state), nonce: text(nonce), pkce_verifier: text(verifier), made_at }
    }

    /// What the provider's answer will bear, for a caller that keeps several.
    pub fn state(&self) -> &str {
        &self.state
    }

    pub fn made_at(&self) -> Timestamp {
        self.made_at
    }

    pub(crate) fn csrf(&self) -> CsrfToken {
        CsrfToken::new(self.state.clone())
    }

    pub(crate) fn nonce(&self) -> Nonce {
        Nonce::new(self.nonce.clone())
    }

    pub(crate) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.pkce_verifier.clone())
    }

    /// RFC 7636, S256.
    pub(crate) fn challenge(&self) -> PkceCodeChallenge {
        PkceCodeChallenge::from_code_verifier_sha256(&self.verifier())
    }

    /// Whether an answer with that state may come now. States are compared by digest, in a time that tells nothing.
    pub(crate) fn admits(&self, state: &str, now: Timestamp) -> Result<(), IdentityError> {
        if self.csrf() != CsrfToken::new(state.to_owned()) {
            return Err(IdentityError::State);
        }
        // One that is yet to be made is as little to be trusted as an old one.
        if now.duration_since(self.made_at).abs() > WAIT_MAX {
            return Err(IdentityError::TooOld);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_state_begun_with_is_admitted_and_for_ten_minutes() {
        let made_at: Timestamp = "2026-03-02T15:00:00Z".parse().unwrap();
        let pending = Pending::new(&[7; CHANCE_BYTES], made_at);
        let check = |state: &str, seconds: i64, expect: Result<(), IdentityError>| {
            assert_eq!(
                pending.admits(state, made_at + SignedDuration::from_secs(seconds)),
                expect,
                "{seconds}"
            );
        };
        let state = pending.state().to_owned();
        check(&state, 0, Ok(()));
        check(&state, 600, Ok(()));
        check(&state, 601, Err(IdentityError::TooOld));
        check(&state, -601, Err(IdentityError::TooOld));
        check("", 0, Err(IdentityError::State));
        check(&state[1..], 0, Err(IdentityError::State));
        check(&format!("{state} "), 0, Err(IdentityError::State));
    }

    #[test]
    fn what_is_kept_is_read_again_and_not_shown() {
        let mut chance = [0; CHANCE_BYTES];
        chance.iter_mut().zip(0..).for_each(|(byte, number)| *byte = number);
        let pending = Pending::new(&chance, Timestamp::UNIX_EPOCH);
        let secrets = [&pending.state, &pending.nonce, &pending.pkce_verifier];
        assert!(secrets.iter().all(|secret| secret.len() == 43));
        assert!(secrets[0] != secrets[1] && secrets[1] != secrets[2]);
        assert!(secrets.iter().all(|secret| !format!("{pending:?}").contains(*secret)));
        let kept: Pending = serde_json::from_str(&serde_json::to_string(&pending).unwrap()).unwrap();
        assert_eq!(kept.admits(pending.state(), Timestamp::UNIX_EPOCH), Ok(()));
        assert_eq!(kept.verifier(), pending.verifier());
    }
}
