//! The country pack: its tables are read, its plans go in and hold together.
use std::path::PathBuf;

use jiff::civil::date;
use law::Rulebook;
use pack::Pack;
use sheets::Book;
use testkit::Bench;

use crate::MIGRATIONS;
use crate::actions::import_plan::{Input, import_plan};
use crate::domain::check::Rule;
use crate::domain::words::Severity;
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

#[tokio::test]
async fn the_plans_of_the_pack_go_in_without_a_refused_row() {
    let folder = testkit::peru().join("plans");
    let bench = Bench::new(&[MIGRATIONS]).await;
    let mut all = Delivered::default();
    let Ok(plans) = std::fs::read_dir(&folder) else { return };
    for plan in plans {
        let files: Vec<PathBuf> = std::fs::read_dir(plan.unwrap().path())
            .unwrap()
            .map(|f| f.unwrap().path())
            .filter(|f| f.extension().is_some_and(|e| e == "csv"))
            .collect();
        all.join(read(&Book::open(&files).unwrap()).unwrap());
    }
    if all.plans.is_empty() {
        return;
    }
    let done = import_plan(&bench.ctx, Input { source: "peru".into(), delivered: all, partial: false }).await;
    done.unwrap();
    bench.verify().await;
}
