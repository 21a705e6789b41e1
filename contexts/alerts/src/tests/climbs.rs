//! How far up an alert is, as a table and as properties.
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

use crate::domain::{Level, Standing, Steps, climb};

const SINCE: Date = date(2020, 1, 1);
const STEPS: Steps = Steps { superior: 15, sector: 30, centre: 45 };

fn day(n: i64) -> Date {
    SINCE.saturating_add(n.days())
}

/// Level on a day, and the next with its day, counted from the first.
fn check(standing: Standing, at: i64, level: Level, next: Option<(Level, i64)>) {
    let found = climb(SINCE, standing, STEPS, day(at));
    assert_eq!(found.level, level, "{standing:?} on day {at}");
    assert_eq!(found.next, next.map(|(level, n)| (level, day(n))), "{standing:?} on day {at}");
}

#[test]
fn unanswered_it_climbs_acknowledged_it_begins_anew_explained_it_stops() {
    use Level::{Centre, Owner, Sector, Superior};
    check(Standing::Open, 0, Owner, Some((Superior, 15)));
    check(Standing::Open, 14, Owner, Some((Superior, 15)));
    check(Standing::Open, 15, Superior, Some((Sector, 30)));
    check(Standing::Open, 44, Sector, Some((Centre, 45)));
    check(Standing::Open, 45, Centre, None);
    check(Standing::Open, 4_000, Centre, None);
    let seen = Standing::Acknowledged { on: day(10) };
    check(seen, 15, Owner, Some((Superior, 25)));
    check(seen, 25, Superior, Some((Sector, 40)));
    for answered in [Standing::Explained { on: day(40) }, Standing::Closed { on: day(40) }] {
        check(answered, 100, Owner, None);
    }
}

proptest! {
    #[test]
    fn it_never_climbs_down_by_itself(
        steps in (0_u16..60, 0_u16..60, 0_u16..60),
        acknowledged in prop::option::of(0_i64..60),
        at in 0_i64..200,
    ) {
        let steps = Steps { superior: steps.0, sector: steps.1, centre: steps.2 };
        let standing = acknowledged.map_or(Standing::Open, |on| Standing::Acknowledged { on: day(on) });
        let (today, tomorrow) = (climb(SINCE, standing, steps, day(at)), climb(SINCE, standing, steps, day(at + 1)));
        prop_assert!(today.level <= tomorrow.level);
        // What is announced happens.
        if let Some((level, on)) = today.next {
            prop_assert!(climb(SINCE, standing, steps, on).level >= level);
            prop_assert_eq!(climb(SINCE, standing, steps, on.yesterday().unwrap()).level, today.level);
        }
    }
}
