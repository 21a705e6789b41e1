//! Recommendations and audits, case by case.
use jiff::civil::{Date, date};

use super::TODAY;
use crate::domain::{
    Audit, Matter, Nature, NoAudit, Recommendation, Source, overlaps,
    recommendation::{Course, Move, Step, Wrong, course, taken},
};

fn recommendation(role: &str) -> Recommendation {
    Recommendation {
        code: "r1".parse().unwrap(),
        source: Source::Comptroller,
        nature: Nature::Corrective,
        entity: "E:11-011".parse().unwrap(),
        programme: None,
        text: "Conciliar el padrón".to_owned(),
        document: "Informe 1-2026".to_owned(),
        made_on: date(2026, 2, 2),
        due_on: Some(date(2026, 3, 1)),
        role: role.to_owned(),
        post: "e-19-019.comptroller".to_owned(),
        at: "2026-02-02T15:00:00Z".parse().unwrap(),
    }
}

fn steps(all: &[Move]) -> Vec<Step> {
    let at = "2026-02-03T15:00:00Z".parse().unwrap();
    let step =
        |(number, step): (i64, &Move)| Step { number, step: *step, text: "x".into(), post: "p".into(), at };
    (1..).zip(all).map(step).collect()
}

#[test]
fn who_registers_in_whose_name_and_what_is_refused() {
    let check = |change: &dyn Fn(&mut Recommendation), expect: Result<(), Wrong>| {
        let mut one = recommendation("comptroller");
        change(&mut one);
        assert_eq!(one.clone().checked(TODAY).map(|_| ()), expect, "{one:?}");
    };
    check(&|_| {}, Ok(()));
    check(&|one| one.source = Source::Ombudsman, Err(Wrong::Source));
    check(&|one| one.role = "planner".to_owned(), Err(Wrong::Source));
    check(&|one| (one.role, one.source) = ("ombudsman".to_owned(), Source::Ombudsman), Ok(()));
    check(
        &|one| (one.role, one.source) = ("budget_directorate".to_owned(), Source::CitizenCommittee),
        Ok(()),
    );
    check(
        &|one| (one.role, one.source) = ("budget_directorate".to_owned(), Source::Comptroller),
        Err(Wrong::Source),
    );
    check(&|one| one.text = " ".to_owned(), Err(Wrong::Text));
    check(&|one| one.document = String::new(), Err(Wrong::Document));
    check(&|one| one.made_on = date(2026, 3, 3), Err(Wrong::Dates));
    check(&|one| one.due_on = Some(date(2026, 2, 2)), Err(Wrong::Dates));
    check(&|one| one.due_on = None, Ok(()));
}

#[test]
fn a_recommendation_goes_its_course() {
    let check = |before: &[Move], (step, role): (Move, &str), expect: Result<(), Wrong>| {
        let one = recommendation("comptroller");
        let found = taken((&one, &steps(before)), (step, role, "dicho"));
        assert_eq!(found.map(|_| ()), expect, "{before:?} {step:?} {role}");
    };
    let (body, own) = ("planner", "comptroller");
    check(&[], (Move::Accept, body), Ok(()));
    check(&[], (Move::Report, body), Err(Wrong::NotNow));
    check(&[], (Move::Close, own), Err(Wrong::NotNow));
    check(&[Move::Accept], (Move::Report, body), Ok(()));
    check(&[Move::Accept, Move::Report], (Move::Close, own), Ok(()));
    check(&[Move::Accept, Move::Report], (Move::Reopen, own), Ok(()));
    check(&[Move::Refuse], (Move::Close, own), Ok(()));
    // The body does not close what is recommended to it, nor does another that recommends.
    check(&[Move::Accept, Move::Report], (Move::Close, body), Err(Wrong::NotRegistrar));
    check(&[Move::Accept, Move::Report], (Move::Close, "ombudsman"), Err(Wrong::NotRegistrar));
    check(&[Move::Accept, Move::Report, Move::Close], (Move::Reopen, own), Err(Wrong::NotNow));
    let one = recommendation("comptroller");
    assert_eq!(taken((&one, &[]), (Move::Accept, body, "  ")), Err(Wrong::Reason));
    assert!(one.is_overdue(&steps(&[Move::Accept]), TODAY) && !one.is_overdue(&[], date(2026, 3, 1)));
    let closed = steps(&[Move::Accept, Move::Report, Move::Close]);
    assert!(!one.is_overdue(&closed, TODAY) && course(&closed) == Course::Closed);
}

