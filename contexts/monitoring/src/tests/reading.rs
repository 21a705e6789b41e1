//! Numbers and dates as sources write them.
use crate::domain::reading::{date, number};

#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(number(text).map_or_else(|e| e, |n| n.to_string()), expect, "{text:?}");
}

#[test]
fn numbers() {
    check("0.737", "0.737");
    check("0,737", "0.737");
    check("9 875", "9875");
    check("9\u{a0}875,5", "9875.5");
    check("1,234.5", "1234.5");
    check("1.234,5", "1234.5");
    check("12,345,678.90", "12345678.90");
    check("-0.18742011487483978", "-0.18742011487483978");
    check("1.5E-3", "0.0015");
    check("12,5 %", "12.5");
    check("1.234", "1.234");
    let ambiguous = "thousands or decimals? write it without thousands separators";
    check("1,234", ambiguous);
    check("-12,345,678", ambiguous);
    check("0,123", "0.123");
    let unfit = "separators do not fit together";
    check("1,2,3.4", unfit);
    check("1.2,3.4", unfit);
    let none = "not a number of at most 28 digits";
    check("", none);
    check("n.d.", none);
    check("1,2,3", none);
    check("123456789012345678901234567890", none);
    check("1e999", none);
}

#[test]
fn dates() {
    let check = |text: &str, expect: Option<&str>| {
        assert_eq!(date(text).ok().map(|d| d.to_string()).as_deref(), expect, "{text}");
    };
    check("2024-03-14", Some("2024-03-14"));
    check("14/03/2024", Some("2024-03-14"));
    check("31/02/2024", None);
    check("14/3", None);
    check("", None);
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = (number(&text), date(&text));
    }
}
