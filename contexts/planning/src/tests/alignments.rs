//! Which objectives serve which, and what would be left without one: judged by a slow reading of the links.
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sample::{content, element};
use crate::domain::alignment::{alignment, parents, served};
use crate::domain::content::Content;
use crate::domain::portfolio::{ElementAt, Portfolio};
use crate::domain::removal::removal;
use crate::domain::words::ElementKind::{Action, Axis, Objective};

/// A plan above with an axis over two objectives, and one below whose parts hang from it in every way.
fn plans() -> Vec<Content> {
    let above = content("ARRIBA", "1", "PESEM", "E:11-011", (2016, 2021))
        .with(element("EJE", Axis, None, &[]))
        .with(element("OE1", Objective, Some("EJE"), &[]))
        .with(element("OE2", Objective, Some("EJE"), &[]))
        .with(element("OE3", Objective, None, &[]))
        .with(element("AE1", Action, Some("OE2"), &[]));
    let below = content("ABAJO", "1", "PEI", "E:11-011", (2018, 2020))
        .with(element("OEI1", Objective, None, &["ARRIBA/OE1"]))
        .with(element("OEI2", Objective, None, &[]))
        .with(element("OEI3", Objective, None, &["ARRIBA/EJE"]))
        .with(element("OEI4", Objective, None, &["ARRIBA/NADA"]))
        .with(element("AEI1", Action, Some("OEI2"), &["ARRIBA/AE1"]));
    vec![above, below]
}

fn code(all: &Portfolio, at: ElementAt) -> String {
    all.element(at).unwrap().element.code.to_string()
}

#[test]
fn objectives_are_linked_directly_and_through_what_is_below_them() {
    let all = Portfolio::new(plans(), jiff::civil::date(2019, 1, 1));
    let own = all.find_version(&"ABAJO".parse().unwrap()).unwrap();
    let above = parents(&all, own);
    assert_eq!(above.len(), 1);
    let found = alignment(&all, own, above[0]);
    let cells: Vec<String> = found
        .cells
        .iter()
        .map(|((row, column), links)| {
            let links: Vec<String> =
                links.iter().map(|l| format!("{}→{}", code(&all, l.own), code(&all, l.above))).collect();
            format!("{} {} {}", code(&all, *row), code(&all, *column), links.join(" "))
        })
        .collect();
    assert_eq!(cells, ["OEI1 OE1 OEI1→OE1", "OEI2 OE2 AEI1→AE1", "OEI3 OE1 OEI3→EJE", "OEI3 OE2 OEI3→EJE"],);
    let codes =
        |found: &mut dyn Iterator<Item = ElementAt>| found.map(|at| code(&all, at)).collect::<Vec<_>>();
    assert_eq!(codes(&mut found.empty_rows()), ["OEI4"], "what hangs from nothing there serves nobody");
    assert_eq!(codes(&mut found.empty_columns()), ["OE3"]);
    let served = served(&all, above[0]);
    let served: Vec<String> = served
        .iter()
        .map(|(at, by)| format!("{}: {}", code(&all, *at), codes(&mut by.iter().copied()).join(" ")))
        .collect();
    assert_eq!(served, ["OE1: OEI1", "OE2: AEI1", "OE3: "]);
}

#[test]
fn what_hangs_from_something_else_too_is_kept() {
    let mut plans = plans();
    plans[1] = std::mem::replace(&mut plans[1], content("X", "1", "PEI", "E:11-011", (2018, 2020)))
        .with(element("OEI5", Objective, None, &["ARRIBA/AE1", "ARRIBA/OE1"]));
    let all = Portfolio::new(plans, jiff::civil::date(2019, 1, 1));
    let found = removal(&all, all.find(&"ARRIBA/OE2".parse().unwrap()).unwrap());
    let codes = |found: Vec<ElementAt>| found.iter().map(|at| code(&all, *at)).collect::<Vec<_>>();
    assert_eq!(codes(found.gone.iter().copied().collect()), ["AE1", "OE2"]);
    assert_eq!(codes(found.orphans), Vec::<String>::new(), "an action stays under its objective");
    assert_eq!(codes(found.kept), ["AEI1", "OEI5"]);
    let found = removal(&all, all.find(&"ARRIBA/OE1".parse().unwrap()).unwrap());
    assert_eq!(codes(found.orphans), ["OEI1"]);
    assert_eq!(codes(found.kept), ["OEI5"]);
}

/// Elements of three plans with any parent and any two links: `links[i]` are positions of elements of other plans.
fn state(parents: &[Option<usize>], links: &[(usize, usize)], gone: &BTreeSet<String>) -> Vec<Content> {
    let name = |at: usize| format!("P{}/O{at}", at % 3);
    let mut plans: Vec<Content> =
        (0..3).map(|p| content(&format!("P{p}"), "1", "PEI", "E:11-011", (2018, 2020))).collect();
    for (at, (parent, (one, two))) in parents.iter().zip(links).enumerate() {
        if gone.contains(&format!("P{}@1/O{at}", at % 3)) {
            continue;
        }
        // A parent is an earlier element of the same plan, so that there are no cycles within one.
        let parent = parent.map(|p| p - p % 3 + at % 3).filter(|p| *p < at).map(|p| format!("O{p}"));
        let above: Vec<String> = [*one, *two].into_iter().filter(|to| to % 3 != at % 3).map(name).collect();
        let above: Vec<&str> = above.iter().map(String::as_str).collect();
        let plan = &mut plans[at % 3];
        let empty = content("Y", "1", "PEI", "E:11-011", (2018, 2020));
        *plan = std::mem::replace(plan, empty).with(element(
            &format!("O{at}"),
            Objective,
            parent.as_deref(),
            &above,
        ));
    }
    plans
}

/// Everything that hangs from something, by name.
fn edges(all: &Portfolio) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for (_, version) in all.versions() {
        for (at, _) in all.elements_of(version) {
            let name = |at| all.reference(at).unwrap().to_string();
            found.insert((name(at), String::new()));
            found.extend(all.parents(at).map(|parent| (name(at), name(parent))));
            found.extend(all.children(at).iter().map(|child| (name(*child), name(at))));
        }
    }
    found
}

proptest! {
    /// Taking elements out of the joined plans gives what joining the plans without them gives.
    #[test]
    fn without_is_as_if_never_there(
        parents in prop::collection::vec(prop::option::of(0_usize..15), 15),
        links in prop::collection::vec((0_usize..15, 0_usize..15), 15),
        removed in 0_usize..15,
    ) {
        let day = jiff::civil::date(2019, 1, 1);
        let all = Portfolio::new(state(&parents, &links, &BTreeSet::new()), day);
        let at = all.find(&format!("P{}/O{removed}", removed % 3).parse().unwrap()).unwrap();
        let found = removal(&all, at);
        let gone = found.gone.iter().map(|at| all.reference(*at).unwrap().to_string()).collect();
        let left = all.without(&found.gone);
        let never = Portfolio::new(state(&parents, &links, &gone), day);
        prop_assert_eq!(edges(&left), edges(&never));
        for at in &found.orphans {
            let name = all.reference(*at).unwrap();
            prop_assert_eq!(never.parents(never.find(&name).unwrap()).count(), 0, "{}", name);
        }
        for at in &found.kept {
            let name = all.reference(*at).unwrap();
            prop_assert!(never.parents(never.find(&name).unwrap()).count() > 0, "{}", name);
        }
    }
}
