//! What posts are to be told of decisions.
use base::{Known, codes::EntityCode};
use db::Conn;
use jiff::{civil::Date, tz::Offset};

use super::{DecisionView, decisions};
use crate::domain::{Course, DecisionCode};

/// A decision whose owner is told: when it was signed, and when its day passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionNotice {
    pub code: DecisionCode,
    pub entity: EntityCode,
    pub role: &'static str,
    pub text: String,
    pub due_on: Date,
    pub is_overdue: bool,
    /// How many steps were taken before: who reopens a decision tells its owner again.
    pub steps: usize,
}

/// Of every decision that waits for its owner.
///
/// # Errors
/// A database that cannot be read.
pub async fn notices(
    conn: &mut Conn,
    known: Known,
    on: Date,
    offset: Offset,
) -> Result<Vec<DecisionNotice>, db::Error> {
    let all = decisions(conn, known, on, offset).await?;
    let waits = all.into_iter().filter(|view| view.course == Course::Open);
    Ok(waits
        .map(|DecisionView { decision, is_overdue, steps, .. }| DecisionNotice {
            steps: steps.len(),
            code: decision.code,
            entity: decision.owner.entity,
            role: decision.owner.role,
            text: decision.text,
            due_on: decision.due_on,
            is_overdue,
        })
        .collect())
}
