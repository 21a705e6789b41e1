//! What a study still lacks, step by step (¶295). A study may be published with gaps, and says so.
use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Kind, Panel, Step, Study};

/// Something that the process asks for and the study does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing of that kind.
    None(Kind),
    /// Pairs of variables that nobody scored, of so many.
    PairsUnscored { missing: usize, of: usize },
    /// Experts who left pairs out.
    ExpertsPartly(Vec<String>),
    /// Variables without a diagnosis.
    Undiagnosed(Vec<String>),
    /// Variables marked strategic without any state in that scenario.
    Stateless { scenario: String, variables: Vec<String> },
    /// No scenario for that year.
    NoScenario(i16),
    /// No central scenario chosen for that year.
    NoChoice(i16),
    /// The central scenario of that year is tied to no objective.
    NoObjective(i16),
}

impl Gap {
    pub const fn step(&self) -> Step {
        match self {
            Self::None(kind) => kind.step(),
            Self::PairsUnscored { .. } | Self::ExpertsPartly(_) => Step::Prioritisation,
            Self::Undiagnosed(_) => Step::Diagnosis,
            Self::Stateless { .. } | Self::NoScenario(_) => Step::Scenarios,
            Self::NoChoice(_) | Self::NoObjective(_) => Step::Strategy,
        }
    }
}

/// Kinds of which a study has at least one.
const NEEDED: [Kind; 6] =
    [Kind::Component, Kind::Trend, Kind::Variable, Kind::Expert, Kind::Diagnosis, Kind::Risk];

/// Everything that is missing, in the order of the steps.
pub fn gaps(study: &Study, content: &Content) -> Vec<Gap> {
    let none = BTreeMap::new();
    let rows = |kind: Kind| content.get(&kind).unwrap_or(&none);
    let mut found: Vec<Gap> =
        NEEDED.into_iter().filter(|kind| rows(*kind).is_empty()).map(Gap::None).collect();
    let panel = Panel::of(content);
    let missing = panel.missing().len();
    if missing > 0 {
        found.push(Gap::PairsUnscored { missing, of: panel.pairs() });
    }
    let partly: Vec<String> = rows(Kind::Expert).keys().filter(|e| panel.left_out(e)).cloned().collect();
    if !partly.is_empty() {
        found.push(Gap::ExpertsPartly(partly));
    }
    let diagnosed: BTreeSet<&str> = rows(Kind::Diagnosis).values().map(|row| row.text("variable")).collect();
    let undiagnosed: Vec<String> =
        rows(Kind::Variable).keys().filter(|code| !diagnosed.contains(code.as_str())).cloned().collect();
    if !undiagnosed.is_empty() {
        found.push(Gap::Undiagnosed(undiagnosed));
    }
    found.extend(rows(Kind::Scenario).keys().filter_map(|scenario| stateless(content, scenario)));
    for year in &study.horizons {
        found.extend(of_horizon(content, *year));
    }
    found.sort_by_key(Gap::step);
    found
}

fn stateless(content: &Content, scenario: &str) -> Option<Gap> {
    let states = content.get(&Kind::State);
    let strategic = content.get(&Kind::Variable)?.values().filter(|row| row.flag("strategic"));
    let is_told =
        |variable: &str| states.is_some_and(|rows| rows.contains_key(&format!("{scenario}/{variable}")));
    let variables: Vec<String> =
        strategic.map(|row| row.text("code")).filter(|code| !is_told(code)).map(str::to_owned).collect();
    (!variables.is_empty()).then(|| Gap::Stateless { scenario: scenario.to_owned(), variables })
}

fn of_horizon(content: &Content, year: i16) -> Option<Gap> {
    let scenarios = content.get(&Kind::Scenario);
    let is_of = |row: &super::Item| row.whole("horizon") == i64::from(year);
    if !scenarios.is_some_and(|rows| rows.values().any(is_of)) {
        return Some(Gap::NoScenario(year));
    }
    let Some(choice) = content.get(&Kind::Choice).and_then(|rows| rows.get(&year.to_string())) else {
        return Some(Gap::NoChoice(year));
    };
    let ties = content.get(&Kind::Objective);
    let is_tied =
        ties.is_some_and(|rows| rows.values().any(|row| row.text("scenario") == choice.text("scenario")));
    (!is_tied).then_some(Gap::NoObjective(year))
}
