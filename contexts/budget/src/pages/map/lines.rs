//! The money of each place, from the rows of a cut: what is drawn, what the national level spends, the whole.
use std::collections::BTreeMap;

use base::Money;
use directory::domain::{Held, Level, Territory};
use rust_decimal::Decimal;

use super::asked::Asked;
use crate::domain::Answer;

/// One place of the register, or what the source gives no such place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Empty where the source names no place of this level.
    pub code: String,
    pub place: Option<Territory>,
    /// Of the national level.
    pub national: Option<Money>,
    /// Of regional and local governments.
    pub others: Option<Money>,
}

impl Line {
    pub fn total(&self) -> Option<Money> {
        plus(self.national, self.others)
    }

    /// What the map shows.
    pub fn drawn(&self, asked: &Asked) -> Option<Money> {
        if asked.is_national_apart { self.others } else { self.total() }
    }

    /// In soles by the people of the register; absent where their number is.
    pub fn per_head(&self, asked: &Asked) -> Option<Decimal> {
        let people = self.place.as_ref()?.population.filter(|people| *people > 0)?;
        soles(self.drawn(asked)?).checked_div(Decimal::from(people))
    }

    pub fn value(&self, asked: &Asked) -> Option<Decimal> {
        if asked.is_per_head { self.per_head(asked) } else { self.drawn(asked).map(soles) }
    }
}

pub fn soles(money: Money) -> Decimal {
    Decimal::new(money.as_centimos(), 2)
}

pub fn plus(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

/// Every place of the level, with money or without, the largest first; then what has no place. Their totals
/// sum to that of the answer, to the céntimo.
pub fn lines(asked: &Asked, answer: &Answer, places: &Held<Territory>) -> Vec<Line> {
    let is_drawn = |place: &&Territory| {
        let parent = place.parent.as_ref();
        let grand = parent.and_then(|parent| places.get(parent.as_str())).and_then(|p| p.parent.as_ref());
        let is_within = asked
            .within
            .as_ref()
            .is_none_or(|within| parent == Some(&within.code) || grand == Some(&within.code));
        place.kind == asked.level && is_within
    };
    let empty = |code: &str, place: Option<Territory>| Line {
        code: code.to_owned(),
        place,
        national: None,
        others: None,
    };
    let mut found: BTreeMap<String, Line> = places
        .iter()
        .filter(is_drawn)
        .map(|place| (place.code.to_string(), empty(place.code.as_str(), Some(place.clone()))))
        .collect();
    for row in &answer.rows {
        let [code, level] = row.codes.as_slice() else { continue };
        let amount = row.amounts.first().copied().flatten();
        let line = found.entry(code.clone()).or_insert_with(|| empty(code, None));
        if level == Level::National.as_str() {
            line.national = plus(line.national, amount);
        } else {
            line.others = plus(line.others, amount);
        }
    }
    let mut found: Vec<Line> = found.into_values().collect();
    let order = |line: &Line| std::cmp::Reverse((line.place.is_some(), line.value(asked), line.total()));
    found.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.code.cmp(&b.code)));
    found
}
