//! How the indicators of an objective, an entity or a territory stand on a day.
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;

use base::codes::{EntityCode, TerritoryCode};
use base::{Known, Period};
use db::{Conn, memo};
use jiff::civil::Date;
use planning::domain::plan::current;
use planning::domain::portfolio::{ElementAt, Portfolio};
use planning::domain::reference::{ElementRef, IndicatorRef, PlanRef};
use planning::domain::words::PlanState;
use planning::queries::indicators::{IndicatorView, indicators};
use planning::queries::portfolio::portfolio;
use rust_decimal::Decimal;
use serde::Serialize;

use super::evidence::{Bound, Evidence};
use super::promises::{Promise, promises};
use crate::domain::path::Expected;
use crate::domain::{Assessment, Explanation, Progress, Reason, Rules, Status, assess, explain};

/// Whose indicators are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    /// Those of an element and of everything that hangs from it, in its plan and in others.
    Element(ElementRef),
    /// Those of the plans of an entity.
    Entity(EntityCode),
    /// Those promised for a territory.
    Territory(TerritoryCode),
    /// Those bound to a series as results of a budget programme.
    Programme(String),
    /// One indicator, in every territory for which it promises something.
    Indicator(IndicatorRef),
}

/// One indicator in one territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// `PLAN@VERSION/CODE`.
    pub indicator: String,
    /// `PLAN@VERSION/CODE`.
    pub element: String,
    pub name: String,
    pub name_en: Option<String>,
    pub unit: Option<String>,
    pub lead: bool,
    /// Of a plan made to show the system.
    pub sample: bool,
    pub territory: Option<TerritoryCode>,
    pub status: Status,
    pub progress_percent: Option<Decimal>,
    pub expected: Option<Expected>,
    pub last: Option<(Period, Decimal)>,
    pub due: Option<Period>,
    pub reasons: Vec<Reason>,
}

/// Lists that are kept: bodies and places that are looked at again and again, besides all of them.
const KEPT_MAX: Option<NonZeroUsize> = NonZeroUsize::new(64);

/// Standings in order of plan, version and code. Without a version the plans in force count, and those
/// that their board approved: an update that awaits its decree is what people work with (¶300, ¶301).
pub async fn standings(
    conn: &mut Conn,
    known: Known,
    on: Date,
    rules: &Rules,
    scope: &Scope,
) -> Result<Vec<Standing>, db::Error> {
    let question = format!("{scope:?} {on} {rules:?}");
    if let Some(found) = memo::recall::<Vec<Standing>>(known, &question) {
        return Ok(found.to_vec());
    }
    let found = selected(conn, known, on, scope).await?;
    let evidence = evidence(conn, known, &found).await?;
    let judged: Vec<Standing> =
        found.iter().map(|(view, promise)| standing(&evidence, view, promise, rules, on)).collect();
    Ok(memo::keep_of_many(KEPT_MAX, known, &question, judged).to_vec())
}

/// The statuses of an indicator with their arithmetic, one for each territory.
pub async fn explanations(
    conn: &mut Conn,
    known: Known,
    on: Date,
    rules: &Rules,
    scope: &Scope,
) -> Result<Vec<(Standing, Explanation)>, db::Error> {
    let found = selected(conn, known, on, scope).await?;
    let evidence = evidence(conn, known, &found).await?;
    let explained = found.iter().map(|(view, promise)| {
        let standing = standing(&evidence, view, promise, rules, on);
        (standing, explain(evidence.facts(promise), rules.clone(), on))
    });
    Ok(explained.collect())
}

/// Explanations as they are exported, by page and terminal alike: [`crate::domain::explanation::recompute`]
/// gives each status again.
pub fn exported<'a>(
    explained: impl IntoIterator<Item = (&'a Standing, &'a Explanation)>,
) -> Vec<serde_json::Value> {
    let pair = |(standing, explanation): (&Standing, &Explanation)| serde_json::json!({ "indicator": standing.indicator, "explanation": explanation });
    explained.into_iter().map(pair).collect()
}

/// Standings below each of several elements of one portfolio, judged once: for each of them, its own and
/// those of all that hangs from it; without a version, in every version of its plan that counts.
pub async fn of_elements(
    conn: &mut Conn,
    known: Known,
    rules: &Rules,
    all: &Portfolio,
    elements: &[ElementRef],
) -> Result<Vec<Vec<Standing>>, db::Error> {
    let views = indicators(conn, known, None).await?;
    let counting = counting(&views, all.on());
    let below: Vec<BTreeSet<ElementRef>> = elements.iter().map(|e| below(all, e, &counting)).collect();
    let wanted: BTreeSet<&ElementRef> = below.iter().flatten().collect();
    let mut found: Vec<(ElementRef, &IndicatorView, Promise)> = Vec::new();
    for view in views.iter() {
        let plan = view.version.reference(&view.plan.code);
        let element = ElementRef { plan, code: view.card.element.clone() };
        if wanted.contains(&element) {
            found.extend(promises(view).into_iter().map(|promise| (element.clone(), &**view, promise)));
        }
    }
    let evidence = Evidence::of_some(conn, known, found.iter().map(|(_, _, promise)| promise)).await?;
    let mut judged: BTreeMap<ElementRef, Vec<Standing>> = BTreeMap::new();
    for (element, view, promise) in found {
        let standing = standing(&evidence, view, &promise, rules, all.on());
        judged.entry(element).or_default().push(standing);
    }
    let of_set = |set: &BTreeSet<ElementRef>| {
        set.iter().filter_map(|element| judged.get(element)).flatten().cloned().collect()
    };
    Ok(below.iter().map(of_set).collect())
}

