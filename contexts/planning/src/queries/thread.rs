//! The plan side of the thread: up to the vision, down to the activities.
use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::portfolio::{ElementAt, Portfolio};
use crate::domain::reference::ElementRef;
use crate::domain::thread::{Branch, Counts, counts, downward, upward};
use crate::domain::words::{ElementKind, PlanState};

/// One element as pages and terminals show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// `PLAN@VERSION/CODE`.
    pub element: String,
    pub plan_type: String,
    pub entity: Option<String>,
    pub state: PlanState,
    pub sample: bool,
    pub kind: ElementKind,
    pub title: String,
    pub title_en: Option<String>,
    /// Codes of its indicators.
    pub indicators: Vec<String>,
}

/// An element below with all that hangs from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Below {
    #[serde(flatten)]
    pub step: Step,
    pub by_kind: BTreeMap<ElementKind, usize>,
    pub plans: usize,
    pub indicators_below: usize,
    pub branches: Vec<Below>,
}

/// The thread of one element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadView {
    /// Each way up, nearest first.
    pub above: Vec<Vec<Step>>,
    pub tree: Below,
}

/// `None` if the element is not recorded.
pub fn thread(all: &Portfolio, element: &ElementRef, depth_max: usize) -> Option<ThreadView> {
    let at = all.find(element)?;
    let way = |way: Vec<ElementAt>| way.into_iter().filter_map(|at| step(all, at)).collect();
    let above = upward(all, at).into_iter().map(way).filter(|way: &Vec<Step>| !way.is_empty()).collect();
    Some(ThreadView { above, tree: below(all, &downward(all, at, depth_max))? })
}

fn below(all: &Portfolio, branch: &Branch) -> Option<Below> {
    let Counts { by_kind, plans, indicators } = counts(all, branch.at);
    Some(Below {
        step: step(all, branch.at)?,
        by_kind,
        plans,
        indicators_below: indicators,
        branches: branch.branches.iter().filter_map(|b| below(all, b)).collect(),
    })
}

/// How an element is shown.
pub fn step(all: &Portfolio, at: ElementAt) -> Option<Step> {
    let node = all.element(at)?;
    let version = all.version(node.version)?;
    let own = version.cards.iter().filter(|card| card.element == Some(at));
    Some(Step {
        element: all.reference(at)?.to_string(),
        plan_type: version.plan.plan_type.clone(),
        entity: version.plan.entity.as_ref().map(ToString::to_string),
        state: version.version.state,
        sample: version.plan.sample,
        kind: node.element.kind,
        title: node.element.title.clone(),
        title_en: node.element.title_en.clone(),
        indicators: own.map(|card| card.card.code.to_string()).collect(),
    })
}
