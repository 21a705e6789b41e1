use std::path::{Path, PathBuf};

use anyhow::bail;
use base::{Known, RowErrors};
use budget::actions::{
    AttributionFile, AttributionsImported, BudgetFile, Imported, Refusal, import_attributions, import_budget,
};
use directory::actions::{EntityFiles, load_entities};
use planning::{actions::import_plan, reading::Delivered};
use serde_json::Value;
use sheets::{Book, Sheet};

use super::{
    init::{files as files_of, known_pack, report},
    results,
};
use crate::{
    cli::{ImportArgs, Kind},
    outcome::{Outcome, Usage},
    output, progress,
    state::State,
};

/// One import: files of one kind from one source.
pub struct Step {
    pub kind: Kind,
    pub files: Vec<PathBuf>,
    pub source: String,
    pub partial: bool,
    pub reason: Option<String>,
}

pub async fn import(state: &State, args: &ImportArgs) -> anyhow::Result<Outcome> {
    let mut named = Vec::new();
    for path in &args.files {
        named.extend(named_by(path)?);
    }
    let step = Step {
        kind: args.kind,
        files: named,
        source: args.source.clone(),
        partial: args.partial,
        reason: args.reason.clone(),
    };
    if step.kind == Kind::Budget {
        return budget_files(state, &step).await;
    }
    files(state, &step).await
}

/// A file, or the files of a folder: a form of several tables is a folder of CSV files.
fn named_by(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let inside = files_of(path, "");
    if inside.is_empty() {
        bail!(Usage(format!("there is no file {}", path.display())));
    }
    Ok(inside)
}

/// Shows how it goes: budget files are long and have a bar each, the others a spinner together.
pub async fn files(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    if step.kind == Kind::Budget {
        return budget_files(state, step).await;
    }
    let bar = progress::spinner(format!("{:?} {}", step.kind, step.source));
    let outcome = tables(state, step).await;
    bar.finish_and_clear();
    outcome
}

async fn tables(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    match step.kind {
        Kind::Budget => budget_files(state, step).await,
        Kind::Entities => entities(state, step).await,
        Kind::Plan => plan(state, step).await,
        Kind::Indicators | Kind::Observations => results::results(state, step).await,
        Kind::Attributions => attributions(state, step).await,
    }
}

/// Each file is a delivery of its own: what one refuses does not hold up the next.
async fn budget_files(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    let catalogue = budget::Catalogue::of(&known_pack(state).await?)?;
    let mut clean = true;
    for path in &step.files {
        let bar = progress::of_file(path);
        let input = BudgetFile {
            path: path.clone(),
            name: String::new(),
            source: step.source.clone(),
            partial: step.partial,
            shrunk_reason: step.reason.clone(),
            watch: progress::watch(&bar),
        };
        let imported = import_budget(&state.ctx, state.columnar(), &catalogue, &input).await;
        bar.finish_and_clear();
        match imported {
            Err(fault @ (Refusal::Db(_) | Refusal::Journal(_))) => return Err(fault.into()),
            Err(refusal) => {
                eprintln!("quipu: {refusal}");
                clean = false;
            }
            Ok(Imported::AlreadyDelivered(number)) => {
                output::print(&format!("{}: already delivered, as delivery {number}\n", path.display()))?;
            }
            Ok(Imported::Delivered(receipt)) => {
                let delivery = &receipt.delivery;
                output::print(&format!(
                    "{}: delivery {}, {} rows of {} executing units, {} kinds of repairs, {} findings, {} rows refused\n",
                    path.display(),
                    delivery.delivery,
                    delivery.rows,
                    receipt.units,
                    receipt.repaired_rows.len(),
                    receipt.findings.len(),
                    delivery.refused
                ))?;
                clean &= refused(&receipt.refused)?;
            }
        }
    }
    Ok(Outcome::findings_unless(clean))
}

/// `entities.csv` and `executing_units.csv`, or two sheets of a workbook: told apart by their header.
async fn entities(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    let of_units = |sheet: &Sheet| {
        sheet.headers().is_ok_and(|headers| headers.iter().any(|h| base::text::fold(h) == "sec_ejec"))
    };
    let (units, bodies): (Vec<Sheet>, Vec<Sheet>) =
        Book::open(&step.files)?.sheets().iter().cloned().partition(of_units);
    let book = |sheets: Vec<Sheet>| (!sheets.is_empty()).then(|| Book::from(sheets));
    let files = EntityFiles { entities: book(bodies), units: book(units) };
    let today = state.today(&mut *state.ctx.db.read().await?).await?;
    let loaded = load_entities(&state.ctx, &files, step.partial, today).await?;
    report(&loaded)?;
    Ok(Outcome::findings_unless(refused(&loaded.refused)?))
}

/// Every file together: sheets of a workbook, or CSV files named as the sheets.
async fn plan(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    record_plan(state, step, planning::reading::read(&Book::open(&step.files)?)?).await
}

/// Plans, or cards and targets of plans already recorded.
pub async fn record_plan(state: &State, step: &Step, delivered: Delivered) -> anyhow::Result<Outcome> {
    let input = import_plan::Input { source: step.source.clone(), delivered, partial: step.partial };
    let done = import_plan::import_plan(&state.ctx, input).await?;
    let counts = serde_json::to_value(done.written)?;
    output::print(&format!("{}: {} plan version(s), {}\n", step.source, done.versions, in_words(&counts)))?;
    Ok(Outcome::findings_unless(refused(&done.refused)?))
}

/// Claims are judged against the plans as they stand today.
async fn attributions(state: &State, step: &Step) -> anyhow::Result<Outcome> {
    let mut read = state.ctx.db.read().await?;
    let today = state.today(&mut read).await?;
    let portfolio = planning::queries::portfolio(&mut read, Known::NOW, today).await?;
    drop(read);
    let input = AttributionFile {
        sheets: Book::open(&step.files)?.sheets().to_vec(),
        source: step.source.clone(),
        partial: step.partial,
    };
    let done = import_attributions(&state.ctx, &portfolio, &input).await?;
    let AttributionsImported { added, changed, withdrawn, unchanged, .. } = &done;
    output::print(&format!(
        "claims: {added} added, {changed} changed, {withdrawn} withdrawn, {unchanged} as before\n"
    ))?;
    for warning in &done.warnings.0 {
        output::print(&format!("  note: {warning}\n"))?;
    }
    Ok(Outcome::findings_unless(refused(&done.refused)?))
}

/// `{"elements": 3, "targets": 0}` as `elements 3`: what is none is not said.
fn in_words(counts: &Value) -> String {
    let some = |(name, count): (&String, &Value)| {
        count.as_u64().filter(|n| *n > 0).map(|n| format!("{} {n}", name.replace('_', " ")))
    };
    let words: Vec<String> = counts.as_object().into_iter().flatten().filter_map(some).collect();
    if words.is_empty() { "nothing new".to_owned() } else { words.join(", ") }
}

/// Lists refused rows; whether there are none.
pub fn refused(rows: &RowErrors) -> anyhow::Result<bool> {
    for row in &rows.0 {
        output::print(&format!("  {row}\n"))?;
    }
    Ok(rows.is_empty())
}
