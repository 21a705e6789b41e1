use std::{collections::BTreeMap, num::NonZeroUsize, sync::Arc};

use base::{Known, Money};
use db::{Conn, Files, memo};

use super::{CutRequest, cut};
use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{Answer, Answering, Dimension, Measure},
    store::{self, Stored},
};

/// A cut with the way to it and what answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exploration {
    pub answer: Arc<Answer>,
    /// Sums of the whole and after each step of [`steps`]: one amount per measure.
    pub along: Vec<Vec<Option<Money>>>,
    /// The deliveries that answered, each with its part of the total: one amount per measure.
    pub sources: Vec<(Stored, Vec<Option<Money>>)>,
}

impl Exploration {
    /// Of the whole answer, one amount per measure.
    pub fn totals(&self) -> &[Option<Money>] {
        self.along.last().map_or(&[], Vec::as_slice)
    }

    pub fn total(&self, measure: Measure) -> Option<Money> {
        let at = self.answer.measures.iter().position(|m| *m == measure)?;
        self.totals().get(at).copied().flatten()
    }
}

/// The conditions of a request by dimension, in the order in which each first stands: of the codes of one
/// dimension any may hold, so that they are one step.
pub fn steps(filters: &[(Dimension, String)]) -> Vec<(Dimension, Vec<String>)> {
    let mut steps: Vec<(Dimension, Vec<String>)> = Vec::new();
    for (dimension, code) in filters {
        match steps.iter_mut().find(|(d, _)| d == dimension) {
            Some((_, codes)) => codes.push(code.clone()),
            None => steps.push((*dimension, vec![code.clone()])),
        }
    }
    steps
}

/// Answers a request as [`super::cut`] does, with the sums on the way and by delivery.
pub async fn explore(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
) -> Result<Exploration, ColumnarError> {
    let mut run = async |by: Vec<Dimension>, filters: Vec<(Dimension, String)>| {
        let request = CutRequest { by, filters, ..request.clone() };
        cut(conn, files, columnar, known, &request).await
    };
    let answer = run(request.by.clone(), request.filters.clone()).await?;
    let mut along = Vec::new();
    let steps = steps(&request.filters);
    for count in 0..steps.len() {
        let taken = steps.iter().take(count).flat_map(|(d, codes)| codes.iter().map(|c| (*d, c.clone())));
        let whole = run(Vec::new(), taken.collect()).await?;
        along.push(sums(&whole));
    }
    let answered = answered(conn, files, columnar, known, request).await?;
    along.push(answered.total.clone());
    let deliveries = store::deliveries(conn, known).await?;
    let sources = deliveries
        .into_iter()
        .filter_map(|d| Some((d.clone(), answered.by_delivery.get(&d.delivery)?.clone())));
    Ok(Exploration { answer, along, sources: sources.collect() })
}

/// Sums of what conditions admit: one amount per measure.
#[derive(Debug)]
struct Answered {
    total: Vec<Option<Money>>,
    by_delivery: BTreeMap<i64, Vec<Option<Money>>>,
}

/// Conditions of a state whose sums are kept: they are short, and made of a row for each unit and year.
const ANSWERED_MAX: Option<NonZeroUsize> = NonZeroUsize::new(1_000);

/// What the conditions of a request come to, whatever it lists by.
async fn answered(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &CutRequest,
) -> Result<Arc<Answered>, ColumnarError> {
    let by = vec![Dimension::Year, Dimension::SecEjec];
    let request = CutRequest { by, ..request.clone() };
    let question = format!("{request:?}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let answering = store::answering(conn, files, known).await?;
    let by_unit = cut(conn, files, columnar, known, &request).await?;
    let answered = Answered { total: sums(&by_unit), by_delivery: by_delivery(&by_unit, &answering) };
    Ok(memo::keep_of_many(ANSWERED_MAX, known, &question, answered))
}

fn sums(answer: &Answer) -> Vec<Option<Money>> {
    answer.measures.iter().map(|measure| answer.total(*measure)).collect()
}

/// Sums by the delivery that answers for the unit and year of each row.
fn by_delivery(by_unit: &Answer, answering: &Answering) -> BTreeMap<i64, Vec<Option<Money>>> {
    let mut sums: BTreeMap<i64, Vec<Option<Money>>> = BTreeMap::new();
    for row in &by_unit.rows {
        let [year, unit] = row.codes.as_slice() else { continue };
        let of_year = year.parse().ok().and_then(|year: i16| answering.get(&year));
        let Some(delivery) = of_year.and_then(|units| units.get(unit)) else { continue };
        let sum = sums.entry(*delivery).or_insert_with(|| vec![None; row.amounts.len()]);
        for (sum, amount) in sum.iter_mut().zip(&row.amounts) {
            *sum = match (*sum, *amount) {
                (Some(sum), Some(amount)) => Some(sum + amount),
                (sum, amount) => sum.or(amount),
            };
        }
    }
    sums
}
