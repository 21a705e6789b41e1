//! A plan of every level, one that updates another, one with nothing, one with too much.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter};

use super::*;
use crate::domain::check::Rule;
use crate::domain::target::{Goal, Move};
use crate::domain::target_log::Made;
use crate::domain::words::{ElementKind, VersionKind};
use crate::pages::testing::{setting, shell, sound};
use crate::tests::sample::{card, content, element, everything, state, target};

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

fn place(code: &str, name: &str) -> Territory {
    Territory {
        code: code.parse().unwrap(),
        kind: directory::domain::TerritoryKind::Department,
        name: name.to_owned(),
        parent: None,
        validity: base::Validity::new("1980-01-01".parse().unwrap(), None).unwrap(),
        capital: None,
        population: None,
        latitude: None,
        longitude: None,
        source: "test".to_owned(),
    }
}

fn found(content: Content, before: Option<Content>) -> Found {
    Found { content, before, places: Arc::default(), log: Vec::new() }
}

fn of(plan: &str) -> Found {
    let content = state().into_iter().find(|content| content.plan.code.as_str() == plan).unwrap();
    found(content, None)
}

#[test]
fn every_sample_in_every_language() {
    let (contents, new) = updated();
    let setting = setting(contents);
    let before = state().into_iter().find(|content| content.plan.code.as_str() == "PEI");
    let mut samples = ["PEDN", "PESEM", "PEI", "POI"].map(of).to_vec();
    samples.push(found(new.clone(), before));
    let empty = content("VACIO", "1", "OTRO", "E:9", (2016, 2016));
    samples.push(found(empty, None));
    let mut long = new;
    for n in 0..60 {
        let mut one = element(&format!("X{n:02}"), ElementKind::Objective, None, &["PESEM/OS1"]);
        one.title = "<script>Objetivo muy largo</script> ".repeat(10);
        long = long.with(one);
    }
    samples.push(found(long, None));
    samples.push(found(everything(), None));
    for found in &samples {
        sound("/plan/PEI?year=2016", Matter::Sample, |shell| {
            PlanPage::of(shell, &setting, found).render().unwrap()
        });
    }
}

fn page(path: &str, lang: Lang, contents: Vec<Content>, found: &Found) -> String {
    PlanPage::of(shell(lang, path, Matter::Real), &setting(contents), found).render().unwrap()
}

/// The piece of the page from a mark on, up to another.
fn piece<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from}")).1;
    rest.split_once(to).unwrap().0
}

#[test]
fn a_real_plan_marks_every_sample_it_names() {
    let mut contents = state();
    contents[0].plan.sample = false;
    let real = found(contents[0].clone(), None);
    let check = |contents: &[Content], expect: Matter, marks: usize| {
        let page =
            PlanPage::of(shell(Lang::Es, "/plan/PEDN", Matter::Real), &setting(contents.to_vec()), &real);
        assert_eq!(page.shell.matter, expect);
        let text = page.render().unwrap();
        let tree = piece(&text, "q-node", "id=\"indicadores\"");
        assert_eq!(tree.matches("q-sample").count(), marks, "{tree}");
        assert_eq!(text.contains("q-sample-banner"), expect != Matter::Real);
    };
    // The count beside the objective and the objective of the sample plan that hangs from it.
    check(&contents, Matter::Mixed, 2);
    let mut real_below = contents.clone();
    real_below[1].plan.sample = false;
    check(&real_below, Matter::Real, 0);
    check(&contents[..1], Matter::Real, 0);
    let sample = PlanPage::of(shell(Lang::Es, "/plan/PEI", Matter::Real), &setting(contents), &of("PEI"));
    assert_eq!(sample.shell.matter, Matter::Sample);
}

#[test]
fn a_plan_over_does_not_read_as_in_force() {
    let mut pedn = of("PEDN");
    pedn.content.version.horizon = crate::domain::plan::Horizon::new(2011, 2015).unwrap();
    pedn.content.version.valid = base::Validity::new("2011-06-23".parse().unwrap(), None).ok();
    let text = page("/plan/PEDN", Lang::Es, vec![pedn.content.clone()], &pedn);
    assert!(text.contains("horizonte concluido") && !text.contains("vigente"), "{text}");
}

