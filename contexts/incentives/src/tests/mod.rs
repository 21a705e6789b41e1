#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod codes;
mod goals;
mod money;
mod pack;
mod verdicts;

use base::{Digest, Money, Share};
use jiff::{
    Timestamp,
    civil::{Date, date},
};

use crate::domain::{Basis, Evidence, Goal, GoalRef, Needs, Reach, Reward, Sense, Target};

pub(super) const TODAY: Date = date(2026, 3, 2);
pub(super) const DUE: Date = date(2026, 6, 30);
pub(super) const PLANNER: &str = "m-010101-300001.planner";

pub(super) fn at() -> Timestamp {
    "2026-03-02T15:00:00Z".parse().unwrap()
}

/// At least 80 % by the end of June; 1,000.00 to each provincial municipality.
pub(super) fn goal() -> Goal {
    Goal {
        at: GoalRef::new(2026, "M1").unwrap(),
        version: 1,
        objective: "collection".to_owned(),
        title: ("Recaudar más del impuesto predial".to_owned(), None),
        text: "Recaudar".to_owned(),
        reach: Reach::Classes(vec!["provincial_municipality".to_owned()]),
        target: Target {
            measure: "Recaudación".to_owned(),
            unit: "%".to_owned(),
            sense: Sense::AtLeast,
            threshold: Some(80.into()),
        },
        needs: Needs::Value,
        evidence: "Reporte".to_owned(),
        due_on: DUE,
        takes_late: false,
        reward: Reward { basis: Basis::Each, whole: Money::centimos(100_000), share: Share::WHOLE },
        verifier: "E:09-009".parse().unwrap(),
        norm: "DS 1-2026-EF".to_owned(),
        post: "e-09-009.budget-directorate".to_owned(),
        published_at: at(),
    }
}

pub(super) fn evidence(number: i64, value: i64, filed_on: Date) -> Evidence {
    Evidence {
        number,
        value: Some(value.into()),
        document: Some((Digest::of(number.to_string().as_bytes()), "reporte.pdf".to_owned())),
        text: "Se recaudó".to_owned(),
        filed_on,
        post: PLANNER.to_owned(),
        at: at(),
    }
}
