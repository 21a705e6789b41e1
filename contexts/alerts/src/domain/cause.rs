//! What an alert is about: one alert for each, whatever signs of it there are.
use std::{fmt, str::FromStr};

use base::{
    Digest,
    codes::{EntityCode, TerritoryCode},
};
use planning::domain::reference::{ElementRef, IndicatorRef, PlanRef};

/// One thing that goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The result of an indicator in a territory.
    Result { indicator: IndicatorRef, territory: Option<TerritoryCode> },
    /// Its data.
    Data { indicator: IndicatorRef, territory: Option<TerritoryCode> },
    /// What is done for an objective, beside what comes of it, in a year.
    Initiative { element: ElementRef, year: i16 },
    /// Where a plan stands among the others.
    Alignment { plan: PlanRef },
    /// What the plans of a body ask of its money in a year.
    Ceiling { entity: EntityCode, year: i16 },
    /// The commitment matrix of an evaluation.
    Matrix { evaluation: String },
    /// A line of a signed one.
    Commitment { evaluation: String, commitment: String },
    /// The report of a duty and a period.
    Report { duty: String, period: String },
    /// What somebody said of an element: the entry by which they did.
    Told { element: ElementRef, seq: i64 },
}

impl Cause {
    /// What kind of thing it is.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Result { .. } => "result",
            Self::Data { .. } => "data",
            Self::Initiative { .. } => "initiative",
            Self::Alignment { .. } => "alignment",
            Self::Ceiling { .. } => "ceiling",
            Self::Matrix { .. } => "matrix",
            Self::Commitment { .. } => "commitment",
            Self::Report { .. } => "report",
            Self::Told { .. } => "told",
        }
    }

    /// The version of the plan that it is about; none where it is about money alone.
    pub const fn plan(&self) -> Option<&PlanRef> {
        match self {
            Self::Result { indicator, .. } | Self::Data { indicator, .. } => Some(&indicator.plan),
            Self::Initiative { element, .. } | Self::Told { element, .. } => Some(&element.plan),
            Self::Alignment { plan } => Some(plan),
            Self::Ceiling { .. } | Self::Matrix { .. } | Self::Commitment { .. } | Self::Report { .. } => {
                None
            }
        }
    }

    /// The code by which its alert is known, the same whenever it is raised.
    pub fn code(&self) -> AlertCode {
        let digest = Digest::of(self.to_string().as_bytes()).to_string();
        AlertCode(format!("al{}", digest.chars().take(AlertCode::DIGITS).collect::<String>()))
    }
}

/// What identifies it: the same cause, the same text.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Result { indicator, territory } | Self::Data { indicator, territory } => {
                let place = territory.as_ref().map(ToString::to_string).unwrap_or_default();
                write!(f, "{kind} {indicator} {place}")
            }
            Self::Initiative { element, year } => write!(f, "{kind} {element} {year}"),
            Self::Alignment { plan } => write!(f, "{kind} {plan}"),
            Self::Ceiling { entity, year } => write!(f, "{kind} {entity} {year}"),
            Self::Matrix { evaluation } => write!(f, "{kind} {evaluation}"),
            Self::Commitment { evaluation, commitment } => write!(f, "{kind} {evaluation} {commitment}"),
            Self::Report { duty, period } => write!(f, "{kind} {duty} {period}"),
            Self::Told { element, seq } => write!(f, "{kind} {element} {seq}"),
        }
    }
}

/// `al4f0c…`: the first digits of the SHA-256 of the cause.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AlertCode(String);

impl AlertCode {
    /// Sixty-four bits: among ten million alerts two are the same once in a hundred thousand states.
    const DIGITS: usize = 16;

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of an alert; one looks like al0123456789abcdef")]
pub struct NoAlert(String);

impl FromStr for AlertCode {
    type Err = NoAlert;

    fn from_str(text: &str) -> Result<Self, NoAlert> {
        let is_hex = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
        let digits = text
            .strip_prefix("al")
            .filter(|digits| digits.len() == Self::DIGITS && digits.bytes().all(is_hex));
        digits.map(|_| Self(text.to_owned())).ok_or_else(|| NoAlert(text.chars().take(40).collect()))
    }
}

impl fmt::Display for AlertCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for AlertCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for AlertCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
