//! Years side by side: what is no number is never a number, and the change is of what both years say.
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::domain::{
    Across, Dimension, ExpressedColumn, Figure,
    Figure::{NoData, NoPrice, NoRow, NoValue, Value},
    Measure, ToldYears, YearFigures, across,
};

/// A year as `code=value` words; `code=` is a row without a value, `!` a year without prices. The total is the sum.
fn year(text: &str) -> YearFigures {
    if text == "!" {
        return YearFigures::default();
    }
    let words = text.split_whitespace().filter_map(|word| word.split_once('='));
    let rows: BTreeMap<Vec<String>, Option<Decimal>> =
        words.map(|(code, value)| (vec![code.to_owned()], value.parse().ok())).collect();
    let total = rows.values().flatten().copied().reduce(|sum, value| sum + value);
    YearFigures { rows, total, has_price: true }
}

/// Codes of bodies, told of in the years listed.
fn beside(years: &[(i16, &str)], told: &[(&str, &[i16])]) -> Across {
    let told =
        told.iter().flat_map(|(code, years)| years.iter().map(|year| (vec![(*code).to_owned()], *year)));
    let told = ToldYears { who: vec![0], told: told.collect::<BTreeSet<_>>() };
    let years = years.iter().map(|(of, text)| (*of, year(text))).collect();
    across(vec![Dimension::Entity], ExpressedColumn::Money(Measure::Pim), &years, &told)
}

fn value(text: &str) -> Figure {
    Value(text.parse().unwrap())
}

#[test]
fn each_year_says_what_its_deliveries_say() {
    let told: &[(&str, &[i16])] = &[("a", &[2019, 2020]), ("b", &[2020]), ("c", &[2019, 2020, 2021])];
    let found = beside(&[(2019, "a=1.00 c="), (2020, "a=0.00 b=5.00"), (2021, "!")], told);
    let figures = |code: &str| found.rows.iter().find(|row| row.codes == [code]).unwrap().figures.clone();
    assert_eq!(figures("a"), [value("1.00"), value("0.00"), NoPrice]);
    assert_eq!(figures("b"), [NoData, value("5.00"), NoPrice]);
    assert_eq!(figures("c"), [NoValue, NoRow, NoPrice]);
    assert_eq!(found.total.figures, [value("1.00"), value("5.00"), NoPrice]);
    assert_eq!(found.compared, Some((2019, 2020)), "a year without a total is not compared");
    // A year of which nobody asked for was told says so, and not that there was no money.
    let empty = beside(&[(2019, "a=1.00"), (2020, "")], &[("a", &[2019])]);
    assert_eq!(empty.total.figures, [value("1.00"), NoData]);
    let empty = beside(&[(2019, "a=1.00"), (2020, "")], &[("a", &[2019, 2020])]);
    assert_eq!(empty.total.figures, [value("1.00"), NoRow]);
}

#[test]
fn a_change_is_of_the_first_year_compared_to_the_last() {
    let check = |years: &[(i16, &str)], change: Option<&str>, percent: Option<&str>| {
        let found = beside(years, &[]);
        let row = &found.rows[0];
        let parsed = |text: Option<&str>| text.map(|text| text.parse::<Decimal>().unwrap());
        assert_eq!((row.change, row.change_percent), (parsed(change), parsed(percent)), "{years:?}");
    };
    check(&[(2019, "a=1.00"), (2020, "a=7.00"), (2021, "a=3.00")], Some("2.00"), Some("200.00"));
    check(&[(2019, "a=3.00"), (2021, "a=1.00")], Some("-2.00"), Some("-66.67"));
    // Nothing was there, or something negative: there is a change and no percent.
    check(&[(2019, "a=0.00"), (2021, "a=1.00")], Some("1.00"), None);
    check(&[(2019, "a=-1.00"), (2021, "a=1.00")], Some("2.00"), None);
    // One of both years has no figure.
    check(&[(2019, "b=1.00"), (2021, "a=1.00")], None, None);
    check(&[(2019, "a=1.00")], None, None);
    check(&[(2019, "a=1.00"), (2020, "")], None, None);
}
