//! Which years of an objective have money, and which nobody programmes.
use proptest::prelude::*;

use crate::domain::horizon::{YearFacts, YearState, beyond, framework_last, year_state};

#[test]
fn a_year_says_what_is_known_of_its_money() {
    let facts = |year, is_budgeted, has_money, is_claimed| YearFacts {
        year,
        is_budgeted,
        has_money,
        is_claimed,
        framework_last: 2018,
        now: 2016,
    };
    for (of, expected) in [
        (facts(2015, true, true, true), YearState::Funded),
        (facts(2015, true, false, true), YearState::Unfunded),
        (facts(2015, false, false, false), YearState::Unknown),
        (facts(2016, true, false, false), YearState::Unfunded),
        (facts(2016, false, false, false), YearState::Programmed),
        (facts(2017, false, false, true), YearState::Claimed),
        (facts(2018, false, false, false), YearState::Programmed),
        (facts(2019, false, false, false), YearState::BeyondFramework),
        (facts(2019, false, false, true), YearState::Claimed),
    ] {
        assert_eq!(year_state(of), expected, "{of:?}");
    }
}

#[test]
fn the_framework_in_force_is_the_last_approved_or_what_the_law_says() {
    for (approved, now, expected) in
        [(Some(2018), 2016, 2018), (Some(2018), 2018, 2021), (Some(2018), 2026, 2029), (None, 2016, 2019)]
    {
        assert_eq!(framework_last(approved, now, 3), expected, "{approved:?} {now}");
    }
    for (plan, framework, now, expected) in
        [(2021, 2018, 2016, 3), (2018, 2018, 2016, 0), (2021, 2018, 2020, 2), (2010, 2018, 2016, 0)]
    {
        assert_eq!(beyond(plan, framework, now), expected, "{plan} {framework} {now}");
    }
}

proptest! {
    /// Counted the long way: the plan's years from now on that come after the framework.
    #[test]
    fn years_beyond_are_those_counted_one_by_one(plan in 2000..2060_i16, framework in 2000..2060_i16, now in 2000..2060_i16) {
        let counted = (now..=plan).filter(|year| *year > framework).count();
        prop_assert_eq!(usize::try_from(beyond(plan, framework, now)).unwrap(), counted);
    }
}
