//! What holds for every indicator.
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::case::rules;
use super::explained::{facts, numbers, periods};
use crate::domain::{
    Accumulation, Facts, Refusal, Sense, Status, assess,
    due::{end_month, ending_in, last_due, periods as periods_until},
    path::Bounds,
    progress::judge,
    statuses,
};

fn negated(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    let card = &mut facts.indicator;
    card.sense = card.sense.map(|sense| match sense {
        Sense::Increase => Sense::Decrease,
        Sense::Decrease => Sense::Increase,
        Sense::AtLeast => Sense::AtMost,
        Sense::AtMost => Sense::AtLeast,
        Sense::Within => Sense::Within,
    });
    if let Some(baseline) = &mut card.baseline {
        baseline.value = -baseline.value;
    }
    for target in &mut card.targets {
        (target.value, target.high) = match (card.sense, target.high) {
            (Some(Sense::Within), Some(high)) => (-high, Some(-target.value)),
            (_, high) => (-target.value, high),
        };
    }
    for observation in &mut facts.observations {
        observation.value = -observation.value;
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Rising and falling are the same thing seen in a mirror.
    #[test]
    fn a_mirror_changes_nothing(
        facts in facts(), on in periods(),
        // The others name a direction themselves.
        accumulation in prop::sample::select(vec![
            Accumulation::Stock, Accumulation::Flow, Accumulation::Cumulative,
        ]),
    ) {
        let mut facts = facts;
        facts.indicator.accumulation = Some(accumulation);
        let (rules, on) = (rules(30), on.end());
        prop_assert_eq!(assess(&facts, &rules, on).status, assess(&negated(&facts), &rules, on).status);
    }

    #[test]
    fn the_order_of_values_and_targets_is_of_no_account(facts in facts(), on in periods()) {
        let mut turned = facts.clone();
        turned.observations.reverse();
        turned.indicator.targets.reverse();
        let (rules, on) = (rules(0), on.end());
        prop_assert_eq!(assess(&facts, &rules, on).status, assess(&turned, &rules, on).status);
    }

    /// What is reported for later periods does not change the status of an earlier day.
    #[test]
    fn the_future_does_not_reach_back(facts in facts(), on in periods()) {
        let mut cut = facts.clone();
        cut.observations.retain(|o| o.period.end() <= on.end());
        let rules = rules(0);
        prop_assert_eq!(assess(&facts, &rules, on.end()), assess(&cut, &rules, on.end()));
    }

    #[test]
    fn progress_is_whole_exactly_when_the_expected_value_is_met(
        sense in prop::sample::select(Sense::ALL), quantity in numbers(), low in numbers(),
        width in 0_i64..100, from in prop::option::of(numbers()),
    ) {
        let Some(high) = low.checked_add(width.into()) else { return Ok(()) };
        let high = if sense == Sense::Within { high } else { low };
        let met = match sense {
            Sense::Increase | Sense::AtLeast => quantity >= low,
            Sense::Decrease | Sense::AtMost => quantity <= low,
            Sense::Within => low <= quantity && quantity <= high,
        };
        match judge(sense, quantity, Bounds { low, high }, from) {
            Ok(progress) => {
                prop_assert!(progress.due > Decimal::ZERO);
                prop_assert_eq!(progress.is_whole(), met);
            }
            Err(refusal) => prop_assert_eq!(refusal, Refusal::Overflow),
        }
    }

    /// A better last value never gives a worse word.
    #[test]
    fn better_is_never_worse(
        facts in facts(), on in periods(), better in 0_i64..100,
        sense in prop::sample::select(vec![Sense::Increase, Sense::Decrease, Sense::AtLeast, Sense::AtMost]),
    ) {
        let mut facts = facts;
        facts.indicator.sense = Some(sense);
        let up = matches!(sense, Sense::Increase | Sense::AtLeast);
        let (rules, on) = (rules(0), on.end());
        let before = assess(&facts, &rules, on);
        let Some((period, _)) = before.last else { return Ok(()) };
        let Some(last) = facts.observations.iter_mut().find(|o| o.period == period) else { return Ok(()) };
        let step = Decimal::from(if up { better } else { -better });
        let Some(value) = last.value.checked_add(step) else { return Ok(()) };
        last.value = value;
        let after = assess(&facts, &rules, on);
        if before.status.judges() && after.status.judges() {
            prop_assert!(after.status <= before.status, "{} then {}", before.status, after.status);
        }
    }

    #[test]
    fn many_are_judged_as_one_by_one(list in prop::collection::vec(facts(), 0..6), on in periods()) {
        let rules = rules(10);
        let one_by_one: Vec<Status> = list.iter().map(|f| assess(f, &rules, on.end()).status).collect();
        prop_assert_eq!(statuses(&list, &rules, on.end()), one_by_one);
    }

    /// The last period due has run out with its grace; the next one has not.
    #[test]
    fn the_last_period_due_is_the_last(on in periods(), asked in periods(), grace in 0_u16..800) {
        let (on, length) = (on.start(), asked.periodicity());
        let due = last_due(on, grace, length).unwrap();
        let run_out = |p: base::Period| p.end().checked_add(jiff::Span::new().days(i64::from(grace))).unwrap() <= on;
        prop_assert!(run_out(due));
        prop_assert!(!run_out(due.next().unwrap()));
    }

    #[test]
    fn periods_are_counted_by_their_last_month(period in periods()) {
        prop_assert_eq!(ending_in(end_month(period), period.periodicity()), Some(period));
        let year = periods_until(end_month(period) - 11, period);
        prop_assert_eq!(i16::try_from(year.len()).unwrap() * period.periodicity().months(), 12);
        prop_assert_eq!(year.last(), Some(&period));
    }
}
