//! What a checksum is of.
use base::Money;
use jiff::civil::date;
use rust_decimal::Decimal;
use serde_json::json;

use super::period;
use crate::domain::{Cell, Grid, Part, Report};

fn soles(text: &str) -> Money {
    text.parse().unwrap()
}

fn report(cell: Cell) -> Report {
    let mut table = Grid::new("programmes", &["programme", "#pim"]);
    table.rows.push(vec![Cell::text("0016").at(&["programa", "0016"]), cell]);
    Report {
        template: "financial_execution",
        version: 1,
        period: period("2020-12"),
        judged_on: date(2020, 12, 31),
        parts: vec![
            Part::new("programmes").note("no-money", vec![("year", Cell::text("2020"))]).table(table),
        ],
        holds: (false, true),
    }
}

#[test]
fn it_is_of_values_and_ways_and_of_no_language() {
    let expect = json!({
        "template": "financial_execution", "version": 1, "period": "2020-12", "judged_on": "2020-12-31",
        "parts": [{
            "part": "programmes",
            "notes": [{ "note": "no-money", "with": { "year": "2020" } }],
            "tables": [{
                "table": "programmes", "columns": ["programme", "pim"],
                "rows": [[{ "value": "0016", "at": ["programa", "0016"] }, "1234.50"]], "total": null,
            }],
        }],
    });
    assert_eq!(report(Cell::Money(soles("1234.50"))).to_json(), expect);
}

#[test]
fn a_centimo_changes_it_and_what_is_not_known_is_not_nothing() {
    let text = |cell| journal::canonical(&report(cell).to_json());
    let all = [
        text(Cell::Money(soles("1234.50"))),
        text(Cell::Money(soles("1234.51"))),
        text(Cell::Money(Money::ZERO)),
        text(Cell::Unknown),
        text(Cell::text("")),
    ];
    for (at, one) in all.iter().enumerate() {
        assert!(!all[at + 1..].contains(one), "{one}");
    }
}

#[test]
fn percentages_are_exact_to_two_decimals() {
    let check = |part: &str, whole: &str, expect: Option<&str>| {
        let found = Cell::percent(Some(soles(part)), Some(soles(whole)));
        let expect = expect.map_or(Cell::Unknown, |text| Cell::Percent(text.parse::<Decimal>().unwrap()));
        assert_eq!(found, expect, "{part} of {whole}");
    };
    check("1.00", "3.00", Some("33.33"));
    check("2.00", "3.00", Some("66.67"));
    check("-1.00", "8.00", Some("-12.50"));
    check("5.00", "0.00", None);
    assert_eq!(Cell::percent(None, Some(soles("1.00"))), Cell::Unknown);
}

#[test]
fn every_value_is_a_row() {
    let rows = report(Cell::Money(soles("1234.50"))).to_rows();
    let row = |column: &str, value: &str| ["programmes", "programmes", "1", column, value].map(str::to_owned);
    assert_eq!(rows, [row("programme", "0016"), row("pim", "1234.50")]);
}
