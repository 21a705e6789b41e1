//! `/api/v1/deadline`: when a term of the law is due, and how that is counted.
use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use base::codes::EntityCode;
use dataset::{Cell, Field, Kind, Rows};
use jiff::civil::Date;
use law::DerivationRow;
use serde_json::{Map, json};
use web::PageError;

use crate::{
    queries::{self, Deadline, DeadlineRequest},
    refusal,
};

/// The operations of this room.
pub fn operations() -> Vec<Operation> {
    let deadline = Operation::new("/deadline", "get_deadline", "procedures", Answers::Rows(fields()), answer);
    vec![deadline.taking([
        Parameter::query("rule", Takes::Text, "procedures-api-rule").required().like("access.answer"),
        Parameter::query("from", Takes::Date, "procedures-api-from").required().like("2020-03-02"),
        Parameter::query("entity", Takes::Text, "procedures-api-entity").like("E:11-011"),
        Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
    ])]
}

fn fields() -> Vec<Field> {
    let text = |name, example| Field::computed(name, Kind::Text).like(example);
    let mut step = text("step", "skipped").required();
    step.values = ["counted", "skipped", "cannot_end"].map(str::to_owned).to_vec();
    let mut reason = text("reason", "holiday");
    reason.values = ["weekend", "holiday", "decreed", "suspended"].map(str::to_owned).to_vec();
    vec![
        Field::computed("date", Kind::Date).required().like("2020-03-03"),
        step,
        Field::computed("ordinal", Kind::Integer).like("1"),
        reason,
        text("name_es", "Jueves Santo"),
        text("name_en", "Maundy Thursday"),
        text("norm", "DL 713"),
        text("article", "art. 6"),
    ]
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let rule = call.required("rule")?.to_owned();
    let from = call.required("from")?;
    let start: Date = from.parse().map_err(|_| Problem::parameter("from", from))?;
    let entity: Option<EntityCode> = match call.one("entity").map(str::parse) {
        Some(Err(_)) => return Err(Problem::not_found().about("entity")),
        code => code.transpose().ok().flatten(),
    };
    let (known, known_on) = (call.reading.known, call.reading.known_on());
    let (app, lang) = (call.reading.app.clone(), call.lang);
    let request = DeadlineRequest { rule: &rule, start, entity: entity.as_ref(), known_on };
    let found = match queries::deadline(call.reading.conn(), &app.files, known, &request).await {
        Ok(found) => found,
        Err(refused) => {
            let (key, args) = refusal::words(&app.frame.texts, lang, refused).map_err(Problem::from)?;
            return Err(Problem::not_found().with(key, args));
        }
    };
    let rows = found.derivation.rows();
    let (part, next) = call.part_of(rows);
    let rows = Rows { fields: fields(), rows: part.iter().map(cells).collect() };
    Ok(Page { rows, next, beside: beside(&found)? }.into())
}

fn beside(found: &Deadline) -> Result<Map<String, serde_json::Value>, PageError> {
    let derivation = &found.derivation;
    let value = |part: serde_json::Result<serde_json::Value>| part.map_err(PageError::internal);
    Ok(Map::from_iter([
        ("due".to_owned(), json!(derivation.due.to_string())),
        ("start".to_owned(), json!(derivation.start.to_string())),
        ("term".to_owned(), value(serde_json::to_value(derivation.term))?),
        ("start_rule".to_owned(), value(serde_json::to_value(derivation.start_rule))?),
        ("roll".to_owned(), value(serde_json::to_value(derivation.roll))?),
        ("date_to_date".to_owned(), json!(derivation.date_to_date.map(|date| date.to_string()))),
        ("rule".to_owned(), value(serde_json::to_value(&derivation.rule))?),
        ("calendar_version".to_owned(), json!(derivation.calendar_version)),
    ]))
}

fn cells(row: &DerivationRow<'_>) -> Vec<Cell> {
    let text = |text: &str| Cell::from((!text.is_empty()).then(|| text.to_owned()));
    vec![
        Cell::from(row.date.to_string().as_str()),
        row.step.into(),
        row.ordinal.map_or(Cell::Absent, |n| Cell::Integer(n.into())),
        row.reason.map(str::to_owned).into(),
        text(row.name_es),
        text(row.name_en),
        text(row.norm),
        text(row.article),
    ]
}
