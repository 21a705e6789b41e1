//! `/api/v1/thread/{plan}/{element}`: the cord of an element, up to a vision and down to money and results.
use std::sync::Arc;

use api::{Answers, Call, Operation, Parameter, Problem, Reply, Takes};
use budget::columnar::Columnar;
use serde_json::json;
use web::PageError;

use crate::queries::{
    rules::country_rules,
    thread::{ThreadRequest, thread},
};

pub(super) fn operation() -> Operation {
    let schema = json!({
        "type": "object",
        "properties": {
            "element": { "type": "string" },
            "above": { "type": "array" },
            "tree": { "type": "object" },
            "known": { "$ref": "#/components/schemas/Known" },
        },
        "required": ["above", "tree", "known"],
    });
    let example = json!({
        "above": [], "tree": {}, "known": { "entry": 12, "at": "2026-11-24T15:00:00Z" },
    });
    let path = "/thread/{plan}/{element}";
    Operation::new(path, "read_thread", "monitoring", Answers::Document(schema, example), answer).taking([
        Parameter::path("plan", "monitoring-api-thread-plan", "PEDN"),
        Parameter::path("element", "web-field-element", "OE2"),
        Parameter::query("year", Takes::Integer { min: 1900, max: 2200 }, "monitoring-api-year").like("2020"),
    ])
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let text = format!("{}/{}", call.required("plan")?, call.required("element")?);
    let element = text.parse().map_err(|_| Problem::not_found())?;
    let (known, on, known_on) = (call.reading.known, call.reading.judged_on(), call.reading.known_on());
    let app = call.reading.app.clone();
    let columnar = app.part::<Arc<dyn Columnar>>()?.clone();
    let rules = country_rules(call.reading.conn(), &app.files, known, on, known_on).await;
    let rules = rules.map_err(super::unruled)?;
    let request = ThreadRequest { element, year: call.reading.view.year, on };
    let found = thread(call.reading.conn(), &app.files, &*columnar, known, &rules, &request).await;
    let found = found.map_err(PageError::internal)?.ok_or_else(Problem::not_found)?;
    Ok(Reply::Document(serde_json::to_value(&found).map_err(PageError::internal)?))
}
