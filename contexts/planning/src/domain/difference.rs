//! What one version of a plan changed in another.
use base::codes::{ElementCode, IndicatorCode};

use super::content::Content;
use super::target::{Goal, Move, TargetKey, compare};

/// Added, dropped and changed, each in the order of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    pub elements_added: Vec<ElementCode>,
    pub elements_dropped: Vec<ElementCode>,
    pub elements_changed: Vec<ElementCode>,
    pub indicators_added: Vec<IndicatorCode>,
    pub indicators_dropped: Vec<IndicatorCode>,
    pub indicators_changed: Vec<IndicatorCode>,
    pub targets_added: Vec<TargetKey>,
    pub targets_dropped: Vec<TargetKey>,
    pub targets_moved: Vec<TargetMoved>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetMoved {
    pub key: TargetKey,
    pub old: Goal,
    pub new: Goal,
    /// Judged by the sense on which the cards agree, or that of the one which states it.
    pub moved: Move,
}

/// Compares two versions by the codes of their parts.
pub fn difference(old: &Content, new: &Content) -> Difference {
    let mut targets_moved = Vec::new();
    for (key, target) in &new.targets {
        let Some(before) = old.targets.get(key) else { continue };
        let sense = |c: &Content| c.indicators.get(&key.indicator).and_then(|card| card.sense);
        // Where the two versions do not agree on what is better, neither direction is.
        let agreed = match (sense(old), sense(new)) {
            (Some(one), Some(other)) => Some(one).filter(|_| one == other),
            (one, other) => one.or(other),
        };
        let moved = compare(agreed, before.goal, target.goal);
        if moved != Move::Same {
            targets_moved.push(TargetMoved { key: key.clone(), old: before.goal, new: target.goal, moved });
        }
    }
    Difference {
        elements_added: only(&new.elements, &old.elements),
        elements_dropped: only(&old.elements, &new.elements),
        elements_changed: changed(&old.elements, &new.elements),
        indicators_added: only(&new.indicators, &old.indicators),
        indicators_dropped: only(&old.indicators, &new.indicators),
        indicators_changed: changed(&old.indicators, &new.indicators),
        targets_added: only(&new.targets, &old.targets),
        targets_dropped: only(&old.targets, &new.targets),
        targets_moved,
    }
}

type Map<K, V> = std::collections::BTreeMap<K, V>;

fn only<K: Ord + Clone, V>(of: &Map<K, V>, not_in: &Map<K, V>) -> Vec<K> {
    of.keys().filter(|key| !not_in.contains_key(*key)).cloned().collect()
}

fn changed<K: Ord + Clone, V: PartialEq>(old: &Map<K, V>, new: &Map<K, V>) -> Vec<K> {
    let differs = |(key, value): &(&K, &V)| old.get(*key).is_some_and(|before| before != *value);
    new.iter().filter(differs).map(|(key, _)| key.clone()).collect()
}
