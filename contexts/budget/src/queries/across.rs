//! A listing of one measure, year beside year: each column is what the listing of that year says.
use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroUsize,
    sync::Arc,
};

use base::Known;
use db::{Conn, Files, memo};
use jiff::civil::Date;

use super::{CutRequest, ExpressError, cut, express::Terms};
use crate::{
    columnar::Columnar,
    domain::{
        Across, Against, Answer, CutRow, Dimension, ExpressedColumn, Expression, Measure, ToldYears, WHO,
        YearFigures, across, express,
    },
    store,
};

/// The years side by side, and what their figures are made of.
#[derive(Clone, Debug)]
pub struct AcrossYears {
    pub across: Across,
    /// The year of constant soles.
    pub base: i16,
    /// Of prices or of populations.
    pub source: String,
    /// Executing units that were told of in each year, whatever is asked of them.
    pub units: BTreeMap<i16, usize>,
    /// Whether they are the same ones in all years.
    pub is_same_units: bool,
}

/// Why years cannot be compared so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcrossRefused {
    #[error("years stand side by side already: leave year out of what is listed by")]
    ByYear,
    #[error(
        "a comparison is of several years: leave the year out, or name several with year=CODE conditions"
    )]
    OneYear,
}

/// The measure of a comparison: what there is to spend, or the first of those named.
pub fn lead(measures: &[Measure]) -> Measure {
    let first = || measures.first().copied().unwrap_or(Measure::Pim);
    if measures.contains(&Measure::Pim) { Measure::Pim } else { first() }
}

impl CutRequest {
    /// Whether the years of this request can stand side by side.
    pub fn may_go_across(&self) -> Result<(), AcrossRefused> {
        if self.by.contains(&Dimension::Year) {
            Err(AcrossRefused::ByYear)
        } else if self.year.is_some() {
            Err(AcrossRefused::OneYear)
        } else {
            Ok(())
        }
    }

    /// Whether conditions leave a fiscal year in.
    pub fn asks_year(&self, year: i16) -> bool {
        let mut asked = self.filters.iter().filter(|(d, _)| *d == Dimension::Year).peekable();
        let year = year.to_string();
        asked.peek().is_none()
            || asked.any(|(_, code)| code.strip_suffix('*').map_or(*code == year, |p| year.starts_with(p)))
    }
}

/// Comparisons of a state that are kept, and the rows of the largest.
const KEPT_MAX: Option<NonZeroUsize> = NonZeroUsize::new(16);
const KEPT_ROWS_MAX: usize = 20_000;

