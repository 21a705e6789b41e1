//! Claims known, joined to the plans that stand.
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    num::NonZeroUsize,
    sync::{Arc, OnceLock},
};

use base::Known;
use db::{Conn, memo};
use planning::domain::{
    portfolio::{ElementAt, Portfolio},
    words::ElementKind,
};

use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{
        Dimension,
        attribution::{Attribution, Coverage, Held, Lineage, LineageBuilder, Rows},
    },
    queries::{CoverageBy, CutRequest, cut::cut_anew},
    store,
};

/// The lineage of the claimed elements, and per claim its element's number. Elements are named
/// `PLAN@VERSION/CODE`, so that a bare `PLAN/CODE` and the version in force are one; a claim whose element
/// is gone keeps its money under the name it gave.
pub fn lineage_of(portfolio: &Portfolio, claims: &[Attribution]) -> (Lineage, Vec<usize>) {
    let mut builder = LineageBuilder::default();
    let mut numbers: HashMap<ElementAt, usize> = HashMap::new();
    let mut open: Vec<ElementAt> = Vec::new();
    let elements = claims
        .iter()
        .map(|claim| match portfolio.find(&claim.element) {
            Some(at) => number(portfolio, at, &mut builder, &mut numbers, &mut open),
            None => builder.element(&claim.element.to_string()),
        })
        .collect();
    while let Some(at) = open.pop() {
        let child = number(portfolio, at, &mut builder, &mut numbers, &mut open);
        for parent in portfolio.parents(at) {
            let parent = number(portfolio, parent, &mut builder, &mut numbers, &mut open);
            builder.hang(child, parent);
        }
    }
    (builder.build(), elements)
}

/// Gives an element its number, and when it is new remembers to look above it.
fn number(
    portfolio: &Portfolio,
    at: ElementAt,
    builder: &mut LineageBuilder,
    numbers: &mut HashMap<ElementAt, usize>,
    open: &mut Vec<ElementAt>,
) -> usize {
    if let Some(number) = numbers.get(&at) {
        return *number;
    }
    let name = name(portfolio, at);
    let number = builder.element(&name);
    if portfolio.element(at).is_some_and(|node| node.element.kind == ElementKind::Objective) {
        builder.mark_objective(number);
    }
    numbers.insert(at, number);
    open.push(at);
    number
}

pub(super) fn name(portfolio: &Portfolio, at: ElementAt) -> String {
    portfolio.reference(at).map(|reference| reference.to_string()).unwrap_or_default()
}

/// Money rows with the claims on them; every question on coverage is a sum over it, so that all of them
/// round the same money in the same way.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub claims: Vec<Attribution>,
    pub lineage: Lineage,
    pub rows: Rows,
    /// By number of the element: its money with all that is below it.
    pub(super) held: BTreeMap<usize, Vec<Held>>,
    /// By number of [`CoverageBy`], once asked for.
    pub(super) listings: [OnceLock<Coverage>; CoverageBy::COUNT],
}

#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("the money rows lack a column that a claim asks for")]
    Columns,
}

/// What listings are made by, whatever is claimed.
const LISTED: [Dimension; 6] = [
    Dimension::Year,
    Dimension::Sector,
    Dimension::Entity,
    Dimension::Department,
    Dimension::MetaDepartment,
    Dimension::Programme,
];

/// Ledgers that are kept: one for each year that a state commonly has, for a year is judged as on its last day.
const KEPT_MAX: Option<NonZeroUsize> = NonZeroUsize::new(16);
/// A ledger of more rows is made each time: sixteen of them would fill the memory of a small machine.
const KEPT_ROWS_MAX: usize = 400_000;

/// Judges the money known of a year, or of every year, in one pass, by every measure of [`Measure::USUAL`].
/// The rows are cut by the listed columns and by every column that any claim asks: shares are rounded on those
/// rows, the same for every listing.
pub async fn ledger(
    conn: &mut Conn,
    files: &db::Files,
    columnar: &dyn Columnar,
    known: Known,
    portfolio: &Portfolio,
    year: Option<i16>,
) -> Result<Arc<Ledger>, LedgerError> {
    let question = format!("{year:?} {}", portfolio.on());
    let known = memo::settled(conn, known, &[planning::queries::TABLES, store::TABLES].concat()).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let made = ledger_anew(conn, files, columnar, known, portfolio, year).await?;
    if made.rows.count() > KEPT_ROWS_MAX {
        return Ok(Arc::new(made));
    }
    Ok(memo::keep_of_many(KEPT_MAX, known, &question, made))
}

async fn ledger_anew(
    conn: &mut Conn,
    files: &db::Files,
    columnar: &dyn Columnar,
    known: Known,
    portfolio: &Portfolio,
    year: Option<i16>,
) -> Result<Ledger, LedgerError> {
    let recorded = store::attributions::all(conn, known).await?;
    let claims: Vec<Attribution> = recorded.into_iter().map(|r| r.claim).collect();
    let (lineage, elements) = lineage_of(portfolio, &claims);
    let asked = claims.iter().flat_map(|claim| claim.pattern.terms()).map(|(column, _)| *column);
    let mut by: Vec<Dimension> = LISTED.into_iter().chain(asked).collect();
    by.sort_unstable();
    by.dedup();
    let request = CutRequest { by, year, ..CutRequest::default() };
    let answer = cut_anew(conn, files, columnar, known, &request).await?;
    let rows = Rows::new(answer, &claims, &elements, &lineage).ok_or(LedgerError::Columns)?;
    Ok(Ledger { held: rows.held(&lineage), claims, lineage, rows, listings: Default::default() })
}

impl Ledger {
    /// The same money as if the elements that `left` lacks had never claimed any: `left` is `whole` without
    /// them, and `gone` says which they are. `None` where the rows lack a column that a claim asks for.
    pub fn without(&self, whole: &Portfolio, gone: &BTreeSet<ElementAt>, left: &Portfolio) -> Option<Self> {
        let stays = |claim: &&Attribution| whole.find(&claim.element).is_none_or(|at| !gone.contains(&at));
        let claims: Vec<Attribution> = self.claims.iter().filter(stays).cloned().collect();
        let (lineage, elements) = lineage_of(left, &claims);
        let rows = self.rows.claimed_by(&claims, &elements, &lineage)?;
        Some(Self { held: rows.held(&lineage), claims, lineage, rows, listings: Default::default() })
    }
}