#[test]
fn what_is_known_of_it() {
    let mut whole = found(everything(), None);
    whole.places = Arc::new([place("24", "Tumbes")].into_iter().collect());
    let mut named = state();
    named.push(whole.content.clone());
    let es = page("/plan/PEI", Lang::Es, named.clone(), &whole);
    assert!(es.contains(">Tumbes</a>") && es.contains("PN-01 Descentralización"), "{es}");
    assert!(es.contains("Quién lo elabora") && es.contains("Ministerio <span class=\"q-also\">test"), "{es}");
    assert!(!es.contains("lang=\"es\">DS 1"), "{es}");
    let en = page("/plan/PEI", Lang::En, named, &whole);
    for text in ["DS 1", "test"] {
        assert!(en.contains(&format!("<span lang=\"es\">{text}</span>")), "{text} is not said to be Spanish");
    }
    assert!(en.contains("PN-01 Decentralisation"), "{en}");
}

#[test]
fn many_policies_are_folded() {
    let check = |count: usize, folded: bool| {
        let mut plan = of("PEDN");
        let element = plan.content.elements.values_mut().next().unwrap();
        element.state_policies = (0..count).map(|n| format!("AN-{n:02}")).collect();
        let text = page("/plan/PEDN", Lang::Es, state(), &plan);
        assert_eq!(text.contains(&format!(">{count} políticas</span></summary>")), folded, "{count}");
        assert!(text.contains("AN-00"), "{count}");
    };
    check(4, false);
    check(23, true);
}

#[test]
fn its_own_findings_are_named_with_rule_and_source() {
    let contents = state().split_off(1);
    let own = of("PESEM");
    let text = page("/plan/PESEM", Lang::Es, contents.clone(), &own);
    let table = piece(&text, "id=\"hallazgos\"", "</table>");
    let expect = setting(contents).findings();
    let expect: Vec<_> = plan_findings::of(&expect, &reference(&own.content)).into_iter().collect();
    assert!(expect.iter().any(|finding| finding.rule == Rule::ParentAbsent), "{expect:?}");
    assert_eq!(table.matches("<th scope=\"row\"").count(), expect.len());
    assert!(table.contains("Superior que no existe") && table.contains("¶1"), "{table}");
    let none = page("/plan/PEDN", Lang::Es, state(), &of("PEDN"));
    assert!(none.contains("Ningún hallazgo: esta versión"), "{none}");
}

#[test]
fn the_log_of_its_targets_leads_to_each_indicator() {
    let mut plan = of("PEI");
    let (key, _) = target("OI1-I1", "2016", 1);
    let goal = |value: i64| Some(Goal { value: value.into(), high: None });
    let change = |n: i64| Change {
        key: key.clone(),
        old: goal(n + 1),
        new: goal(n),
        made: Made::Moved(Move::Lowered),
        seq: base::Seq(n),
        on: "2016-05-01".parse().unwrap(),
        rationale: None,
        after_result_of: None,
    };
    let quiet = page("/plan/PEI", Lang::Es, state(), &plan);
    assert!(quiet.contains("Ninguna meta cambió"), "{quiet}");
    plan.log = (1..=25).map(change).collect();
    let text = page("/plan/PEI", Lang::Es, state(), &plan);
    let table = piece(&text, "id=\"registro-de-metas\"", "</table>");
    assert_eq!(table.matches("/indicador/PEI%401/OI1-I1?territory=PE").count(), 20, "{table}");
    assert!(table.contains("Meta bajada") && text.contains("Quedan 5 cambios sin mostrar"), "{text}");
}

#[test]
fn an_update_says_what_it_changed() {
    let (contents, new) = updated();
    let before = state().into_iter().find(|content| content.plan.code.as_str() == "PEI");
    let at = |content: &Content| before_of(&contents, content);
    assert_eq!(at(&new), Some("PEI@1".to_owned()));
    assert_eq!(at(before.as_ref().unwrap()), None);
    let found = found(new, before);
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
