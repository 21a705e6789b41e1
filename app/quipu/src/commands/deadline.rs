use law::DeadlineError;
use procedures::queries::{Deadline, DeadlineRefused, DeadlineRequest, deadline};

use crate::{
    cli::{DeadlineArgs, Format},
    outcome::{Outcome, Usage},
    output,
    state::State,
};

const HEADERS: [&str; 8] = ["date", "step", "ordinal", "reason", "name_es", "name_en", "norm", "article"];

/// When a term of the law is due, with the arithmetic.
pub async fn due(state: &State, args: &DeadlineArgs) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let request =
        DeadlineRequest { rule: &args.rule, start: args.from, entity: args.entity.as_ref(), known_on };
    let found = match deadline(&mut read, &state.ctx.files, known, &request).await {
        Ok(found) => found,
        Err(refused @ (DeadlineRefused::UnknownEntity(_) | DeadlineRefused::Law(_))) => {
            return Err(Usage(refused_words(&refused)).into());
        }
        Err(refused) => return Err(refused.into()),
    };
    let rows = rows(&found);
    match args.format {
        Format::Json => output::json(&found.derivation)?,
        Format::Csv => {
            let mut csv = Vec::new();
            sheets::write_csv(&mut csv, &HEADERS.map(str::to_owned), &rows)?;
            output::print(&String::from_utf8(csv)?)?;
        }
        Format::Table => {
            let derivation = &found.derivation;
            output::print(&format!("due {}\n", derivation.due))?;
            if let Some(rule) = &derivation.rule {
                let source = format!("{} {}", rule.norm, rule.article);
                output::print(&format!("by {} ({}, {})\n", rule.id, source.trim(), rule.status.as_str()))?;
            }
            output::print(&format!("calendar {}\n", derivation.calendar_version))?;
            output::print(&output::table(&HEADERS, &rows, &[2]))?;
        }
    }
    Ok(Outcome::Done)
}

fn refused_words(refused: &DeadlineRefused) -> String {
    match refused {
        DeadlineRefused::Law(DeadlineError::NoAnswer(_)) => {
            format!("{refused}; see law/rules.csv of the pack, or another day")
        }
        other => other.to_string(),
    }
}

fn rows(found: &Deadline) -> Vec<Vec<String>> {
    let row = |row: &law::DerivationRow<'_>| {
        vec![
            row.date.to_string(),
            row.step.to_owned(),
            row.ordinal.map(|n| n.to_string()).unwrap_or_default(),
            row.reason.unwrap_or_default().to_owned(),
            row.name_es.to_owned(),
            row.name_en.to_owned(),
            row.norm.to_owned(),
            row.article.to_owned(),
        ]
    };
    found.derivation.rows().iter().map(row).collect()
}
