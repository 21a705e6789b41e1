//! Every way around the gates that somebody may try with a request.
use base::Money;
use jiff::civil::{Date, date};

use super::{TODAY, commitment, matrix, progress, purse, request};
use crate::domain::{
    Decision, Matrix, Verdict,
    request::{Ask, Purse, Refused, Step, asks, decided, filed},
};

fn ask(step: Step, amount: Option<i64>, override_reason: &str) -> Ask {
    Ask {
        step,
        amount: amount.map(Money::centimos),
        reason: "Motivo".to_owned(),
        override_reason: override_reason.to_owned(),
    }
}

fn step(step: Step, amount: Option<i64>) -> Decision {
    Decision {
        number: 1,
        step,
        amount: amount.map(Money::centimos),
        blocks: Vec::new(),
        override_reason: String::new(),
        reason: "Motivo".to_owned(),
        post: "e-09-009.budget-directorate".to_owned(),
        at: "2026-03-02T15:00:00Z".parse().unwrap(),
    }
}

/// The word of a refusal, or how much was passed over.
fn outcome(found: Result<crate::domain::request::Passed, Refused>) -> String {
    match found {
        Ok(passed) => format!("passed {}", passed.blocks.len()),
        Err(Refused::Blocked(blocks)) => format!("blocked {}", blocks.len()),
        Err(refused) => format!("{refused:?}").split('(').next().unwrap_or_default().to_owned(),
    }
}

fn check(
    (amount, before): (i64, &[Decision]),
    purse: &Purse,
    matrices: &[Matrix],
    (asked, on): (Ask, Date),
    expect: &str,
) {
    let one = request("E:11-011", "0016", amount);
    let found = outcome(decided((&one, before), purse, matrices, (&asked, on)));
    assert_eq!(found, expect, "{amount} {asked:?} {before:?}");
}

fn evaluated() -> Vec<Decision> {
    vec![step(Step::Evaluate, None)]
}

fn moved() -> Vec<Matrix> {
    vec![Matrix { progress: vec![progress("C1", 1, Some(Verdict::Progress))], ..matrix() }]
}

#[test]
fn more_money_needs_progress_and_as_much_does_not() {
    let (none, some) = ([matrix()], moved());
    let grant = |amount| (ask(Step::Grant, Some(amount), ""), TODAY);
    check((140, &evaluated()), &purse(0, 0), &none, grant(100), "passed 0");
    check((140, &evaluated()), &purse(0, 0), &none, grant(101), "blocked 1");
    check((140, &evaluated()), &purse(0, 0), &some, grant(140), "passed 0");
}

#[test]
fn half_and_half_is_as_much_as_the_whole() {
    // The other half was granted: together they are more than what it has.
    let grant = |amount| (ask(Step::Grant, Some(amount), ""), TODAY);
    check((60, &evaluated()), &purse(60, 60), &[matrix()], grant(40), "passed 0");
    check((60, &evaluated()), &purse(60, 60), &[matrix()], grant(41), "blocked 1");
    check((60, &evaluated()), &purse(60, 60), &moved(), grant(60), "passed 0");
    // Nor do halves get over the ceiling, whether when they are filed or when they are granted.
    check((60, &evaluated()), &purse(100, 100), &moved(), grant(51), "OverCeiling");
    let half = |others, amount| filed(request("E:11-011", "0016", amount), Some(&purse(others, 0)), TODAY);
    assert!(half(100, 50).is_ok() && matches!(half(100, 51), Err(Refused::OverCeiling(..))));
    let max = Money::centimos(i64::MAX);
    let huge = crate::domain::Request { amount: max, ..request("E:11-011", "0016", 1) };
    assert!(matches!(filed(huge, Some(&purse(100, 0)), TODAY), Err(Refused::OverCeiling(..))));
}

