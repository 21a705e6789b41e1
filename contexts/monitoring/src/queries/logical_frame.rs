//! The logical frame of a budget programme as the sources tell it: final result, specific result, products, activities, inputs (Box 17 of
//! the Public Governance Review of Peru, 2016), and what is missing of it.
use std::collections::{BTreeMap, BTreeSet};

use base::{Known, Money};
use budget::columnar::{Columnar, ColumnarError};
use budget::domain::{Answer, Dimension, Measure};
use budget::queries::{CutRequest, LedgerError, ListError, Names, cut, listed_products, names_by};
use db::{Conn, Files};
use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive as _};

use super::cards::cards;
use super::programme::{Claimed, ProgrammeRequest, programme_claims};
use crate::domain::design::{Amount, Aspect, Statement};
use crate::domain::records::{Card, CardKey, CardLevel};
use crate::store;

/// Money under a code, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub code: String,
    pub name: String,
    pub pim: Money,
    pub accrued: Money,
}

/// A product with what is done for it and how it is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub line: Line,
    pub activities: usize,
    pub cards: usize,
    /// Whether the country pack lists it as a product of the programme; projects and what has no product are not.
    pub is_listed: bool,
    /// What its design says of it.
    pub design: Vec<Statement>,
}

impl Product {
    pub fn said(&self, aspect: Aspect) -> Option<&Statement> {
        self.design.iter().find(|said| said.aspect == aspect)
    }

    /// What a planned unit costs: the budget of the year by what is planned for it. None where nothing is planned for that year.
    pub fn unit_cost(&self, year: i16) -> Option<(Money, &Amount)> {
        let planned = self.said(Aspect::Magnitude)?.amount.as_ref().filter(|amount| amount.year == year)?;
        Some((per_unit(self.line.pim, planned.quantity)?, planned))
    }
}

/// Of each unit, to the céntimo, half of one upwards; none of nothing.
fn per_unit(money: Money, quantity: Decimal) -> Option<Money> {
    let share = Decimal::from(money.as_centimos()).checked_div(quantity)?;
    let whole = share.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    whole.to_i64().map(Money::centimos)
}

/// What is missing of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// No objective of a plan claims its money: nothing says which policy it serves (¶343).
    NoFinalResult,
    /// The design names no problem that the specific result would change (¶306, Box 17).
    NoProblem,
    /// The design names no target population.
    NoTargetPopulation,
    /// Products with money whose design names nobody who receives them.
    NoBeneficiaries(usize),
    /// Products with money whose design says no planned magnitude.
    NoMagnitude(usize),
    /// No sheet of an indicator measures a specific result.
    NoSpecificResult,
    /// Money goes to a product that no sheet measures.
    Unmeasured(String),
    /// A sheet measures a product that has no money in the year.
    Unfunded(String),
    /// Sheets that do not say which dimension they measure.
    NoDimension(usize),
    /// Sheets that do not say how often they are measured: not bound in time.
    NoInterval(usize),
    /// Sheets without method or without source: not measurable by whoever reads them.
    NotMeasurable(usize),
}

/// The five levels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogicalFrame {
    /// Elements of plans that claim its money.
    pub final_results: Vec<Claimed>,
    pub specific: Vec<(CardKey, Card)>,
    /// What the design says of the programme itself.
    pub design: Vec<Statement>,
    pub products: Vec<Product>,
    /// By generic group of expenditure.
    pub inputs: Vec<Line>,
    pub gaps: Vec<Gap>,
}

impl LogicalFrame {
    /// All that is said of its design: of the programme, then of its products, with their names.
    pub fn described(&self) -> Vec<(&Statement, &str)> {
        let own = self.design.iter().map(|said| (said, ""));
        let of_products = self
            .products
            .iter()
            .flat_map(|product| product.design.iter().map(|said| (said, product.line.name.as_str())));
        own.chain(of_products).collect()
    }
}

/// Why a frame cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    #[error(transparent)]
    List(#[from] ListError),
}

