//! Where the last step of a result leads.
use base::Period;
use proptest::prelude::*;

use super::case::read;
use crate::domain::trend::{Trend, trend};

/// `accumulation sense`, and values up to 2020.
fn of(words: &str, values: &str) -> Trend {
    let (facts, ..) = read(&format!("{words} | 2015=20 | | {values} | 2021-01-01"));
    trend(&facts, Period::annual(2020).unwrap())
}

#[test]
fn the_last_step_is_read_by_the_sense() {
    for (words, values, expected) in [
        ("stock increase", "2018=9 2019=10 2020=12", Trend::Better),
        ("stock increase", "2019=10 2020=9", Trend::Worse),
        ("stock at_least", "2019=10 2020=10", Trend::Flat),
        ("stock decrease", "2019=10 2020=9", Trend::Better),
        ("stock at_most", "2019=10 2020=12", Trend::Worse),
        ("reduction decrease", "2019=10 2020=9", Trend::Better),
        ("stock within", "2019=10 2020=12", Trend::Unknown),
        ("cumulative increase", "2019=10 2020=12", Trend::Unknown),
        ("stock increase no_method", "2019=10 2020=12", Trend::Unknown),
        // A hole between them, one value, none, one of after the day, two scales.
        ("stock increase", "2018=10 2020=12", Trend::Unknown),
        ("stock increase", "2020=12", Trend::Unknown),
        ("stock increase", "", Trend::Unknown),
        ("stock increase", "2019=10 2020=12 2021=1", Trend::Better),
        ("stock increase", "2019=10@a 2020=12@b", Trend::Unknown),
    ] {
        assert_eq!(of(words, values), expected, "{words} | {values}");
    }
}

proptest! {
    /// Turned around in sign and sense, the same step is the same news.
    #[test]
    fn a_mirror_tells_the_same(values in proptest::collection::vec(-50..50_i64, 0..6)) {
        let line = |sign: i64| {
            let each = (2015..).zip(&values).map(|(year, value)| format!("{year}={}", sign * value));
            each.collect::<Vec<_>>().join(" ")
        };
        prop_assert_eq!(of("stock increase", &line(1)), of("stock decrease", &line(-1)));
    }
}
