use crate::domain::{GoalRef, OfferRef};

fn check(text: &str, expect: bool) {
    assert_eq!(text.parse::<GoalRef>().is_ok_and(|goal| goal.to_string() == text), expect, "{text:?}");
}

#[test]
fn one_goal_has_one_code() {
    check("2026-M1", true);
    check("2026-META-12", true);
    check("2026-m1", false);
    check("2026- M1", false);
    check("+2026-M1", false);
    check("02026-M1", false);
    check("26-M1", false);
    check("2026-", false);
    check("2026--M", false);
    check("2026-ABCDEFGHIJKLM", false);
    check("2026-Ñ1", false);
    check("M1", false);
    check("", false);
}

#[test]
fn an_offer_is_a_goal_and_a_body() {
    let at: OfferRef = "2026-M1:M:010101-300001".parse().unwrap();
    assert_eq!(at.to_string(), "2026-M1:M:010101-300001");
    for text in ["2026-M1", "2026-M1:", ":M:010101-300001"] {
        assert!(text.parse::<OfferRef>().is_err(), "{text:?}");
    }
}
