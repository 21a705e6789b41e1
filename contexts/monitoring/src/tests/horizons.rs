//! Which years of an objective have money, and which nobody programmes.
use crate::domain::horizon::{YearFacts, YearState, year_state};

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
