//! What the experts said of each pair of variables, and how far they agree. A score that nobody gave is missing: nothing here
//! takes it for zero.
use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Kind};

/// Scores of every pair of two variables, the first influencing the second, by expert.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    /// Codes, sorted.
    pub variables: Vec<String>,
    scores: BTreeMap<(String, String), BTreeMap<String, i64>>,
}

/// A pair on which the experts differ, and by how much at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    pub influencing: String,
    pub influenced: String,
    pub low: i64,
    pub high: i64,
}

impl Panel {
    pub fn of(content: &Content) -> Self {
        let variables: Vec<String> =
            content.get(&Kind::Variable).map(|rows| rows.keys().cloned().collect()).unwrap_or_default();
        let mut scores: BTreeMap<(String, String), BTreeMap<String, i64>> = BTreeMap::new();
        for row in content.get(&Kind::Score).into_iter().flat_map(BTreeMap::values) {
            let pair = (row.text("influencing").to_owned(), row.text("influenced").to_owned());
            scores.entry(pair).or_default().insert(row.text("expert").to_owned(), row.whole("score"));
        }
        Self { variables, scores }
    }

    /// How many pairs there are to be scored.
    pub fn pairs(&self) -> usize {
        self.variables.len() * self.variables.len().saturating_sub(1)
    }

    /// What was said of the pair, by expert.
    pub fn of_pair(&self, influencing: &str, influenced: &str) -> Option<&BTreeMap<String, i64>> {
        self.scores.get(&(influencing.to_owned(), influenced.to_owned()))
    }

    /// Pairs that nobody scored.
    pub fn missing(&self) -> Vec<(&str, &str)> {
        let all = self.variables.iter().flat_map(|one| self.variables.iter().map(move |other| (one, other)));
        let open = all.filter(|(one, other)| one != other && self.of_pair(one, other).is_none());
        open.map(|(one, other)| (one.as_str(), other.as_str())).collect()
    }

    /// Whether the expert left a pair out.
    pub fn left_out(&self, expert: &str) -> bool {
        let own = self.scores.values().filter(|by| by.contains_key(expert)).count();
        own < self.pairs()
    }

    /// Experts who scored anything.
    pub fn experts(&self) -> BTreeSet<&str> {
        self.scores.values().flat_map(|by| by.keys().map(String::as_str)).collect()
    }

    /// Pairs on which somebody differs, the widest apart first.
    pub fn spreads(&self) -> Vec<Spread> {
        let mut found: Vec<Spread> = self
            .scores
            .iter()
            .filter_map(|((one, other), by)| {
                let (low, high) = (*by.values().min()?, *by.values().max()?);
                let (influencing, influenced) = (one.clone(), other.clone());
                (low < high).then_some(Spread { influencing, influenced, low, high })
            })
            .collect();
        found.sort_by_key(|spread| spread.low - spread.high);
        found
    }

    /// Scores of each pair, for [`agreement`].
    pub fn units(&self) -> Vec<Vec<i64>> {
        self.scores.values().map(|by| by.values().copied().collect()).collect()
    }
}

/// The median of scores in halves of a point: between two middle scores it is half-way. None of no scores.
///
/// The median and not the mean: one expert who scores everything high moves it no further than any other.
pub fn median_halves(scores: impl IntoIterator<Item = i64>) -> Option<i64> {
    let mut sorted: Vec<i64> = scores.into_iter().collect();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle)?;
    let lower = if sorted.len().is_multiple_of(2) { sorted.get(middle.checked_sub(1)?)? } else { upper };
    Some(lower + upper)
}

/// Krippendorff's alpha with the interval metric (K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011): 1 where
/// all agree, 0 where they agree no more than by chance, below 0 where they agree less. Takes any number of observers and
/// missing values; a unit with one value says nothing of agreement. None where no unit has two values, or all values are one:
/// nothing was told apart.
#[allow(clippy::cast_precision_loss)] // for show: counts of scores are far below 2^52
pub fn agreement(units: &[Vec<i64>]) -> Option<f64> {
    let paired: Vec<&Vec<i64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let values: Vec<i64> = paired.iter().flat_map(|unit| unit.iter().copied()).collect();
    let count = values.len() as f64;
    let apart = |values: &[i64]| -> f64 {
        // Sum of squared differences over ordered pairs: 2 (n Σv² − (Σv)²).
        let (sum, squares) = values
            .iter()
            .fold((0_i64, 0_i64), |(sum, squares), value| (sum + value, squares + value * value));
        2.0 * (values.len() as f64 * squares as f64 - (sum * sum) as f64)
    };
    let observed: f64 =
        paired.iter().map(|unit| apart(unit) / (unit.len() as f64 - 1.0)).sum::<f64>() / count;
    let expected = apart(&values) / (count * (count - 1.0));
    (expected > 0.0).then(|| 1.0 - observed / expected)
}
