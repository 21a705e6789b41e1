//! A version of a plan with everything in it: what one import brings and one export writes.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use base::codes::{ElementCode, IndicatorCode, PlanCode};

use super::card::Indicator;
use super::element::{Element, may_hang};
use super::plan::{Plan, Version};
use super::target::{Target, TargetKey};
use super::words::Sense;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub plan: Plan,
    pub version: Version,
    pub elements: BTreeMap<ElementCode, Element>,
    pub indicators: BTreeMap<IndicatorCode, Indicator>,
    pub targets: BTreeMap<TargetKey, Target>,
}

/// What makes the parts of a version contradict each other; such a version is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incoherence {
    #[error("its parent {parent} is not in this version of the plan")]
    ParentAbsent { element: ElementCode, parent: ElementCode },
    #[error("it hangs from itself through its parents")]
    Cycle { element: ElementCode },
    #[error("a {child} cannot hang from a {parent}")]
    Nesting { element: ElementCode, child: String, parent: String },
    #[error("its element {element} is not in this version of the plan")]
    ElementAbsent { indicator: IndicatorCode, element: ElementCode },
    #[error("its indicator is not in this version of the plan")]
    IndicatorAbsent { target: TargetKey },
    #[error("a band needs value and value_high, in that order; only the sense `within` has one")]
    Band { target: TargetKey },
}

impl Content {
    /// Codes of the other plans that its elements hang from.
    pub fn plans_above(&self) -> BTreeSet<PlanCode> {
        let links = self.elements.values().flat_map(|element| &element.hangs_from);
        links.map(|link| link.plan.plan.clone()).filter(|plan| *plan != self.plan.code).collect()
    }

    /// Everything that contradicts itself. Empty: the version can be recorded.
    pub fn incoherences(&self) -> Vec<Incoherence> {
        let mut found = Vec::new();
        let in_cycle = self.elements_in_cycles();
        for element in self.elements.values() {
            found.extend(self.nesting(element));
            if in_cycle.contains(&element.code) {
                found.push(Incoherence::Cycle { element: element.code.clone() });
            }
        }
        for card in self.indicators.values().filter(|c| !self.elements.contains_key(&c.element)) {
            let (indicator, element) = (card.code.clone(), card.element.clone());
            found.push(Incoherence::ElementAbsent { indicator, element });
        }
        found.extend(self.targets.iter().filter_map(|(key, target)| self.target(key, target)));
        found
    }

    fn nesting(&self, element: &Element) -> Option<Incoherence> {
        let parent = element.parent.as_ref()?;
        let code = element.code.clone();
        match self.elements.get(parent) {
            None => Some(Incoherence::ParentAbsent { element: code, parent: parent.clone() }),
            Some(above) if !may_hang(element.kind, above.kind) => Some(Incoherence::Nesting {
                element: code,
                child: element.kind.to_string(),
                parent: above.kind.to_string(),
            }),
            Some(_) => None,
        }
    }

    fn target(&self, key: &TargetKey, target: &Target) -> Option<Incoherence> {
        let Some(card) = self.indicators.get(&key.indicator) else {
            return Some(Incoherence::IndicatorAbsent { target: key.clone() });
        };
        let fits = match (card.sense, target.goal.high) {
            (Some(Sense::Within), Some(high)) => target.goal.value <= high,
            (Some(Sense::Within), None) => false,
            (_, high) => high.is_none(),
        };
        (!fits).then(|| Incoherence::Band { target: key.clone() })
    }

    /// Every element from which following parents never ends at a root.
    fn elements_in_cycles(&self) -> HashSet<&ElementCode> {
        let mut ends: HashMap<&ElementCode, bool> = HashMap::new();
        for start in self.elements.keys() {
            let mut path: Vec<&ElementCode> = Vec::new();
            let mut on_path = HashSet::new();
            let mut at = Some(start);
            let outcome = loop {
                let Some(code) = at else { break true };
                if let Some(known) = ends.get(code) {
                    break *known;
                }
                if !on_path.insert(code) {
                    break false;
                }
                path.push(code);
                at = self.elements.get(code).and_then(|e| e.parent.as_ref());
            };
            ends.extend(path.into_iter().map(|code| (code, outcome)));
        }
        ends.into_iter().filter(|(_, reaches)| !reaches).map(|(code, _)| code).collect()
    }
}
