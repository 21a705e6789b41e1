use anyhow::bail;
use budget::{
    domain::Cohort,
    queries::{self, CutRequest, PEERS_HEADERS, PeerMoney, Peers, Subject},
};
use serde_json::json;

use crate::{
    cli::{Format, PeersArgs},
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// Those of the columns that are numbers.
const NUMBERS: [usize; 5] = [2, 3, 4, 5, 6];

/// The money of a body or a place beside that of its peers.
pub async fn peers(state: &State, args: &PeersArgs) -> anyhow::Result<Outcome> {
    let usage = |error: &dyn std::fmt::Display| Usage(error.to_string());
    let mut request = CutRequest::parse(&[], &args.filters, args.year, &[]).map_err(|error| usage(&error))?;
    request.filters = request.filters.into_iter().map(|(d, code)| (d, d.written(&code))).collect();
    let Some(subject) = Subject::of(&request.filters) else {
        bail!(Usage(
            "a comparison is of one body, executing unit or place: name exactly one, \
             such as --where entity=R:99-461 or --where department=24"
                .to_owned()
        ));
    };
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let years = queries::fiscal_years(&mut read, known).await?;
    request.year = request.year.or_else(|| queries::usual_year(&years));
    let at = (known, web::judged_on(request.year, known_on));
    let (files, cohort) = (&state.ctx.files, args.cohort.as_deref());
    let found = queries::peers(&mut read, files, state.columnar(), at, &request, &subject, cohort).await?;
    let rows = args.sort.sorted(&found.rows).into_iter().map(PeerMoney::cells).collect::<Vec<_>>();
    match args.format {
        Format::Csv => output::print(&String::from_utf8(queries::peers_csv(&rows)?)?)?,
        Format::Json => output::json(&whole(&request, &found, &rows))?,
        Format::Table => {
            output::print(&format!("{}\n", said(state, &request, &found)?))?;
            output::print(&output::table(&PEERS_HEADERS, &with_median(&found, rows), &NUMBERS))?;
        }
    }
    Ok(Outcome::Done)
}

fn with_median(found: &Peers, mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut last = found.medians.as_row().cells();
    for flag in last.iter_mut().skip(PEERS_HEADERS.len() - 2) {
        flag.clear();
    }
    if let Some(first) = last.first_mut() {
        "MEDIAN".clone_into(first);
    }
    rows.push(last);
    rows
}

fn whole(request: &CutRequest, found: &Peers, rows: &[Vec<String>]) -> serde_json::Value {
    let object = |row: &Vec<String>, names: &[&str]| -> serde_json::Value {
        let cells = PEERS_HEADERS.iter().zip(row).filter(|(name, _)| names.contains(*name));
        let value = |text: &String| match text.as_str() {
            "true" | "false" => json!(text == "true"),
            "" => serde_json::Value::Null,
            _ => json!(text),
        };
        cells.map(|(name, text)| ((*name).to_owned(), value(text))).collect::<serde_json::Map<_, _>>().into()
    };
    let Cohort { code, name, name_en, source, source_en, valid_from, valid_to, .. } = &found.cohort;
    json!({
        "year": request.year,
        "asked": found.asked.code,
        "cohort": { "code": code, "name": name, "name_en": name_en, "source": source, "source_en": source_en,
                    "valid_from": valid_from, "valid_to": valid_to },
        "cohorts": found.choices.iter().map(|cohort| &cohort.code).collect::<Vec<_>>(),
        "peers": rows.iter().map(|row| object(row, &PEERS_HEADERS)).collect::<Vec<_>>(),
        "medians": object(&found.medians.as_row().cells(), &["pim", "accrued", "accrued_percent", "pim_per_head"]),
        "population_source": found.source,
    })
}

/// Who is compared, by what rule, and how many have told of their money: as the page says it.
fn said(state: &State, request: &CutRequest, found: &Peers) -> anyhow::Result<String> {
    let (texts, lang) = (contexts::texts()?, state.lang());
    let Cohort { name, name_en, source, source_en, .. } = &found.cohort;
    let (name, source) = match lang {
        web::Lang::Es => (name, source),
        web::Lang::En => (name_en, source_en.as_ref().unwrap_or(source)),
    };
    let day = |date| web::figures::date(&texts, lang, date).into();
    let mut why = vec![("source", source.into()), ("from", day(found.cohort.valid_from))];
    why.extend(found.cohort.valid_to.map(|to| ("to", day(to))));
    let key = if why.len() > 2 { "budget-peers-why-until" } else { "budget-peers-why" };
    let year = request.year.map(|year| year.to_string()).unwrap_or_default();
    let told = found.rows.iter().filter(|row| row.is_told).count();
    let lines = [
        texts.t(lang, "budget-peers-heading", &[("name", found.asked.name.as_str().into())]),
        texts.t(lang, "budget-peers-rule", &[("cohort", name.into()), ("n", found.rows.len().into())]),
        texts.t(lang, key, &why),
        texts.t(lang, "budget-peers-told", &[("told", told.into()), ("year", year.into())]),
    ];
    Ok(lines.join("\n"))
}
