use base::{Known, codes::EntityCode};
use db::{Conn, Error};

use crate::{
    domain::{
        Audit, Recommendation, RecommendationCode,
        recommendation::{Course, Step, course},
    },
    store,
};

/// A recommendation with its steps; none where there is none of that code.
///
/// # Errors
/// A database that cannot be read.
pub async fn recommendation(
    conn: &mut Conn,
    known: Known,
    code: &RecommendationCode,
) -> Result<Option<(Recommendation, Vec<Step>)>, Error> {
    let Some(found) = store::recommendations::one(conn, known, code).await? else { return Ok(None) };
    Ok(Some((found, store::recommendations::steps(conn, known, code).await?)))
}

/// Every recommendation with its steps, the newest first.
///
/// # Errors
/// A database that cannot be read.
pub async fn recommendations(
    conn: &mut Conn,
    known: Known,
) -> Result<Vec<(Recommendation, Vec<Step>)>, Error> {
    let all = store::recommendations::all(conn, known).await?;
    with_steps(conn, known, all).await
}

/// Those addressed to a body that nobody closed, of the programme or of none, the newest first.
///
/// # Errors
/// A database that cannot be read.
pub async fn open_recommendations(
    conn: &mut Conn,
    known: Known,
    (entity, programme): (&EntityCode, &str),
) -> Result<Vec<(Recommendation, Vec<Step>)>, Error> {
    let all = store::recommendations::of_body(conn, known, entity).await?;
    let mut all = with_steps(conn, known, all).await?;
    all.retain(|(one, steps)| {
        one.programme.as_deref().is_none_or(|own| own == programme) && course(steps) != Course::Closed
    });
    Ok(all)
}

pub(super) async fn with_steps(
    conn: &mut Conn,
    known: Known,
    all: Vec<Recommendation>,
) -> Result<Vec<(Recommendation, Vec<Step>)>, Error> {
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let mut steps = store::recommendations::all_steps(conn, known).await?;
    let with = |one: Recommendation| {
        let own = steps.remove(&one.code).unwrap_or_default();
        (one, own)
    };
    Ok(all.into_iter().map(with).collect())
}

/// The calendar of audits, the first to begin first.
///
/// # Errors
/// A database that cannot be read.
pub async fn audits(conn: &mut Conn, known: Known) -> Result<Vec<Audit>, Error> {
    store::recommendations::audits(conn, known).await
}
