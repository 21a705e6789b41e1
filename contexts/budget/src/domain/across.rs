//! One listing, year beside year.
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Dimension, ExpressedColumn};

/// A listing of one measure with a column for each fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    pub by: Vec<Dimension>,
    /// What a figure is, whatever its year.
    pub shows: ExpressedColumn,
    /// Years that some delivery tells of, one column each.
    pub years: Vec<i16>,
    /// First and last of the years with a total, where they are two: those that are compared.
    pub compared: Option<(i16, i16)>,
    /// By codes.
    pub rows: Vec<AcrossRow>,
    pub total: AcrossRow,
}

impl Across {
    /// The years of which there are no data of a row, with blanks between.
    pub fn without_data(&self, row: &AcrossRow) -> String {
        let without = self.years.iter().zip(&row.figures).filter(|(_, figure)| **figure == Figure::NoData);
        without.map(|(year, _)| year.to_string()).collect::<Vec<_>>().join(" ")
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcrossRow {
    /// Empty in the total.
    pub codes: Vec<String>,
    /// One per year.
    pub figures: Vec<Figure>,
    /// The last year compared less the first; absent where either has no figure.
    pub change: Option<Decimal>,
    /// That change in percent of the first, two decimals; absent where the first is not above zero.
    pub change_percent: Option<Decimal>,
}

/// What a year says of a row. Only a value is a number: nothing else may pass for zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    Value(Decimal),
    /// Deliveries tell of the year, and of none of this money.
    #[default]
    NoRow,
    /// Deliveries have the row, and not the measure or what it is divided by.
    NoValue,
    /// No delivery tells of who is asked for in the year.
    NoData,
    /// The prices of the year are not known.
    NoPrice,
}

impl Figure {
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Value(value) => Some(value),
            Self::NoRow | Self::NoValue | Self::NoData | Self::NoPrice => None,
        }
    }
}

/// What one year says: its figures by codes, and its total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearFigures {
    pub rows: BTreeMap<Vec<String>, Option<Decimal>>,
    pub total: Option<Decimal>,
    pub has_price: bool,
}

/// Who was told of in which years: an executing unit without a delivery has no data, which is not zero.
#[derive(Clone, Debug, Default)]
pub struct ToldYears {
    /// Positions among the codes of a row of those that say who spends.
    pub who: Vec<usize>,
    /// Those codes, with each year that some delivery tells of them.
    pub told: BTreeSet<(Vec<String>, i16)>,
}

impl ToldYears {
    fn tells(&self, codes: &[String], year: i16) -> bool {
        let who = self.who.iter().filter_map(|at| codes.get(*at).cloned()).collect();
        self.told.contains(&(who, year))
    }
}

/// Dimensions that say who spends: of each unit they hold, whatever it spends on.
pub const WHO: [Dimension; 9] = [
    Dimension::Level,
    Dimension::Entity,
    Dimension::Sector,
    Dimension::Pliego,
    Dimension::SecEjec,
    Dimension::Ejecutora,
    Dimension::Department,
    Dimension::Province,
    Dimension::District,
];

/// Puts the years side by side.
pub fn across(
    by: Vec<Dimension>,
    shows: ExpressedColumn,
    years: &BTreeMap<i16, YearFigures>,
    told: &ToldYears,
) -> Across {
    let mut with_total = years.iter().filter(|(_, year)| year.total.is_some()).map(|(year, _)| *year);
    let compared = with_total.next().zip(with_total.next_back());
    let codes: BTreeSet<&Vec<String>> = years.values().flat_map(|year| year.rows.keys()).collect();
    let figure = |codes: &Vec<String>, (year, figures): (&i16, &YearFigures)| {
        if !figures.has_price {
            return Figure::NoPrice;
        }
        match figures.rows.get(codes) {
            Some(Some(value)) => Figure::Value(*value),
            Some(None) => Figure::NoValue,
            None if told.tells(codes, *year) => Figure::NoRow,
            None => Figure::NoData,
        }
    };
    let row = |codes: &Vec<String>, figures: Vec<Figure>| {
        let (change, change_percent) = change(years.keys().zip(&figures), compared);
        AcrossRow { codes: codes.clone(), figures, change, change_percent }
    };
    let of_codes = |codes: &Vec<String>| years.iter().map(|year| figure(codes, year)).collect();
    let total = |(year, figures): (&i16, &YearFigures)| match figures.total {
        Some(total) => Figure::Value(total),
        None if !figures.has_price => Figure::NoPrice,
        None if !figures.rows.is_empty() => Figure::NoValue,
        None if told.told.iter().any(|(_, of)| of == year) => Figure::NoRow,
        None => Figure::NoData,
    };
    Across {
        by,
        shows,
        years: years.keys().copied().collect(),
        compared,
        rows: codes.into_iter().map(|codes| row(codes, of_codes(codes))).collect(),
        total: row(&Vec::new(), years.iter().map(total).collect()),
    }
}

/// Of the last year compared against the first: the difference, and its percent.
fn change<'f>(
    figures: impl Iterator<Item = (&'f i16, &'f Figure)>,
    compared: Option<(i16, i16)>,
) -> (Option<Decimal>, Option<Decimal>) {
    let Some((first, last)) = compared else { return (None, None) };
    let (mut before, mut after) = (None, None);
    for (year, figure) in figures {
        if *year == first {
            before = figure.value();
        }
        if *year == last {
            after = figure.value();
        }
    }
    let change = after.zip(before).and_then(|(after, before)| after.checked_sub(before));
    let percent = change.zip(before.filter(|before| *before > Decimal::ZERO)).and_then(|(change, before)| {
        let percent = change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
        let mut percent = percent.round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
        percent.rescale(2);
        Some(percent)
    });
    (change, percent)
}
