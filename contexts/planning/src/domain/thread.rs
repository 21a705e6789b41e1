//! The thread: from an element up to the long-term vision and down to the activities, across plans.
use std::collections::{BTreeMap, HashSet};

use super::portfolio::{ElementAt, Portfolio};
use super::words::ElementKind;

/// An element below, with what hangs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub at: ElementAt,
    pub branches: Vec<Branch>,
}

/// How much hangs below an element, each thing once however many ways lead to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub by_kind: BTreeMap<ElementKind, usize>,
    pub plans: usize,
    pub indicators: usize,
}

/// Every way up, each from the element's own parent to a root; the first way is the plan's own tree.
pub fn upward(all: &Portfolio, from: ElementAt) -> Vec<Vec<ElementAt>> {
    let mut ways = Vec::new();
    climb(all, from, &mut vec![from], &mut ways);
    ways
}

/// More ways than a page could show are cut: a reader needs the nearest ones.
const WAYS_MAX: usize = 64;

/// No chain of plans is that deep; input that is must not exhaust the stack.
const DEPTH_MAX: usize = 64;

fn climb(all: &Portfolio, at: ElementAt, path: &mut Vec<ElementAt>, ways: &mut Vec<Vec<ElementAt>>) {
    if ways.len() >= WAYS_MAX {
        return;
    }
    let mut parents = all.parents(at).filter(|p| !path.contains(p)).collect::<Vec<_>>();
    parents.dedup();
    if parents.is_empty() || path.len() > DEPTH_MAX {
        ways.push(path.get(1..).unwrap_or_default().to_vec());
    }
    for parent in parents {
        if path.len() <= DEPTH_MAX {
            path.push(parent);
            climb(all, parent, path, ways);
            path.pop();
        }
    }
}

/// Everything below, `depth_max` levels deep. An element reached twice shows at its first place alone.
pub fn downward(all: &Portfolio, from: ElementAt, depth_max: usize) -> Branch {
    let mut seen = HashSet::from([from]);
    branch(all, from, depth_max.min(DEPTH_MAX), &mut seen)
}

fn branch(all: &Portfolio, at: ElementAt, depth: usize, seen: &mut HashSet<ElementAt>) -> Branch {
    let mut branches = Vec::new();
    if depth > 0 {
        for child in all.children(at) {
            if seen.insert(*child) {
                branches.push(branch(all, *child, depth - 1, seen));
            }
        }
    }
    Branch { at, branches }
}

/// What hangs below, itself not counted.
pub fn counts(all: &Portfolio, from: ElementAt) -> Counts {
    let mut seen = HashSet::from([from]);
    let mut open = vec![from];
    let mut counts = Counts::default();
    let mut versions = HashSet::new();
    while let Some(at) = open.pop() {
        if let Some(node) = all.element(at) {
            counts.indicators += node.cards as usize;
            if at != from {
                *counts.by_kind.entry(node.element.kind).or_default() += 1;
                versions.insert(node.version);
            }
        }
        open.extend(all.children(at).iter().copied().filter(|child| seen.insert(*child)));
    }
    counts.plans = versions.len();
    counts
}
