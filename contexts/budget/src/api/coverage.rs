//! `/api/v1/coverage`: how much of the money has an objective behind it.
use std::sync::Arc;

use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use dataset::{Cell, Field, Kind, Rows};
use web::PageError;

use super::year;
use crate::{
    columnar::Columnar,
    domain::{Measure, attribution::Split},
    queries::{CoverageBy, ledger},
};

const BY: [&str; 7] = ["entity", "objective", "territory", "seat", "programme", "sector", "year"];

pub(super) fn operation() -> Operation {
    let choices = Takes::Choice(BY.iter().map(|&by| by.to_owned()).collect());
    Operation::new("/coverage", "cover_budget", "budget", Answers::Rows(fields()), answer).taking([
        Parameter::query("by", choices, "budget-api-coverage-by").like("programme"),
        year(),
        Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
    ])
}

fn fields() -> Vec<Field> {
    let text = |name, example| Field::computed(name, Kind::Text).required().like(example);
    let money = |name| Field::computed(name, Kind::Money).required().like("1000.00");
    let amounts = ["claimed", "shared", "unclaimed", "total", "over_claimed"].map(money);
    let mut measure = text("measure", "pim");
    measure.values = Measure::ALL.iter().map(|measure| measure.code().to_owned()).collect();
    [text("code", "1001"), measure].into_iter().chain(amounts).collect()
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let by = call.one("by").unwrap_or("entity");
    let by: CoverageBy = by.parse().map_err(|_| Problem::parameter("by", by))?;
    let (known, on, app) = (call.reading.known, call.reading.judged_on(), call.reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.clone();
    let portfolio = planning::queries::portfolio(call.reading.conn(), known, on).await?;
    let year = call.reading.view.year;
    let ledger = ledger(call.reading.conn(), &app.files, &*columnar, known, &portfolio, year).await;
    let coverage = ledger.map_err(PageError::internal)?.coverage(by);
    let rows = coverage.lines.iter().flat_map(|line| {
        let amounts = coverage.measures.iter().zip(&line.amounts);
        amounts.map(|(measure, split)| cells(&line.code, *measure, split))
    });
    let (rows, next) = call.part_of(rows.collect());
    Ok(Page { rows: Rows { fields: fields(), rows }, next, ..Page::default() }.into())
}

fn cells(code: &str, measure: Measure, split: &Split) -> Vec<Cell> {
    let amounts = [split.claimed, split.shared, split.unclaimed, split.total(), split.over_claimed];
    [Cell::from(code), measure.code().into()].into_iter().chain(amounts.map(Cell::from)).collect()
}
