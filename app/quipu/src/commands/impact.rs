use anyhow::bail;
use monitoring::queries::impact::{Impact, ImpactRequest, MoneyMoved, impact as ask};
use planning::{queries::thread::Step, reading::frame::Law};

use crate::{
    cli::{TableOrJson, ThreadArgs},
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// What would follow if an element were removed; nothing is.
pub async fn impact(state: &State, args: &ThreadArgs) -> anyhow::Result<Outcome> {
    let element = args.objective.parse().map_err(|error| Usage(format!("{}: {error}", args.objective)))?;
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let on = web::judged_on(args.year, known_on);
    let pack = state.pack(&mut read, known).await?;
    let law = Law::of(&pack, &pack.law()?.rulebook, on, known_on)?;
    let request = ImpactRequest { element, year: args.year, on };
    let found = ask(&mut read, &state.ctx.files, state.columnar(), known, &law, &request).await?;
    let Some(found) = found else {
        bail!("no element {} is recorded as known then; the plans page names those that are", args.objective);
    };
    if args.format == TableOrJson::Json {
        output::json(&found)?;
    } else {
        print(&found)?;
    }
    Ok(Outcome::Done)
}

fn print(found: &Impact) -> anyhow::Result<()> {
    let step = |fate: &str, step: &Step| vec![fate.to_owned(), step.element.clone(), step.title.clone()];
    let rows: Vec<Vec<String>> = std::iter::once(step("removed", &found.element))
        .chain(found.gone.iter().map(|one| step("gone", one)))
        .chain(found.orphans.iter().map(|one| step("orphan", one)))
        .chain(found.kept.iter().map(|one| step("kept", one)))
        .collect();
    output::print(&output::table(&["fate", "element", "title"], &rows, &[]))?;
    let money = |moved: &MoneyMoved| {
        let amounts = [moved.before.unclaimed, moved.after.unclaimed, moved.lost(), moved.after.total()];
        let code = moved.measure.code().to_owned();
        std::iter::once(code).chain(amounts.iter().map(ToString::to_string)).collect()
    };
    let rows: Vec<Vec<String>> = found.money.iter().map(money).collect();
    let headers = ["measure", "unclaimed", "unclaimed without it", "lost", "total"];
    output::print(&output::table(&headers, &rows, &[1, 2, 3, 4]))?;
    output::print(&format!(
        "{} indicators, {} targets, {} claims would go; {} findings would arise. Nothing was removed.\n",
        found.indicators.len(),
        found.targets,
        found.claims,
        found.findings.len()
    ))
}
