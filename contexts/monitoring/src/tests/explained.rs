//! What is exported is enough to come to the same status.
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::case::{read, rules};
use crate::domain::{
    Accumulation, Baseline, Explanation, Facts, Indicator, Observation, Rules, Sense, Status, Target,
    explain, recompute,
};
use base::{Period, period::Periodicity};

fn periodicities() -> impl Strategy<Value = Periodicity> {
    prop::sample::select(vec![
        Periodicity::Annual,
        Periodicity::Semester,
        Periodicity::Quarter,
        Periodicity::Month,
    ])
}

pub fn periods() -> impl Strategy<Value = Period> {
    (2009_i16..2018, periodicities(), 0_i16..12).prop_map(|(year, p, n)| {
        Period::new(year, p, i8::try_from(n % (12 / p.months())).unwrap() + 1).unwrap()
    })
}

/// Small numbers, and now and then one near the end of what a decimal holds.
pub fn numbers() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        20 => (-5000_i64..5000, 0_u32..4).prop_map(|(n, scale)| Decimal::new(n, scale)),
        1 => any::<bool>().prop_map(|up| if up { Decimal::MAX } else { Decimal::MIN }),
        1 => Just(Decimal::new(1, 28)),
    ]
}

fn scales() -> impl Strategy<Value = Option<Box<str>>> {
    prop_oneof![4 => Just(None), 1 => Just(Some("A".into())), 1 => Just(Some("B".into()))]
}

prop_compose! {
    fn indicators()(
        accumulation in prop::option::weighted(0.95, prop::sample::select(Accumulation::ALL)),
        sense in prop::option::weighted(0.95, prop::sample::select(Sense::ALL)),
        method_stated in prop::bool::weighted(0.95),
        periodicity in periodicities(),
        baseline in prop::option::of((periods(), numbers())),
        targets in prop::collection::vec((periods(), numbers(), prop::option::of(numbers())), 0..5),
        counts_from in prop::option::weighted(0.3, periods()),
        scale in scales(),
    ) -> Indicator {
        Indicator {
            accumulation, sense, method_stated, periodicity, scale,
            baseline: baseline.map(|(period, value)| Baseline { period, value }),
            targets: targets.into_iter().map(|(period, value, high)| Target { period, value, high }).collect(),
            counts_from: counts_from.map(Period::start),
            approved_by: Some("D.S. 054-2011-PCM".into()),
        }
    }
}

prop_compose! {
    pub fn facts()(
        indicator in indicators(),
        observations in prop::collection::vec((periods(), numbers(), scales()), 0..12),
        frozen in prop::option::weighted(0.2, periods()),
    ) -> Facts {
        let observations = observations.into_iter()
            .map(|(period, value, scale)| Observation { period, value, scale }).collect();
        Facts {
            indicator,
            observations,
            frozen_on: frozen.map(Period::end),
            unavailable: Vec::new(),
            marks: Vec::new(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn the_exported_inputs_give_the_exported_status(facts in facts(), on in periods(), grace in 0_u16..400) {
        let explained = explain(facts, rules(grace), on.end());
        let exported = serde_json::to_string(&explained).unwrap();
        let back: Explanation = serde_json::from_str(&exported).unwrap();
        prop_assert_eq!(&back, &explained);
        prop_assert_eq!(recompute(&back), explained.status);
        prop_assert_eq!(explained.progress.is_some(), explained.measured.is_some());
        prop_assert!(!explained.status.judges() || explained.progress.is_some());
        prop_assert!(explained.status.judges() || !explained.reasons.is_empty());
    }
}

#[test]
fn a_forged_status_is_found_out() {
    let (facts, rules, on) = read("stock increase | 2010=0 | 2012=10 | 2012=5 | 2012-12-31");
    let mut explained = explain(facts, rules, on);
    explained.status = Status::Achieved;
    assert_eq!(recompute(&explained), Status::OffTrack);
}

#[test]
fn an_explanation_shows_the_arithmetic() {
    let (facts, rules, on) =
        read("stock increase grace=30 | 2010=0 | 2012=10 2014=30 | 2013=15 | 2014-06-30");
    let json =
        serde_json::to_value(explain(facts, Rules { version: "PE 2016-01-01".into(), ..rules }, on)).unwrap();
    let at = |pointer: &str| json.pointer(pointer).unwrap().to_string();
    assert_eq!(at("/status"), "\"behind\"");
    assert_eq!(at("/rules/version"), "\"PE 2016-01-01\"");
    assert_eq!(at("/due"), "\"2013\"");
    assert_eq!(at("/last"), r#"{"period":"2013","on":"2013-12-31","value":"15"}"#);
    assert_eq!(
        at("/measured/expected"),
        r#"{"low":"20","high":"20","origin":{"interpolated":{"months_done":12,"months_total":24}}}"#
    );
    assert_eq!(at("/progress"), r#"{"done":"15","due":"20"}"#);
    assert_eq!(at("/progress_percent"), "\"75\"");
    assert_eq!(at("/path/0"), r#"{"on":"2010-12-31","low":"0","high":"0"}"#);
    assert_eq!(at("/path/2"), r#"{"on":"2014-12-31","target":"2014","low":"30","high":"30"}"#);
}
