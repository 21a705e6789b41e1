//! The sums of a delivery, made before it is recorded.
use std::path::{Path, PathBuf};

use db::{Draft, Files};

use super::import_budget::Refusal;
use crate::{
    columnar::Columnar,
    domain::{ROLLUPS, RollupPlan},
    store::StoredRollup,
};

/// A file of fewer rows is quick to read itself.
const ROWS_MIN: u64 = 20_000;
/// Sums of more than this part of a file's rows would hardly be quicker to read than the rows.
const PART_MAX: u64 = 2;

/// Makes every rollup of a file of stored rows. `records`: of its source, at most as many as its rows.
pub(super) async fn roll_up(
    files: &Files,
    columnar: &dyn Columnar,
    rows: &Path,
    records: u64,
) -> Result<Vec<StoredRollup>, Refusal> {
    if records < ROWS_MIN {
        return Ok(Vec::new());
    }
    let mut made: Vec<(&RollupPlan, Draft, u64)> = Vec::new();
    for plan in ROLLUPS {
        let from = source(&made, plan, rows);
        let draft = files.draft()?;
        let counted = columnar.roll_up(&from, &plan.by(), draft.path(), records / PART_MAX).await?;
        made.extend(counted.map(|count| (plan, draft, count)));
    }
    made.into_iter()
        .map(|(plan, draft, rows)| {
            let dimensions = plan.by().into_iter().collect();
            Ok(StoredRollup { name: plan.name.to_owned(), dimensions, parquet: files.adopt(draft)?, rows })
        })
        .collect()
}

/// The rows of the plan that this one is made of; where that was not worth keeping, the stored rows.
fn source(made: &[(&RollupPlan, Draft, u64)], plan: &RollupPlan, rows: &Path) -> PathBuf {
    let of = made.iter().find(|(other, ..)| Some(other.name) == plan.made_of);
    of.map_or(rows, |(_, draft, _)| draft.path()).to_owned()
}
