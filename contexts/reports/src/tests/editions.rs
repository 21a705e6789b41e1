//! Who may freeze, sign, publish and withdraw what.
use std::slice::from_ref;

use base::Digest;
use jiff::civil::{Date, date};

use super::{duty, edition, with};
use crate::domain::{
    Edition, Refused, Step,
    edition::{may, prepared, reason},
};

const TODAY: Date = date(2026, 2, 27);

#[test]
fn what_is_prepared() {
    let duty = duty("financial_execution");
    let published = with(edition(1, date(2026, 2, 5)), &[(Step::Sign, 6), (Step::Publish, 7)]);
    let check = |role, period, all: &[Edition], why, expect: Result<(i64, bool), Refused>| {
        let found = prepared(&duty, period, (role, TODAY), all, why);
        assert_eq!(
            found.map(|(_, number, before)| (number, before.is_some())),
            expect,
            "{role} {period} {why}"
        );
    };
    let mine = "budget_officer";
    let none: &[Edition] = &[];
    check(mine, "2026-01", none, "", Ok((1, false)));
    check("budget_directorate", " 2026-01 ", none, " ", Ok((1, false)));
    check(mine, "2020-12", none, "", Ok((1, false)));
    let not_yours = || Err(Refused::NotYours("E:09-009".to_owned()));
    check("planner", "2026-01", none, "", not_yours());
    check("governing_body", "2026-01", none, "", not_yours());
    for text in ["2026", "2026-S1", "2026-13", "", "enero", "2007-12"] {
        check(mine, text, none, "", Err(Refused::NoPeriod(text.to_owned())));
    }
    check(mine, "2026-02", none, "", Err(Refused::NotOver(date(2026, 2, 28))));
    check(mine, "2026-03", none, "", Err(Refused::NotOver(date(2026, 3, 31))));
    check(mine, "2026-01", none, "faltaba un pliego", Err(Refused::NothingToCorrect));
    check(mine, "2026-01", from_ref(&published), "", Err(Refused::Stands));
    check(mine, "2026-01", from_ref(&published), "faltaba un pliego", Ok((2, true)));
    let long = "x".repeat(2_001);
    check(mine, "2026-01", from_ref(&published), &long, Err(Refused::Reason));
    check(mine, "2026-01", &[edition(1, date(2026, 2, 5))], "", Ok((2, false)));
    let withdrawn = with(published, &[(Step::Withdraw, 9)]);
    check(mine, "2026-01", &[withdrawn], "", Ok((2, false)));
}

#[test]
fn what_is_done_with_an_edition() {
    let duty = duty("financial_execution");
    let fresh = edition(1, date(2026, 2, 5));
    let signed = with(fresh.clone(), &[(Step::Sign, 6)]);
    let published = with(fresh.clone(), &[(Step::Sign, 6), (Step::Publish, 7)]);
    let withdrawn = with(published.clone(), &[(Step::Withdraw, 8)]);
    let directorate = ("budget_directorate", "e-09-009.budget-directorate");
    let check = |step, one: &Edition, who: (&str, &str), expect| {
        let all = [one.clone()];
        let found = may(step, one, (&duty, &all, TODAY), (who.0, who.1, one.checksum));
        assert_eq!(found, expect, "{step:?} {:?}", one.steps.len());
    };
    check(Step::Sign, &fresh, directorate, Ok(()));
    check(Step::Sign, &fresh, ("budget_directorate", "e-09-009.budget-officer"), Err(Refused::OwnWork));
    check(Step::Sign, &signed, directorate, Err(Refused::Signed));
    check(Step::Sign, &published, directorate, Err(Refused::Published));
    check(Step::Publish, &fresh, directorate, Err(Refused::NotSigned));
    check(Step::Publish, &signed, directorate, Ok(()));
    check(Step::Publish, &published, directorate, Err(Refused::Published));
    check(Step::Withdraw, &published, directorate, Ok(()));
    for one in [&fresh, &signed, &withdrawn] {
        check(Step::Withdraw, one, directorate, Err(Refused::NotStanding));
    }
    let not_yours = || Err(Refused::NotYours("E:09-009".to_owned()));
    check(Step::Sign, &fresh, ("budget_officer", "e-09-009.budget-officer"), not_yours());
    check(Step::Sign, &fresh, ("governing_body", "e-01-016.governing-body"), not_yours());
    let seen = may(
        Step::Sign,
        &fresh,
        (&duty, from_ref(&fresh), TODAY),
        (directorate.0, directorate.1, Digest::of(b"")),
    );
    assert_eq!(seen, Err(Refused::OtherChecksum), "what is signed is what was looked at");
    let later = edition(2, date(2026, 2, 10));
    let both = [fresh.clone(), later];
    for step in [Step::Sign, Step::Publish] {
        let found = may(step, &fresh, (&duty, &both, TODAY), (directorate.0, directorate.1, fresh.checksum));
        assert_eq!(found, Err(Refused::Dropped));
    }
}

#[test]
fn a_reason_is_there_and_not_too_long() {
    assert_eq!(reason("  sí ").as_deref(), Ok("sí"));
    for bad in [String::new(), " \n".to_owned(), "x".repeat(2_001)] {
        assert_eq!(reason(&bad), Err(Refused::Reason));
    }
}
