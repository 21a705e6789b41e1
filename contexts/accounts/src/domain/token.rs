//! A secret that is given once: a session, an invitation, the key of a program.
use std::fmt;

use base::Digest;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// 256 bits of chance. What is stored is its digest: who reads the database cannot log in with it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub fn of(chance: [u8; 32]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(chance))
    }

    /// To be given to whom it is for.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// To be stored.
    pub fn digest(&self) -> String {
        digest_of(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// By which what somebody sends is looked for. Whatever they send has one; what is no token is found nowhere.
pub fn digest_of(sent: &str) -> String {
    Digest::of(sent.as_bytes()).to_string()
}
