//! What a generated year looks like: `sample/generated.toml` of the country pack.
use std::{collections::BTreeMap, fs, path::Path};

use anyhow::Context;
use serde::Deserialize;

use super::dice::Dice;
use crate::outcome::Usage;

const PATH: &str = "sample/generated.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub growth_per_mille: u32,
    pub growth_from: i16,
    pub projects: Codes,
    pub unit_lines: Quantiles,
    pub goal_lines: Quantiles,
    pub line_soles: Quantiles,
    pub project_money_per_mille: i64,
    pub no_budget_per_mille: u32,
    pub no_certificate_per_mille: u32,
    pub certified: Phase,
    pub committed: Phase,
    pub accrued: Phase,
    pub opening: Opening,
    pub activity_not_opened_per_mille: u32,
    pub project_not_opened_per_mille: u32,
    pub not_opened_money_per_mille: i64,
    pub months_spent: Weights,
    pub month_weights: Weights,
    pub reversal_per_mille: u32,
    pub certificate_cut_per_mille: u32,
    pub own_department_per_mille: u32,
    pub absent_per_mille: u32,
    pub enye_lost_per_mille: u32,
    pub project_life: [u32; 2],
    pub activity_life: [u32; 2],
    pub unprogrammed: Vec<Unprogrammed>,
    pub programmes_least: u32,
    pub goals_per_programme: u32,
    pub programmes_most: u32,
    pub levels: Vec<Level>,
    pub generics: Generics,
    pub categories: BTreeMap<String, (String, String)>,
    pub resources: BTreeMap<String, Vec<(String, String, u32)>>,
    pub names: Names,
    pub layouts: BTreeMap<String, Style>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    pub from: u32,
    pub codes: u32,
}

/// How much of the phase before a phase reaches: often the whole, else from the least on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    whole_per_mille: u32,
    least_per_mille: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub least_per_mille: u32,
    pub most_per_mille: u32,
}

/// Goals of a programme that has no products.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unprogrammed {
    pub programme: String,
    pub per_mille: u32,
    pub product: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    pub code: String,
    pub name: String,
    pub lines_per_mille: u64,
    pub money_per_mille: i64,
    pub projects_per_mille: u32,
    pub rubros: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Generics {
    pub activity: BTreeMap<String, u32>,
    pub project: BTreeMap<String, u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub sector_prefix: String,
    pub transaction: String,
    pub works: Vec<String>,
    pub services: Vec<String>,
    pub project: String,
    pub activity: String,
    pub work_action: String,
    pub purpose: String,
}

/// How the publisher writes a layout.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    pub code: String,
    /// Whether the file begins with a byte-order mark.
    pub mark: bool,
    pub line_end: String,
    /// Sector, its name and pliego of local governments.
    pub local: [String; 3],
    /// Project and activity.
    pub kind: [String; 2],
    /// Columns without quotes.
    pub bare: Vec<String>,
    pub bare_amounts: bool,
}

impl Shape {
    pub fn of(pack: &Path) -> anyhow::Result<Self> {
        let path = pack.join(PATH);
        let text = fs::read_to_string(&path).map_err(|_| {
            Usage(format!("{} is not there: this pack does not say what its years look like", path.display()))
        })?;
        toml::from_str(&text).with_context(|| path.display().to_string())
    }

    pub fn level(&self, code: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.code == code)
    }
}

impl Phase {
    /// Céntimos of the phase before that this one reaches.
    pub fn of(&self, before: i64, dice: &mut Dice) -> i64 {
        if dice.per_mille(self.whole_per_mille) {
            return before;
        }
        let share = dice.within(self.least_per_mille * 1000, 1_000_000);
        scaled(before, share.into(), 1_000_000)
    }
}

/// `amount × over ÷ under`, cut to the whole céntimo.
pub fn scaled(amount: i64, over: i64, under: i64) -> i64 {
    let wide = i128::from(amount) * i128::from(over) / i128::from(under.max(1));
    i64::try_from(wide).unwrap_or(i64::MAX)
}

/// A distribution by points: [of 10,000, value], straight between. Whole numbers alone: the same on every machine.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Vec<(u32, i64)>")]
pub struct Quantiles(Vec<(u32, i64)>);

const PARTS: u32 = 100_000;

impl TryFrom<Vec<(u32, i64)>> for Quantiles {
    type Error = String;

    fn try_from(points: Vec<(u32, i64)>) -> Result<Self, String> {
        let rises = points.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1);
        let whole = points.first().is_some_and(|p| p.0 == 0) && points.last().is_some_and(|p| p.0 == 10_000);
        if !(rises && whole) {
            return Err("quantiles rise from 0 to 10000".to_owned());
        }
        Ok(Self(points.into_iter().map(|(share, value)| (share * PARTS, value)).collect()))
    }
}

impl Quantiles {
    pub fn draw(&self, dice: &mut Dice) -> i64 {
        self.value(dice.below(10_000 * PARTS))
    }

    /// At a share of a thousand million.
    pub fn value(&self, share: u32) -> i64 {
        let next = self.0.partition_point(|(at, _)| *at <= share);
        match (self.0.get(next.wrapping_sub(1)), self.0.get(next)) {
            (Some((from, low)), Some((to, high))) => {
                low + scaled(high - low, (share - from).into(), (to - from).into())
            }
            (Some((_, last)), None) => *last,
            _ => 0,
        }
    }
}

/// Which of several, by how often.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<u32>")]
pub struct Weights(Vec<u32>);

impl From<Vec<u32>> for Weights {
    fn from(weights: Vec<u32>) -> Self {
        let sums = weights.into_iter().scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Self(sums.collect())
    }
}

impl FromIterator<u32> for Weights {
    fn from_iter<I: IntoIterator<Item = u32>>(weights: I) -> Self {
        weights.into_iter().collect::<Vec<u32>>().into()
    }
}

impl Weights {
    pub fn draw(&self, dice: &mut Dice) -> usize {
        let drawn = dice.below(self.0.last().copied().unwrap_or(0));
        self.0.partition_point(|sum| *sum <= drawn)
    }

    pub fn weight(&self, at: usize) -> u32 {
        let sum = |at: usize| self.0.get(at).copied().unwrap_or(0);
        sum(at) - at.checked_sub(1).map_or(0, sum)
    }
}
