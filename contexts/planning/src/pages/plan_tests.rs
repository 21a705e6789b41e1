//! A plan of every level, one that updates another, one with nothing, one with too much.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter};

use super::*;
use crate::domain::words::{ElementKind, VersionKind};
use crate::pages::testing::{setting, shell, sound};
use crate::tests::sample::{card, content, element, state, target};

/// The state, and an update of its ministry's plan with a target lowered, one element more, one less.
fn updated() -> (Vec<Content>, Content) {
    let mut contents = state();
    let mut new = content("PEI", "2", "PEI", "E:1", (2016, 2018))
        .with(element("OI1", ElementKind::Objective, None, &["PESEM/OS1", "PESEM/OS9"]))
        .with(element("OI2", ElementKind::Objective, None, &[]))
        .measured(card("OI1-I1", "OI1"));
    new.version.kind = VersionKind::Updated;
    new.targets.extend([target("OI1-I1", "2016", 1)]);
    contents.push(new.clone());
    (contents, new)
}

fn of(plan: &str) -> Found {
    let content = state().into_iter().find(|content| content.plan.code.as_str() == plan).unwrap();
    Found { content, before: None }
}

#[test]
fn every_sample_in_every_language() {
    let (contents, new) = updated();
    let setting = setting(contents);
    let before = state().into_iter().find(|content| content.plan.code.as_str() == "PEI");
    let mut samples = ["PEDN", "PESEM", "PEI", "POI"].map(of).to_vec();
    samples.push(Found { content: new.clone(), before });
    let empty = content("VACIO", "1", "OTRO", "E:9", (2016, 2016));
    samples.push(Found { content: empty, before: None });
    let mut long = new;
    for n in 0..60 {
        let mut one = element(&format!("X{n:02}"), ElementKind::Objective, None, &["PESEM/OS1"]);
        one.title = "<script>Objetivo muy largo</script> ".repeat(10);
        long = long.with(one);
    }
    samples.push(Found { content: long, before: None });
    for found in &samples {
        sound("/plan/PEI?year=2016", Matter::Sample, |shell| {
            PlanPage::of(shell, &setting, found).render().unwrap()
        });
    }
}

#[test]
fn an_update_says_what_it_changed() {
    let (contents, new) = updated();
    let before = state().into_iter().find(|content| content.plan.code.as_str() == "PEI");
    let at = |content: &Content| before_of(&contents, content);
    assert_eq!(at(&new), Some("PEI@1".to_owned()));
    assert_eq!(at(before.as_ref().unwrap()), None);
    let found = Found { content: new, before };
    let shell = shell(Lang::Es, "/plan/PEI@2", Matter::Sample);
    let page = PlanPage::of(shell, &setting(contents.clone()), &found).render().unwrap();
    for words in ["Meta bajada", "Elemento agregado", "Elemento retirado", "PESEM@1/OS9"] {
        let there =
            page.contains(words) || (words == "PESEM@1/OS9" && page.contains("PESEM/OS9, que no consta"));
        assert!(there, "{words}");
    }
}

fn before_of(contents: &[Content], content: &Content) -> Option<String> {
    super::before(&setting(contents.to_vec()), content).map(|at| at.to_string())
}
