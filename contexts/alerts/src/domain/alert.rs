//! One alert for each cause, and where it stands by what was said of it.
use base::codes::{EntityCode, TerritoryCode};
use jiff::civil::Date;
use planning::domain::reference::ElementRef;
use serde::{Serialize, Serializer};

use super::{AlertCode, Cause, Sign, Trigger, Why};

/// Something that goes wrong on a day, with every sign of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    pub cause: Cause,
    /// The gravest first; never empty.
    pub signs: Vec<Sign>,
    /// The body that answers; none of a plan of nobody's.
    pub entity: Option<EntityCode>,
    pub element: Option<ElementRef>,
    pub territory: Option<TerritoryCode>,
    /// What the thing is called, in Spanish and, where it has one, in English.
    pub name: (String, Option<String>),
    /// Of a plan made to show the system.
    pub sample: bool,
    /// The first day on which it held, as far as what is recorded tells.
    pub since: Date,
}

impl Alert {
    /// `signs` are put in order; none where there is none.
    pub fn of(cause: Cause, mut signs: Vec<Sign>, since: Date) -> Option<Self> {
        signs.sort_by_key(|sign| sign.trigger);
        let (entity, element, territory, sample) = (None, None, None, false);
        let name = (String::new(), None);
        (!signs.is_empty()).then_some(Self { cause, signs, entity, element, territory, name, sample, since })
    }

    pub fn code(&self) -> AlertCode {
        self.cause.code()
    }

    /// The trigger that it is listed under.
    pub fn leads(&self) -> Option<Trigger> {
        self.signs.first().map(|sign| sign.trigger)
    }

    pub fn has(&self, trigger: Trigger) -> bool {
        self.signs.iter().any(|sign| sign.trigger == trigger)
    }

    /// What it is about as of now: an answer to it stands until another value, another rule or another sign comes.
    pub fn signature(&self) -> String {
        let told = |sign: &Sign| match &sign.why {
            Why::Progress { period, progress: value, .. }
            | Why::Gap { period, value, .. }
            | Why::Turning { period, to: value, .. }
            | Why::Jump { period, to: value, .. }
            | Why::Worse { until: period, to: value, .. } => format!("{period} {value}"),
            Why::Early { period } | Why::Missing { period, .. } => period.to_string(),
            Why::Money { year, .. } | Why::Executed { year, .. } | Why::Claimed { year, .. } => {
                year.to_string()
            }
            Why::Broken { rule, subject, .. } => format!("{rule} {subject}"),
            Why::Unsigned { due_on: day } | Why::Unfulfilled { deadline: day, .. } => day.to_string(),
            Why::Unpublished { period, due_on } => format!("{period} {due_on}"),
            Why::Told { .. } => String::new(),
        };
        let mut parts: Vec<String> =
            self.signs.iter().map(|sign| format!("{}={}", sign.trigger, told(sign))).collect();
        parts.sort();
        parts.dedup();
        parts.join(";")
    }
}

/// What a post does about an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Seen by who answers for it.
    Acknowledged,
    /// Why it is so, and what is done.
    Explained,
    /// Nothing more is to be done about it as it is.
    Closed,
}

impl Held {
    pub const ALL: [Self; 3] = [Self::Acknowledged, Self::Explained, Self::Closed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acknowledged => "acknowledged",
            Self::Explained => "explained",
            Self::Closed => "closed",
        }
    }

    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// An act about an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub what: Held,
    pub text: String,
    pub post: String,
    pub on: Date,
    /// What the alert was about then.
    pub signature: String,
}

/// Where an alert stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Nobody has said anything of it as it is.
    Open,
    Acknowledged {
        on: Date,
    },
    Explained {
        on: Date,
    },
    Closed {
        on: Date,
    },
}

impl Standing {
    pub const WORDS: [&'static str; 4] = ["open", "acknowledged", "explained", "closed"];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Explained { .. } => "explained",
            Self::Closed { .. } => "closed",
        }
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// By what was said while it was about the same: the furthest that was reached, and when first.
pub fn stands(signature: &str, said: &[Said]) -> Standing {
    let own = || said.iter().filter(|one| one.signature == signature);
    let first = |what: Held| own().filter(|one| one.what == what).map(|one| one.on).min();
    if let Some(on) = first(Held::Closed) {
        return Standing::Closed { on };
    }
    if let Some(on) = first(Held::Explained) {
        return Standing::Explained { on };
    }
    first(Held::Acknowledged).map_or(Standing::Open, |on| Standing::Acknowledged { on })
}
