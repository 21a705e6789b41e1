//! Who is compared with whom: rules of the country, dated and with their source.
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

/// What is compared: public bodies, or places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CohortOf {
    Entity,
    Territory,
}

/// What members have in common besides their kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Same {
    #[default]
    #[serde(rename = "")]
    Nothing,
    /// The place that their place is part of: its province for a district, its department for a province.
    Place,
    /// The body that they hang from: the sector of an agency.
    Parent,
}

/// A rule: who is in a cohort, in words and in terms of the register.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Cohort {
    /// Several rules of one code are one choice: each kind, or band, has its own.
    #[serde(rename = "cohort")]
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub of: CohortOf,
    /// Of the register: a kind of body or of place.
    pub kind: String,
    pub same: Same,
    /// Inhabitants, at least.
    pub population_from: Option<i64>,
    /// Inhabitants, fewer than.
    pub population_below: Option<i64>,
    pub valid_from: Date,
    /// The last day.
    pub valid_to: Option<Date>,
    pub source: String,
    #[serde(default)]
    pub source_en: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum CohortsError {
    #[error("budget/cohorts.csv: {0}")]
    Csv(#[from] csv::Error),
    #[error("budget/cohorts.csv: {0:?} holds nobody: its population ends where it begins, or its days do")]
    Empty(String),
    #[error("budget/cohorts.csv: {0:?} and {1:?} hold the same members on the same days")]
    Overlap(String, String),
}

/// A body or a place, as the register knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peer {
    pub code: String,
    pub name: String,
    pub kind: String,
    /// The place that its place is part of.
    pub place: Option<String>,
    pub parent: Option<String>,
    pub population: Option<i64>,
}

impl Cohort {
    fn holds_on(&self, on: Date) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }

    fn has_band(&self) -> bool {
        self.population_from.is_some() || self.population_below.is_some()
    }

    /// Whether kind and population are those of the rule. Without a known population nobody is in a band.
    fn is_of(&self, peer: &Peer) -> bool {
        let in_band = peer.population.map_or(!self.has_band(), |heads| {
            self.population_from.is_none_or(|from| from <= heads)
                && self.population_below.is_none_or(|below| heads < below)
        });
        self.kind == peer.kind && in_band
    }

    /// The members of the cohort of `asked`, itself among them, in the order of `all`.
    pub fn members<'p>(&self, asked: &Peer, all: &'p [Peer]) -> Vec<&'p Peer> {
        let shares = |peer: &Peer| match self.same {
            Same::Nothing => true,
            Same::Place => asked.place.is_some() && peer.place == asked.place,
            Same::Parent => asked.parent.is_some() && peer.parent == asked.parent,
        };
        all.iter().filter(|peer| peer.code == asked.code || (self.is_of(peer) && shares(peer))).collect()
    }
}

/// All rules, in the order of the country: the first that fits is the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohorts(Vec<Cohort>);

impl Cohorts {
    pub fn parse(text: &str) -> Result<Self, CohortsError> {
        let text = text.trim_start_matches('\u{feff}');
        let rules: Vec<Cohort> =
            csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>()?;
        for rule in &rules {
            let no_heads = rule.population_from.zip(rule.population_below).is_some_and(|(a, b)| a >= b);
            if no_heads || rule.valid_to.is_some_and(|last| last < rule.valid_from) {
                return Err(CohortsError::Empty(rule.name.clone()));
            }
        }
        let mut groups: BTreeMap<(&str, CohortOf, &str), Vec<&Cohort>> = BTreeMap::new();
        for rule in &rules {
            let group = groups.entry((&rule.code, rule.of, &rule.kind)).or_default();
            if let Some(other) = group.iter().find(|other| overlap(rule, other)) {
                return Err(CohortsError::Overlap(other.name.clone(), rule.name.clone()));
            }
            group.push(rule);
        }
        Ok(Self(rules))
    }

    /// The cohorts that somebody is in on a day.
    pub fn of(&self, of: CohortOf, asked: &Peer, on: Date) -> Vec<&Cohort> {
        self.0.iter().filter(|rule| rule.of == of && rule.holds_on(on) && rule.is_of(asked)).collect()
    }
}

fn overlap(one: &Cohort, other: &Cohort) -> bool {
    let days = one.holds_on(other.valid_from) || other.holds_on(one.valid_from);
    let starts = |a: &Cohort, b: &Cohort| {
        let from = a.population_from.unwrap_or(0);
        b.population_from.unwrap_or(0) <= from && b.population_below.is_none_or(|below| from < below)
    };
    days && (starts(one, other) || starts(other, one))
}

/// The middle value; of an even number of values the lower of the two in the middle, so that it is always the value of
/// somebody and nothing is averaged. `None` of none.
pub fn median<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}