#[test]
fn an_override_is_for_one_step_of_one_request_and_for_what_stands_in_the_way() {
    let late = [Matrix { commitments: vec![commitment("C1", date(2026, 3, 1))], ..matrix() }];
    let evaluate = |reason: &str| (ask(Step::Evaluate, None, reason), TODAY);
    let grant = |amount, reason: &str| (ask(Step::Grant, Some(amount), reason), TODAY);
    check((90, &[]), &purse(0, 0), &late, evaluate(""), "blocked 1");
    check((90, &[]), &purse(0, 0), &late, evaluate("   "), "blocked 1");
    check((90, &[]), &purse(0, 0), &late, evaluate("Emergencia"), "passed 1");
    // What was passed over to evaluate it is asked again before it is granted.
    check((90, &evaluated()), &purse(0, 0), &late, grant(90, ""), "blocked 1");
    check((140, &evaluated()), &purse(0, 0), &late, grant(140, ""), "blocked 2");
    check((140, &evaluated()), &purse(0, 0), &late, grant(140, "Emergencia"), "passed 2");
    // No reason is kept in store.
    check((90, &[]), &purse(0, 0), &moved(), evaluate("Por si acaso"), "NothingToOverride");
    check(
        (90, &[]),
        &purse(0, 0),
        &late,
        (ask(Step::Decline, None, "Emergencia"), TODAY),
        "NothingToOverride",
    );
    // The ceiling has no override.
    check((200, &evaluated()), &purse(0, 0), &moved(), grant(151, "Emergencia"), "OverCeiling");
    let mut long = ask(Step::Evaluate, None, "x");
    long.override_reason = "x".repeat(2_001);
    check((90, &[]), &purse(0, 0), &late, (long, TODAY), "Reason");
}

#[test]
fn a_deadline_that_passes_meanwhile_closes_the_gate_again() {
    let soon = [Matrix { commitments: vec![commitment("C1", TODAY)], ..moved().remove(0) }];
    let grant = ask(Step::Grant, Some(90), "");
    check((90, &evaluated()), &purse(0, 0), &soon, (grant.clone(), TODAY), "passed 0");
    check((90, &evaluated()), &purse(0, 0), &soon, (grant, date(2026, 3, 3)), "blocked 1");
}

#[test]
fn steps_come_in_their_order_and_once() {
    let grant = |amount| (ask(Step::Grant, amount, ""), TODAY);
    let evaluate = || (ask(Step::Evaluate, None, ""), TODAY);
    let decline = || (ask(Step::Decline, None, ""), TODAY);
    let all = moved();
    check((90, &[]), &purse(0, 0), &all, grant(Some(90)), "NotEvaluated");
    check((90, &evaluated()), &purse(0, 0), &all, evaluate(), "AlreadyEvaluated");
    check((90, &evaluated()), &purse(0, 0), &all, grant(Some(91)), "MoreThanAsked");
    check((90, &evaluated()), &purse(0, 0), &all, grant(Some(0)), "Amount");
    check((90, &evaluated()), &purse(0, 0), &all, grant(Some(-5)), "Amount");
    check((90, &evaluated()), &purse(0, 0), &all, grant(None), "Amount");
    check((90, &[]), &purse(0, 0), &all, decline(), "passed 0");
    check((90, &[step(Step::Decline, None)]), &purse(0, 0), &all, evaluate(), "Decided");
    check((90, &[step(Step::Grant, Some(90))]), &purse(0, 0), &all, grant(Some(90)), "Decided");
    let mut silent = ask(Step::Evaluate, None, "");
    silent.reason = " ".to_owned();
    check((90, &[]), &purse(0, 0), &all, (silent, TODAY), "Reason");
}

#[test]
fn what_a_request_is_refused_for_when_it_is_filed() {
    let check = |year: i16, amount: i64, has_purse: bool, expect: &str| {
        let one = crate::domain::Request { year, ..request("E:11-011", "0016", amount) };
        let purse = purse(0, 0);
        let found = filed(one, has_purse.then_some(&purse), TODAY);
        let found = found.map_or_else(|error| format!("{error:?}"), |_| "filed".to_owned());
        assert!(found.starts_with(expect), "{year} {amount}: {found}");
    };
    check(2027, 150, true, "filed");
    check(2027, 151, true, "OverCeiling");
    check(2027, 150, false, "NoCeiling");
    check(2026, 10, true, "YearClosed");
    check(2027, 0, true, "Amount");
    check(2027, -10, true, "Amount");
}

#[test]
fn what_a_request_still_asks_for() {
    let one = request("E:11-011", "0016", 90);
    let check = |before: &[Decision], expect: i64| {
        assert_eq!(asks(&one, before), Money::centimos(expect), "{before:?}");
    };
    check(&[], 90);
    check(&evaluated(), 90);
    check(&[step(Step::Evaluate, None), step(Step::Grant, Some(70))], 70);
    check(&[step(Step::Decline, None)], 0);
}
