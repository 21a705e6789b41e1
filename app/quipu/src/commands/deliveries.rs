use base::Known;
use budget::queries;
use serde_json::json;

use crate::{
    cli::{DeliveriesArgs, DeliveriesCommand, TableOrJson},
    outcome::Outcome,
    output,
    state::State,
};

pub async fn deliveries(state: &State, args: &DeliveriesArgs) -> anyhow::Result<Outcome> {
    match &args.command {
        None => list(state, args.format).await,
        Some(DeliveriesCommand::Diff { old, new }) => diff(state, args.format, *old, *new).await,
    }
}

async fn list(state: &State, format: TableOrJson) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let deliveries = queries::deliveries(&mut read, &state.ctx.files, Known::NOW).await?;
    if format == TableOrJson::Json {
        output::json(&deliveries)?;
        return Ok(Outcome::Done);
    }
    let headers =
        ["delivery", "file", "source", "layout", "year", "rows", "refused", "units", "answering", "sha-256"];
    let rows: Vec<Vec<String>> = deliveries
        .iter()
        .map(|view| {
            let d = &view.delivery;
            let year = if d.year_first == d.year_last {
                d.year_first.to_string()
            } else {
                format!("{}–{}", d.year_first, d.year_last)
            };
            vec![
                d.delivery.to_string(),
                d.file_name.clone(),
                d.source.clone(),
                d.layout.clone(),
                year,
                d.rows.to_string(),
                d.refused.to_string(),
                view.units.to_string(),
                view.units_answering.to_string(),
                d.digest.short(),
            ]
        })
        .collect();
    output::print(&output::table(&headers, &rows, &[0, 5, 6, 7, 8]))?;
    Ok(Outcome::Done)
}

async fn diff(state: &State, format: TableOrJson, old: i64, new: i64) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let diff = queries::diff(&mut read, &state.ctx.files, state.columnar(), Known::NOW, old, new).await?;
    if format == TableOrJson::Json {
        let key: Vec<&str> =
            budget::columnar::line_key().into_iter().map(budget::domain::Dimension::code).collect();
        output::json(&json!({ "key": key, "diff": diff }))?;
        return Ok(Outcome::Done);
    }
    output::print(&format!(
        "deliveries {old} → {new}: records {} → {}; lines {} added, {} gone, {} changed\n\n",
        diff.rows_old, diff.rows_new, diff.added, diff.gone, diff.changed
    ))?;
    let amount = |money: Option<base::Money>| money.map_or_else(|| "–".to_owned(), |m| m.to_string());
    let rows: Vec<Vec<String>> = diff
        .measures
        .iter()
        .map(|m| vec![m.measure.to_string(), amount(m.old), amount(m.new), amount(m.difference)])
        .collect();
    output::print(&output::table(&["measure", "old", "new", "difference"], &rows, &[1, 2, 3]))?;
    Ok(Outcome::Done)
}
