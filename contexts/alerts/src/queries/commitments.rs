//! Alerts about what was promised after an evaluation.
use base::Known;
use db::{Conn, Files};
use evaluations::{
    Country,
    domain::{
        Matrix,
        commitment::{State, state},
    },
};
use jiff::{ToSpan, civil::Date};

use super::{AlertsError, Asked};
use crate::domain::{Alert, Cause, Sign, Trigger, Why};

/// One for each matrix that was to be signed and is not, and for each commitment past its deadline.
pub(super) async fn overdue(conn: &mut Conn, files: &Files, asked: Asked) -> Result<Vec<Alert>, AlertsError> {
    let country = Country { offset: asked.offset };
    // A term ends with its day.
    let Ok(now) = asked.offset.to_timestamp(asked.on.at(23, 59, 59, 0)) else { return Ok(Vec::new()) };
    let known: Known = asked.known;
    let all = evaluations::queries::matrices(conn, files, country, (known, now)).await?;
    let mut found = Vec::new();
    for matrix in &all {
        let title = evaluations::queries::evaluation(conn, known, &matrix.evaluation).await?;
        let name = title.map_or_else(
            || (matrix.evaluation.to_string(), None),
            |evaluation| (evaluation.title, evaluation.title_en),
        );
        let signs = unsigned(matrix, asked.on).into_iter().chain(unfulfilled(matrix, asked.on));
        let about = |(cause, why, since): (Cause, Why, Date)| {
            let sign = Sign { trigger: Trigger::CommitmentOverdue, why };
            let mut alert = Alert::of(cause, vec![sign], since)?;
            alert.entity = Some(matrix.entity.clone());
            alert.name = name.clone();
            Some(alert)
        };
        found.extend(signs.filter_map(about));
    }
    Ok(found)
}

fn unsigned(matrix: &Matrix, on: Date) -> Option<(Cause, Why, Date)> {
    let due_on = matrix.due.filter(|due| !matrix.is_signed && *due < on)?;
    let cause = Cause::Matrix { evaluation: matrix.evaluation.to_string() };
    Some((cause, Why::Unsigned { due_on }, day_after(due_on)))
}

fn unfulfilled(matrix: &Matrix, on: Date) -> impl Iterator<Item = (Cause, Why, Date)> {
    let late =
        matrix.commitments.iter().filter(move |one| state(one, &matrix.progress, on) == State::Overdue);
    late.map(|one| {
        let (evaluation, commitment) = (matrix.evaluation.to_string(), one.code.clone());
        let why = Why::Unfulfilled { action: one.action.clone(), deadline: one.deadline };
        (Cause::Commitment { evaluation, commitment }, why, day_after(one.deadline))
    })
}

/// What is due on a day is late from the next.
fn day_after(day: Date) -> Date {
    day.saturating_add(1.day())
}
