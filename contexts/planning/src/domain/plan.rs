//! A plan and its versions.
use base::{
    Validity,
    codes::{EntityCode, PlanCode, TerritoryCode, VersionCode},
};
use jiff::civil::Date;
use serde::Serialize;

use super::reference::PlanRef;
use super::versions::Place;
use super::words::{PlanState, Standing, VersionKind};

/// What stays the same in all versions of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan {
    pub code: PlanCode,
    /// Code of a plan type of the country pack.
    pub plan_type: String,
    /// Body whose plan it is; a national plan may have its planning centre here.
    pub entity: Option<EntityCode>,
    pub territory: Option<TerritoryCode>,
    pub sector: Option<EntityCode>,
    /// Made to show the system, not an official document.
    pub sample: bool,
}

/// First and last year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Horizon {
    from_year: i16,
    to_year: i16,
}

impl Horizon {
    /// `None` if it ends before it starts or lies outside 1900 to 2200.
    pub fn new(from_year: i16, to_year: i16) -> Option<Self> {
        let within = (1900..=2200).contains(&from_year) && (1900..=2200).contains(&to_year);
        (within && from_year <= to_year).then_some(Self { from_year, to_year })
    }

    pub const fn from_year(self) -> i16 {
        self.from_year
    }

    pub const fn to_year(self) -> i16 {
        self.to_year
    }

    /// Years counted with both ends: 2016 to 2020 are 5.
    pub const fn years(self) -> i16 {
        self.to_year - self.from_year + 1
    }

    pub const fn contains(self, other: Self) -> bool {
        self.from_year <= other.from_year && other.to_year <= self.to_year
    }

    pub const fn overlaps(self, other: Self) -> bool {
        self.from_year <= other.to_year && other.from_year <= self.to_year
    }

    pub fn holds(self, date: Date) -> bool {
        (self.from_year..=self.to_year).contains(&date.year())
    }
}

/// The legal act that put a version in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instrument {
    pub name: String,
    pub date: Option<Date>,
}

/// One version of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    pub code: VersionCode,
    pub kind: VersionKind,
    pub state: PlanState,
    pub title: String,
    pub title_en: Option<String>,
    pub horizon: Horizon,
    pub instrument: Option<Instrument>,
    pub valid: Option<Validity>,
    pub source: String,
}

impl Version {
    /// In force on a day: in that state, and within its validity and horizon. An act may put a plan in force
    /// before its first year; one that names no last day does not keep it in force after its last year.
    pub fn in_force_on(&self, date: Date) -> bool {
        self.standing(date) == Standing::InForce
    }

    /// What its state means on a day: `in_force` is said once, and time goes on.
    pub fn standing(&self, date: Date) -> Standing {
        let starts_later = match self.valid {
            Some(valid) => date < valid.from(),
            None => date.year() < self.horizon.from_year(),
        };
        match self.state {
            PlanState::Draft => Standing::Draft,
            PlanState::Validated => Standing::Validated,
            PlanState::ApprovedByBoard => Standing::ApprovedByBoard,
            // Replaced since, and in force on the days that its act counts.
            PlanState::Superseded if self.valid.is_some_and(|valid| valid.holds_on(date)) => {
                if date.year() > self.horizon.to_year() { Standing::Over } else { Standing::InForce }
            }
            PlanState::Superseded => Standing::Superseded,
            PlanState::InForce if date.year() > self.horizon.to_year() => Standing::Over,
            PlanState::InForce if starts_later => Standing::Ahead,
            PlanState::InForce if self.valid.is_some_and(|valid| !valid.holds_on(date)) => Standing::Ended,
            PlanState::InForce => Standing::InForce,
        }
    }

    pub fn reference(&self, plan: &PlanCode) -> PlanRef {
        PlanRef { plan: plan.clone(), version: Some(self.code.clone()) }
    }
}

/// Of several versions the one a bare `PLAN` means: in force on the day, else in force at all, else the
/// furthest approved and latest. Empty if there is none.
pub fn current<'a>(versions: impl IntoIterator<Item = &'a Version>, on: Date) -> Option<&'a Version> {
    versions.into_iter().max_by_key(|version| {
        let rank = match version.state {
            PlanState::InForce => 4,
            PlanState::ApprovedByBoard => 3,
            PlanState::Superseded => 2,
            PlanState::Validated => 1,
            PlanState::Draft => 0,
        };
        (version.in_force_on(on), rank, version.horizon.to_year, Place::of(version))
    })
}
