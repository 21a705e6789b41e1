use planning::reading::frame::Law;
use serde_json::json;
use web::Arg;

use crate::{
    cli::{CheckArgs, TableOrJson},
    contexts,
    outcome::Outcome,
    output,
    state::State,
};

/// Articulation and quality of every plan that stands; any finding ends with exit code 1.
pub async fn check(state: &State, args: &CheckArgs) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    // What is expired or absent is judged on the known day, as it would have been answered then.
    let day = state.day_of(&mut read, args.known.as_deref()).await?;
    let pack = state.pack(&mut read, known).await?;
    let law = Law::of(&pack, &pack.law()?.rulebook, day, day)?;
    let entities = planning::queries::findings::entity_facts(&mut read, known, day).await?;
    let findings = planning::queries::findings(&mut read, known, day, &law, &entities).await?;
    let clean = findings.is_empty();
    if args.format == TableOrJson::Json {
        output::json(&json!({ "on": day, "findings": findings }))?;
        return Ok(Outcome::findings_unless(clean));
    }
    let texts = contexts::texts()?;
    for finding in &findings {
        let values: Vec<(&str, Arg)> =
            finding.args.iter().map(|(name, value)| (*name, Arg::Text(value.clone()))).collect();
        let words = texts.t(state.lang(), &finding.message(), &values);
        output::print(&format!(
            "{}\t{}\t{words} [{}]\n",
            finding.subject,
            finding.rule.as_str(),
            finding.source
        ))?;
    }
    output::print(&format!("{} findings\n", findings.len()))?;
    Ok(Outcome::findings_unless(clean))
}
