//! Threads across plans, differences, cycles.
use proptest::prelude::*;

use super::sample::{ON, content, element, state, target};
use crate::domain::content::Incoherence;
use crate::domain::difference::difference;
use crate::domain::portfolio::Portfolio;
use crate::domain::target::Move;
use crate::domain::thread::{counts, downward, upward};
use crate::domain::words::ElementKind;
use crate::queries::thread;

#[test]
fn the_thread_runs_from_the_vision_to_the_activity() {
    let all = Portfolio::new(state(), ON);
    let activity = all.find(&"POI/A1".parse().unwrap()).unwrap();
    let names =
        |way: &Vec<_>| way.iter().map(|at| all.reference(*at).unwrap().to_string()).collect::<Vec<_>>();
    let ways: Vec<Vec<String>> = upward(&all, activity).iter().map(names).collect();
    assert_eq!(ways, vec![vec!["PEI@1/AI1", "PEI@1/OI1", "PESEM@1/OS1", "PEDN@2011/OE1"]]);
    let top = all.find(&"PEDN/OE1".parse().unwrap()).unwrap();
    let found = counts(&all, top);
    let kinds: Vec<_> = found.by_kind.into_iter().collect();
    assert_eq!(
        kinds,
        vec![(ElementKind::Objective, 2), (ElementKind::Action, 2), (ElementKind::Activity, 1)]
    );
    assert_eq!((found.plans, found.indicators), (3, 3));
    assert_eq!(downward(&all, top, 1).branches.len(), 1);
    assert!(downward(&all, top, 1).branches[0].branches.is_empty());
    let view = thread(&all, &"PESEM/OS1".parse().unwrap(), 9).unwrap();
    assert_eq!(view.above[0][0].element, "PEDN@2011/OE1");
    assert_eq!(view.tree.branches.len(), 2);
    assert!(thread(&all, &"PESEM/NONE".parse().unwrap(), 9).is_none());
}

#[test]
fn a_version_says_what_it_changed() {
    let old = state().remove(1);
    let mut new = old.clone();
    new.elements.remove(&"AS1".parse().unwrap());
    new.elements.insert("AS2".parse().unwrap(), element("AS2", ElementKind::Action, Some("OS1"), &[]));
    new.targets.extend([target("OS1-I1", "2016", 1), target("OS1-I1", "2020", 9)]);
    let found = difference(&old, &new);
    let text = |codes: &[base::codes::ElementCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(text(&found.elements_added), ["AS2"]);
    assert_eq!(text(&found.elements_dropped), ["AS1"]);
    assert!(found.elements_changed.is_empty());
    assert_eq!(found.targets_added.len(), 1);
    assert_eq!(found.targets_moved.iter().map(|t| t.moved).collect::<Vec<_>>(), [Move::Lowered]);
    assert_eq!(difference(&old, &old), crate::domain::difference::Difference::default());
}

proptest! {
    /// Whatever the parents: an element is refused for a cycle if and only if its way up never ends.
    #[test]
    fn cycles_are_found_and_nothing_else(parents in prop::collection::vec(prop::option::of(0_usize..12), 12)) {
        let mut plan = content("P", "1", "PEI", "E:1", (2016, 2018));
        for (i, parent) in parents.iter().enumerate() {
            let parent = parent.map(|p| format!("E{p}"));
            plan = plan.with(element(&format!("E{i}"), ElementKind::Action, parent.as_deref(), &[]));
        }
        let found: Vec<String> = plan.incoherences().into_iter().filter_map(|i| match i {
            Incoherence::Cycle { element } => Some(element.to_string()),
            _ => None,
        }).collect();
        let endless = |start: usize| {
            let mut at = Some(start);
            for _ in 0..=12 {
                at = at.and_then(|i| parents[i]);
            }
            at.is_some()
        };
        let mut expect: Vec<String> = (0..12).filter(|i| endless(*i)).map(|i| format!("E{i}")).collect();
        expect.sort();
        prop_assert_eq!(found, expect);
        // And walking a joined portfolio with such a plan still ends.
        let all = Portfolio::new([plan], ON);
        for (_, node) in all.versions() {
            for (at, _) in all.elements_of(node) {
                upward(&all, at);
                downward(&all, at, 99);
                counts(&all, at);
            }
        }
    }
}
