//! Tokens of programs: what one looks like, what it lets do, and until when.
use std::fmt;

use authz::Grant;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::digest_of;

/// By which programs that look for leaked secrets find one: `quipu_[a-z2-7]{56}`.
pub const API_TOKEN_PREFIX: &str = "quipu_";
/// Base 32 of RFC 4648 §6, in small letters: survives a double click, a telephone and a cell of a spreadsheet.
const SIGNS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const CHANCE_BYTES: usize = 30;
const CHECK_BYTES: usize = 5;
const SIGNS_COUNT: usize = (CHANCE_BYTES + CHECK_BYTES) * 8 / 5;

/// 240 bits of chance and 40 bits by which what is no token is known without asking anybody. What is stored is its digest.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiToken(String);

impl ApiToken {
    pub fn of(chance: [u8; CHANCE_BYTES]) -> Self {
        let check = Sha256::digest(chance);
        let bytes: Vec<u8> = chance.into_iter().chain(check.into_iter().take(CHECK_BYTES)).collect();
        Self(format!("{API_TOKEN_PREFIX}{}", written(&bytes)))
    }

    /// What was sent, where it is a token: of this or of no longer known chance.
    pub fn parse(sent: &str) -> Option<Self> {
        let bytes = read(sent.strip_prefix(API_TOKEN_PREFIX)?)?;
        let (chance, check) = bytes.split_at_checked(CHANCE_BYTES)?;
        let is_one = Sha256::digest(chance).iter().take(CHECK_BYTES).eq(check);
        is_one.then(|| Self(sent.to_owned()))
    }

    /// To be shown once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// To be stored.
    pub fn digest(&self) -> String {
        digest_of(&self.0)
    }

    /// By which its owner tells it from others: of the part that is no chance.
    pub fn tail(&self) -> &str {
        let at = self.0.len().saturating_sub(4);
        self.0.get(at..).unwrap_or_default()
    }
}

impl fmt::Debug for ApiToken {
    /// Not in a log by accident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiToken(…)")
    }
}

/// Five bytes are eight signs, and no other eight.
fn written(bytes: &[u8]) -> String {
    let group = |group: &[u8]| {
        let whole = group.iter().fold(0_u64, |whole, byte| whole << 8 | u64::from(*byte));
        let sign =
            move |at: u32| usize::try_from(whole >> (35 - 5 * at) & 31).ok().and_then(|at| SIGNS.get(at));
        (0..8).filter_map(sign).map(|sign| char::from(*sign)).collect::<String>()
    };
    bytes.chunks_exact(5).map(group).collect()
}

fn read(signs: &str) -> Option<Vec<u8>> {
    if signs.len() != SIGNS_COUNT {
        return None;
    }
    let mut bytes = Vec::with_capacity(CHANCE_BYTES + CHECK_BYTES);
    for group in signs.as_bytes().chunks_exact(8) {
        let mut whole = 0_u64;
        for sign in group {
            let at = SIGNS.iter().position(|one| one == sign)?;
            whole = whole << 5 | u64::try_from(at).ok()?;
        }
        bytes.extend(whole.to_be_bytes().into_iter().skip(3));
    }
    Some(bytes)
}

/// A year: plans, budgets and most posts are of one. Who forgot a token is asked once in each.
pub const TOKEN_DAYS_MAX: i32 = 366;
/// As many as a list that somebody looks through.
pub const TOKENS_MAX: usize = 20;
const NAME_CHARS_MAX: usize = 60;

/// Why no token was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("write what the token is for, in at most {NAME_CHARS_MAX} characters")]
    Name,
    #[error("a token lets read, or read and write")]
    Grants,
    #[error("write the last day of the token, within {TOKEN_DAYS_MAX} days from today")]
    Days,
    #[error("the post is not held today")]
    Post,
    #[error("{TOKENS_MAX} tokens stand already: end one first")]
    Many,
}

/// A token to be made, as its owner describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenPlan {
    /// As its owner calls it.
    pub name: String,
    pub grants: Vec<Grant>,
    pub last_day: Date,
}

