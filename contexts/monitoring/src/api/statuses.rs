//! `/api/v1/statuses`: how indicators stand on a day.
use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use base::codes::{EntityCode, TerritoryCode};
use dataset::{Cell, Field, Kind, Rows};
use jiff::civil::Date;

use crate::{
    domain::Status,
    queries::{
        rules::country_rules,
        standings::{Scope, Standing, standings},
    },
};

pub(super) fn operation() -> Operation {
    Operation::new("/statuses", "list_statuses", "monitoring", Answers::Rows(fields()), answer).taking([
        Parameter::query("objective", Takes::Text, "monitoring-api-objective").like("PEDN/OE2"),
        Parameter::query("entity", Takes::Text, "monitoring-api-entity").like("E:11-011"),
        Parameter::query("territory", Takes::Text, "monitoring-api-territory").like("24"),
        Parameter::query("on", Takes::Date, "monitoring-api-on").like("2020-12-31"),
        Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
    ])
}

fn fields() -> Vec<Field> {
    let text = |name| Field::computed(name, Kind::Text);
    let flag = |name| Field::computed(name, Kind::Flag).required();
    let number = |name| Field::computed(name, Kind::Decimal);
    let mut status = text("status").required();
    status.values = Status::ALL.iter().map(|status| status.as_str().to_owned()).collect();
    vec![
        text("indicator").required().like("PEDN@actualizado/OE2-I1"),
        text("element").required().like("PEDN@actualizado/OE2"),
        text("name").required().like("Anemia en niñas y niños de 6 a 35 meses"),
        text("name_en").like("Anaemia in children aged 6 to 35 months"),
        text("unit").like("%"),
        flag("lead"),
        flag("sample"),
        text("territory").like("24"),
        status,
        number("progress_percent").like("92.5"),
        text("last_period").like("2020"),
        number("last_value").like("40.5"),
        text("due").like("2021"),
    ]
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let Some(scope) = scope(&call)? else { return Err(Problem::not_found()) };
    let (known, known_on, files) =
        (call.reading.known, call.reading.known_on(), call.reading.app.files.clone());
    let on: Date = match call.one("on") {
        Some(text) => text.parse().map_err(|_| Problem::parameter("on", text))?,
        None => known_on,
    };
    let rules = country_rules(call.reading.conn(), &files, known, on, known_on).await;
    let rules = rules.map_err(super::unruled)?;
    let found = standings(call.reading.conn(), known, on, &rules, &scope).await?;
    let (part, next) = call.part_of(found);
    let rows = Rows { fields: fields(), rows: part.iter().map(cells).collect() };
    Ok(Page { rows, next, ..Page::default() }.into())
}

/// Whose indicators; `None` for a code that nothing can have.
fn scope(call: &Call) -> Result<Option<Scope>, Problem> {
    let asked = ["objective", "entity", "territory"].map(|name| (name, call.one(name)));
    let mut asked = asked.into_iter().filter_map(|(name, code)| code.map(|code| (name, code)));
    let Some((name, code)) = asked.next() else { return Ok(Some(Scope::All)) };
    if asked.next().is_some() {
        return Err(Problem::not_found().with("monitoring-api-one-scope", Vec::new()));
    }
    Ok(match name {
        "objective" => code.parse().ok().map(Scope::Element),
        "entity" => EntityCode::new(code).ok().map(Scope::Entity),
        _ => TerritoryCode::new(code).ok().map(Scope::Territory),
    })
}

fn cells(standing: &Standing) -> Vec<Cell> {
    let last = standing.last.as_ref();
    vec![
        standing.indicator.as_str().into(),
        standing.element.as_str().into(),
        standing.name.as_str().into(),
        standing.name_en.clone().into(),
        standing.unit.clone().into(),
        standing.lead.into(),
        standing.sample.into(),
        standing.territory.as_ref().map(ToString::to_string).into(),
        standing.status.as_str().into(),
        standing.progress_percent.into(),
        last.map(|(period, _)| period.to_string()).into(),
        last.map(|(_, value)| *value).into(),
        standing.due.as_ref().map(ToString::to_string).into(),
    ]
}
