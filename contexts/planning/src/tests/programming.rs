//! How far ahead money is programmed, and which plans run beyond it.
use proptest::prelude::*;

use crate::domain::programming::{beyond, framework_last};

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