/// The frame in a year; `today` says which products the list holds, for whoever describes them does it by the list of today.
///
/// # Errors
/// Money that cannot be read.
pub async fn logical_frame(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, today): (Known, Date),
    request: &ProgrammeRequest<'_>,
) -> Result<LogicalFrame, FrameError> {
    let claims = programme_claims(conn, files, columnar, known, request).await?;
    let sheets = latest(&cards(conn, known, Some(request.code)).await?);
    let filters = vec![(Dimension::Programme, request.code.to_owned())];
    let by = |by: Vec<Dimension>| CutRequest {
        by,
        filters: filters.clone(),
        year: request.year,
        measures: Vec::new(),
    };
    let done = cut(conn, files, columnar, known, &by(vec![Dimension::Product, Dimension::Activity])).await?;
    let spent = cut(conn, files, columnar, known, &by(vec![Dimension::Generic])).await?;
    let named = [Dimension::Product, Dimension::Generic];
    let names = names_by(conn, known, &named, request.year).await?;
    let of = |dimension: Dimension| names.get(&dimension);
    let (specific, measured): (Vec<_>, Vec<_>) =
        sheets.into_iter().partition(|(_, card)| card.level == CardLevel::SpecificResult);
    let listed = listed_products(conn, files, (known, today), request.code).await?;
    let (of_products, design): (Vec<_>, Vec<_>) = store::designs::of_programme(conn, known, request.code)
        .await?
        .into_iter()
        .partition(|said| said.product.is_some());
    let mut products = products(&done, of(Dimension::Product), &measured);
    for product in &mut products {
        let own = |said: &&Statement| said.product.as_deref() == Some(product.line.code.as_str());
        product.design = of_products.iter().filter(own).cloned().collect();
        product.is_listed = listed.iter().any(|one| one.code == product.line.code);
    }
    let mut found = LogicalFrame {
        final_results: claims.claims,
        inputs: lines(&spent, of(Dimension::Generic)),
        gaps: Vec::new(),
        products,
        specific,
        design,
    };
    found.gaps = gaps(&found, &measured);
    Ok(found)
}

/// Of each sheet that of the last year.
fn latest(all: &[(CardKey, Card)]) -> Vec<(CardKey, Card)> {
    let mut found: BTreeMap<&str, &(CardKey, Card)> = BTreeMap::new();
    for one in all {
        let is_later = found.get(one.0.code.as_str()).is_none_or(|(key, _)| key.year <= one.0.year);
        if is_later {
            found.insert(&one.0.code, one);
        }
    }
    found.into_values().cloned().collect()
}

fn amount(answer: &Answer, amounts: &[Option<Money>], measure: Measure) -> Money {
    let at = answer.measures.iter().position(|one| *one == measure);
    at.and_then(|at| amounts.get(at).copied().flatten()).unwrap_or(Money::ZERO)
}

/// By the first code of the answer, those with most money first.
fn lines(answer: &Answer, names: Option<&Names>) -> Vec<Line> {
    let mut by_code: BTreeMap<&str, (Money, Money)> = BTreeMap::new();
    for row in &answer.rows {
        let Some(code) = row.codes.first() else { continue };
        let (pim, accrued) = by_code.entry(code).or_insert((Money::ZERO, Money::ZERO));
        *pim += amount(answer, &row.amounts, Measure::Pim);
        *accrued += amount(answer, &row.amounts, Measure::Accrued);
    }
    let name = |code: &str| names.and_then(|names| names.name(code)).unwrap_or(code).to_owned();
    let line =
        |(code, (pim, accrued)): (&str, _)| Line { code: code.to_owned(), name: name(code), pim, accrued };
    let mut found: Vec<Line> = by_code.into_iter().map(line).collect();
    found.sort_by_key(|line| std::cmp::Reverse(line.pim));
    found
}

