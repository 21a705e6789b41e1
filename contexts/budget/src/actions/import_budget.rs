//! A budget file becomes a delivery: all of it or, said so, without its bad rows.
use std::{collections::BTreeMap, io, path::PathBuf};

use base::{Known, RowError, RowErrors};
use journal::Ctx;
use serde::Serialize;
use sheets::Watch;

use super::{
    ahead::BrokeDown,
    keep::{copy, syncing},
    read_file::{ReadError, Reading, read_file},
    roll_up::roll_up,
};
use crate::{
    catalogue::Catalogue,
    columnar::{Columnar, ColumnarError},
    domain::{DataFinding, Overflow, Shrunk, UnitTally, UnitYear, shrunk},
    store::{self, Stored, source::SourceError},
};

/// What a person hands in.
#[derive(Clone, Debug, Default)]
pub struct BudgetFile {
    pub path: PathBuf,
    /// The name by which a later file of the same name is known to replace it; that of the path if empty.
    pub name: String,
    /// Who delivered it.
    pub source: String,
    /// Take the good rows and record the others as refused.
    pub partial: bool,
    /// Why a file that holds less than the one it replaces is right.
    pub shrunk_reason: Option<String>,
    /// Who waits for it.
    pub watch: Watch,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Imported {
    /// These very bytes arrived before, as this delivery: nothing is recorded again.
    AlreadyDelivered(i64),
    Delivered(Box<Receipt>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    pub delivery: Stored,
    pub units: usize,
    /// Rows in which something was repaired, by rule.
    pub repaired_rows: BTreeMap<String, u64>,
    pub findings: Vec<DataFinding>,
    pub refused: RowErrors,
}

/// Why a file becomes no delivery.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error("{count} rows are refused; correct them, or import the others with --partial:\n{errors}")]
    Rows { count: u64, errors: RowErrors },
    #[error("{0}; the file is truncated or damaged, nothing is imported: fetch it again")]
    Truncated(RowError),
    #[error("{0}: no row to import")]
    Empty(String),
    #[error(
        "{file} holds less than delivery {before} which it would replace: rows {} → {}, accrued {} → {}, units gone: {}. \
         It may be truncated or rewritten and is not published; state a reason to accept it",
        shrunk.rows_before, shrunk.rows_after, shrunk.accrued_before, shrunk.accrued_after, shrunk.units_gone.len()
    )]
    Shrunk { file: String, before: i64, shrunk: Box<Shrunk> },
    #[error(transparent)]
    Overflow(#[from] Overflow),
    #[error(transparent)]
    BrokeDown(#[from] BrokeDown),
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Source(e) => Self::Source(e),
            ReadError::Columnar(e) => Self::Columnar(e),
            ReadError::Overflow(e) => Self::Overflow(e),
            ReadError::Broken(e) => Self::Truncated(e),
            ReadError::BrokeDown(e) => Self::BrokeDown(e),
        }
    }
}

