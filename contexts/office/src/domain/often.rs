use std::{fmt, str::FromStr};

use jiff::civil::{Date, Weekday};

/// How often somebody wants letters of what their posts are to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Often {
    /// One letter on each day on which there is something.
    #[default]
    Daily,
    /// One on Mondays, of the whole week.
    Weekly,
    /// None: pages and feeds tell it.
    Never,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?}: write daily, weekly or never")]
pub struct UnknownOften(String);

impl Often {
    pub const ALL: [Self; 3] = [Self::Daily, Self::Weekly, Self::Never];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// Whether what there is to tell is told on that day; otherwise it waits.
    pub fn tells_on(self, day: Date) -> bool {
        match self {
            Self::Daily | Self::Never => true,
            Self::Weekly => day.weekday() == Weekday::Monday,
        }
    }
}

impl FromStr for Often {
    type Err = UnknownOften;

    fn from_str(text: &str) -> Result<Self, UnknownOften> {
        let found = Self::ALL.into_iter().find(|often| often.as_str() == text);
        found.ok_or_else(|| UnknownOften(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Often {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
