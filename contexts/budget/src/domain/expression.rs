//! The same money as a share of a total, per head, or in soles of one year.
use base::Money;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{Answer, Dimension, Measure};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expression {
    /// Soles of each year.
    #[default]
    Soles,
    /// Percent of what is listed.
    Share,
    /// Soles per inhabitant.
    PerHead,
    /// In soles of one year: the last of known prices where none is named.
    Constant(Option<i16>),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownExpression {
    #[error("money is not shown as {0:?}; there are: share, per_head, constant")]
    Name(String),
    #[error("a base year goes with constant soles alone")]
    Base,
}

impl Expression {
    pub fn parse(name: Option<&str>, base: Option<i16>) -> Result<Self, UnknownExpression> {
        match (name.map(str::trim), base) {
            (Some("constant"), base) => Ok(Self::Constant(base)),
            (None | Some("" | "share" | "per_head"), Some(_)) => Err(UnknownExpression::Base),
            (None | Some(""), None) => Ok(Self::Soles),
            (Some("share"), None) => Ok(Self::Share),
            (Some("per_head"), None) => Ok(Self::PerHead),
            (Some(other), _) => Err(UnknownExpression::Name(other.chars().take(80).collect())),
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Soles => "",
            Self::Share => "share",
            Self::PerHead => "per_head",
            Self::Constant(_) => "constant",
        }
    }
}

/// What a column of an expressed answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpressedColumn {
    Money(Measure),
    /// Percent of the total of all rows listed, six decimals.
    Share(Measure),
    /// Percent of the cut without its last condition, six decimals.
    ShareOfParent(Measure),
    Population,
    /// Soles per inhabitant, to the céntimo.
    PerHead(Measure),
    /// Soles of the year.
    Constant(Measure, i16),
}

impl ExpressedColumn {
    /// The heading in files.
    pub fn code(self) -> String {
        match self {
            Self::Money(measure) => measure.code().to_owned(),
            Self::Share(measure) => format!("{measure}_percent_of_total"),
            Self::ShareOfParent(measure) => format!("{measure}_percent_of_parent"),
            Self::Population => "population".to_owned(),
            Self::PerHead(measure) => format!("{measure}_per_head"),
            Self::Constant(measure, year) => format!("{measure}_in_soles_of_{year}"),
        }
    }
}

/// Values of one row, one per column; absent where there is nothing to divide by or no delivery reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressedRow {
    pub codes: Vec<String>,
    pub values: Vec<Option<Decimal>>,
}

/// An answer in other words; `rows` stand in the order of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expressed {
    pub by: Vec<Dimension>,
    pub columns: Vec<ExpressedColumn>,
    pub rows: Vec<ExpressedRow>,
    pub total: Vec<Option<Decimal>>,
}

/// What amounts are compared with.
#[derive(Clone, Debug, Default)]
pub struct Against {
    pub lead: Option<Measure>,
    /// The lead's total without the last condition.
    pub parent: Option<Money>,
    /// Inhabitants of each row's place, in the order of the rows, and of the place of the whole.
    pub populations: Vec<Option<i64>>,
    pub population: Option<i64>,
    /// Sums of the whole, one per measure, where they are not those of the rows: rows in constant soles are each
    /// rounded, and so is the whole, from its exact amounts.
    pub totals: Option<Vec<Option<Money>>>,
}

/// Every figure is made of exact amounts and rounded once, also that of the total: as many rows as are listed, so
/// many halves of a last digit may their sum differ from it. `answer` is in constant soles of `base` already, where
/// that is what is asked for.
pub fn express(answer: &Answer, expression: Expression, base: i16, against: &Against) -> Expressed {
    let columns = columns(answer, expression, base, against);
    let summed = || answer.measures.iter().map(|m| answer.total(*m)).collect();
    let totals: Vec<Option<Money>> = against.totals.clone().unwrap_or_else(summed);
    let at = |measure: Measure| answer.measures.iter().position(|m| *m == measure);
    let value = |column: ExpressedColumn, amounts: &[Option<Money>], heads: Option<i64>| {
        let of = |list: &[Option<Money>], measure| list.get(at(measure)?).copied().flatten();
        match column {
            ExpressedColumn::Money(m) | ExpressedColumn::Constant(m, _) => of(amounts, m).map(soles),
            ExpressedColumn::Share(m) => share(of(amounts, m)?, of(&totals, m)?),
            ExpressedColumn::ShareOfParent(m) => share(of(amounts, m)?, against.parent?),
            ExpressedColumn::Population => heads.map(Decimal::from),
            ExpressedColumn::PerHead(m) => per_head(of(amounts, m)?, heads?).map(soles),
        }
    };
    let values =
        |amounts: &[Option<Money>], heads| columns.iter().map(|c| value(*c, amounts, heads)).collect();
    let rows = answer.rows.iter().enumerate().map(|(nth, row)| ExpressedRow {
        codes: row.codes.clone(),
        values: values(&row.amounts, against.populations.get(nth).copied().flatten()),
    });
    Expressed {
        by: answer.by.clone(),
        rows: rows.collect(),
        total: values(&totals, against.population),
        columns,
    }
}

fn columns(answer: &Answer, expression: Expression, base: i16, against: &Against) -> Vec<ExpressedColumn> {
    let each = |column: fn(Measure) -> ExpressedColumn| answer.measures.iter().map(move |m| column(*m));
    let lead = against.lead.map(ExpressedColumn::Money).into_iter();
    match expression {
        Expression::Soles => each(ExpressedColumn::Money).collect(),
        Expression::Share => {
            let parent = against.lead.filter(|_| against.parent.is_some());
            lead.chain(each(ExpressedColumn::Share))
                .chain(parent.map(ExpressedColumn::ShareOfParent))
                .collect()
        }
        Expression::PerHead => [ExpressedColumn::Population]
            .into_iter()
            .chain(lead)
            .chain(each(ExpressedColumn::PerHead))
            .collect(),
        Expression::Constant(_) => {
            answer.measures.iter().map(|m| ExpressedColumn::Constant(*m, base)).collect()
        }
    }
}

fn soles(amount: Money) -> Decimal {
    Decimal::new(amount.as_centimos(), 2)
}

/// Percent of the whole with six decimals, halves to the even one; `None` of nothing.
pub fn share(amount: Money, whole: Money) -> Option<Decimal> {
    let percent = Decimal::from(amount.as_centimos()).checked_mul(Decimal::ONE_HUNDRED)?;
    let percent = percent.checked_div(Decimal::from(whole.as_centimos()))?;
    let mut percent = percent.round_dp_with_strategy(6, RoundingStrategy::MidpointNearestEven);
    percent.rescale(6);
    Some(percent)
}

/// To the céntimo, halves to the even one; `None` where nobody lives.
pub fn per_head(amount: Money, population: i64) -> Option<Money> {
    let heads = Decimal::from(population);
    let centimos = Decimal::from(amount.as_centimos()).checked_div(heads).filter(|_| population > 0)?;
    let centimos = centimos.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven);
    centimos.to_i64().map(Money::centimos)
}
