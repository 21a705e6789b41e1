//! Codes of things that an act of the journal made: a letter, and the number of its entry.
use std::{fmt, str::FromStr};

use base::Seq;

/// Why a text is no code of a thing of this room.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code; one looks like {1}128")]
pub struct NoCode(String, char);

/// The number behind the letter, as it was written.
fn number(text: &str, letter: char) -> Result<String, NoCode> {
    let is_code = text
        .strip_prefix(letter)
        .is_some_and(|rest| (1..=19).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit()));
    is_code.then(|| text.to_owned()).ok_or_else(|| NoCode(text.chars().take(40).collect(), letter))
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn of(seq: Seq) -> Self {
                Self(format!("{}{}", $letter, seq.0))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NoCode;

            fn from_str(text: &str) -> Result<Self, NoCode> {
                number(text, $letter).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NoCode;

            fn try_from(text: String) -> Result<Self, NoCode> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

codes! {
    /// `e128`: the entry that put the evaluation into the agenda.
    EvaluationCode = 'e';
    /// `s128`: the entry that filed the request.
    RequestCode = 's';
    /// `r128`: the entry that registered the recommendation.
    RecommendationCode = 'r';
    /// `u128`: the entry that put the audit into the calendar.
    AuditCode = 'u';
}
