//! What regions and citizens propose for a study to look at (¶360 of the Public Governance Review of Peru, 2016: authorities
//! of municipalities and regions and their civil society help to choose the topics of foresight).
use std::{fmt, str::FromStr};

use base::{Seq, codes::TerritoryCode};

/// `P-128`: the entry of the journal by which it came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProposalCode(i64);

impl ProposalCode {
    pub const fn of(seq: Seq) -> Self {
        Self(seq.0)
    }
}

impl fmt::Display for ProposalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P-{}", self.0)
    }
}

impl FromStr for ProposalCode {
    type Err = ();

    /// As people write it down: `p-128`, `P128`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let rest = text.strip_prefix(['P', 'p']).ok_or(())?;
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        let is_number = (1..=18).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0');
        if is_number { digits.parse().map(Self).map_err(|_| ()) } else { Err(()) }
    }
}

/// What a proposal asks to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Topic,
    Trend,
    Risk,
}

impl About {
    pub const ALL: [Self; 3] = [Self::Topic, Self::Trend, Self::Risk];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Trend => "trend",
            Self::Risk => "risk",
        }
    }
}

impl FromStr for About {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|about| about.as_str() == text).ok_or(())
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Accepted,
    Refused,
    /// Refused, and its words are not shown: they insult somebody or tell of a person.
    Withheld,
}

impl Outcome {
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Refused, Self::Withheld];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Withheld => "withheld",
        }
    }

    pub const fn shows_words(self) -> bool {
        !matches!(self, Self::Withheld)
    }
}

impl FromStr for Outcome {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text).ok_or(())
    }
}

/// A proposal as somebody sends it. Nothing of who they are is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProposal {
    pub study: String,
    pub about: About,
    /// The place it is about; absent where it is about the whole country.
    pub territory: Option<TerritoryCode>,
    pub text: String,
    /// The body in whose name a post proposes; absent where a citizen does.
    pub entity: Option<String>,
}

/// Why a proposal cannot be taken so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongProposal {
    #[error("write the proposal, in 20 to 2000 characters")]
    Text,
}

const TEXT_CHARS_MIN: usize = 20;
const TEXT_CHARS_MAX: usize = 2_000;

impl NewProposal {
    /// # Errors
    /// Words too few to be answered, or too many.
    pub fn checked(self) -> Result<Self, WrongProposal> {
        let text = self.text.trim().to_owned();
        let fits = (TEXT_CHARS_MIN..=TEXT_CHARS_MAX).contains(&text.chars().count());
        if fits { Ok(Self { text, ..self }) } else { Err(WrongProposal::Text) }
    }
}