impl TokenPlan {
    /// # Errors
    /// No name, nothing to do with it, a last day that is past or too far.
    pub fn new(name: &str, grants: &str, last_day: &str, today: Date) -> Result<Self, TokenError> {
        let name = name.trim();
        let is_name =
            !name.is_empty() && name.chars().count() <= NAME_CHARS_MAX && !name.contains(char::is_control);
        if !is_name {
            return Err(TokenError::Name);
        }
        let grants = grants_of(grants).ok_or(TokenError::Grants)?;
        let last_day: Date = last_day.trim().parse().map_err(|_| TokenError::Days)?;
        let days = (last_day - today).get_days();
        if !(0..=TOKEN_DAYS_MAX).contains(&days) {
            return Err(TokenError::Days);
        }
        Ok(Self { name: name.to_owned(), grants, last_day })
    }
}

/// `read write` as grants; none of what is no list of them.
pub fn grants_of(words: &str) -> Option<Vec<Grant>> {
    let one = |word: &str| Grant::ALL.into_iter().find(|grant| grant.as_str() == word);
    let mut grants = words.split(' ').map(one).collect::<Option<Vec<_>>>()?;
    grants.sort_unstable();
    grants.dedup();
    Some(grants)
}

/// As they are stored.
pub fn grant_words(grants: &[Grant]) -> String {
    grants.iter().map(|grant| grant.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_token_is_known_and_no_other_text(chance in any::<[u8; 30]>(), at in 0_usize..62, sign in 0_usize..32) {
            let token = ApiToken::of(chance);
            prop_assert_eq!(ApiToken::parse(token.as_str()), Some(token.clone()));
            prop_assert_eq!(token.as_str().len(), 62);
            let mut other = token.as_str().as_bytes().to_vec();
            other[at] = SIGNS[sign];
            let other = String::from_utf8(other).unwrap();
            prop_assert!(other == token.as_str() || ApiToken::parse(&other).is_none(), "{}", other);
        }
    }

    /// Vectors of RFC 4648 §10, those of whole groups.
    #[test]
    fn base_32_is_that_of_the_rfc() {
        assert_eq!(written(b"fooba"), "mzxw6ytb");
        assert_eq!(written(&[0xff; 5]), "77777777");
    }

    #[test]
    fn what_is_no_token_is_known_as_such() {
        let token = ApiToken::of([7; 30]);
        assert_eq!(ApiToken::parse(token.as_str()).unwrap().digest(), token.digest());
        let upper = token.as_str().to_uppercase();
        let longer = format!("{}a", token.as_str());
        for text in ["", "quipu_", "quipu_ñ", &upper, &longer, &token.as_str()[1..], &token.digest()] {
            assert_eq!(ApiToken::parse(text), None, "{text:?}");
        }
        assert!(!format!("{token:?}").contains("quipu_"));
    }

    #[test]
    fn a_plan_says_what_for_and_until_when() {
        let check = |name: &str, grants: &str, last_day: &str, expect: Option<TokenError>| {
            let plan = TokenPlan::new(name, grants, last_day, date(2026, 3, 2));
            assert_eq!(plan.err(), expect, "{name:?} {grants:?} {last_day:?}");
        };
        check("tablero", "read", "2026-03-02", None);
        check("tablero", "read write", "2027-03-03", None);
        check("tablero", "write", "2026-03-03", None);
        check(" ", "read", "2026-03-03", Some(TokenError::Name));
        check("a\tb", "read", "2026-03-03", Some(TokenError::Name));
        check(&"a".repeat(61), "read", "2026-03-03", Some(TokenError::Name));
        check("tablero", "", "2026-03-03", Some(TokenError::Grants));
        check("tablero", "read all", "2026-03-03", Some(TokenError::Grants));
        check("tablero", "read", "2026-03-01", Some(TokenError::Days));
        check("tablero", "read", "2027-03-04", Some(TokenError::Days));
        check("tablero", "read", "mañana", Some(TokenError::Days));
        assert_eq!(grants_of("write read read"), Some(vec![Grant::Read, Grant::Write]));
    }
}