/// Reads the file once, writes its rows as Parquet, then records the delivery in one act. The files are on
/// disk under their digests before the act begins, so that a delivery that is recorded can be read.
pub async fn import_budget(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    catalogue: &Catalogue,
    input: &BudgetFile,
) -> Result<Imported, Refusal> {
    let name = file_name(input);
    let source = ctx.files.draft()?;
    let digest = copy(&input.path, &source)?;
    let mut read = ctx.db.read().await?;
    if let Some(number) = store::delivery_of_digest(&mut read, &digest, 0).await? {
        return Ok(Imported::AlreadyDelivered(number));
    }
    let rows = ctx.files.draft()?;
    let read_it = || read_file(columnar, catalogue, source.path(), &name, rows.path(), input);
    let reading = syncing(&source, read_it)??;
    refuse(&reading, &name, input.partial)?;
    if let Some(number) = store::delivery_of_digest(&mut read, &digest, reading.refused_rows).await? {
        return Ok(Imported::AlreadyDelivered(number));
    }
    let units: BTreeMap<UnitYear, UnitTally> =
        reading.tally.units.iter().map(|(unit, tally)| (unit.clone(), *tally)).collect();
    let shrunk_reason = refuse_shrunk(&mut read, &name, input, &reading, &units).await?;
    drop(read);
    let findings = reading.tally.findings(&reading.layout.measures());
    let rollups = roll_up(&ctx.files, columnar, rows.path(), reading.tally.rows).await?;
    let (digest, parquet) = (ctx.files.adopt_as(source, digest)?, ctx.files.adopt(rows)?);

    let mut act = ctx.open("budget.import_budget").await?;
    if let Some(number) = store::delivery_of_digest(act.conn(), &digest, reading.refused_rows).await? {
        return Ok(Imported::AlreadyDelivered(number));
    }
    let years = || units.keys().map(|unit| unit.year);
    let seq = act.seq();
    let delivery = Stored {
        delivery: store::next_number(act.conn()).await?,
        file_name: name,
        source: input.source.clone(),
        layout: reading.layout.code.clone(),
        precedence: reading.layout.precedence,
        year_first: years().min().unwrap_or_default(),
        year_last: years().max().unwrap_or_default(),
        month_last: reading.tally.month_last,
        digest,
        parquet,
        rows: reading.tally.rows,
        refused: reading.refused_rows,
        shrunk_reason,
        rollups,
        seq: seq.0,
    };
    let reported = reading.layout.measures();
    store::insert(act.conn(), seq, &delivery, &reading.tally, &reported, &findings, &reading.refused.0)
        .await?;
    act.commit(&format!("delivery {}", delivery.delivery), &delivery).await?;
    let mut repaired_rows = BTreeMap::new();
    for (repair, rows) in &reading.tally.repairs {
        *repaired_rows.entry(repair.rule.clone()).or_default() += rows;
    }
    let refused = reading.refused;
    Ok(Imported::Delivered(Box::new(Receipt {
        delivery,
        units: units.len(),
        repaired_rows,
        findings,
        refused,
    })))
}

fn file_name(input: &BudgetFile) -> String {
    if input.name.is_empty() {
        let name = input.path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| input.path.display().to_string())
    } else {
        input.name.clone()
    }
}

fn refuse(reading: &Reading<'_>, name: &str, partial: bool) -> Result<(), Refusal> {
    if reading.refused_rows > 0 && !partial {
        return Err(Refusal::Rows { count: reading.refused_rows, errors: reading.refused.clone() });
    }
    if reading.tally.rows == 0 { Err(Refusal::Empty(name.to_owned())) } else { Ok(()) }
}

/// Compares with what the file would replace: for each unit, the last delivery of the same layout.
/// Returns the reason to record where there was one to give.
async fn refuse_shrunk(
    conn: &mut db::Conn,
    name: &str,
    input: &BudgetFile,
    reading: &Reading<'_>,
    units: &BTreeMap<UnitYear, UnitTally>,
) -> Result<Option<String>, Refusal> {
    let mut before = BTreeMap::new();
    let mut last = 0;
    let mut same_name = None;
    for delivery in store::deliveries(conn, Known::NOW).await? {
        if delivery.layout != reading.layout.code {
            continue;
        }
        let tallies = store::unit_tallies(conn, Known::NOW, delivery.delivery).await?;
        if delivery.file_name == name && tallies.keys().any(|unit| units.keys().any(|u| u.year == unit.year))
        {
            same_name = Some(tallies.clone());
        }
        for (unit, tally) in tallies {
            if units.contains_key(&unit) {
                before.insert(unit, tally);
                last = delivery.delivery;
            }
        }
    }
    let named = same_name.is_some();
    for (unit, tally) in same_name.unwrap_or_default() {
        before.entry(unit).or_insert(tally);
    }
    match (shrunk(&before, units, named), &input.shrunk_reason) {
        (None, _) => Ok(None),
        (Some(_), Some(reason)) => Ok(Some(reason.clone())),
        // Rows that this very import leaves out are not the source's loss.
        (Some(found), None) if reading.refused_rows > 0 && explained(&found, reading.refused_rows) => {
            Ok(None)
        }
        (Some(found), None) => {
            Err(Refusal::Shrunk { file: name.to_owned(), before: last, shrunk: Box::new(found) })
        }
    }
}

fn explained(shrunk: &Shrunk, refused_rows: u64) -> bool {
    shrunk.units_gone.is_empty() && shrunk.rows_before <= shrunk.rows_after + refused_rows
}
