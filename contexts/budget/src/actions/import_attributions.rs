//! Records who claims which money. A file states everything its source claims.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::{Known, RowErrors, Seq};
use journal::Ctx;
use planning::domain::{portfolio::Portfolio, reference::ElementRef};
use serde::Serialize;
use sheets::Sheet;

use super::attribution_rows::{ClaimRow, read_claims};
use crate::{
    domain::{
        Dimension,
        attribution::{Attribution, FiscalYears, Pattern, Stakes, Term, WHOLE},
    },
    queries::lineage_of,
    store,
};

/// What a person hands in.
#[derive(Clone, Debug)]
pub struct AttributionFile {
    pub sheets: Vec<Sheet>,
    /// Who claims: a later file of the same source replaces its claims.
    pub source: String,
    /// Take the good rows though others are refused; then nothing is withdrawn, for what is missing may be
    /// among the refused.
    pub partial: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AttributionsImported {
    pub added: usize,
    pub changed: usize,
    /// Claims that the source no longer states.
    pub withdrawn: usize,
    pub unchanged: usize,
    pub refused: RowErrors,
    /// Doubts that refuse nothing: codes that no delivery has, money claimed beyond the whole.
    pub warnings: RowErrors,
    /// Entry of the journal; `None` if there was nothing to write.
    pub seq: Option<Seq>,
}

#[derive(Debug, thiserror::Error)]
pub enum AttributionRefusal {
    #[error("nothing was imported; correct these rows, or say --partial to import the others:\n{0}")]
    Rows(RowErrors),
    #[error("the file has no claims; to withdraw every claim of a source, state at least one other")]
    Empty,
    #[error(transparent)]
    Sheets(#[from] sheets::Error),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

#[derive(Serialize)]
struct Recorded<'a> {
    source: &'a str,
    added: usize,
    changed: usize,
    withdrawn: usize,
}

/// What makes a claim the same claim in a later file.
type Key = (ElementRef, Pattern, FiscalYears);

fn key(claim: &Attribution) -> Key {
    (claim.element.clone(), claim.pattern.clone(), claim.years)
}

/// All or nothing unless `partial`. `portfolio`: the plans as they stand, which elements must be of.
pub async fn import_attributions(
    ctx: &Ctx,
    portfolio: &Portfolio,
    input: &AttributionFile,
) -> Result<AttributionsImported, AttributionRefusal> {
    let (rows, mut refused) = read_claims(&input.sheets)?;
    let rows = acceptable(rows, portfolio, &mut refused);
    if !refused.is_empty() && !input.partial {
        return Err(AttributionRefusal::Rows(refused));
    }
    if rows.is_empty() {
        return Err(AttributionRefusal::Empty);
    }
    let mut act = ctx.open("budget.import_attributions").await?;
    let all = store::attributions::all(act.conn(), Known::NOW).await?;
    let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|r| r.source == input.source);
    let mut known: BTreeMap<Key, Attribution> = own.into_iter().map(|r| (key(&r.claim), r.claim)).collect();
    let mut warnings = unknown_codes(act.conn(), &rows).await?;
    let others = others.into_iter().map(|r| r.claim);
    warnings.0.extend(beyond_whole(&rows, others, portfolio).0);
    let mut outcome = AttributionsImported { refused, warnings, ..AttributionsImported::default() };
    let (mut opened, mut closed) = (Vec::new(), Vec::new());
    for ClaimRow { claim, .. } in rows {
        match known.remove(&key(&claim)) {
            Some(old) if old == claim => outcome.unchanged += 1,
            Some(old) => {
                outcome.changed += 1;
                closed.push(old);
                opened.push(claim);
            }
            None => {
                outcome.added += 1;
                opened.push(claim);
            }
        }
    }
    if !input.partial {
        outcome.withdrawn = known.len();
        closed.extend(known.into_values());
    }
    if opened.is_empty() && closed.is_empty() {
        return Ok(outcome);
    }
    let seq = act.seq();
    for claim in &closed {
        store::attributions::close(act.conn(), seq, &input.source, claim).await?;
    }
    store::attributions::add(act.conn(), seq, &input.source, &opened).await?;
    let AttributionsImported { added, changed, withdrawn, .. } = outcome;
    let record = Recorded { source: &input.source, added, changed, withdrawn };
    outcome.seq = Some(act.commit(&format!("attributions {}", input.source), &record).await?);
    Ok(outcome)
}

/// Rows of known elements, each claim once.
fn acceptable(rows: Vec<ClaimRow>, portfolio: &Portfolio, refused: &mut RowErrors) -> Vec<ClaimRow> {
    let mut lines: HashMap<(ElementRef, Pattern), Vec<(FiscalYears, u64)>> = HashMap::new();
    let mut accepted = Vec::with_capacity(rows.len());
    for row in rows {
        let claim = &row.claim;
        let element = claim.element.to_string();
        if portfolio.find(&claim.element).is_none() {
            let reason = "no plan recorded has this element: import the plan first, or correct the code";
            refused.push(row.error("element", &element, reason));
            continue;
        }
        let same = lines.entry((claim.element.clone(), claim.pattern.clone())).or_default();
        if let Some((_, line)) = same.iter().find(|(years, _)| years.overlaps(claim.years)) {
            let reason = format!(
                "claims the same money for the same element as line {line}, in a year of both: keep one of the two"
            );
            refused.push(row.error("element", &element, reason));
            continue;
        }
        same.push((claim.years, row.line));
        accepted.push(row);
    }
    accepted
}

/// Codes that no delivery bears: a slip of the pen, or money still to come.
async fn unknown_codes(conn: &mut db::Conn, rows: &[ClaimRow]) -> Result<RowErrors, db::Error> {
    let mut warnings = RowErrors::default();
    let asked: BTreeSet<Dimension> =
        rows.iter().flat_map(|row| row.claim.pattern.terms()).map(|(column, _)| *column).collect();
    for dimension in asked {
        let names = store::names(conn, Known::NOW, dimension, None).await?;
        let codes: BTreeSet<&str> = names.iter().map(|name| name.code.as_str()).collect();
        if codes.is_empty() {
            continue; // nothing delivered yet, or a column that sources do not name
        }
        for row in rows {
            let Some(term) = row.claim.pattern.term(dimension) else { continue };
            let borne = match term {
                Term::Exact(code) => codes.contains(&**code),
                Term::Prefix(prefix) => codes.range(&**prefix..).next().is_some_and(|c| term.meets(c)),
            };
            if !borne {
                let reason = "no delivery has this code: the claim meets no money so far";
                warnings.push(row.error(dimension.code(), &term.to_string(), reason));
            }
        }
    }
    Ok(warnings)
}

/// Claims on exactly the same money whose net shares exceed the whole, told at the last such line.
/// Claims that meet in part of their money alone show in the coverage.
fn beyond_whole(
    rows: &[ClaimRow],
    others: impl Iterator<Item = Attribution>,
    portfolio: &Portfolio,
) -> RowErrors {
    let claims: Vec<Attribution> = rows.iter().map(|row| row.claim.clone()).chain(others).collect();
    let (lineage, elements) = lineage_of(portfolio, &claims);
    let mut by_money: HashMap<(&Pattern, FiscalYears), Vec<usize>> = HashMap::new();
    for (number, claim) in claims.iter().enumerate() {
        by_money.entry((&claim.pattern, claim.years)).or_default().push(number);
    }
    let mut warnings = RowErrors::default();
    for (number, row) in rows.iter().enumerate() {
        let Some(same) = by_money.get(&(&row.claim.pattern, row.claim.years)) else { continue };
        let last = same.iter().rev().find(|at| **at < rows.len()) == Some(&number);
        let demand = Stakes::new(&claims, &elements, same, &lineage).demand;
        if last && demand > WHOLE {
            let percent = format!("{}.{:04}", demand / 10_000, demand % 10_000);
            let reason = format!("together the elements claim {percent} % of this money: it is over-claimed");
            warnings.push(row.error("share_percent", &row.claim.share.to_string(), reason));
        }
    }
    warnings
}
