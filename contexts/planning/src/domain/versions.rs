//! How the versions of one plan follow each other and fit together.
use jiff::civil::Date;

use super::plan::Version;
use super::words::{PlanState, VersionKind};

/// Where a version stands among those of its plan. Codes alone do not tell: people write `9` and `10`,
/// `2011` and `updated`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    from_year: i16,
    /// What updates or extends follows what it updates, whatever it is called.
    follows: bool,
    /// From when it is valid, else the day of its act; without one it has not come into force, and is last.
    since: Date,
    code: Vec<Part>,
    /// `01` and `1` are two codes.
    text: String,
}

/// A run of digits, which counts by its size, or of anything else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    is_text: bool,
    digits: usize,
    text: String,
}

impl Place {
    pub fn of(version: &Version) -> Self {
        let act = version.instrument.as_ref().and_then(|instrument| instrument.date);
        Self {
            from_year: version.horizon.from_year(),
            follows: version.kind != VersionKind::New,
            since: version.valid.map(base::Validity::from).or(act).unwrap_or(Date::MAX),
            code: parts(version.code.as_str()),
            text: version.code.to_string(),
        }
    }
}

fn parts(code: &str) -> Vec<Part> {
    let letters: Vec<char> = code.chars().collect();
    let runs = letters.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    runs.map(|run| {
        let text: String = run.iter().collect();
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return Part { is_text: true, digits: 0, text };
        }
        let text = text.trim_start_matches('0').to_owned();
        Part { is_text: false, digits: text.len(), text }
    })
    .collect()
}

/// The version that comes right before another of its plan.
pub fn before<'a>(version: &Version, all: impl IntoIterator<Item = &'a Version>) -> Option<&'a Version> {
    let own = Place::of(version);
    let earlier = all.into_iter().map(|other| (Place::of(other), other)).filter(|(place, _)| *place < own);
    earlier.max_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, version)| version)
}

/// What is wrong between the versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// An update or extension of nothing that is recorded.
    NothingBefore,
    /// An update keeps the horizon of the version before it.
    HorizonChanged { before: String },
    /// An extension keeps the start and moves the end.
    HorizonNotExtended { before: String },
    /// Two versions in force whose horizons meet.
    TwoInForce { other: String },
}

/// Mismatches of one version against all versions of its plan.
pub fn mismatches(version: &Version, all: &[&Version]) -> Vec<Mismatch> {
    let mut found = Vec::new();
    match (version.kind, before(version, all.iter().copied())) {
        (VersionKind::New, _) => {}
        (_, None) => found.push(Mismatch::NothingBefore),
        (VersionKind::Updated, Some(before)) if before.horizon != version.horizon => {
            found.push(Mismatch::HorizonChanged { before: before.code.to_string() });
        }
        (VersionKind::Extended, Some(before)) => {
            let same_start = before.horizon.from_year() == version.horizon.from_year();
            if !same_start || before.horizon.to_year() >= version.horizon.to_year() {
                found.push(Mismatch::HorizonNotExtended { before: before.code.to_string() });
            }
        }
        (VersionKind::Updated, Some(_)) => {}
    }
    let in_force = |v: &Version| v.state == PlanState::InForce;
    let own = Place::of(version);
    let other = all.iter().find(|v| {
        Place::of(v) < own && in_force(v) && in_force(version) && v.horizon.overlaps(version.horizon)
    });
    found.extend(other.map(|other| Mismatch::TwoInForce { other: other.code.to_string() }));
    found
}
