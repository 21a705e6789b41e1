use base::{Money, Share, codes::EntityCode};
use jiff::civil::date;
use proptest::prelude::*;

use super::{DUE, TODAY, evidence, goal};
use crate::domain::{
    Basis, Dossier, Goal, Offer, Reward, Tally, TransferFault, Verdict, Verification, divide, transferable,
};

fn entity(number: usize) -> EntityCode {
    format!("M:010101-{number:06}").parse().unwrap()
}

fn check(whole: i64, weights: &[u32], expect: &[i64]) {
    let parts: Vec<i64> =
        divide(Money::centimos(whole), weights).into_iter().map(Money::as_centimos).collect();
    assert_eq!(parts, expect, "{whole} by {weights:?}");
}

#[test]
fn no_centimo_is_lost_where_parts_do_not_come_out_even() {
    check(100, &[1, 1, 1], &[34, 33, 33]);
    check(100, &[1, 1, 2], &[25, 25, 50]);
    check(1, &[1, 1], &[1, 0]);
    // The largest remainder first: 0.9 of a céntimo before 0.05.
    check(10, &[1, 19], &[1, 9]);
    check(2, &[1, 1, 1], &[1, 1, 0]);
    check(0, &[1, 1], &[0, 0]);
    check(-5, &[1], &[0]);
    check(100, &[], &[]);
}

#[test]
fn a_share_of_an_amount_is_rounded_down() {
    let check = |whole: i64, share: u32, expect: i64| {
        let share = Share::millionths(share).unwrap();
        let reward = Reward { basis: Basis::Each, whole: Money::centimos(whole), share };
        assert_eq!(reward.purse(), Money::centimos(expect), "{whole} {share}");
    };
    check(100_000, 1_000_000, 100_000);
    check(100_001, 500_000, 50_000);
    check(99, 333_333, 32);
    check(1_000_000_000_000_000, 999_999, 999_999_000_000_000);
}

#[test]
fn nothing_is_transferred_beyond_what_was_earned() {
    let check = |amount: i64, earned: i64, got: i64, expect: Option<TransferFault>| {
        let money = Money::centimos;
        let done = transferable(&entity(1), money(amount), (money(earned), money(got)));
        assert_eq!(done.err(), expect, "{amount} of {earned} less {got}");
    };
    let more = |left: i64| TransferFault::MoreThanEarned { entity: entity(1), left: Money::centimos(left) };
    check(100, 100, 0, None);
    check(40, 100, 60, None);
    check(41, 100, 60, Some(more(40)));
    check(1, 100, 100, Some(more(0)));
    check(0, 100, 0, Some(more(100)));
    check(-1, 100, 0, Some(more(100)));
    check(1, 0, 0, Some(TransferFault::NotFulfilled(entity(1))));
}

/// How a municipality came along: nothing filed, filed with a value in or out of time, told one thing or another.
fn dossiers() -> impl Strategy<Value = Dossier> {
    let filed = prop::option::of((0_i64..160, any::<bool>()));
    (filed, prop::option::of(any::<bool>()), any::<bool>()).prop_map(|(filed, told, objected)| {
        let after = date(2026, 7, 1);
        let mut dossier = Dossier::default();
        let Some((value, in_time)) = filed else { return dossier };
        dossier.evidence.push(evidence(1, value, if in_time { TODAY } else { after }));
        let Some(fulfilled) = told else { return dossier };
        let verdict = if fulfilled { Verdict::Fulfilled } else { Verdict::NotFulfilled };
        let said = dossier.verified(&goal(), (verdict, "Visto"), ("mef", super::at(), after));
        dossier.verifications.extend(said);
        dossier.objection = dossier.objected("No", ("planner", super::at())).ok().filter(|_| objected);
        dossier
    })
}

fn fulfilled(dossier: &Dossier) -> Option<&Verification> {
    dossier.verifications.last().filter(|found| found.verdict == Verdict::Fulfilled)
}

proptest! {
    #[test]
    fn parts_sum_to_the_whole_and_each_is_within_a_centimo_of_its_share(
        whole in 0_i64..=i64::MAX,
        weights in prop::collection::vec(1_u32.., 1..80),
    ) {
        let parts = divide(Money::centimos(whole), &weights);
        prop_assert_eq!(parts.len(), weights.len());
        let sum: i128 = parts.iter().map(|part| i128::from(part.as_centimos())).sum();
        prop_assert_eq!(sum, i128::from(whole));
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = i128::from(whole) * i128::from(*weight);
            let off = i128::from(part.as_centimos()) * total - exact;
            prop_assert!(off.abs() < total, "{part:?} of {weight}");
        }
    }

    #[test]
    fn what_a_goal_offers_is_its_purse(
        whole in 1_i64..=1_000_000_000_000_000,
        share in 1_u32..=1_000_000,
        weights in prop::collection::vec(1_u32..1_000, 1..60),
    ) {
        let share = Share::millionths(share).unwrap();
        let reward = Reward { basis: Basis::Divided, whole: Money::centimos(whole), share };
        let goal = Goal { reward: reward.clone(), ..goal() };
        let named: Vec<_> = (0..).map(entity).zip(weights).map(|(code, weight)| (code, "c".to_owned(), weight)).collect();
        let offered: Money = goal.offers(&named).iter().map(|offer| offer.offered).sum();
        prop_assert_eq!(offered, reward.purse());
        prop_assert!(reward.purse() <= reward.whole);
    }

    #[test]
    fn earned_is_never_more_than_offered_and_nothing_is_unaccounted_for(
        all in prop::collection::vec((0_i64..1_000_000, dossiers()), 0..40),
        takes_late in any::<bool>(),
        days in -200_i32..400,
    ) {
        let goal = Goal { takes_late, ..goal() };
        let on = DUE.saturating_add(jiff::Span::new().days(days));
        let mut tally = Tally::default();
        let mut owed = Money::ZERO;
        for (number, (offered, dossier)) in all.iter().enumerate() {
            let offer = Offer {
                goal: goal.at.clone(),
                entity: entity(number),
                class: "c".to_owned(),
                offered: Money::centimos(*offered),
            };
            tally.add(&goal, &offer, (dossier, on));
            if fulfilled(dossier).is_some() && (takes_late || !dossier.is_late(DUE)) {
                owed += offer.offered;
            }
        }
        prop_assert_eq!(tally.earned + tally.unearned + tally.open, tally.offered);
        prop_assert_eq!(tally.earned, owed);
        prop_assert!(tally.earned <= tally.offered);
        prop_assert_eq!(tally.municipalities, all.len());
    }
}
