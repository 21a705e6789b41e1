//! Reports at the terminal: what is owed, and the same content again from what was known.
use base::{Known, Period};
use jiff::tz::Offset;
use reports::{
    Country,
    domain::{Duty, Instance, State as Standing, Step},
    queries::{self, CalendarAsked, Checked},
    templates::{Asked, Frozen, made},
};
use serde_json::{Value as Json, json};

use crate::{
    cli::{ReportArgs, ReportCommand, ReportsArgs, TableOrJson},
    cli_results::CsvOrJson,
    contexts,
    outcome::{Outcome, Usage},
    output,
    state::State,
};

/// The calendar on a day; with `--due`, what is owed and not published.
pub async fn calendar(state: &State, args: &ReportsArgs) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let known = state.known(&mut read, args.known.as_deref()).await?;
    let known_on = state.day_of(&mut read, args.known.as_deref()).await?;
    let country = country(state, &mut read).await?;
    let asked = CalendarAsked { known, on: args.on.unwrap_or(known_on), known_on, country };
    let mut found = queries::calendar(&mut read, &state.ctx.files, asked, args.year).await?;
    if args.due {
        let is_owed = |state| {
            matches!(state, Standing::Due | Standing::Prepared | Standing::Signed | Standing::Overdue)
        };
        found.retain(|one| one.due.is_some() && is_owed(one.state));
        found.sort_by(|a, b| (a.due_on(), &a.duty.code).cmp(&(b.due_on(), &b.duty.code)));
    }
    if args.format == TableOrJson::Json {
        output::json(&json!({ "on": asked.on, "reports": found.iter().map(as_json).collect::<Vec<_>>() }))?;
        return Ok(Outcome::Done);
    }
    let (texts, lang) = (contexts::texts()?, state.lang());
    let word = |key: &str| texts.t(lang, key, &[]);
    let row = |one: &Instance| {
        vec![
            one.duty.code.clone(),
            one.period.to_string(),
            one.duty.entity.to_string(),
            one.due_on().map_or_else(String::new, |due| due.to_string()),
            word(&format!("reports-state-{}", one.state.as_str())),
            published(one).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = found.iter().map(row).collect();
    let heads =
        ["report", "period", "owes", "due", "state", "edition"].map(|key| word(&format!("reports-{key}")));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    output::print(&output::table(&heads, &rows, &[]))?;
    Ok(Outcome::Done)
}

fn published(one: &Instance) -> Option<String> {
    let last = one.editions.iter().rev().find(|edition| edition.taken(Step::Publish).is_some())?;
    Some(last.code.to_string())
}

fn as_json(one: &Instance) -> Json {
    json!({
        "duty": one.duty.code,
        "period": one.period.to_string(),
        "owes": one.duty.entity,
        "addressees": one.duty.addressees.iter().map(|to| to.as_str()).collect::<Vec<_>>(),
        "due": one.due_on(),
        "term": one.due.as_ref().map(|_| &one.duty.term),
        "state": one.state,
        "editions": one.editions.iter().map(|edition| edition.code.to_string()).collect::<Vec<_>>(),
        "published": published(one),
    })
}

async fn country(state: &State, read: &mut db::Conn) -> anyhow::Result<Country> {
    let minutes = state.pack(read, Known::NOW).await?.country()?.utc_offset_minutes;
    Ok(Country { offset: Offset::from_seconds(i32::from(minutes) * 60)? })
}

/// Makes a report again, or checks an edition.
pub async fn report(state: &State, args: &ReportArgs) -> anyhow::Result<Outcome> {
    if let Some(ReportCommand::Verify { edition }) = &args.command {
        return verify(state, edition).await;
    }
    let (code, period) =
        (args.duty.as_deref().unwrap_or_default(), args.period.as_deref().unwrap_or_default());
    let mut read = state.ctx.db.read().await?;
    let country = country(state, &mut read).await?;
    let known = match &args.known {
        Some(text) => state.known(&mut read, Some(text)).await?,
        None => Known(journal::last_shown(&mut read).await?),
    };
    let duty = queries::duty(&mut read, &state.ctx.files, known, code).await?;
    let duty = duty.ok_or_else(|| Usage(format!("no report is called {code:?}; see quipu reports")))?;
    let period = of_duty(&duty, period)?;
    let at = match &args.known {
        Some(text) => {
            let minutes = i16::try_from(country.offset.seconds() / 60)?;
            let at = crate::state::instant(text, minutes);
            at.ok_or_else(|| Usage(format!("--known {text:?} is neither a date nor an instant")))?
        }
        None => state.ctx.now,
    };
    if period.end() >= country.date(at) {
        anyhow::bail!("the period is not over by then: it ends on {}", period.end());
    }
    let frozen = Frozen { period, known, at, country };
    let mut asked = Asked { conn: &mut read, files: &state.ctx.files, columnar: state.columnar(), frozen };
    let made = made(&mut asked, duty.template).await?;
    match args.format {
        CsvOrJson::Json => output::print(&made.text)?,
        CsvOrJson::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["part", "table", "row", "column", "value"])?;
            for row in made.report.to_rows() {
                writer.write_record(&row)?;
            }
            output::print(&String::from_utf8(writer.into_inner()?)?)?;
        }
    }
    Ok(Outcome::Done)
}

fn of_duty(duty: &Duty, text: &str) -> Result<Period, Usage> {
    let period = text.parse().ok().filter(|period| duty.holds(*period));
    period.ok_or_else(|| {
        let often = duty.frequency.as_str();
        Usage(format!(
            "--period {text:?} is no period of {}, which is {often}: 2020-12, 2020-S1, 2020",
            duty.code
        ))
    })
}

async fn verify(state: &State, code: &str) -> anyhow::Result<Outcome> {
    let edition = code.parse().map_err(|error| Usage(format!("{error}")))?;
    let mut read = state.ctx.db.read().await?;
    let country = country(state, &mut read).await?;
    let found = queries::edition(&mut read, country, Known::NOW, &edition).await?;
    let Some((edition, _)) = found else { anyhow::bail!("there is no edition {code}; see quipu reports") };
    let checked =
        queries::checked(&mut read, &state.ctx.files, state.columnar(), (&edition, country)).await?;
    let known = edition.known.seq();
    match checked {
        Checked::Same => {
            output::print(&format!("{code}: the same, {} as known at entry {known}\n", edition.checksum))?;
            Ok(Outcome::Done)
        }
        Checked::Differs(digest) => {
            output::print(&format!(
                "{code}: DIFFERS, published {} and made again {digest}\n",
                edition.checksum
            ))?;
            Ok(Outcome::Findings)
        }
        Checked::Unknown => {
            anyhow::bail!(
                "{code} was made by {} {}, which this program lacks",
                edition.template,
                edition.version
            )
        }
    }
}
