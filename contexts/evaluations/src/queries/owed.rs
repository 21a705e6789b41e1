use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use jiff::civil::Date;

use super::with_steps;
use crate::{
    domain::{
        Commitment, EvaluationCode, Recommendation,
        commitment::{State, state},
        recommendation::{Course, Step, course},
    },
    store,
};

/// What a body signed or was told, and did not finish.
#[derive(Clone, Debug, Default)]
pub struct Owed {
    /// Signed commitments that are not fulfilled, each with its evaluation and how it stands.
    pub commitments: Vec<(EvaluationCode, Commitment, State)>,
    /// Recommendations that nobody closed.
    pub recommendations: Vec<(Recommendation, Vec<Step>)>,
}

/// What a body owes on `on`.
///
/// # Errors
/// A database that cannot be read.
pub async fn owed(conn: &mut Conn, known: Known, on: Date, entity: &EntityCode) -> Result<Owed, Error> {
    let all = store::recommendations::of_body(conn, known, entity).await?;
    let mut recommendations = with_steps(conn, known, all).await?;
    recommendations.retain(|(_, steps)| course(steps) != Course::Closed);
    let own = store::evaluations::all(conn, known).await?;
    let own: Vec<_> = own.into_iter().filter(|one| one.entity == *entity).collect();
    if own.is_empty() {
        return Ok(Owed { commitments: Vec::new(), recommendations });
    }
    let mut lines = store::commitments::all_commitments(conn, known).await?;
    let progress = store::commitments::all_progress(conn, known).await?;
    let mut commitments = Vec::new();
    for of in own {
        let reported = progress.get(&of.code).map(Vec::as_slice).unwrap_or_default();
        for line in lines.remove(&of.code).unwrap_or_default() {
            let stands = state(&line, reported, on);
            if stands != State::Fulfilled {
                commitments.push((of.code.clone(), line, stands));
            }
        }
    }
    Ok(Owed { commitments, recommendations })
}
