//! Duties to report, what is owed when, editions and what they hold. Pure.
pub mod content;
pub mod duty;
pub mod edition;
pub mod instance;

pub use content::{Cell, Column, Grid, Note, Part, Report};
pub use duty::{Addressee, Duty, Frequency, Template};
pub use edition::{Edition, EditionCode, Refused, Stage, Step, Taken};
pub use instance::{Instance, State, Tally, state};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($variant,)* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                let words = || Self::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
                let found = Self::ALL.iter().copied().find(|one| one.as_str() == text);
                found.ok_or_else(|| format!("not one of: {}", words()))
            }
        }
    )*};
}
use words;