/// Products with money, and those that are measured without any.
fn products(done: &Answer, names: Option<&Names>, measured: &[(CardKey, Card)]) -> Vec<Product> {
    let mut activities: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &done.rows {
        if let [product, activity] = row.codes.as_slice() {
            activities.entry(product).or_default().insert(activity);
        }
    }
    let of = |code: &str| measured.iter().filter(|(_, card)| card.product.as_deref() == Some(code)).count();
    let product = |line: Line| Product {
        activities: activities.get(line.code.as_str()).map_or(0, BTreeSet::len),
        cards: of(&line.code),
        line,
        is_listed: false,
        design: Vec::new(),
    };
    let mut found: Vec<Product> = lines(done, names).into_iter().map(product).collect();
    let with_money: BTreeSet<String> = found.iter().map(|product| product.line.code.clone()).collect();
    let mut without: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, card) in measured {
        if let Some(code) = card.product.as_deref().filter(|code| !with_money.contains(*code)) {
            without.insert(code, card.product_name.as_deref().unwrap_or(code));
        }
    }
    found.extend(without.into_iter().map(|(code, name)| Product {
        line: Line { code: code.to_owned(), name: name.to_owned(), pim: Money::ZERO, accrued: Money::ZERO },
        activities: 0,
        cards: of(code),
        is_listed: false,
        design: Vec::new(),
    }));
    found
}

/// What is missing, from the top of the frame down.
fn gaps(of: &LogicalFrame, measured: &[(CardKey, Card)]) -> Vec<Gap> {
    let mut found = Vec::new();
    if of.final_results.is_empty() {
        found.push(Gap::NoFinalResult);
    }
    let says = |aspect| of.design.iter().any(|said| said.aspect == aspect);
    let unsaid = [(Aspect::Problem, Gap::NoProblem), (Aspect::TargetPopulation, Gap::NoTargetPopulation)];
    found.extend(unsaid.into_iter().filter(|(aspect, _)| !says(*aspect)).map(|(_, gap)| gap));
    if of.specific.is_empty() {
        found.push(Gap::NoSpecificResult);
    }
    for product in &of.products {
        let code = || product.line.code.clone();
        if product.cards == 0 {
            found.push(Gap::Unmeasured(code()));
        } else if product.cards > 0 && product.line.pim.is_zero() {
            found.push(Gap::Unfunded(code()));
        }
    }
    let silent = |aspect| {
        let funded = of.products.iter().filter(|one| one.is_listed && !one.line.pim.is_zero());
        funded.filter(|one| one.said(aspect).is_none()).count()
    };
    let undescribed = [
        (silent(Aspect::BeneficiaryPopulation), Gap::NoBeneficiaries as fn(usize) -> Gap),
        (silent(Aspect::Magnitude), Gap::NoMagnitude),
    ];
    found.extend(undescribed.into_iter().filter(|(n, _)| *n > 0).map(|(n, gap)| gap(n)));
    let sheets = || of.specific.iter().chain(measured).map(|(_, card)| card);
    let count = |lacks: fn(&Card) -> bool| sheets().filter(|card| lacks(card)).count();
    let lacking = [
        (count(|card| card.dimension.is_none()), Gap::NoDimension as fn(usize) -> Gap),
        (count(|card| card.intervals_months.is_empty()), Gap::NoInterval),
        (
            count(|card| card.method.is_none() || card.data_source.is_none() || card.unit.is_empty()),
            Gap::NotMeasurable,
        ),
    ];
    found.extend(lacking.into_iter().filter(|(n, _)| *n > 0).map(|(n, gap)| gap(n)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_costs_the_budget_by_what_is_planned() {
        let check = |centimos: i64, quantity: &str, expect: Option<i64>| {
            let found = per_unit(Money::centimos(centimos), quantity.parse().unwrap());
            assert_eq!(found, expect.map(Money::centimos), "{centimos} / {quantity}");
        };
        check(100_000, "4", Some(25_000));
        check(100_000, "3", Some(33_333));
        check(200_000, "3", Some(66_667));
        check(1, "2", Some(1));
        check(0, "7", Some(0));
        check(100, "0.5", Some(200));
        check(100, "0", None);
        check(i64::MAX, "0.001", None);
    }
}