/// `on`: the day on which the register is asked for populations, the same for all years. `measure`: the one shown.
pub async fn across_years(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    request: &CutRequest,
    measure: Measure,
    expression: Expression,
) -> Result<Arc<AcrossYears>, ExpressError> {
    let question = format!("{request:?} {measure} {expression:?} {on}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let at = (known, on);
    let made = across_years_anew(conn, files, columnar, at, request, measure, expression).await?;
    if made.across.rows.len() > KEPT_ROWS_MAX {
        return Ok(Arc::new(made));
    }
    Ok(memo::keep_of_many(KEPT_MAX, known, &question, made))
}

async fn across_years_anew(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    request: &CutRequest,
    measure: Measure,
    expression: Expression,
) -> Result<AcrossYears, ExpressError> {
    let terms = Terms::load(conn, files, (known, on), expression).await?;
    let answering = store::answering(conn, files, known).await?;
    let request = CutRequest { year: None, measures: vec![measure], ..request.clone() };
    let units: BTreeMap<&i16, _> = answering.iter().filter(|(year, _)| request.asks_year(**year)).collect();
    let mut sets = units.values();
    let is_same_units = sets.next().is_none_or(|first| sets.all(|other| other.keys().eq(first.keys())));
    let with_year = |by: &[Dimension]| by.iter().copied().chain([Dimension::Year]).collect::<Vec<_>>();
    let figures = CutRequest { by: with_year(&request.by), ..request.clone() };
    let figures = cut(conn, files, columnar, known, &figures).await?;
    let is_who = |d: &Dimension| WHO.contains(d);
    let who: Vec<usize> =
        (0..request.by.len()).filter(|at| request.by.get(*at).is_some_and(is_who)).collect();
    let who_by: Vec<Dimension> = request.by.iter().copied().filter(is_who).collect();
    let who_filters = request.filters.iter().filter(|(d, _)| is_who(d)).cloned().collect();
    let of_who = CutRequest { by: with_year(&who_by), filters: who_filters, ..request.clone() };
    let of_who = cut(conn, files, columnar, known, &of_who).await?;
    let told = by_year(Arc::unwrap_or_clone(of_who))
        .into_iter()
        .flat_map(|(year, answer)| answer.rows.into_iter().map(move |row| (row.codes, year)));
    let told = ToldYears { who, told: told.collect::<BTreeSet<_>>() };
    let mut of_year = by_year(Arc::unwrap_or_clone(figures));
    let shows = shows(measure, expression, terms.base);
    let mut years: BTreeMap<i16, YearFigures> = BTreeMap::new();
    for &&year in units.keys() {
        let none = Answer { by: request.by.clone(), measures: vec![measure], rows: Vec::new() };
        let answer = of_year.remove(&year).unwrap_or(none);
        years.insert(year, of_one_year(&terms, answer, year, expression, shows, &request.filters)?);
    }
    let across = across(request.by.clone(), shows, &years, &told);
    let units = units.into_iter().map(|(year, units)| (*year, units.len())).collect();
    Ok(AcrossYears { across, base: terms.base, source: terms.source, units, is_same_units })
}

/// Answers by the year that stands last in their codes.
fn by_year(answer: Answer) -> BTreeMap<i16, Answer> {
    let mut by = answer.by;
    by.pop();
    let mut years: BTreeMap<i16, Answer> = BTreeMap::new();
    for CutRow { mut codes, amounts } in answer.rows {
        let Some(year) = codes.pop().and_then(|year| year.parse().ok()) else { continue };
        let none = || Answer { by: by.clone(), measures: answer.measures.clone(), rows: Vec::new() };
        years.entry(year).or_insert_with(none).rows.push(CutRow { codes, amounts });
    }
    years
}

const fn shows(measure: Measure, expression: Expression, base: i16) -> ExpressedColumn {
    match expression {
        Expression::Soles => ExpressedColumn::Money(measure),
        Expression::Share => ExpressedColumn::Share(measure),
        Expression::PerHead => ExpressedColumn::PerHead(measure),
        Expression::Constant(_) => ExpressedColumn::Constant(measure, base),
    }
}

/// The figures of the listing of one year.
fn of_one_year(
    terms: &Terms,
    mut answer: Answer,
    year: i16,
    expression: Expression,
    shows: ExpressedColumn,
    filters: &[(Dimension, String)],
) -> Result<YearFigures, ExpressError> {
    let mut against = Against::default();
    terms.populations(&mut against, &answer, filters);
    if let Some(prices) = &terms.prices {
        if !prices.knows(year) {
            return Ok(YearFigures::default());
        }
        let convert = |amount| prices.constant(amount, year, terms.base);
        let totals = answer.measures.iter().map(|m| answer.total(*m).map(convert).transpose());
        against.totals = Some(totals.collect::<Result<_, _>>()?);
        for amount in answer.rows.iter_mut().flat_map(|row| &mut row.amounts) {
            *amount = amount.map(convert).transpose()?;
        }
    }
    let expressed = express(&answer, expression, terms.base, &against);
    let at = expressed.columns.iter().position(|column| *column == shows);
    let value = |values: &[Option<_>]| at.and_then(|at| values.get(at).copied().flatten());
    let rows = expressed.rows.into_iter().map(|row| (row.codes, value(&row.values))).collect();
    Ok(YearFigures { rows, total: value(&expressed.total), has_price: true })
}
