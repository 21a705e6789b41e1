//! The country pack: its tables are read, its plans go in and hold together.
use std::path::PathBuf;

use jiff::civil::date;
use law::Rulebook;
use pack::Pack;
use sheets::Book;
use testkit::Bench;

use crate::MIGRATIONS;
use crate::actions::import_plan::{Input, import_plan};
use crate::domain::check::{EntityFacts, Rule};
use crate::domain::words::Severity;
use crate::queries::findings;
use crate::reading::frame::Law;
use crate::reading::{Delivered, read};

fn law() -> Law {
    let pack = Pack::open(&testkit::peru()).unwrap();
    let rules = Rulebook::parse("law/rules.csv", pack.text("law/rules.csv").unwrap()).unwrap();
    Law::of(&pack, &rules, date(2016, 6, 1), date(2026, 3, 2)).unwrap()
}

#[test]
fn plan_types_have_the_horizons_of_the_law() {
    let law = law();
    let check = |plan_type: &str, years: i16| {
        assert_eq!(law.frame.types[plan_type].horizon_years, Some(years), "{plan_type}");
    };
    check("PEDN", 10);
    check("PESEM", 5);
    check("PDRC", 8);
    check("PDLC", 8);
    check("PEI", 3);
    check("POI", 1);
    assert_eq!(law.frame.state_policies.len(), 34);
}

#[test]
fn every_rule_has_its_source() {
    let law = law();
    for rule in Rule::ALL {
        let source = law.sources.get(*rule).unwrap_or_else(|| panic!("{rule} has no source in checks.csv"));
        assert!(!source.source.is_empty());
        assert!(Severity::ALL.contains(&source.severity));
    }
}

#[test]
fn verbs_of_the_pack() {
    let verbs = law().verbs;
    for title in ["Mejorar", "MEJORAMIENTO DE", "Fortalezca", "Strengthened", "Enhancing", "Optimización"] {
        assert!(verbs.opens(title).is_some(), "{title}");
    }
    for title in ["Capacitar", "Construcción", "Implementar", "Train", "Build", "Implement"] {
        assert_eq!(verbs.opens(title), None, "{title}");
    }
}

/// Every plan of the pack, imported; `None` where the pack has none.
async fn imported() -> Bench {
    let bench = Bench::new(&[MIGRATIONS]).await;
    let mut all = Delivered::default();
    for plan in std::fs::read_dir(testkit::peru().join("plans")).unwrap() {
        let files: Vec<PathBuf> = std::fs::read_dir(plan.unwrap().path())
            .unwrap()
            .map(|f| f.unwrap().path())
            .filter(|f| f.extension().is_some_and(|e| e == "csv"))
            .collect();
        all.join(read(&Book::open(&files).unwrap()).unwrap());
    }
    import_plan(&bench.ctx, Input { source: "peru".into(), delivered: all, partial: false }).await.unwrap();
    bench
}

/// Kinds of the owners as their codes say them, enough for the plans of the pack.
fn entities() -> Vec<EntityFacts> {
    let text = std::fs::read_to_string(testkit::peru().join("entities/entities.csv")).unwrap();
    let rows = text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some(EntityFacts { code: cells.next()?.parse().ok()?, kind: cells.next()?.to_owned() })
    });
    rows.collect()
}

#[tokio::test]
async fn the_plans_of_the_pack_are_what_they_claim() {
    let bench = imported().await;
    bench.verify().await;
    let known = bench.known().await;
    let on = date(2020, 6, 1);
    let found = findings(&mut *bench.read().await, known, on, &law(), &entities()).await.unwrap();
    let of = |plan: &str| -> Vec<(Rule, String)> {
        let own = found.iter().filter(|f| f.subject.to_string().starts_with(plan));
        let mut all: Vec<_> = own.map(|f| (f.rule, f.subject.to_string())).collect();
        all.sort();
        all
    };
    let spoilt: Vec<(Rule, &str)> = vec![
        (Rule::HorizonLength, ""),
        (Rule::HorizonOutside, ""),
        (Rule::HorizonOutside, ""),
        (Rule::HorizonBeyondFramework, ""),
        (Rule::StatePolicyAbsent, ""),
        (Rule::PlanUnlinked, ""),
        (Rule::Orphan, "/OEI1"),
        (Rule::ParentAbsent, "/OEI4"),
        (Rule::ParentWrong, "/OEI2"),
        (Rule::ParentWrong, "/OEI3"),
        (Rule::ParentExpired, "/OEI3"),
        (Rule::VagueVerb, "/AO1"),
        (Rule::ObjectiveUnmeasured, "/OEI3"),
        (Rule::ObjectiveUnmeasured, "/OEI4"),
        (Rule::OwnerAbsent, "/OEI1-I1"),
        (Rule::BaselineAbsent, "/OEI1-I1"),
        (Rule::BaselineAbsent, "/OEI2-I1"),
        (Rule::TargetAbsent, "/AEI1.1-I1"),
        (Rule::TargetAbsent, "/OEI1-I1"),
        (Rule::SenseAbsent, "/OEI1-I1"),
        (Rule::OutputUndated, "/AEI1.1-I1"),
    ];
    let name = |at: &str| format!("MUESTRA-DEFECTOS@1{at}");
    let spoilt: Vec<(Rule, String)> = spoilt.into_iter().map(|(rule, at)| (rule, name(at))).collect();
    assert_eq!(of("MUESTRA-DEFECTOS"), spoilt);
    // What the pack's source of the PEDN does not tell is not made up: it is a finding.
    let both = ["PEDN@2011", "PEDN@actualizado"];
    let untold = [Rule::StatePolicyAbsent, Rule::NationalPolicyAbsent]
        .map(|rule| both.map(|at| (rule, at.to_owned())));
    // Longer than money is programmed.
    let beyond = |at: &str| vec![(Rule::HorizonBeyondFramework, at.to_owned())];
    assert_eq!(of("PEDN"), [beyond("PEDN@2011"), untold.concat()].concat());
    assert_eq!(of("MUESTRA-PESEM-11"), beyond("MUESTRA-PESEM-11@1"));
    assert!(of("M:").iter().any(|(rule, _)| *rule == Rule::PlanAbsent));
}
