//! Records plans as their files say: versions, trees, cards, targets.
use std::collections::{BTreeMap, BTreeSet};

use base::{Known, RowError, RowErrors, Seq};
use journal::{Act, Ctx};

use crate::domain::content::{Content, Incoherence};
use crate::domain::plan::Plan;
use crate::domain::reference::PlanRef;
use crate::reading::files::{Delivered, Located, Rows, VersionKey};
use crate::store::{content, write};

pub use crate::store::write::Written;

/// What is imported, and how.
#[derive(Clone, Debug)]
pub struct Input {
    /// Who delivers, as the journal will name it.
    pub source: String,
    pub delivered: Delivered,
    /// Take the good rows although others are refused. Nothing is then closed for not being mentioned.
    pub partial: bool,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Outcome {
    pub versions: usize,
    #[serde(flatten)]
    pub written: Written,
    pub refused: RowErrors,
    /// Entry of the journal; `None` if there was nothing to write.
    pub seq: Option<Seq>,
}

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("nothing was imported; correct these rows, or say --partial to import the others:\n{0}")]
    Rows(RowErrors),
    #[error("the files have no rows")]
    Empty,
    #[error("the files hold several versions of plans; a draft is one")]
    Several,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

#[derive(serde::Serialize)]
struct Record<'a> {
    source: &'a str,
    plans: Vec<String>,
    #[serde(flatten)]
    written: Written,
    refused: usize,
}

/// Imports all or nothing, unless `partial`. A version whose table of elements, cards or targets came
/// without some known row no longer has it; a version or table that did not come stays as it is.
pub async fn import_plan(ctx: &Ctx, input: Input) -> Result<Outcome, Refusal> {
    let Input { source, mut delivered, partial } = input;
    let mut refused = std::mem::take(&mut delivered.refused);
    let keys = keys(&delivered);
    if keys.is_empty() && refused.is_empty() {
        return Err(Refusal::Empty);
    }
    let mut act = ctx.open("planning.import_plan").await?;
    let mut plans = content::plans(act.conn(), Known::NOW).await?;
    let mut written = Written::default();
    let mut versions = 0;
    for key in &keys {
        let old = content::one(act.conn(), Known::NOW, &reference(key)).await?;
        let replaces = !partial && delivered.plans.contains_key(key);
        let Some(new) = merged(key, old.as_ref(), &delivered, replaces, &mut refused) else { continue };
        if refused.is_empty() || partial {
            versions += 1;
            written += write_one(&mut act, &mut plans, old.as_ref(), &new).await?;
        }
    }
    if !refused.is_empty() && (!partial || versions == 0) {
        return Err(Refusal::Rows(refused));
    }
    if written.is_empty() {
        return Ok(Outcome { versions, written, refused, seq: None });
    }
    let subjects: Vec<String> = keys.iter().map(|key| reference(key).to_string()).collect();
    let subject = subjects.first().cloned().unwrap_or_default();
    let record = Record { source: &source, plans: subjects, written, refused: refused.0.len() };
    let seq = act.commit(&subject, &record).await?;
    Ok(Outcome { versions, written, refused, seq: Some(seq) })
}

/// The one version that files deliver, whole and by itself: a draft, which nothing recorded completes.
pub fn drafted(mut delivered: Delivered) -> Result<Content, Refusal> {
    let mut refused = std::mem::take(&mut delivered.refused);
    let keys = keys(&delivered);
    let mut drafts = keys.iter().filter_map(|key| merged(key, None, &delivered, true, &mut refused));
    let (first, second) = (drafts.next(), drafts.next());
    if !refused.is_empty() {
        return Err(Refusal::Rows(refused));
    }
    match (first, second) {
        (Some(draft), None) => Ok(draft),
        (None, _) => Err(Refusal::Empty),
        (Some(_), Some(_)) => Err(Refusal::Several),
    }
}

async fn write_one(
    act: &mut Act,
    plans: &mut BTreeMap<base::codes::PlanCode, Plan>,
    old: Option<&Content>,
    new: &Content,
) -> Result<Written, db::Error> {
    let seq = act.seq();
    let known = plans.get(&new.plan.code).cloned();
    let written = write::content(act.conn(), seq, known.as_ref(), old, new).await?;
    plans.insert(new.plan.code.clone(), new.plan.clone());
    Ok(written)
}

fn reference(key: &VersionKey) -> PlanRef {
    PlanRef { plan: key.0.clone(), version: Some(key.1.clone()) }
}