fn audit(code: &str, entity: &str, matter: Matter, (from, to): (Date, Date)) -> Audit {
    Audit {
        code: code.parse().unwrap(),
        auditor: "Contraloría".to_owned(),
        entity: entity.parse().unwrap(),
        matter,
        title: "Compras".to_owned(),
        from,
        to,
        overlap_reason: String::new(),
        post: "e-19-019.comptroller".to_owned(),
        at: "2026-03-02T15:00:00Z".parse().unwrap(),
    }
}

const fn may(from: i8, to: i8) -> (Date, Date) {
    (date(2026, 5, from), date(2026, 5, to))
}

#[test]
fn audits_overlap_by_body_matter_and_day() {
    let calendar = [
        audit("u1", "E:11-011", Matter::Procurement, may(1, 10)),
        audit("u2", "E:11-011", Matter::Procurement, may(10, 20)),
        audit("u3", "E:11-011", Matter::Procurement, may(5, 6)),
        audit("u4", "E:11-011", Matter::Procurement, may(21, 25)),
        audit("u5", "E:11-011", Matter::Budget, may(1, 25)),
        audit("u6", "E:09-009", Matter::Procurement, may(1, 25)),
    ];
    let found: Vec<(&str, &str, Date, Date)> = overlaps(&calendar)
        .iter()
        .map(|pair| (pair.one.code.as_str(), pair.other.code.as_str(), pair.from, pair.to))
        .collect();
    let day = |day| date(2026, 5, day);
    assert_eq!(found, [("u1", "u3", day(5), day(6)), ("u1", "u2", day(10), day(10))]);
}

#[test]
fn every_pair_that_has_a_day_in_common_is_found() {
    // Against the plain way, over every arrangement of a small calendar.
    let spans: Vec<(Date, Date)> = (1..=4).flat_map(|from| (from..=4).map(move |to| may(from, to))).collect();
    for one in &spans {
        for two in &spans {
            for three in &spans {
                let all = [("u1", one), ("u2", two), ("u3", three)]
                    .map(|(code, span)| audit(code, "E:11-011", Matter::Works, *span));
                let plain = [(0, 1), (0, 2), (1, 2)];
                let plain =
                    plain.iter().filter(|(a, b)| all[*a].from <= all[*b].to && all[*b].from <= all[*a].to);
                assert_eq!(overlaps(&all).len(), plain.count(), "{one:?} {two:?} {three:?}");
            }
        }
    }
}

#[test]
fn an_audit_beside_another_says_why() {
    let calendar = [audit("u1", "E:11-011", Matter::Works, may(1, 10))];
    let check = |span: (Date, Date), matter: Matter, reason: &str, expect: &str| {
        let mut one = audit("u9", "E:11-011", matter, span);
        one.overlap_reason = reason.to_owned();
        let found = one.checked(&calendar).map_or_else(|error| format!("{error:?}"), |_| "kept".to_owned());
        assert!(found.starts_with(expect), "{span:?} {reason:?}: {found}");
    };
    check(may(11, 12), Matter::Works, "", "kept");
    check(may(10, 12), Matter::Works, "", "Overlaps");
    check(may(10, 12), Matter::Works, "   ", "Overlaps");
    check(may(10, 12), Matter::Works, "Otro ejercicio", "kept");
    check(may(10, 12), Matter::Staff, "", "kept");
    check(may(11, 12), Matter::Works, "Por si acaso", "NoOverlap");
    check((date(2026, 5, 12), date(2026, 5, 11)), Matter::Works, "", "Period");
    check((date(2026, 5, 12), date(2029, 5, 13)), Matter::Works, "", "Period");
    let nameless = Audit { auditor: " ".to_owned(), ..audit("u9", "E:11-011", Matter::Works, may(20, 21)) };
    assert_eq!(nameless.checked(&calendar), Err(NoAudit::Title));
}
