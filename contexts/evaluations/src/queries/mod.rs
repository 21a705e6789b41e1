//! Questions about evaluations and what follows from them.
mod appraisals;
mod matrices;
mod notices;
mod owed;
mod programmes;
mod purse;
mod register;
mod share;

use base::Known;
use db::{Conn, Error};

use crate::{
    domain::{Evaluation, EvaluationCode, Request, RequestCode},
    store,
};

pub use crate::store::{
    commitments::{Document, Taken},
    evaluations::{Report, Response},
    origin,
};
pub use appraisals::{appraisal, appraisals, checklists, subject};
pub(crate) use matrices::case as case_of;
pub use matrices::{Laws, MatrixView, matrices, matrix};
pub use notices::{MatrixNotice, notices};
pub use owed::{Owed, owed};
pub use programmes::programmes;
pub use purse::{RequestView, ceilings, ceilings_of, decisions, purse, request, requests};
use register::with_steps;
pub use register::{audits, open_recommendations, recommendation, recommendations};
pub use share::{Share, share};

/// An evaluation of the register; none where there is none of that code.
pub async fn evaluation(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Option<Evaluation>, Error> {
    store::evaluations::one(conn, known, code).await
}

/// Every evaluation with its final report, where there is one; the agendas of later years first.
pub async fn evaluations(conn: &mut Conn, known: Known) -> Result<Vec<(Evaluation, Option<Report>)>, Error> {
    let mut reports: std::collections::BTreeMap<EvaluationCode, Report> =
        store::evaluations::reports(conn, known).await?.into_iter().collect();
    let all = store::evaluations::all(conn, known).await?;
    Ok(all
        .into_iter()
        .map(|one| (reports.remove(&one.code), one))
        .map(|(report, one)| (one, report))
        .collect())
}

/// A request of money; none where there is none of that code.
pub async fn request_head(
    conn: &mut Conn,
    known: Known,
    code: &RequestCode,
) -> Result<Option<Request>, Error> {
    store::requests::one(conn, known, code).await
}

/// What the management of the evaluated body said; none before it did.
///
/// # Errors
/// A database that cannot be read.
pub async fn response(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Option<Response>, Error> {
    store::evaluations::response_of(conn, known, code).await
}

/// The final report; none before it was delivered.
///
/// # Errors
/// A database that cannot be read.
pub async fn report(conn: &mut Conn, known: Known, code: &EvaluationCode) -> Result<Option<Report>, Error> {
    store::evaluations::report_of(conn, known, code).await
}

/// Progress that was reported of an evaluation's commitments, in order.
///
/// # Errors
/// A database that cannot be read.
pub async fn progress(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Vec<crate::domain::Progress>, Error> {
    store::commitments::progress_of(conn, known, code).await
}

/// What was done with the matrix of an evaluation, in order.
///
/// # Errors
/// A database that cannot be read.
pub async fn acts(conn: &mut Conn, known: Known, code: &EvaluationCode) -> Result<Vec<Taken>, Error> {
    store::commitments::acts(conn, known, code).await
}
