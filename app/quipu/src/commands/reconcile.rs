use base::Known;
use budget::queries;
use serde_json::json;

use super::init::known_pack;
use crate::{
    cli::{FormatArgs, TableOrJson},
    outcome::Outcome,
    output, progress,
    state::State,
};

/// Source against store, delivery by delivery; one céntimo of difference is a finding.
pub async fn reconcile(state: &State, args: &FormatArgs) -> anyhow::Result<Outcome> {
    let catalogue = budget::Catalogue::of(&known_pack(state).await?)?;
    let mut read = state.ctx.db.read().await?;
    let bar = progress::spinner("summing every source file again".into());
    let found =
        queries::reconcile(&mut read, &state.ctx.files, state.columnar(), &catalogue, Known::NOW).await?;
    bar.finish_and_clear();
    let differences: Vec<_> = found.differences().collect();
    if args.format == TableOrJson::Json {
        output::json(&json!({ "checks": found.checks, "differences": differences.len() }))?;
        return Ok(Outcome::findings_unless(differences.is_empty()));
    }
    let row = |check: &queries::Check| {
        let level = check.level.clone().unwrap_or_else(|| "total".to_owned());
        let amounts = [check.source, check.stored, check.difference].map(|money| money.to_string());
        [check.delivery.to_string(), check.measure.to_string(), level].into_iter().chain(amounts).collect()
    };
    let shown: Vec<Vec<String>> = found
        .checks
        .iter()
        .filter(|check| check.level.is_none() || !check.difference.is_zero())
        .map(row)
        .collect();
    let headers = ["delivery", "measure", "level", "source", "stored", "difference"];
    output::print(&output::table(&headers, &shown, &[0, 3, 4, 5]))?;
    output::print(&format!("{} comparisons, {} differences\n", found.checks.len(), differences.len()))?;
    Ok(Outcome::findings_unless(differences.is_empty()))
}
