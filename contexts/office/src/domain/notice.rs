use std::str::FromStr;

use directory::domain::PostCode;
use jiff::civil::Date;

/// What a notice tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    /// A value is late.
    ValueLate,
    /// A value falls due within the days that the country's rule says.
    ValueSoon,
    /// The due day of a clock of a case is near.
    CaseSoon,
    /// The clock of a case was given more time.
    CaseExtended,
    /// The clock of a case ran out.
    CaseLapsed,
    /// An alert is to be answered, or climbed because nobody did.
    Alert,
    /// A review decided something that the post is to carry out.
    Decision,
    /// It was not carried out by its day.
    DecisionLate,
    /// Values wait to be accepted or returned.
    ValueToAccept,
    /// A value was returned, and is owed again.
    ValueReturned,
}

impl NoticeKind {
    pub const ALL: [Self; 10] = [
        Self::ValueLate,
        Self::ValueSoon,
        Self::CaseSoon,
        Self::CaseExtended,
        Self::CaseLapsed,
        Self::Alert,
        Self::Decision,
        Self::DecisionLate,
        Self::ValueToAccept,
        Self::ValueReturned,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ValueLate => "value_late",
            Self::ValueSoon => "value_soon",
            Self::CaseSoon => "case_soon",
            Self::CaseExtended => "case_extended",
            Self::CaseLapsed => "case_lapsed",
            Self::Alert => "alert",
            Self::Decision => "decision",
            Self::DecisionLate => "decision_late",
            Self::ValueToAccept => "value_to_accept",
            Self::ValueReturned => "value_returned",
        }
    }
}

impl FromStr for NoticeKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| format!("{text:?} is no kind of notice"))
    }
}

/// Something that a post is told, once. Identity and post tell it from every other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    pub post: PostCode,
    pub kind: NoticeKind,
    pub due: Date,
    pub identity: String,
    /// What it is about, in Spanish and in English.
    pub subject: (String, String),
    /// The page where it is dealt with, without language.
    pub path: String,
}
