//! What was answered: counts, favourable share, margin, and which parts are too small to be shown.
use std::{collections::BTreeMap, fmt, str::FromStr};

use base::codes::TerritoryCode;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Question, Sheet};

/// The part of those who answered that a result is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Whole,
    Department(TerritoryCode),
    /// Those who named no department.
    Unsaid,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("whole"),
            Self::Unsaid => f.write_str("unsaid"),
            Self::Department(code) => code.fmt(f),
        }
    }
}

impl FromStr for Place {
    type Err = <TerritoryCode as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "whole" => Ok(Self::Whole),
            "unsaid" => Ok(Self::Unsaid),
            code => code.parse().map(Self::Department),
        }
    }
}

/// How many gave each answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(pub BTreeMap<i64, u64>);

impl Tally {
    pub fn answered(&self) -> u64 {
        self.0.values().sum()
    }

    fn add(&mut self, answer: i64) {
        *self.0.entry(answer).or_default() += 1;
    }
}

/// The result of a question in one place; of one that is withheld nothing is kept but that somebody answered there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub place: Place,
    pub shown: Option<Tally>,
}

/// The results of one question: the whole first, then its parts.
pub type Results = Vec<Cell>;

/// The results of a question that may be shown: no part of fewer than `cell_min` answers, and none that can be found from
/// the others.
pub fn results(question: &Question, sheets: &[Sheet], cell_min: u64) -> Results {
    let mut parts: BTreeMap<Place, Tally> = BTreeMap::new();
    let mut whole = Tally::default();
    for sheet in sheets {
        let Some(answer) = sheet.answers.get(&question.code) else { continue };
        let place = sheet.territory.clone().map_or(Place::Unsaid, Place::Department);
        parts.entry(place).or_default().add(*answer);
        whole.add(*answer);
    }
    let sizes: Vec<u64> = parts.values().map(Tally::answered).collect();
    let hidden = withheld(&sizes, cell_min);
    let shown = |tally: Tally, is_hidden: bool| (!is_hidden).then_some(tally);
    let head = Cell { place: Place::Whole, shown: shown(whole, hidden.is_none()) };
    let hidden = hidden.unwrap_or_else(|| vec![true; sizes.len()]);
    let parts = parts
        .into_iter()
        .zip(hidden)
        .map(|((place, tally), is_hidden)| Cell { place, shown: shown(tally, is_hidden) });
    std::iter::once(head).chain(parts).collect()
}

/// Which parts of a whole are not told. Each of fewer than `least`; and the next smallest besides, until those that are not
/// told are at least two and hold together at least `least`: whoever subtracts the others from the whole finds no part and no
/// small group. None where the whole itself is too small.
pub fn withheld(sizes: &[u64], least: u64) -> Option<Vec<bool>> {
    if sizes.iter().sum::<u64>() < least {
        return None;
    }
    let mut hidden: Vec<bool> = sizes.iter().map(|size| *size > 0 && *size < least).collect();
    loop {
        let group = || sizes.iter().zip(&hidden).filter(|(_, is_hidden)| **is_hidden).map(|(size, _)| *size);
        let (count, sum) = (group().count(), group().sum::<u64>());
        if count == 0 || (count >= 2 && sum >= least) {
            return Some(hidden);
        }
        let told = sizes.iter().zip(&mut hidden).filter(|(size, is_hidden)| **size > 0 && !**is_hidden);
        let (_, next) = told.min_by_key(|(size, _)| **size)?;
        *next = true;
    }
}

/// How sure a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// Points above and below, at 95 %.
    Points(Decimal),
    /// Whoever wanted answered: no formula tells of those who did not.
    Open,
    /// All answered alike, or nobody did: the formula says nothing.
    NoSpread,
}

/// The 97.5 % quantile of the normal distribution, in hundredths: a constant of mathematics.
const Z_HUNDREDTHS: u128 = 196;

/// Half the width of the 95 % interval of a share `favourable / answered`, in points with one decimal:
/// `1.96 · √(deff · p(1 − p) / n)`. Without a design effect the design is open.
pub fn margin(answered: u64, favourable: u64, deff: Option<Decimal>) -> Margin {
    let Some(deff) = deff else { return Margin::Open };
    let (n, f) = (u128::from(answered), u128::from(favourable.min(answered)));
    if f == 0 || f == n {
        return Margin::NoSpread;
    }
    let hundredths = (deff * Decimal::from(100)).round().mantissa().unsigned_abs();
    // In tenths of points: the root of four times the square, halved and rounded in whole numbers.
    let z = Z_HUNDREDTHS * 10;
    let above =
        4_u128.saturating_mul(z * z).saturating_mul(hundredths).saturating_mul(f.saturating_mul(n - f));
    let below = n.saturating_mul(n).saturating_mul(n).saturating_mul(100).max(1);
    let tenths = (above / below).isqrt().div_ceil(2);
    Margin::Points(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1))
}

/// The favourable share in percent, with one decimal; none of nobody.
pub fn share(answered: u64, favourable: u64) -> Option<Decimal> {
    let percent =
        Decimal::from(favourable).checked_mul(Decimal::from(100))?.checked_div(Decimal::from(answered))?;
    Some(percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}

impl Question {
    /// How many of a tally answered favourably.
    pub fn favourable_of(&self, tally: &Tally) -> u64 {
        tally.0.iter().filter(|(answer, _)| self.favourable.contains(answer)).map(|(_, count)| count).sum()
    }
}
