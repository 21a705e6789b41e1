//! `/api/v1/reports`: every report that is owed, when it is due, and how it stands on a day.
use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use dataset::{Cell, Field, Kind, Rows};
use jiff::civil::Date;
use web::PageError;

use crate::{
    domain::{Instance, State, Step},
    pages::country,
    queries::{self, CalendarAsked},
};

/// The operations of this room.
pub fn operations() -> Vec<Operation> {
    let list = Operation::new("/reports", "list_reports", "reports", Answers::Rows(fields()), answer);
    vec![
        list.taking([
            Parameter::query("due_year", Takes::Integer { min: 1900, max: 2200 }, "reports-api-due-year")
                .like("2026"),
            Parameter::query("on", Takes::Date, "reports-api-on").like("2026-02-21"),
            Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
        ]),
    ]
}

fn fields() -> Vec<Field> {
    let text = |name, example| Field::computed(name, Kind::Text).like(example);
    let mut state = text("state", "overdue").required();
    state.values = State::ALL.iter().map(|state| state.as_str().to_owned()).collect();
    vec![
        text("duty", "financial_execution").required(),
        text("name", "Ejecución financiera mensual de los programas presupuestales").required(),
        text("name_en", "Monthly financial execution of budget programmes").required(),
        text("period", "2026-01").required(),
        text("entity", "E:09-009").required(),
        text("addressees", "congress;comptroller").required(),
        text("term", "report.financial_due").required(),
        Field::computed("due", Kind::Date).like("2026-02-20"),
        state,
        text("edition", "i128"),
    ]
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let (known, known_on) = (call.reading.known, call.reading.known_on());
    let on: Date = match call.one("on") {
        Some(text) => text.parse().map_err(|_| Problem::parameter("on", text))?,
        None => known_on,
    };
    let year = call.one("due_year").and_then(|text| text.parse().ok());
    let (app, asked) = (call.reading.app.clone(), country(&call.reading.app));
    let asked = CalendarAsked { known, on, known_on, country: asked };
    let found = queries::calendar(call.reading.conn(), &app.files, asked, year).await;
    let found = found.map_err(|error| Problem::from(PageError::internal(error)))?;
    let (part, next) = call.part_of(found);
    let rows = Rows { fields: fields(), rows: part.iter().map(cells).collect() };
    Ok(Page { rows, next, ..Page::default() }.into())
}

fn cells(one: &Instance) -> Vec<Cell> {
    let duty = &one.duty;
    let addressees: Vec<&str> = duty.addressees.iter().map(|to| to.as_str()).collect();
    let last = one.editions.iter().rev().find(|edition| edition.taken(Step::Publish).is_some());
    vec![
        duty.code.as_str().into(),
        duty.name.0.as_str().into(),
        duty.name.1.as_str().into(),
        one.period.to_string().as_str().into(),
        duty.entity.as_str().into(),
        addressees.join(";").as_str().into(),
        duty.term.as_str().into(),
        one.due_on().map(|due| due.to_string()).into(),
        one.state.as_str().into(),
        last.map(|edition| edition.code.to_string()).into(),
    ]
}
