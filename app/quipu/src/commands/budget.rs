use std::collections::BTreeMap;

use anyhow::Context;
use budget::{
    domain::{Dimension, Measure},
    queries::{self, CutRequest, Names, render},
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
    let answer = queries::cut(&mut read, &state.ctx.files, state.columnar(), known, &request).await?;
    if args.format == Format::Csv {
        let csv = String::from_utf8(render::csv(&answer)?).context("a code is no UTF-8")?;
        output::print(&csv)?;
        return Ok(Outcome::Done);
    }
    let mut names: BTreeMap<Dimension, Names> = BTreeMap::new();
    for dimension in &request.by {
        names.insert(*dimension, queries::names(&mut read, known, *dimension).await?);
    }
    let named = |dimension: Dimension, code: &str| names.get(&dimension)?.name(code).map(str::to_owned);
    match args.format {
        Format::Json => output::json(&render::json(&answer, &named))?,
        _ => output::print(&render::table(&answer, &Codes, &named, "TOTAL"))?,
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
