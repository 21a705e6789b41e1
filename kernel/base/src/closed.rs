//! Closed lists of words, and codes of things that an act of the journal made: what rooms with cases have alike.

/// Why a text is no code of a numbered thing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no code; one looks like {letter}128")]
pub struct NoCode {
    text: String,
    letter: char,
}

impl NoCode {
    /// The text itself where it is `letter` and a number of at most nineteen digits.
    ///
    /// # Errors
    /// Any other text.
    pub fn judge(text: &str, letter: char) -> Result<String, Self> {
        let is_code = text.strip_prefix(letter).is_some_and(|rest| {
            (1..=19).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
        });
        is_code.then(|| text.to_owned()).ok_or_else(|| Self { text: text.chars().take(40).collect(), letter })
    }
}

/// Enums whose variants are the words of tables and addresses: `as_str`, `ALL`, `FromStr`.
#[macro_export]
macro_rules! closed_words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or(())
            }
        }
    )*};
}

/// Codes of things that an act made: a letter, and the number of its entry (`e128`).
#[macro_export]
macro_rules! numbered_codes {
    ($($(#[$doc:meta])* $name:ident = $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            pub fn of(seq: $crate::Seq) -> Self {
                Self(format!("{}{}", $letter, seq.0))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::closed::NoCode;

            fn from_str(text: &str) -> Result<Self, $crate::closed::NoCode> {
                $crate::closed::NoCode::judge(text, $letter).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::closed::NoCode;

            fn try_from(text: String) -> Result<Self, $crate::closed::NoCode> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
