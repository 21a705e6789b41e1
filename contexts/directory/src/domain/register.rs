//! What makes a register of dated things coherent.
use std::collections::{BTreeMap, HashSet};

use base::Validity;

/// Something with a code that holds between two dates, under a parent of the same register or none.
pub trait Dated {
    fn code(&self) -> &str;
    fn validity(&self) -> Validity;
    fn parent(&self) -> Option<&str>;
}

/// Why an item does not fit its register.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Defect {
    #[error("{0} already holds on some of these days; close the earlier version first")]
    Overlap(String),
    #[error("its parent {0} is not in the register")]
    UnknownParent(String),
    #[error("its parent {0} holds on none of these days")]
    ParentNotInForce(String),
    #[error("it is its own ancestor, by way of {0}")]
    Cycle(String),
}

/// The position of every item that does not fit, and why. The whole register is given, because a parent
/// may come after its child.
pub fn defects<T: Dated>(items: &[T]) -> Vec<(usize, Defect)> {
    let mut versions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        versions.entry(item.code()).or_default().push(at);
    }
    let of = |code: &str| versions.get(code).into_iter().flatten().filter_map(|at| items.get(*at));
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let earlier = versions.get(item.code()).into_iter().flatten().filter(|other| **other < at);
        let earlier = earlier.filter_map(|other| items.get(*other));
        if earlier.into_iter().any(|other| other.validity().overlaps(item.validity())) {
            found.push((at, Defect::Overlap(item.code().to_owned())));
        }
        let Some(parent) = item.parent() else { continue };
        let days = item.validity();
        if of(parent).next().is_none() {
            found.push((at, Defect::UnknownParent(parent.to_owned())));
        } else if !of(parent).any(|version| version.validity().overlaps(days)) {
            found.push((at, Defect::ParentNotInForce(parent.to_owned())));
        } else if let Some(by) = cycle(item, &of) {
            found.push((at, Defect::Cycle(by)));
        }
    }
    found
}

/// Climbs from parent to parent while they hold together; the code at which it meets itself.
fn cycle<'a, T: Dated + 'a, I: Iterator<Item = &'a T>>(
    item: &'a T,
    of: &impl Fn(&str) -> I,
) -> Option<String> {
    let days = item.validity();
    let mut seen = HashSet::from([item.code()]);
    let mut next = item.parent();
    while let Some(code) = next {
        if code == item.code() {
            return Some(item.parent().unwrap_or(code).to_owned());
        }
        if !seen.insert(code) {
            return None;
        }
        next = of(code).find(|version| version.validity().overlaps(days)).and_then(Dated::parent);
    }
    None
}
