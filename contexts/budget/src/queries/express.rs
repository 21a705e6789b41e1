//! An answer as shares, per head or in constant soles.
use std::{collections::BTreeMap, sync::Arc};

use base::{Known, Money};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;

use super::{CutRequest, cut, heads::Heads, steps};
use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{
        Against, Answer, CohortsError, CutRow, Dimension, Expressed, Expression, Measure, NoPrice, Prices,
        PricesError, express,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum ExpressError {
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Prices(#[from] PricesError),
    #[error("budget/per_head.csv: {0}")]
    Kinds(#[from] csv::Error),
    #[error(transparent)]
    Cohorts(#[from] CohortsError),
    #[error(transparent)]
    Db(#[from] db::Error),
    /// What was asked for has no answer: a refusal, not a fault.
    #[error(transparent)]
    NoPrice(#[from] NoPrice),
}

/// The answer, in constant soles where those are asked for, and what is shown of it.
#[derive(Clone, Debug, Default)]
pub struct Expressing {
    pub answer: Arc<Answer>,
    pub expressed: Expressed,
    /// The year of constant soles.
    pub base: i16,
    /// Of prices or of populations.
    pub source: String,
}

/// `on`: the day on which the register is asked for populations.
pub async fn expressed(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    request: &CutRequest,
    expression: Expression,
) -> Result<Expressing, ExpressError> {
    let terms = Terms::load(conn, files, (known, on), expression).await?;
    let (answer, totals) = match &terms.prices {
        Some(prices) => {
            let (answer, totals) =
                constant(conn, files, columnar, known, request, prices, terms.base).await?;
            (Arc::new(answer), totals)
        }
        None => (cut(conn, files, columnar, known, request).await?, None),
    };
    let mut against = Against { lead: lead(&answer.measures), totals, ..Against::default() };
    terms.populations(&mut against, &answer, &request.filters);
    if expression == Expression::Share {
        let steps = steps(&request.filters);
        if let Some((_, before)) = steps.split_last() {
            let one = |(d, codes): &(Dimension, Vec<String>)| {
                codes.iter().map(|code| (*d, code.clone())).collect::<Vec<_>>()
            };
            let filters = before.iter().flat_map(one).collect();
            let wider = CutRequest { by: Vec::new(), filters, ..request.clone() };
            let wider = cut(conn, files, columnar, known, &wider).await?;
            against.parent = against.lead.and_then(|lead| wider.total(lead));
        }
    }
    let expressed = express(&answer, expression, terms.base, &against);
    Ok(Expressing { answer, expressed, base: terms.base, source: terms.source })
}

/// What amounts are turned into and of what, read once for however many listings.
pub(super) struct Terms {
    pub prices: Option<Prices>,
    heads: Option<Arc<Heads>>,
    /// The year of constant soles.
    pub base: i16,
    /// Of prices or of populations.
    pub source: String,
}

impl Terms {
    pub async fn load(
        conn: &mut Conn,
        files: &Files,
        (known, on): (Known, Date),
        expression: Expression,
    ) -> Result<Self, ExpressError> {
        let mut terms = Self { prices: None, heads: None, base: 0, source: String::new() };
        match expression {
            Expression::Constant(asked) => {
                let pack = Pack::known(conn, files, known).await?;
                let prices = Prices::parse(pack.text("budget/prices.csv")?)?;
                terms.base = asked.unwrap_or_else(|| prices.last());
                // A base without prices is refused even where there is no money.
                prices.constant(Money::ZERO, terms.base, terms.base)?;
                prices.source().clone_into(&mut terms.source);
                terms.prices = Some(prices);
            }
            Expression::PerHead => {
                let heads = Heads::load(conn, files, known, on).await?;
                terms.source.clone_from(&heads.source);
                terms.heads = Some(heads);
            }
            Expression::Soles | Expression::Share => {}
        }
        Ok(terms)
    }

    /// Who lives in the places of the rows and of the whole, where it is divided by them.
    pub fn populations(&self, against: &mut Against, answer: &Answer, filters: &[(Dimension, String)]) {
        let Some(heads) = &self.heads else { return };
        let whole = heads.of_filters(filters);
        against.populations = answer.rows.iter().map(|row| heads.of_row(&answer.by, row, whole)).collect();
        against.population = whole;
    }
}

/// The measure that is shown beside its shares.
fn lead(measures: &[Measure]) -> Option<Measure> {
    if measures.contains(&Measure::Pim) { Some(Measure::Pim) } else { measures.first().copied() }
}

/// Amounts with their years, one list per measure; absent where no delivery reports the measure.
type OfYears = Vec<Option<Vec<(i16, Money)>>>;

/// Each sum of the years' amounts in soles of the base, and those of the whole: all from exact amounts, rounded once.
async fn constant(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
    prices: &Prices,
    base: i16,
) -> Result<(Answer, Option<Vec<Option<Money>>>), ExpressError> {
    let mut by_year = request.clone();
    // Beside the year of the listing itself, if it is in it: the last column is dropped again.
    let year_at = request.by.iter().position(|d| *d == Dimension::Year);
    if year_at.is_none() {
        by_year.by.push(Dimension::Year);
    }
    let answer = Arc::unwrap_or_clone(cut(conn, files, columnar, known, &by_year).await?);
    let mut sums: BTreeMap<Vec<String>, OfYears> = BTreeMap::new();
    let mut whole: OfYears = vec![None; answer.measures.len()];
    for mut row in answer.rows {
        let year = match year_at {
            Some(at) => row.codes.get(at).cloned().unwrap_or_default(),
            None => row.codes.pop().unwrap_or_default(),
        };
        let year = year.parse::<i16>().unwrap_or_default();
        let own = sums.entry(row.codes).or_insert_with(|| vec![None; row.amounts.len()]);
        for ((own, whole), amount) in own.iter_mut().zip(&mut whole).zip(row.amounts) {
            let Some(amount) = amount else { continue };
            for list in [own, whole] {
                list.get_or_insert_default().push((year, amount));
            }
        }
    }
    let convert = |of: &OfYears| -> Result<Vec<Option<Money>>, NoPrice> {
        let one = |list: &Option<Vec<_>>| list.as_ref().map(|l| prices.constant_sum(l, base)).transpose();
        of.iter().map(one).collect()
    };
    let mut rows = Vec::with_capacity(sums.len());
    for (codes, own) in &sums {
        rows.push(CutRow { codes: codes.clone(), amounts: convert(own)? });
    }
    let totals = convert(&whole)?;
    Ok((Answer { by: request.by.clone(), measures: answer.measures, rows }, Some(totals)))
}
