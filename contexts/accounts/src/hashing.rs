//! Passwords by argon2id, at the parameters that OWASP recommends (Password Storage Cheat Sheet, 2025: 19 MiB, two passes,
//! one lane), as many at once as there are processors: a flood of logins waits, and does not take the memory of the rest.
use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashingError(String);

#[allow(clippy::needless_pass_by_value)] // the signature that `map_err` asks for
fn failed(error: impl ToString) -> HashingError {
    HashingError(error.to_string())
}

/// Hashes and compares; cheap to clone.
#[derive(Clone, Debug)]
pub struct Hashing {
    permits: Arc<Semaphore>,
    /// A hash of what nobody knows: an address that has no account costs the same time as one that has.
    decoy: Arc<str>,
}

impl Hashing {
    /// # Errors
    /// No chance to be had from the system.
    pub fn new() -> Result<Self, HashingError> {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZeroUsize::get);
        let mut unknown = [0; 32];
        getrandom::fill(&mut unknown).map_err(failed)?;
        Ok(Self { permits: Arc::new(Semaphore::new(cores)), decoy: hash(&unknown)?.into() })
    }

    /// The text by which a password is recognised, with its salt and parameters.
    ///
    /// # Errors
    /// No chance to be had from the system; the service is stopping.
    pub async fn hash(&self, password: &str) -> Result<String, HashingError> {
        let password = password.to_owned();
        self.apart(move || hash(password.as_bytes())).await?
    }

    /// Whether it is the password; without one to compare with it takes the time and is not.
    ///
    /// # Errors
    /// A stored hash that is none; the service is stopping.
    pub async fn is_right(&self, password: &str, stored: Option<&str>) -> Result<bool, HashingError> {
        let password = password.to_owned();
        let (stored, is_one) = (stored.unwrap_or(&self.decoy).to_owned(), stored.is_some());
        let same = self.apart(move || is_same(password.as_bytes(), &stored)).await??;
        Ok(same && is_one)
    }

    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        let permit = self.permits.clone().acquire_owned().await.map_err(failed)?;
        let done = tokio::task::spawn_blocking(move || {
            let _held = permit;
            work()
        });
        done.await.map_err(failed)
    }
}

fn hash(password: &[u8]) -> Result<String, HashingError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(failed)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash: PasswordHash = argon.hash_password(password).map_err(failed)?;
    Ok(hash.to_string())
}

fn is_same(password: &[u8], stored: &str) -> Result<bool, HashingError> {
    let stored = PasswordHash::new(stored).map_err(failed)?;
    match Argon2::default().verify_password(password, &stored) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn a_password_is_recognised_and_no_other() {
        let hashing = Hashing::new().unwrap();
        let stored = hashing.hash("nudo papaya ventisca").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_ne!(stored, hashing.hash("nudo papaya ventisca").await.unwrap(), "its own salt");
        assert!(hashing.is_right("nudo papaya ventisca", Some(&stored)).await.unwrap());
        assert!(!hashing.is_right("nudo papaya ventiscas", Some(&stored)).await.unwrap());
        assert!(!hashing.is_right("nudo papaya ventisca", None).await.unwrap());
        assert!(hashing.is_right("x", Some("$argon2id$no")).await.is_err());
    }
}
