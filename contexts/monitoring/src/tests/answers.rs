//! What an answer without a value changes in a status, and what it leaves alone; rates; who is silent; tables of the pack.
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::case::rules;
use super::explained::{facts, periods};
use crate::domain::board::{Submission, Tally};
use crate::domain::calendar::owed;
use crate::domain::review::{Mark, Phase, ReviewCode, Verdict};
use crate::domain::{Reason, Status, Unavailable, assess};
use crate::queries::discipline::{acceptance_of, accepted_by, defects, reasons_of};
use crate::queries::owners::is_silent;

fn unavailable(period: base::Period) -> Unavailable {
    Unavailable { period, why: "disaster".into(), words: "Se inundó.".into() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Answers and marks never become numbers: whatever was computed stays, and only what was owed and missing gets another word.
    #[test]
    fn answers_change_no_arithmetic(
        facts in facts(),
        answers in prop::collection::vec(periods(), 0..6),
        on in periods(),
        grace in 0_u16..400,
    ) {
        let (rules, on) = (rules(grace), on.end());
        let plain = assess(&facts, &rules, on);
        let mut answered = facts.clone();
        answered.unavailable = answers.iter().map(|period| unavailable(*period)).collect();
        answered.marks = answers
            .iter()
            .map(|period| Mark {
                period: *period,
                scale: None,
                review: Some(Phase::Review),
                validation: Some(Verdict::NotValidated),
                words: "x".into(),
            })
            .collect();
        let found = assess(&answered, &rules, on);
        prop_assert_eq!(
            (plain.due, plain.last, plain.measured, plain.progress),
            (found.due, found.last, found.measured, found.progress)
        );
        if found.status == plain.status {
            prop_assert_eq!(&found.reasons, &plain.reasons);
        } else {
            prop_assert!(matches!(plain.status, Status::Overdue | Status::FrozenBySource), "{}", plain.status);
            prop_assert_eq!(found.status, Status::NotAvailable);
            let told = |reason: &Reason| matches!(reason, Reason::NotAvailable { .. });
            prop_assert!(found.reasons.iter().any(told));
        }
    }

    /// What is answered with a reason is not owed, and nothing else stops being owed by it.
    #[test]
    fn an_answer_is_owed_no_more(
        facts in facts(),
        answers in prop::collection::vec(periods(), 0..6),
        on in periods(),
        grace in 0_u16..400,
    ) {
        let (rules, on) = (rules(grace), on.end());
        let until = on.saturating_add(jiff::Span::new().days(400));
        let mut expect = owed(&facts, on, until, &rules);
        let mut answered = facts;
        answered.unavailable = answers.iter().map(|period| unavailable(*period)).collect();
        expect.retain(|one| !answers.contains(&one.period));
        prop_assert_eq!(owed(&answered, on, until, &rules), expect);
    }

    /// The rate to a tenth, against a count in fractions.
    #[test]
    fn a_rate_is_rounded_half_up(on_time in 0_usize..400, late in 0_usize..400, missing in 0_usize..400, review in 0_usize..9) {
        let tally = Tally { on_time, late, missing, under_review: review, not_due: 3 };
        let all = on_time + late + missing;
        match tally.on_time_tenths() {
            None => prop_assert_eq!(all, 0),
            Some(tenths) => {
                let exact = rust_decimal::Decimal::from(1000 * on_time) / rust_decimal::Decimal::from(all);
                let half_up = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
                prop_assert_eq!(rust_decimal::Decimal::from(tenths), exact.round_dp_with_strategy(0, half_up));
            }
        }
    }
}

#[test]
fn what_is_under_review_is_neither_on_time_nor_late() {
    let mut tally = Tally::default();
    tally.add(Submission::UnderReview);
    assert_eq!((tally.owed(), tally.on_time_percent()), (0, None));
    tally.add(Submission::OnTime);
    assert_eq!(tally.on_time_percent(), Some(100.0));
    assert_eq!(tally.with(tally).under_review, 2);
}

#[test]
fn who_is_silent() {
    let on = date(2026, 3, 2);
    let check = |due: Option<Date>, last: Option<Date>, expect: bool| {
        assert_eq!(is_silent(due, last, on, 90), expect, "{due:?} {last:?}");
    };
    let (before, at, after) = (date(2025, 12, 1), date(2025, 12, 2), date(2025, 12, 3));
    check(None, None, false);
    check(Some(before), None, true);
    check(Some(at), None, true);
    check(Some(after), None, false);
    check(Some(before), Some(at), true);
    check(Some(before), Some(after), false);
    check(Some(before), Some(on), false);
}

#[test]
fn codes_of_reviews() {
    let check = |text: &str, expect: Option<&str>| {
        let found: Option<ReviewCode> = text.parse().ok();
        assert_eq!(found.as_ref().map(ReviewCode::together), expect, "{text}");
    };
    check("r128-3", Some("r128-"));
    for bad in ["", "r", "r128", "r128-", "r-3", "v128-3", "r128-3%", "r1_-3", "r12345678901234567890-1"] {
        check(bad, None);
    }
}

#[test]
fn the_pack_says_who_accepts_and_why_there_is_none() {
    let pack = pack::Pack::open(&testkit::peru()).unwrap();
    assert_eq!(defects(&pack), Vec::<String>::new());
    let all = acceptance_of(&pack).unwrap();
    let on = date(2026, 3, 2);
    let check = |plan_type: &str, on, expect| {
        assert_eq!(accepted_by(&all, plan_type, None, on), expect, "{plan_type}");
    };
    check("PEDN", on, Some("value_acceptance_ceplan"));
    check("PESEM", on, Some("value_acceptance_sector"));
    check("PESEM", date(2014, 4, 3), None);
    check("PEI", on, None);
    assert!(reasons_of(&pack).unwrap().iter().all(|one| !one.source.is_empty() && one.code != "value"));
}

/// Peru's pack with one file altered.
fn altered(path: &str, from: &str, to: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let peru = testkit::peru();
    for part in ["country.toml", "law", "procedures", "monitoring"] {
        copy(&peru.join(part), &folder.path().join(part));
    }
    let file = folder.path().join(path);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    std::fs::write(&file, text.replace(from, to)).unwrap();
    defects(&pack::Pack::open(folder.path()).unwrap())
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    if from.is_file() {
        std::fs::copy(from, to).unwrap();
        return;
    }
    std::fs::create_dir(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        copy(&item.path(), &to.join(item.file_name()));
    }
}

#[test]
fn what_a_pack_is_refused_for() {
    let sector = "procedures/value_acceptance_sector.toml";
    let check = |path: &str, from: &str, to: &str, expect: &str| {
        let found = altered(path, from, to);
        assert!(found.iter().any(|defect| defect.contains(expect)), "{from} as {to}: {found:?}");
    };
    check(sector, "reason = true", "reason = false", "return_value returns a value without a reason");
    check(
        sector,
        "sector = [\"sector_coordinator\"]",
        "sector = [\"king\"]",
        "no post plays the role sector",
    );
    check(
        sector,
        "phase = \"accepted\"\nfinal = true",
        "phase = \"review\"\nfinal = true",
        "no final state of the phase accepted",
    );
    check(
        sector,
        "phase = \"review\"\ninitial = true",
        "phase = \"accepted\"\ninitial = true",
        "a value begins under review",
    );
    check(
        "monitoring/acceptance.csv",
        "value_acceptance_sector",
        "by_acclamation",
        "by_acclamation is no procedure for values",
    );
    check("monitoring/acceptance.csv", "PESEM,,", "PESEM,cielo,", "level");
    check("monitoring/no_value.csv", "2000-01-01", "ayer", "valid_from");
}
