#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod calendar;
mod content;
mod editions;
mod pack;

use base::{Digest, Known, Period, Seq};
use jiff::{
    civil::{Date, date},
    tz,
};

use crate::domain::{Duty, Edition, EditionCode, Step, Taken};

pub(super) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// As the pack of Peru declares it.
pub(super) fn duty(code: &str) -> Duty {
    let pack = ::pack::Pack::open(&testkit::peru()).unwrap();
    crate::reading::duties(&pack).unwrap().into_iter().find(|duty| duty.code == code).unwrap()
}

/// An edition of the monthly report of January 2026 that was prepared on a day.
pub(super) fn edition(number: i64, on: Date) -> Edition {
    let at = tz::offset(-5).to_timestamp(on.at(12, 0, 0, 0)).unwrap();
    Edition {
        code: EditionCode::of(Seq(number)),
        duty: "financial_execution".to_owned(),
        period: period("2026-01"),
        number,
        template: "financial_execution".to_owned(),
        version: 1,
        known_at: at,
        known: Known(Seq(9)),
        checksum: Digest::of(number.to_string().as_bytes()),
        replaces: None,
        reason: String::new(),
        post: "e-09-009.budget-officer".to_owned(),
        at,
        on,
        seq: Seq(number),
        steps: Vec::new(),
    }
}

/// The same, with what was done with it on days of February 2026.
pub(super) fn with(mut edition: Edition, steps: &[(Step, i8)]) -> Edition {
    for (step, day) in steps {
        let on = date(2026, 2, *day);
        edition.steps.push(Taken {
            step: *step,
            reason: String::new(),
            checksum: edition.checksum,
            post: "e-09-009.budget-directorate".to_owned(),
            at: tz::offset(-5).to_timestamp(on.at(13, 0, 0, 0)).unwrap(),
            on,
            seq: Seq(100),
        });
    }
    edition
}
