//! Who reviews: bodies of the country pack, and the posts that have a seat in them.
use std::{collections::BTreeSet, fmt, str::FromStr};

use alerts::domain::{Level, Trigger};
use base::{Validity, codes::EntityCode};
use jiff::civil::Date;

base::closed_words! {
    /// What kind of body it is (¶277, ¶350, ¶376 of the Public Governance Review of Peru, 2016).
    BodyKind {
        StandingCommittee = "standing_committee",
        JointCommission = "joint_commission",
        SectorReview = "sector_review",
        RegionalReview = "regional_review",
    }
    /// Of which part of the state it reviews the objectives.
    Remit {
        Country = "country",
        /// One body of the kind for each sector.
        Sector = "sector",
        /// One for each department.
        Region = "region",
    }
    /// What a post does in a body.
    Seat {
        Chair = "chair",
        ViceChair = "vice_chair",
        /// Convenes, writes the minutes, follows up.
        Secretariat = "secretariat",
        Member = "member",
    }
}

impl Seat {
    /// Whether its holder signs minutes.
    pub const fn signs(self) -> bool {
        matches!(self, Self::Chair | Self::ViceChair)
    }
}

/// A kind of review body, as the country has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewBody {
    /// `CPCM`, `RS`.
    pub code: String,
    pub kind: BodyKind,
    pub name: (String, String),
    pub what: (String, String),
    pub remit: Remit,
    /// Plan types whose alerts it hears; all where none is named.
    pub plan_types: BTreeSet<String>,
    /// Triggers that it hears; all where none is named.
    pub triggers: BTreeSet<Trigger>,
    /// Alerts that climbed at least so far it hears whatever their plan.
    pub from_level: Option<Level>,
    pub reports_to: (String, String),
    pub validity: Validity,
    pub source: String,
    pub seats: Vec<SeatRow>,
}

/// A seat: a post of a role, of the body named or of that in whose sector or department the review is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    pub seat: Seat,
    pub role: &'static str,
    pub entity: Option<EntityCode>,
    pub name: (String, String),
    pub validity: Validity,
    pub source: String,
}

impl ReviewBody {
    /// Seats of a day.
    pub fn seats_on(&self, on: Date) -> impl Iterator<Item = &SeatRow> {
        self.seats.iter().filter(move |seat| seat.validity.holds_on(on))
    }
}

/// One body: `CPCM`, or `RS:11`, the review of sector 11.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyRef {
    pub code: String,
    /// The sector or department; none of a body of the whole country.
    pub part: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no review body; one looks like CPCM or RS:11")]
pub struct NoBody(String);

impl FromStr for BodyRef {
    type Err = NoBody;

    fn from_str(text: &str) -> Result<Self, NoBody> {
        let is_code = |part: &str| {
            (1..=20).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let (code, part) = text.split_once(':').map_or((text, None), |(code, part)| (code, Some(part)));
        let fits = is_code(code) && part.is_none_or(is_code);
        let body = || Self { code: code.to_owned(), part: part.map(str::to_owned) };
        fits.then(body).ok_or_else(|| NoBody(text.chars().take(40).collect()))
    }
}

impl fmt::Display for BodyRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(f, "{}:{part}", self.code),
            None => f.write_str(&self.code),
        }
    }
}
