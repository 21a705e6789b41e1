use std::collections::BTreeMap;

use anyhow::Context;
use budget::{
    domain::{Dimension, Expression, Measure},
    queries::{self, AcrossYears, CutRequest, ExpressError, Expressing, Read, render},
};

use crate::{
    cli::{BudgetArgs, Format},
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// Any combination of dimensions over every delivery known.
pub async fn budget(state: &State, args: &BudgetArgs) -> anyhow::Result<Outcome> {
    let request = CutRequest::parse(&args.by, &args.filters, args.year, &args.measure)
        .map_err(|error| Usage(error.to_string()))?;
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    if args.explain {
        return explain(args.format, &queries::reads(&mut read, &state.ctx.files, known, &request).await?);
    }
    let expression =
        Expression::parse(args.expression.as_deref(), args.base).map_err(|error| Usage(error.to_string()))?;
    if let Some(what) = &args.across {
        if what.trim() != "year" {
            return Err(Usage(format!("money is not compared across {what:?}; there is: year")).into());
        }
        request.may_go_across().map_err(|error| Usage(error.to_string()))?;
        let on = state.day_of(&mut read, args.known.as_deref()).await?;
        let measure = queries::lead(&request.measures);
        let (files, at) = (&state.ctx.files, (known, on));
        let found =
            queries::across_years(&mut read, files, state.columnar(), at, &request, measure, expression);
        return match found.await {
            Ok(found) => across(args.format, &found),
            Err(ExpressError::NoPrice(error)) => Err(Usage(error.to_string()).into()),
            Err(error) => Err(error.into()),
        };
    }
    if expression != Expression::Soles {
        let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
        let at = (known, web::judged_on(args.year, known_on));
        let found =
            queries::expressed(&mut read, &state.ctx.files, state.columnar(), at, &request, expression).await;
        return match found {
            Ok(found) => expressed(args.format, &found),
            Err(ExpressError::NoPrice(error)) => Err(Usage(error.to_string()).into()),
            Err(error) => Err(error.into()),
        };
    }
    let answer = queries::cut(&mut read, &state.ctx.files, state.columnar(), known, &request).await?;
    if args.format == Format::Csv {
        let csv = String::from_utf8(render::csv(&answer)?).context("a code is no UTF-8")?;
        output::print(&csv)?;
        return Ok(Outcome::Done);
    }
    let on = web::judged_on(args.year, state.day_of(&mut read, args.known.as_deref()).await?);
    let wanted = queries::codes_of(&answer.by, answer.rows.iter().map(|row| row.codes.as_slice()));
    let names = queries::names_shown(&mut read, (known, on), &wanted, args.year).await?;
    let named = |dimension: Dimension, code: &str| names.get(&dimension)?.name(code).map(str::to_owned);
    match args.format {
        Format::Json => output::json(&render::json(&answer, &named))?,
        _ => output::print(&render::table(&answer, &Codes, &named, "TOTAL"))?,
    }
    Ok(Outcome::Done)
}

/// What is read of each delivery: its rows, or sums made of them when it arrived.
fn explain(format: Format, reads: &[Read]) -> anyhow::Result<Outcome> {
    let headers = ["delivery", "year", "reads", "rows"].map(str::to_owned);
    let row = |read: &Read| -> Vec<String> {
        let text = |value: Option<String>| value.unwrap_or_default();
        vec![
            read.delivery.to_string(),
            text(read.year.map(|year| year.to_string())),
            read.rollup.clone().unwrap_or_else(|| "rows".to_owned()),
            text(read.rows.map(|rows| rows.to_string())),
        ]
    };
    let rows: Vec<Vec<String>> = reads.iter().map(row).collect();
    match format {
        Format::Json => output::json(&reads)?,
        Format::Csv => {
            let mut csv = Vec::new();
            sheets::write_csv(&mut csv, &headers, &rows)?;
            output::print(&String::from_utf8(csv)?)?;
        }
        Format::Table => {
            output::print(&output::table(&headers.each_ref().map(String::as_str), &rows, &[0, 3]))?;
        }
    }
    Ok(Outcome::Done)
}

/// Years side by side: in every format the same columns, exact; at a terminal with their total.
fn across(format: Format, found: &AcrossYears) -> anyhow::Result<Outcome> {
    let across = &found.across;
    let headers = queries::across_headers(across);
    let row = |row: &budget::domain::AcrossRow| -> Vec<String> {
        row.codes.iter().cloned().chain(queries::across_values(across, row)).collect()
    };
    let mut rows: Vec<Vec<String>> = across.rows.iter().map(row).collect();
    match format {
        Format::Csv => output::print(&String::from_utf8(queries::across_csv(across)?)?)?,
        Format::Json => {
            let object = |row: &Vec<String>| headers.iter().cloned().zip(row.iter().cloned()).collect();
            let rows: Vec<BTreeMap<String, String>> = rows.iter().map(object).collect();
            let units: BTreeMap<String, usize> =
                found.units.iter().map(|(year, n)| (year.to_string(), *n)).collect();
            output::json(&serde_json::json!({
                "rows": rows, "units": units, "source": found.source, "base": found.base,
            }))?;
        }
        Format::Table => {
            let mut total = vec![String::new(); across.by.len()];
            if let Some(first) = total.first_mut() {
                "TOTAL".clone_into(first);
            }
            total.extend(queries::across_values(across, &across.total));
            rows.push(total);
            let numbers: Vec<usize> = (across.by.len()..headers.len()).collect();
            let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
            output::print(&output::table(&headers, &rows, &numbers))?;
        }
    }
    Ok(Outcome::Done)
}

/// At a terminal, columns bear the names that the command takes.
struct Codes;

impl render::Labels for Codes {
    fn dimension(&self, dimension: Dimension) -> String {
        dimension.code().to_owned()
    }

    fn measure(&self, measure: Measure) -> String {
        measure.code().to_owned()
    }
}

/// The answer in other words: in every format the same columns, exact.
fn expressed(format: Format, found: &Expressing) -> anyhow::Result<Outcome> {
    let text = |value: &Option<rust_decimal::Decimal>| value.map(|v| v.to_string()).unwrap_or_default();
    let dimensions = found.expressed.by.iter().map(|d| d.code().to_owned());
    let headers: Vec<String> =
        dimensions.chain(found.expressed.columns.iter().map(|column| column.code())).collect();
    let rows: Vec<Vec<String>> = found
        .expressed
        .rows
        .iter()
        .map(|row| row.codes.iter().cloned().chain(row.values.iter().map(text)).collect())
        .collect();
    match format {
        Format::Csv => output::print(&String::from_utf8(render::expressed_csv(&found.expressed)?)?)?,
        Format::Json => {
            let object = |row: &Vec<String>| headers.iter().cloned().zip(row.iter().cloned()).collect();
            let rows: Vec<BTreeMap<String, String>> = rows.iter().map(object).collect();
            output::json(&serde_json::json!({ "rows": rows, "source": found.source, "base": found.base }))?;
        }
        Format::Table => {
            let numbers: Vec<usize> = (found.expressed.by.len()..headers.len()).collect();
            let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
            output::print(&output::table(&headers, &rows, &numbers))?;
        }
    }
    Ok(Outcome::Done)
}
