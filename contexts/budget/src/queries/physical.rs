use std::sync::Arc;

use base::Known;
use db::{Conn, Files};
use serde::Serialize;

use super::cut::{CutRequest, cut};
use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{Dimension, Measure},
};

/// What a goal was to deliver and has delivered, beside its money, as the entity reported it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalProgress {
    pub year: String,
    pub sec_ejec: String,
    pub goal_sequence: String,
    pub purpose: String,
    pub unit: String,
    /// Quantities as decimal texts; empty where not reported.
    pub target_annual: String,
    pub target_semester: String,
    pub progress_annual: String,
    pub progress_semester: String,
    pub pim: Option<base::Money>,
    pub accrued: Option<base::Money>,
}

const BY: [Dimension; 9] = [
    Dimension::Year,
    Dimension::SecEjec,
    Dimension::GoalSequence,
    Dimension::Purpose,
    Dimension::TargetUnit,
    Dimension::TargetAnnual,
    Dimension::TargetSemester,
    Dimension::ProgressAnnual,
    Dimension::ProgressSemester,
];

/// Goals with a physical target. A quantity stands on every row of its goal: it is read once, never summed.
pub async fn physical(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    filters: &[(Dimension, String)],
    year: Option<i16>,
) -> Result<Vec<GoalProgress>, ColumnarError> {
    let measures = vec![Measure::Pim, Measure::Accrued];
    let request = CutRequest { by: BY.to_vec(), filters: filters.to_vec(), year, measures };
    let answer = Arc::unwrap_or_clone(cut(conn, files, columnar, known, &request).await?);
    let goals = answer.rows.into_iter().filter_map(|row| {
        let codes: [String; 9] = row.codes.try_into().ok()?;
        let [
            year,
            sec_ejec,
            goal_sequence,
            purpose,
            unit,
            target_annual,
            target_semester,
            progress_annual,
            progress_semester,
        ] = codes;
        let amount = |at: usize| row.amounts.get(at).copied().flatten();
        let (pim, accrued) = (amount(0), amount(1));
        (!unit.is_empty()).then_some(GoalProgress {
            year,
            sec_ejec,
            goal_sequence,
            purpose,
            unit,
            target_annual,
            target_semester,
            progress_annual,
            progress_semester,
            pim,
            accrued,
        })
    });
    Ok(goals.collect())
}