/// The values of the promises alone, or of all.
pub(super) async fn evidence(
    conn: &mut Conn,
    known: Known,
    found: &[(Arc<IndicatorView>, Promise)],
) -> Result<Arc<Evidence>, db::Error> {
    Evidence::of_some(conn, known, found.iter().map(|(_, promise)| promise)).await
}

/// How many stand how; every word is there, also with none.
pub fn tally(standings: &[Standing]) -> BTreeMap<Status, usize> {
    let mut counts: BTreeMap<Status, usize> = Status::ALL.iter().map(|status| (*status, 0)).collect();
    for standing in standings {
        *counts.entry(standing.status).or_default() += 1;
    }
    counts
}

fn standing(
    evidence: &Evidence,
    view: &IndicatorView,
    promise: &Promise,
    rules: &Rules,
    on: Date,
) -> Standing {
    let Assessment { status, due, last, measured, progress, reasons } =
        assess(&evidence.facts(promise), rules, on);
    let plan = view.version.reference(&view.plan.code);
    Standing {
        indicator: format!("{plan}/{}", promise.indicator),
        element: format!("{plan}/{}", promise.element),
        name: view.card.name.clone(),
        name_en: view.card.name_en.clone(),
        unit: view.card.unit.clone(),
        lead: view.card.lead,
        sample: view.plan.sample,
        territory: promise.territory.clone(),
        status,
        progress_percent: progress.and_then(Progress::percent),
        expected: measured.map(|m| m.expected),
        last,
        due,
        reasons,
    }
}

pub(super) async fn selected(
    conn: &mut Conn,
    known: Known,
    on: Date,
    scope: &Scope,
) -> Result<Vec<(Arc<IndicatorView>, Promise)>, db::Error> {
    let named = match scope {
        Scope::Indicator(indicator) => indicator.plan.version.is_some().then_some(&indicator.plan),
        _ => None,
    };
    let views = indicators(conn, known, named).await?;
    let counting = counting(&views, on);
    let elements = match scope {
        Scope::Element(element) => below(&*portfolio(conn, known, on).await?, element, &counting),
        _ => BTreeSet::new(),
    };
    let bound = match scope {
        Scope::Programme(code) => Bound::load(conn, known).await?.of_programme(code),
        _ => BTreeSet::new(),
    };
    let wanted = |view: &IndicatorView| {
        let at = view.version.reference(&view.plan.code);
        let counts = counting.contains(&at);
        match scope {
            Scope::All | Scope::Territory(_) => counts,
            Scope::Element(_) => elements.contains(&ElementRef { plan: at, code: view.card.element.clone() }),
            Scope::Entity(entity) => counts && view.plan.entity.as_ref() == Some(entity),
            Scope::Programme(_) => {
                counts && bound.contains(&(view.plan.code.clone(), view.card.code.clone()))
            }
            Scope::Indicator(indicator) => {
                view.card.code == indicator.code
                    && view.plan.code == indicator.plan.plan
                    && (counts || named.is_some())
            }
        }
    };
    let mut found = Vec::new();
    for view in views.iter().filter(|view| wanted(view)) {
        for promise in promises(view) {
            let elsewhere =
                matches!(scope, Scope::Territory(place) if promise.territory.as_ref() != Some(place));
            if !elsewhere {
                found.push((Arc::clone(view), promise));
            }
        }
    }
    Ok(found)
}

/// Versions that count where none is named: the current one of each plan, and those approved since.
fn counting(views: &[Arc<IndicatorView>], on: Date) -> BTreeSet<PlanRef> {
    let approved = |state| matches!(state, PlanState::InForce | PlanState::ApprovedByBoard);
    let mut plans: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for view in views {
        plans.entry(&view.plan.code).or_default().push(&*view.version);
    }
    plans
        .into_iter()
        .flat_map(|(plan, versions)| {
            let current = current(versions.iter().copied(), on).map(|v| v.code.clone());
            versions
                .into_iter()
                .filter(move |v| approved(v.state) || Some(&v.code) == current.as_ref())
                .map(move |v| v.reference(plan))
        })
        .collect()
}

/// The element and everything that hangs from it, each once; without a version, in every version of
/// its plan that counts.
fn below(all: &Portfolio, element: &ElementRef, counting: &BTreeSet<PlanRef>) -> BTreeSet<ElementRef> {
    let versions = counting.iter().filter(|v| element.plan.version.is_none() && v.plan == element.plan.plan);
    let same = versions.map(|v| ElementRef { plan: v.clone(), code: element.code.clone() });
    let mut open: Vec<ElementAt> =
        same.chain([element.clone()]).filter_map(|element| all.find(&element)).collect();
    let mut seen: BTreeSet<ElementAt> = open.iter().copied().collect();
    while let Some(at) = open.pop() {
        open.extend(all.children(at).iter().copied().filter(|child| seen.insert(*child)));
    }
    seen.into_iter().filter_map(|at| all.reference(at)).collect()
}
