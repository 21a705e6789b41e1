//! Which class and size a matter has, and in which order an agenda puts it.
use alerts::domain::{Alert, Cause, Sign, Trigger, Why};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::domain::{Class, Item, item, numbered, undecided};

const ON: Date = date(2026, 3, 2);

fn alert(indicator: &str, signs: Vec<Sign>) -> Alert {
    let indicator = format!("P@1/{indicator}").parse().unwrap();
    Alert::of(Cause::Result { indicator, territory: None }, signs, date(2026, 2, 1)).unwrap()
}

fn progress(trigger: Trigger, progress: i64) -> Sign {
    let why = Why::Progress {
        period: "2025".parse().unwrap(),
        progress: Decimal::from(progress),
        threshold: Decimal::from(70),
    };
    Sign { trigger, why }
}

fn missing(due_on: Date) -> Sign {
    Sign { trigger: Trigger::DataQuality, why: Why::Missing { period: "2025".parse().unwrap(), due_on } }
}

fn money(points: i64) -> Sign {
    let why = Why::Money {
        year: 2026,
        indicator: "P@1/I".to_owned(),
        spent: Decimal::from(80),
        progress: Decimal::from(80 - points),
        points: Decimal::from(points),
        threshold: Decimal::from(20),
    };
    Sign { trigger: Trigger::MoneyResultDivergence, why }
}

#[test]
fn the_gravest_sign_says_why_a_matter_is_heard() {
    let check = |signs: Vec<Sign>, class: Class, size: i64| {
        let found = item(&alert("I", signs), ON);
        assert_eq!((found.class, found.size), (class, Decimal::from(size)), "{found:?}");
    };
    check(vec![progress(Trigger::SuboptimalResult, 40)], Class::Red, 60);
    // Worse than at the baseline: more than everything is missing.
    check(vec![progress(Trigger::SuboptimalResult, -20)], Class::Red, 120);
    check(vec![progress(Trigger::BehindSchedule, 80)], Class::Overdue, 29);
    check(vec![missing(date(2026, 1, 31))], Class::Overdue, 30);
    // Due tomorrow: nothing is late.
    check(vec![missing(date(2026, 3, 3))], Class::Overdue, 0);
    check(vec![money(35)], Class::Divergence, 35);
    check(vec![money(35), progress(Trigger::SuboptimalResult, 40), missing(ON)], Class::Red, 60);
    let early =
        Sign { trigger: Trigger::RiskOpportunity, why: Why::Early { period: "2025".parse().unwrap() } };
    check(vec![early], Class::Other, 29);
}

#[test]
fn an_agenda_hears_the_red_first_and_the_largest_of_it() {
    let all = [
        ("A", vec![money(90)]),
        ("B", vec![missing(date(2020, 1, 1))]),
        ("C", vec![progress(Trigger::SuboptimalResult, 60)]),
        ("D", vec![progress(Trigger::SuboptimalResult, 10)]),
    ];
    let items = all.into_iter().map(|(name, signs)| item(&alert(name, signs), ON)).collect();
    let order: Vec<(i64, String)> = numbered(items, 0)
        .into_iter()
        .map(|item| (item.number, item.indicator.unwrap_or_default()))
        .collect();
    let expected = [(1, "P@1/D"), (2, "P@1/C"), (3, "P@1/B"), (4, "P@1/A")].map(|(n, of)| (n, of.to_owned()));
    assert_eq!(order, expected);
}

fn any_item() -> impl Strategy<Value = Item> {
    let sign = prop_oneof![
        (-50..100_i64).prop_map(|at| progress(Trigger::SuboptimalResult, at)),
        (-50..100_i64).prop_map(|at| progress(Trigger::BehindSchedule, at)),
        (20..100_i64).prop_map(money),
        (0..400_i64).prop_map(|days| missing(ON.saturating_sub(jiff::ToSpan::days(days)))),
    ];
    (0..1_000_u32, proptest::collection::vec(sign, 1..4), any::<bool>()).prop_map(|(name, signs, sample)| {
        let mut item = item(&alert(&format!("I{name}"), signs), ON);
        item.is_sample = sample;
        item
    })
}

proptest! {
    #[test]
    fn an_agenda_keeps_every_matter_once_in_one_order(
        items in proptest::collection::vec(any_item(), 0..30),
        before in 0..5_i64,
        decided in proptest::collection::vec(0..40_i64, 0..40),
    ) {
        let found = numbered(items.clone(), before);
        let mut reversed = items.clone();
        reversed.reverse();
        let mut subjects: Vec<&str> = items.iter().map(|item| item.subject.as_str()).collect();
        let mut kept: Vec<&str> = found.iter().map(|item| item.subject.as_str()).collect();
        subjects.sort_unstable();
        kept.sort_unstable();
        prop_assert_eq!(subjects, kept);
        for (at, item) in found.iter().enumerate() {
            prop_assert_eq!(item.number, before + 1 + i64::try_from(at).unwrap());
        }
        let classes: Vec<(bool, Class)> = found.iter().map(|item| (item.is_sample, item.class)).collect();
        prop_assert!(classes.is_sorted());
        // Red and undecided is what is left, counted the long way round.
        let open = undecided(&found, decided.iter().copied());
        for item in &found {
            let left = item.class == Class::Red && !decided.contains(&item.number);
            prop_assert_eq!(open.contains(&item.number), left);
        }
    }
}
