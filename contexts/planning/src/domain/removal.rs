//! What would go with an element, and what would be left hanging in the air.
use std::collections::BTreeSet;

use super::alignment::within;
use super::portfolio::{ElementAt, Portfolio};

/// What the removal of one element would do to the plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The element and all below it in its own plan.
    pub gone: BTreeSet<ElementAt>,
    /// Elements of other plans and versions that would hang from nothing.
    pub orphans: Vec<ElementAt>,
    /// Those that hang from something else too.
    pub kept: Vec<ElementAt>,
}

/// Removes nothing: says what would happen.
pub fn removal(all: &Portfolio, at: ElementAt) -> Removal {
    let gone = within(all, at);
    let hanging: BTreeSet<ElementAt> = gone
        .iter()
        .flat_map(|here| all.children(*here))
        .copied()
        .filter(|child| !gone.contains(child))
        .collect();
    let (kept, orphans) =
        hanging.into_iter().partition(|child| all.parents(*child).any(|parent| !gone.contains(&parent)));
    Removal { gone, orphans, kept }
}
