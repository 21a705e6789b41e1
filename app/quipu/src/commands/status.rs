use anyhow::{Context, bail};
use base::{
    Known,
    codes::{EntityCode, TerritoryCode},
};
use jiff::civil::Date;
use monitoring::{
    domain::Explanation,
    queries::{
        rules::country_rules,
        standings::{Scope, Standing, explanations, exported, standings, tally},
    },
};
use serde_json::json;

use crate::{
    cli::{StatusArgs, StatusScope, TableOrJson},
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// How indicators stand, judged by the rules in force on the day.
pub async fn status(state: &State, args: &StatusArgs) -> anyhow::Result<Outcome> {
    let scope = scope(&args.scope)?;
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let on = args.on.unwrap_or(known_on);
    if !exists(&mut read, known, on, &scope).await? {
        bail!(
            "nothing is recorded under that code as known then; `quipu status` without it lists every indicator"
        );
    }
    let rules = country_rules(&mut read, &state.ctx.files, known, on, known_on).await?;
    if args.explain {
        let explained = explanations(&mut read, known, on, &rules, &scope).await?;
        return explain(state, args, &explained);
    }
    let found = standings(&mut read, known, on, &rules, &scope).await?;
    if args.format == TableOrJson::Json {
        output::json(&json!({ "on": on, "tally": tally(&found), "indicators": found }))?;
        return Ok(Outcome::Done);
    }
    print(state, &found)?;
    Ok(Outcome::Done)
}

/// Whose results a command asks about.
pub(super) fn scope(scope: &StatusScope) -> Result<Scope, Usage> {
    let usage = |error: &dyn std::fmt::Display| Usage(error.to_string());
    if let Some(objective) = &scope.objective {
        return Ok(Scope::Element(objective.parse().map_err(|e| usage(&e))?));
    }
    if let Some(entity) = &scope.entity {
        return Ok(Scope::Entity(EntityCode::new(entity).map_err(|e| usage(&e))?));
    }
    if let Some(territory) = &scope.territory {
        return Ok(Scope::Territory(TerritoryCode::new(territory).map_err(|e| usage(&e))?));
    }
    Ok(Scope::All)
}

/// Whether the thing asked about is recorded at all: no indicators is another answer than no such thing.
async fn exists(conn: &mut db::Conn, known: Known, on: Date, scope: &Scope) -> anyhow::Result<bool> {
    Ok(match scope {
        Scope::Element(element) => {
            let all = planning::queries::portfolio(conn, known, on).await?;
            all.find(element).is_some()
        }
        Scope::Entity(code) => directory::queries::entity(conn, known, on, code).await?.is_some(),
        Scope::Territory(code) => directory::queries::territory(conn, known, on, code).await?.is_some(),
        Scope::All | Scope::Indicator(_) | Scope::Programme(_) => true,
    })
}

fn print(state: &State, found: &[Standing]) -> anyhow::Result<()> {
    let texts = contexts::texts()?;
    let word = |status: &monitoring::domain::Status| {
        texts.t(state.lang(), &format!("status-{}", status.as_str()), &[])
    };
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|s| {
            vec![
                s.indicator.clone(),
                or_dash(s.territory.as_ref().map(ToString::to_string)),
                word(&s.status),
                or_dash(s.last.map(|(period, value)| format!("{value} ({period})"))),
                or_dash(s.progress_percent.map(|p| format!("{p} %"))),
                if s.sample { "muestra".to_owned() } else { String::new() },
            ]
        })
        .collect();
    let headers = ["indicator", "territory", "status", "last value", "progress", ""];
    output::print(&output::table(&headers, &rows, &[3, 4]))?;
    let counts = tally(found);
    let counts = counts.iter().filter(|(_, n)| **n > 0).map(|(status, n)| format!("{n} {}", word(status)));
    output::print(&format!("{} indicators: {}\n", found.len(), counts.collect::<Vec<_>>().join(", ")))
}

/// As JSON in both formats: the explanation is what a machine recomputes, and people can read it.
fn explain(
    state: &State,
    args: &StatusArgs,
    explained: &[(Standing, Explanation)],
) -> anyhow::Result<Outcome> {
    if args.format == TableOrJson::Table {
        let standings: Vec<Standing> = explained.iter().map(|(standing, _)| standing.clone()).collect();
        print(state, &standings)?;
    }
    output::json(&exported(explained.iter().map(|(standing, explanation)| (standing, explanation))))
        .context("an explanation cannot be written")?;
    Ok(Outcome::Done)
}
