use base::Money;
use budget::{
    domain::Measure,
    queries::{CoverageBy, ledger},
};
use serde_json::json;

use crate::{
    cli::{self, CoverageArgs, TableOrJson},
    outcome::Outcome,
    output,
    state::State,
};

/// How much of the money has an objective behind it; each line and the total sum to the treasury's.
pub async fn coverage(state: &State, args: &CoverageArgs) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let day = state.day_of(&mut read, args.known.as_deref()).await?;
    let portfolio = planning::queries::portfolio(&mut read, known, day).await?;
    let ledger = ledger(&mut read, &state.ctx.files, state.columnar(), known, &portfolio, args.year).await?;
    let by = by(args.by);
    let coverage = ledger.coverage(by);
    if args.format == TableOrJson::Json {
        output::json(&json!({ "by": by, "year": args.year, "coverage": coverage }))?;
        return Ok(Outcome::Done);
    }
    let at = coverage.measures.iter().position(|m| *m == Measure::Pim).unwrap_or(0);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in &coverage.lines {
        let code = if line.code.is_empty() { "(none)" } else { &line.code };
        rows.extend(line.amounts.get(at).map(|split| row(code, split)));
    }
    rows.extend(coverage.total.get(at).map(|split| row("TOTAL", split)));
    let headers = ["pim", "claimed", "shared", "unclaimed", "total", "over-claimed"];
    output::print(&output::table(&headers, &rows, &[1, 2, 3, 4, 5]))?;
    Ok(Outcome::Done)
}

fn row(code: &str, split: &budget::domain::attribution::Split) -> Vec<String> {
    let amounts: [Money; 5] =
        [split.claimed, split.shared, split.unclaimed, split.total(), split.over_claimed];
    std::iter::once(code.to_owned()).chain(amounts.iter().map(ToString::to_string)).collect()
}

const fn by(by: cli::CoverageBy) -> CoverageBy {
    match by {
        cli::CoverageBy::Entity => CoverageBy::Entity,
        cli::CoverageBy::Objective => CoverageBy::Objective,
        cli::CoverageBy::Territory => CoverageBy::Territory,
        cli::CoverageBy::Seat => CoverageBy::Seat,
        cli::CoverageBy::Programme => CoverageBy::Programme,
        cli::CoverageBy::Sector => CoverageBy::Sector,
        cli::CoverageBy::Year => CoverageBy::Year,
    }
}
