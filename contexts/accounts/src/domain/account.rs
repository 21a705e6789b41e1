//! An account and the person behind it, kept apart.
use std::{fmt, str::FromStr};

use base::text::fold;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Opaque: names nobody, says nothing, can stand in the journal for good.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct AccountCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of an account")]
pub struct NoAccount(String);

/// No vowels, so that no word stands in a code by chance; no signs that are read for one another.
const SIGNS: &[u8; 16] = b"bcdfghjkmnpqrtvz";

impl AccountCode {
    /// A code made of chance: 64 bits.
    pub fn of(chance: [u8; 8]) -> Self {
        let signs = chance.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let code: String =
            signs.filter_map(|at| SIGNS.get(usize::from(at))).map(|sign| char::from(*sign)).collect();
        Self(code)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountCode {
    type Err = NoAccount;

    fn from_str(text: &str) -> Result<Self, NoAccount> {
        let is_code = text.len() == 16 && text.bytes().all(|byte| SIGNS.contains(&byte));
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoAccount(text.chars().take(40).collect()))
    }
}

impl fmt::Display for AccountCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// Made, and no password chosen yet.
    Invited,
    Active,
    /// No longer let in. Posts it held remain in the past.
    Closed,
}

impl AccountStatus {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Closed => "closed",
        }
    }
}

impl FromStr for AccountStatus {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = [Self::Invited, Self::Active, Self::Closed].into_iter().find(|s| s.as_str() == text);
        found.ok_or_else(|| "write invited, active or closed".to_owned())
    }
}

/// Who it is: kept where it can be erased.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub email: String,
    /// `es` or `en`: in which they are written to.
    pub lang: String,
}

impl fmt::Debug for Person {
    /// Not in a log by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonError {
    #[error("write the person's name, in at most {NAME_CHARS_MAX} characters")]
    Name,
    #[error("write an e-mail address such as nombre@entidad.gob.pe")]
    Email,
}

const NAME_CHARS_MAX: usize = 120;
/// RFC 5321 §4.5.3.1: what a path may have, less its angle brackets.
const EMAIL_BYTES_MAX: usize = 254;

impl Person {
    /// # Errors
    /// A name that is empty or too long; what no letter can be sent to.
    pub fn new(name: &str, email: &str, lang: &str) -> Result<Self, PersonError> {
        let (name, email) = (name.trim(), email.trim());
        let is_name =
            !name.is_empty() && name.chars().count() <= NAME_CHARS_MAX && !name.contains(char::is_control);
        if !is_name {
            return Err(PersonError::Name);
        }
        let is_part =
            |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
        let is_email = email.len() <= EMAIL_BYTES_MAX
            && email.rsplit_once('@').is_some_and(|(local, domain)| {
                is_part(local)
                    && !local.contains('@')
                    && is_part(domain)
                    && domain.contains('.')
                    && !domain.starts_with('.')
            });
        if !is_email {
            return Err(PersonError::Email);
        }
        Ok(Self { name: name.to_owned(), email: email.to_owned(), lang: lang.to_owned() })
    }

    /// By which an address is found again, however it is typed.
    pub fn folded(email: &str) -> String {
        fold(email.trim())
    }

    /// What the journal's rows keep of a person: cannot be guessed without the salt.
    pub fn digest(&self, salt: &str) -> String {
        let parts = [salt, &self.name, &self.email, &self.lang];
        let whole = parts.iter().fold(Sha256::new(), |hash, part| {
            hash.chain_update((part.len() as u64).to_be_bytes()).chain_update(part.as_bytes())
        });
        base::Digest::new(whole.finalize().into()).to_string()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn codes_are_opaque_public_names() {
        let code = AccountCode::of([0, 1, 2, 250, 16, 77, 99, 255]);
        assert_eq!(code.as_str().len(), 16);
        assert_eq!(code.as_str().parse::<AccountCode>().unwrap(), code);
        assert!(journal::is_public_name(&format!("account:{code}")));
        assert!("ana".parse::<AccountCode>().is_err());
    }

    #[test]
    fn what_no_letter_reaches_is_refused() {
        let check = |email: &str, expect: bool| {
            assert_eq!(Person::new("Ana", email, "es").is_ok(), expect, "{email:?}");
        };
        check("ana@pcm.gob.pe", true);
        check(" ana+x@pcm.gob.pe ", true);
        check("josé@municipalidad.pe", true);
        check("", false);
        check("ana", false);
        check("@pcm.gob.pe", false);
        check("ana@pcm", false);
        check("ana@.pe", false);
        check("a@b@c.pe", false);
        check("ana\r\nBcc: x@y.pe", false);
        check("ana @pcm.gob.pe", false);
        assert_eq!(Person::new(" ", "a@b.pe", "es"), Err(PersonError::Name));
        assert_eq!(Person::new(&"a".repeat(121), "a@b.pe", "es"), Err(PersonError::Name));
    }

    #[test]
    fn the_digest_hides_and_binds() {
        let ana = Person::new("Ana", "ana@pcm.gob.pe", "es").unwrap();
        let other = Person { lang: "en".into(), ..ana.clone() };
        assert_eq!(ana.digest("s"), ana.digest("s"));
        assert_ne!(ana.digest("s"), ana.digest("t"));
        assert_ne!(ana.digest("s"), other.digest("s"));
    }
}
