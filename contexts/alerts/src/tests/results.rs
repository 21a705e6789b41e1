//! What raises an alert in a result, one line a case: `values` against a stock that is to rise from 10 in 2015 to 20 in 2020.
use base::Period;
use monitoring::domain::{
    Accumulation, Baseline, Facts, Indicator, Observation, Rules, Sense, Target, assess, status::Grace,
};
use rust_decimal::Decimal;

use crate::domain::{Limits, ResultFacts, Sign, Why, of_result};

pub fn limits() -> Limits {
    Limits {
        suboptimal: Some(Decimal::from(70)),
        behind: Some(Decimal::from(90)),
        gap: Some(Decimal::from(20)),
        worse_max: Some(1),
        jump: Some(Decimal::from(50)),
    }
}

pub fn rules() -> Rules {
    Rules {
        version: "test".into(),
        on_track_percent: Decimal::from(90),
        behind_percent: Decimal::from(70),
        grace_days: Grace::of(0),
    }
}

fn year(year: i16) -> Period {
    year.to_string().parse().unwrap()
}

/// `2016=11 2017=12`.
pub fn values(text: &str) -> Vec<Observation> {
    let one = |pair: &str| {
        let (period, value) = pair.split_once('=').unwrap();
        Observation { period: period.parse().unwrap(), value: value.parse().unwrap(), scale: None }
    };
    text.split_whitespace().map(one).collect()
}

pub fn card(sense: Sense, from: i64, to: i64) -> Indicator {
    Indicator {
        accumulation: Some(Accumulation::Stock),
        sense: Some(sense),
        method_stated: true,
        periodicity: base::period::Periodicity::Annual,
        baseline: Some(Baseline { period: year(2015), value: from.into() }),
        targets: vec![Target { period: year(2020), value: to.into(), high: None }],
        counts_from: None,
        scale: None,
        approved_by: None,
    }
}

fn told(sign: &Sign) -> String {
    let figures = match &sign.why {
        Why::Progress { progress, .. } => format!("{progress}%"),
        Why::Gap { value, expected, percent, .. } => format!("{value}/{expected} {percent}%"),
        Why::Worse { from, to, times, .. } => format!("{from}->{to} x{times}"),
        Why::Turning { from, to, .. } => format!("{from}->{to}"),
        Why::Jump { from, to, percent, .. } => format!("{from}->{to} {percent}%"),
        Why::Missing { period, .. } | Why::Early { period } => period.to_string(),
        _ => String::new(),
    };
    format!("{} {figures}", sign.trigger)
}

pub fn signs(indicator: Indicator, observed: &str, on: &str, limits: &Limits) -> [Vec<String>; 2] {
    let (unavailable, marks) = (Vec::new(), Vec::new());
    let facts = Facts { indicator, observations: values(observed), frozen_on: None, unavailable, marks };
    let found = assess(&facts, &rules(), on.parse().unwrap());
    let (mut result, mut data) = of_result(ResultFacts { facts: &facts, found: &found }, limits);
    result.sort_by_key(|sign| sign.trigger);
    data.sort_by_key(|sign| sign.trigger);
    [result, data].map(|signs| signs.iter().map(told).collect())
}

/// Signs of the result, then those of the data.
fn check(sense: Sense, (from, to): (i64, i64), observed: &str, on: &str, expect: [&[&str]; 2]) {
    let found = signs(card(sense, from, to), observed, on, &limits());
    assert_eq!(
        found,
        expect.map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>()),
        "{observed} on {on}"
    );
}

const UP: (i64, i64) = (10, 20);
const DOWN: (i64, i64) = (20, 10);

#[test]
fn a_result_short_of_what_was_expected() {
    // By 2017 two fifths of the way: 14.
    check(Sense::Increase, UP, "2016=12 2017=14", "2018-06-01", [&[], &[]]);
    check(Sense::Increase, UP, "2016=12 2017=13.6", "2018-06-01", [&[], &[]]);
    check(Sense::Increase, UP, "2016=12 2017=13.5", "2018-06-01", [&["behind_schedule 87.5%"], &[]]);
    check(Sense::Increase, UP, "2016=12 2017=12.8", "2018-06-01", [&["behind_schedule 70%"], &[]]);
    check(Sense::Increase, UP, "2016=12 2017=12.7", "2018-06-01", [&["suboptimal_result 67.5%"], &[]]);
    check(
        Sense::Increase,
        UP,
        "2016=12 2017=11",
        "2018-06-01",
        [&["suboptimal_result 25%", "gap_plan_actual 11/14 21.4%"], &[]],
    );
    check(Sense::Decrease, DOWN, "2016=18 2017=19", "2018-06-01", [&["suboptimal_result 25%"], &[]]);
}

#[test]
fn a_result_beyond_what_was_expected() {
    check(Sense::Increase, UP, "2016=12 2017=17", "2018-06-01", [&["gap_plan_actual 17/14 21.4%"], &[]]);
    // Every target to come is met.
    check(
        Sense::Increase,
        UP,
        "2016=16 2017=21",
        "2018-06-01",
        [&["gap_plan_actual 21/14 50%", "risk_opportunity 2017"], &[]],
    );
}

#[test]
fn a_trend_for_the_worse() {
    check(
        Sense::Increase,
        UP,
        "2016=16 2017=15 2018=14.9",
        "2019-06-01",
        [&["behind_schedule 81.7%", "inadequate_trend 16->14.9 x2"], &[]],
    );
    // Once is allowed; a result that is well all the same may be set right.
    check(Sense::Increase, UP, "2016=15 2017=14", "2018-06-01", [&["risk_opportunity 15->14"], &[]]);
    // A year without a value is no step.
    check(Sense::Increase, UP, "2016=17 2018=16", "2019-06-01", [&[], &[]]);
    check(
        Sense::Decrease,
        DOWN,
        "2016=15 2017=15.5 2018=15.6",
        "2019-06-01",
        [&["behind_schedule 73.3%", "inadequate_trend 15->15.6 x2"], &[]],
    );
}

#[test]
fn data_that_is_missing_or_strange() {
    check(Sense::Increase, UP, "2016=12", "2018-06-01", [&[], &["data_quality 2017"]]);
    check(Sense::Increase, UP, "", "2016-06-01", [&[], &[]]);
    check(Sense::Increase, UP, "", "2017-06-01", [&[], &["data_quality 2016"]]);
    check(
        Sense::Increase,
        UP,
        "2016=12 2017=18.1",
        "2018-06-01",
        [&["gap_plan_actual 18.1/14 29.3%"], &["data_quality 12->18.1 50.8%"]],
    );
    check(Sense::Increase, UP, "2016=12 2017=18", "2018-06-01", [&["gap_plan_actual 18/14 28.6%"], &[]]);
}

#[test]
fn nothing_is_raised_of_what_cannot_be_judged() {
    let mut open = card(Sense::Increase, 10, 20);
    open.sense = None;
    assert_eq!(signs(open, "2016=12 2017=11", "2018-06-01", &limits()), [Vec::<String>::new(), Vec::new()]);
    let mut none = card(Sense::Increase, 10, 20);
    none.targets.clear();
    assert_eq!(signs(none, "2016=12 2017=11", "2018-06-01", &limits()), [Vec::<String>::new(), Vec::new()]);
}

/// What the law does not limit, is not unusual.
#[test]
fn without_limits_only_what_is_owed_is_told() {
    let limits = Limits::default();
    let found = signs(card(Sense::Increase, 10, 20), "2016=18 2017=11 2018=1", "2019-06-01", &limits);
    assert_eq!(found, [Vec::<String>::new(), Vec::new()]);
}
