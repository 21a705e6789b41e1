//! Which objectives of a plan serve which objectives of a plan above: what the matrix of a planner shows.
use std::collections::{BTreeMap, BTreeSet};

use super::portfolio::{ElementAt, Portfolio, VersionAt};
use super::words::ElementKind;

/// How an objective serves another: which element hangs from which. Both are objectives themselves where the
/// link is direct; an action that hangs from an action links the objectives that they belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    pub own: ElementAt,
    pub above: ElementAt,
}

/// Own objectives by objectives of one plan above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alignment {
    pub parent: VersionAt,
    pub rows: Vec<ElementAt>,
    pub columns: Vec<ElementAt>,
    /// By row and column; absent where nothing links them.
    pub cells: BTreeMap<(ElementAt, ElementAt), BTreeSet<Link>>,
}

impl Alignment {
    /// Own objectives that serve none of the parent's.
    pub fn empty_rows(&self) -> impl Iterator<Item = ElementAt> {
        self.rows.iter().copied().filter(|row| !self.cells.keys().any(|(own, _)| own == row))
    }

    /// Objectives of the parent that no own objective serves.
    pub fn empty_columns(&self) -> impl Iterator<Item = ElementAt> {
        self.columns.iter().copied().filter(|column| !self.cells.keys().any(|(_, above)| above == column))
    }
}

/// Versions of other plans that elements of `own` hang from, in the order of the portfolio.
pub fn parents(all: &Portfolio, own: VersionAt) -> Vec<VersionAt> {
    let found = links(all, own).filter_map(|link| all.element(link.above)).map(|node| node.version);
    found.filter(|version| *version != own).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The matrix of one version against one version above.
pub fn alignment(all: &Portfolio, own: VersionAt, parent: VersionAt) -> Alignment {
    let mut cells: BTreeMap<(ElementAt, ElementAt), BTreeSet<Link>> = BTreeMap::new();
    let (rows, columns) = (objectives(all, own), objectives(all, parent));
    for link in links(all, own) {
        if all.element(link.above).is_none_or(|node| node.version != parent) {
            continue;
        }
        // What belongs to no objective (an axis, say) stands for every objective below it.
        for row in objectives_of(all, link.own, &rows) {
            for column in objectives_of(all, link.above, &columns) {
                cells.entry((row, column)).or_default().insert(link);
            }
        }
    }
    Alignment { parent, rows, columns, cells }
}

/// Objectives of plans below that serve each objective of a version; one that nobody serves has an empty list.
pub fn served(all: &Portfolio, version: VersionAt) -> Vec<(ElementAt, Vec<ElementAt>)> {
    let below = |objective: ElementAt| {
        let mut found = BTreeSet::new();
        for part in within(all, objective) {
            let children = all.children(part).iter().copied();
            found.extend(children.filter(|child| all.element(*child).is_some_and(|n| n.version != version)));
        }
        found.into_iter().collect()
    };
    objectives(all, version).into_iter().map(|objective| (objective, below(objective))).collect()
}

/// Every link from an element of the version to one of another.
fn links(all: &Portfolio, own: VersionAt) -> impl Iterator<Item = Link> {
    let elements = all.version(own).into_iter().flat_map(|node| all.elements_of(node));
    elements
        .flat_map(|(at, node)| node.above.iter().flatten().map(move |above| Link { own: at, above: *above }))
}

fn objectives(all: &Portfolio, version: VersionAt) -> Vec<ElementAt> {
    let elements = all.version(version).into_iter().flat_map(|node| all.elements_of(node));
    elements.filter(|(_, node)| node.element.kind == ElementKind::Objective).map(|(at, _)| at).collect()
}

/// The nearest objective at or above an element of its own plan; else those of `objectives` below it.
fn objectives_of(all: &Portfolio, at: ElementAt, objectives: &[ElementAt]) -> Vec<ElementAt> {
    let mut step = Some(at);
    // A tree is not deeper than it has elements.
    for _ in 0..=all.elements_len() {
        match step {
            Some(here) if objectives.contains(&here) => return vec![here],
            Some(here) => step = all.element(here).and_then(|node| node.parent),
            None => break,
        }
    }
    within(all, at).into_iter().filter(|part| objectives.contains(part)).collect()
}

/// An element and what is below it in its own plan.
pub(super) fn within(all: &Portfolio, at: ElementAt) -> BTreeSet<ElementAt> {
    let (mut found, mut open) = (BTreeSet::from([at]), vec![at]);
    let version = all.element(at).map(|node| node.version);
    while let Some(here) = open.pop() {
        for child in all.children(here) {
            let node = all.element(*child);
            let is_own = node.is_some_and(|n| Some(n.version) == version && n.parent == Some(here));
            if is_own && found.insert(*child) {
                open.push(*child);
            }
        }
    }
    found
}
