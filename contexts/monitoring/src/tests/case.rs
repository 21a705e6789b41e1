//! One line per case: `words | baseline | targets | observations | day`.
//!
//! Words: accumulation, sense, and optionally a periodicity, `grace=DAYS`, `from=DATE`,
//! `frozen=DATE`, `scale=NAME`, `no_method`; `-` leaves a word open. Values are `PERIOD=NUMBER`,
//! bands `PERIOD=LOW..HIGH`, other scales `PERIOD=NUMBER@SCALE`.
use base::{Period, period::Periodicity};
use rust_decimal::Decimal;

use crate::domain::{Baseline, Facts, Indicator, Observation, Rules, Target, assess};

pub fn rules(grace_days: u16) -> Rules {
    Rules {
        version: "test".into(),
        on_track_percent: Decimal::from(90),
        behind_percent: Decimal::from(70),
        grace_days: crate::domain::status::Grace::of(grace_days),
    }
}

pub fn read(line: &str) -> (Facts, Rules, jiff::civil::Date) {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let [words, baseline, targets, observations, on] = parts[..] else { panic!("five parts: {line}") };
    let mut words = words.split(' ');
    let accumulation = words.next().unwrap().parse().ok();
    let sense = words.next().unwrap().parse().ok();
    let mut indicator = Indicator {
        accumulation,
        sense,
        method_stated: true,
        periodicity: Periodicity::Annual,
        baseline: None,
        targets: targets.split_whitespace().map(target).collect(),
        counts_from: None,
        scale: None,
        approved_by: None,
    };
    indicator.baseline = baseline.split_whitespace().next().map(|text| {
        let (period, value) = pair(text);
        Baseline { period, value: number(value) }
    });
    let (mut grace_days, mut frozen_on) = (0, None);
    for word in words {
        match word.split_once('=') {
            None if word == "no_method" => indicator.method_stated = false,
            None => indicator.periodicity = periodicity(word),
            Some(("grace", days)) => grace_days = days.parse().unwrap(),
            Some(("from", day)) => indicator.counts_from = Some(day.parse().unwrap()),
            Some(("frozen", day)) => frozen_on = Some(day.parse().unwrap()),
            Some(("scale", name)) => indicator.scale = Some(name.into()),
            Some(_) => panic!("unknown word {word}"),
        }
    }
    let observations = observations.split_whitespace().map(observation).collect();
    (
        Facts { indicator, observations, frozen_on, unavailable: Vec::new(), marks: Vec::new() },
        rules(grace_days),
        on.parse().unwrap(),
    )
}

fn periodicity(word: &str) -> Periodicity {
    match word {
        "month" => Periodicity::Month,
        "quarter" => Periodicity::Quarter,
        "semester" => Periodicity::Semester,
        other => panic!("unknown word {other}"),
    }
}

fn pair(text: &str) -> (Period, &str) {
    let (period, value) = text.split_once('=').unwrap();
    (period.parse().unwrap(), value)
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("not a number: {text}"))
}

fn target(text: &str) -> Target {
    let (period, value) = pair(text);
    match value.split_once("..") {
        Some((low, high)) => Target { period, value: number(low), high: Some(number(high)) },
        None => Target { period, value: number(value), high: None },
    }
}

fn observation(text: &str) -> Observation {
    let (period, value) = pair(text);
    let (value, scale) = value.split_once('@').map_or((value, None), |(v, s)| (v, Some(s.into())));
    Observation { period, value: number(value), scale }
}

/// `status`, then the progress in percent where there is one.
pub fn answer(line: &str) -> String {
    let (facts, rules, on) = read(line);
    let found = assess(&facts, &rules, on);
    match found.progress.and_then(crate::domain::Progress::percent) {
        Some(percent) => format!("{} {percent}", found.status),
        None => found.status.to_string(),
    }
}

#[track_caller]
pub fn check(line: &str, expect: &str) {
    assert_eq!(answer(line), expect, "{line}");
}

/// The expected value of the assessment.
pub fn expected(line: &str) -> Option<Decimal> {
    let (facts, rules, on) = read(line);
    assess(&facts, &rules, on).measured.map(|m| m.expected.bounds.low.normalize())
}

/// Names of the reasons, in order.
pub fn reasons(line: &str) -> String {
    let (facts, rules, on) = read(line);
    let name = |reason: &crate::domain::Reason| {
        let json = serde_json::to_value(reason).unwrap();
        json.get("refusal").or(json.get("reason")).unwrap().as_str().unwrap().to_owned()
    };
    assess(&facts, &rules, on).reasons.iter().map(name).collect::<Vec<_>>().join(" ")
}
