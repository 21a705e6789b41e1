//! Where an alert stands by what was said of it.
use base::Money;
use jiff::civil::{Date, date};

use crate::domain::{Alert, AlertCode, Cause, Held, Said, Sign, Standing, Trigger, Why, stands};

fn ceiling(year: i16) -> Alert {
    let why = Why::Claimed { year, money: Money::centimos(100), beyond: Money::centimos(1) };
    let cause = Cause::Ceiling { entity: "E:11-011".parse().unwrap(), year };
    Alert::of(cause, vec![Sign { trigger: Trigger::OverCeiling, why }], date(2020, 1, 1)).unwrap()
}

fn said(what: Held, on: Date, signature: &str) -> Said {
    Said { what, text: "x".to_owned(), post: "p".to_owned(), on, signature: signature.to_owned() }
}

#[test]
fn the_furthest_answer_counts_and_only_while_it_is_about_the_same() {
    let own = ceiling(2020).signature();
    let [first, second, third] = [date(2020, 1, 2), date(2020, 1, 3), date(2020, 1, 4)];
    let check = |all: &[Said], expect: Standing| assert_eq!(stands(&own, all), expect, "{all:?}");
    check(&[], Standing::Open);
    check(&[said(Held::Acknowledged, first, &own)], Standing::Acknowledged { on: first });
    // Twice acknowledged gives no more time than once.
    check(
        &[said(Held::Acknowledged, first, &own), said(Held::Acknowledged, second, &own)],
        Standing::Acknowledged { on: first },
    );
    check(
        &[said(Held::Acknowledged, first, &own), said(Held::Explained, second, &own)],
        Standing::Explained { on: second },
    );
    check(
        &[said(Held::Explained, second, &own), said(Held::Closed, third, &own)],
        Standing::Closed { on: third },
    );
    let other = ceiling(2021).signature();
    check(&[said(Held::Closed, first, &other)], Standing::Open);
}

#[test]
fn a_code_names_the_cause_and_nothing_else() {
    let (one, other) = (ceiling(2020), ceiling(2021));
    assert_eq!(one.code(), ceiling(2020).code());
    assert_ne!(one.code(), other.code());
    assert_eq!(one.code().as_str().parse(), Ok(one.code()));
    for text in
        ["", "al", "al0123456789abcde", "al0123456789abcdeg", "al0123456789ABCDEF", "xx0123456789abcdef"]
    {
        assert!(text.parse::<AlertCode>().is_err(), "{text}");
    }
}

#[test]
fn every_word_is_read_back() {
    for trigger in Trigger::ALL {
        assert_eq!(trigger.as_str().parse(), Ok(*trigger));
    }
    for what in Held::ALL {
        assert_eq!(Held::of(what.as_str()), Some(what));
    }
}

#[test]
fn no_alert_without_a_sign() {
    let cause = Cause::Ceiling { entity: "E:11-011".parse().unwrap(), year: 2020 };
    assert_eq!(Alert::of(cause, Vec::new(), date(2020, 1, 1)), None);
}
