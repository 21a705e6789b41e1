//! `/api/v1/punctuality`: of every body and month, how many of the values that it owes came on time.
use std::collections::BTreeMap;

use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use base::codes::EntityCode;
use dataset::{Cell, Field, Kind, Rows};
use jiff::civil::Date;
use jiff::tz::Offset;
use web::PageError;

use crate::domain::board::Tally;
use crate::queries::board::{BoardAsked, board};
use crate::queries::rules::country_rules;
use crate::queries::standings::Scope;

pub(super) fn operation() -> Operation {
    let year = Takes::Integer { min: 1900, max: 2200 };
    Operation::new("/punctuality", "list_punctuality", "monitoring", Answers::Rows(fields()), answer).taking(
        [
            Parameter::query("year", year, "monitoring-api-punctuality-year").like("2020"),
            Parameter::query("entity", Takes::Text, "monitoring-api-entity").like("E:11-011"),
            Parameter::query("on", Takes::Date, "monitoring-api-on").like("2020-12-31"),
            Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
        ],
    )
}

fn fields() -> Vec<Field> {
    let number = |name, example| Field::computed(name, Kind::Integer).required().like(example);
    vec![
        Field::computed("entity", Kind::Text).required().like("E:11-011"),
        number("year", "2020"),
        number("month", "3"),
        number("due", "4"),
        number("on_time", "2"),
        number("late", "1"),
        number("missing", "1"),
        number("under_review", "0"),
        number("not_due", "0"),
        Field::computed("on_time_percent", Kind::Decimal).like("50.0"),
    ]
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let (known, known_on, files) =
        (call.reading.known, call.reading.known_on(), call.reading.app.files.clone());
    let on: Date = match call.one("on") {
        Some(text) => text.parse().map_err(|_| Problem::parameter("on", text))?,
        None => known_on,
    };
    let year = call.reading.view.year.unwrap_or_else(|| on.year());
    let scope = match call.one("entity") {
        // What no body can have as its code is a body that is not there.
        Some(code) => Scope::Entity(EntityCode::new(code).map_err(|_| Problem::not_found())?),
        None => Scope::All,
    };
    let minutes = i32::from(call.reading.app.frame.country.utc_offset_minutes);
    let offset = Offset::from_seconds(minutes * 60).unwrap_or(Offset::UTC);
    let rules = country_rules(call.reading.conn(), &files, known, on, known_on).await;
    let rules = rules.map_err(super::unruled)?;
    let asked = BoardAsked { known, on, year, offset, scope };
    let found = board(call.reading.conn(), &asked, &rules).await.map_err(PageError::internal)?;
    let of_body = |(entity, months): (&EntityCode, &BTreeMap<i8, Tally>)| {
        months.iter().map(|(month, tally)| cells(entity, (year, *month), *tally)).collect::<Vec<_>>()
    };
    let rows = found.months.iter().flat_map(of_body).collect();
    let (rows, next) = call.part_of(rows);
    Ok(Page { rows: Rows { fields: fields(), rows }, next, ..Page::default() }.into())
}

fn cells(entity: &EntityCode, (year, month): (i16, i8), tally: Tally) -> Vec<Cell> {
    let whole = |n: i64| Cell::Integer(n);
    let count = |n: usize| whole(i64::try_from(n).unwrap_or(i64::MAX));
    vec![
        entity.as_str().into(),
        whole(i64::from(year)),
        whole(i64::from(month)),
        count(tally.owed() + tally.under_review),
        count(tally.on_time),
        count(tally.late),
        count(tally.missing),
        count(tally.under_review),
        count(tally.not_due),
        tally.on_time_tenths().map(|tenths| rust_decimal::Decimal::new(tenths, 1)).into(),
    ]
}
