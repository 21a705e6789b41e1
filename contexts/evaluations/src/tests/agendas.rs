//! The agenda of a year, and who may evaluate.
use std::collections::BTreeSet;

use jiff::civil::date;
use rust_decimal::Decimal;

use super::evaluation;
use crate::domain::{Agenda, Evaluation, Evaluator, Fault, Kind, Stage, agenda};

fn listed(n: usize) -> BTreeSet<String> {
    (1..=n).map(|code| format!("{code:04}")).collect()
}

#[test]
fn a_tenth_is_counted_up_and_each_programme_once() {
    let check = |programmes: usize, share: i64, expect: usize| {
        let found = agenda([], &listed(programmes), Decimal::from(share), 2026);
        assert_eq!(found.wanted, expect, "{share} % of {programmes}");
    };
    check(80, 10, 8);
    check(81, 10, 9);
    check(1, 10, 1);
    check(0, 10, 0);
    check(80, 0, 0);
    check(80, 100, 80);
}

#[test]
fn what_counts_in_the_agenda_of_a_year() {
    let on = Some(date(2026, 6, 1));
    let of = |code: &str, year: i16, kind: Kind, evaluator: bool| {
        let evaluator = evaluator.then(|| Evaluator { name: "U".to_owned(), entity: None });
        Evaluation { kind, evaluator, ..evaluation(code, year) }
    };
    let edep = Kind::DesignAndExecution;
    let all = [
        (of("0001", 2026, edep, true), on),
        // The same programme twice is one programme.
        (of("0001", 2026, Kind::ImpactProspective, true), on),
        (of("0002", 2026, edep, false), None),
        // Without a third party a report is no independent evaluation.
        (of("0003", 2026, edep, false), on),
        // Of another year, of no programme of the list, of a plan.
        (of("0004", 2025, edep, true), on),
        (of("9002", 2026, edep, true), on),
        (of("0005", 2026, Kind::Plan, true), on),
    ];
    let found = agenda(all.iter().map(|(one, on)| (one, *on)), &listed(50), Decimal::TEN, 2026);
    assert_eq!(found, Agenda { programmes: 50, wanted: 5, planned: 3, reported: 1 });
    assert_eq!(found.lacking(), 2);
}

#[test]
fn what_an_evaluation_is_refused_for() {
    let check = |change: &dyn Fn(&mut Evaluation), expect: Result<(), Fault>| {
        let mut one = evaluation("0016", 2026);
        change(&mut one);
        assert_eq!(one.clone().checked().map(|_| ()), expect, "{one:?}");
    };
    let by = |name: &str, entity: Option<&str>| {
        Some(Evaluator { name: name.to_owned(), entity: entity.map(|code| code.parse().unwrap()) })
    };
    check(&|_| {}, Ok(()));
    check(&|one| one.evaluator = None, Ok(()));
    check(&|one| one.evaluator = by("Otra", Some("E:01-002")), Ok(()));
    check(&|one| one.evaluator = by("Ella misma", Some("E:11-011")), Err(Fault::NotThirdParty));
    check(&|one| one.evaluator = by(" ", None), Err(Fault::Evaluator));
    check(&|one| one.title = "  ".to_owned(), Err(Fault::Title));
    check(&|one| one.title = "x".repeat(301), Err(Fault::Title));
    check(&|one| one.title_en = Some("x".repeat(301)), Err(Fault::Title));
    check(&|one| one.year = 2006, Err(Fault::Year));
    check(&|one| one.year = 2101, Err(Fault::Year));
}

#[test]
fn how_far_an_evaluation_came() {
    let one = evaluation("0016", 2026);
    assert_eq!(one.stage(None), Stage::UnderWay);
    assert_eq!(one.stage(Some(date(2026, 3, 1))), Stage::Reported);
    assert_eq!(Evaluation { evaluator: None, ..one }.stage(None), Stage::Planned);
}