fn keys(delivered: &Delivered) -> BTreeSet<VersionKey> {
    let Delivered { plans, elements, indicators, targets, .. } = delivered;
    let parts = elements.keys().chain(indicators.keys()).chain(targets.keys());
    plans.keys().chain(parts).cloned().collect()
}

/// The version as it will be, without the rows that contradict it; those are refused.
fn merged(
    key: &VersionKey,
    old: Option<&Content>,
    delivered: &Delivered,
    replaces: bool,
    refused: &mut RowErrors,
) -> Option<Content> {
    let head = delivered.plans.get(key).map(|row| row.content.clone());
    let Some((plan, version)) = head.or_else(|| old.map(|c| (c.plan.clone(), c.version.clone()))) else {
        refused.0.extend(homeless(key, delivered));
        return None;
    };
    let tables = delivered.tables;
    let mut new = Content {
        plan,
        version,
        elements: joined(old.map(|c| &c.elements), delivered.elements.get(key), replaces && tables.elements),
        indicators: joined(
            old.map(|c| &c.indicators),
            delivered.indicators.get(key),
            replaces && tables.indicators,
        ),
        targets: joined(old.map(|c| &c.targets), delivered.targets.get(key), replaces && tables.targets),
    };
    loop {
        let found = new.incoherences();
        if found.is_empty() {
            return Some(new);
        }
        for incoherence in found {
            refused.push(refusal(key, &incoherence, delivered));
            drop_subject(&mut new, incoherence);
        }
    }
}

fn joined<K: Ord + Clone, T: Clone>(
    old: Option<&BTreeMap<K, T>>,
    new: Option<&BTreeMap<K, Located<T>>>,
    replaces: bool,
) -> BTreeMap<K, T> {
    let mut all = old.filter(|_| !replaces).cloned().unwrap_or_default();
    let rows = new.into_iter().flatten();
    all.extend(rows.map(|(key, row)| (key.clone(), row.content.clone())));
    all
}

/// Rows of a version that is neither recorded nor in this delivery.
fn homeless(key: &VersionKey, delivered: &Delivered) -> Vec<RowError> {
    fn each<K, T>(key: &VersionKey, rows: &Rows<K, T>) -> Vec<RowError> {
        let reason = "this version is not recorded, nor is it in plan.csv of this import";
        let of = rows.get(key).into_iter().flat_map(BTreeMap::values);
        of.map(|row| row.refuse("version", &reference(key), &reason)).collect()
    }
    let mut all = each(key, &delivered.elements);
    all.extend(each(key, &delivered.indicators));
    all.extend(each(key, &delivered.targets));
    all
}

/// Where the row stands that contradicts; a fact known from before stands in no file.
fn refusal(key: &VersionKey, incoherence: &Incoherence, delivered: &Delivered) -> RowError {
    fn at<K: Ord, T>(
        rows: &Rows<K, T>,
        version: &VersionKey,
        key: &K,
        column: &str,
        name: &str,
        reason: &Incoherence,
    ) -> RowError {
        rows.get(version).and_then(|of| of.get(key)).map_or_else(
            || RowError {
                file: format!("{} (recorded)", reference(version)),
                line: 0,
                column: column.to_owned(),
                value: name.to_owned(),
                reason: format!("without the rows of this import, {reason}"),
            },
            |row| row.refuse(column, name, &reason),
        )
    }
    match incoherence {
        Incoherence::ParentAbsent { element, .. }
        | Incoherence::Cycle { element }
        | Incoherence::Nesting { element, .. } => {
            at(&delivered.elements, key, element, "parent", element.as_str(), incoherence)
        }
        Incoherence::ElementAbsent { indicator, .. } => {
            at(&delivered.indicators, key, indicator, "element", indicator.as_str(), incoherence)
        }
        Incoherence::IndicatorAbsent { target } => {
            at(&delivered.targets, key, target, "indicator", target.indicator.as_str(), incoherence)
        }
        Incoherence::Band { target } => {
            at(&delivered.targets, key, target, "value_high", target.indicator.as_str(), incoherence)
        }
    }
}

fn drop_subject(content: &mut Content, incoherence: Incoherence) {
    match incoherence {
        Incoherence::ParentAbsent { element, .. }
        | Incoherence::Cycle { element }
        | Incoherence::Nesting { element, .. } => {
            content.elements.remove(&element);
        }
        Incoherence::ElementAbsent { indicator, .. } => {
            content.indicators.remove(&indicator);
        }
        Incoherence::IndicatorAbsent { target } | Incoherence::Band { target } => {
            content.targets.remove(&target);
        }
    }
}
