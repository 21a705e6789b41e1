//! Questions about studies and proposals.
mod world;

use base::Known;
use db::{Conn, Error};
use planning::domain::reference::ElementRef;

use crate::{
    domain::{Content, Study},
    store::{self, office},
};

pub use crate::store::{
    origin,
    proposals::{Answered, Received, Waiting},
    published::{Announced, FormerChoice, Origin},
};
pub use world::{Objectives, objectives, world};

/// A study of the office; none where there is none of that code.
pub async fn study(conn: &mut Conn, code: &str) -> Result<Option<Study>, Error> {
    office::one(conn, code).await
}

/// Every study of the office, by code.
pub async fn studies(conn: &mut Conn) -> Result<Vec<Study>, Error> {
    office::all(conn).await
}

/// What a study holds in the office.
pub async fn draft(conn: &mut Conn, code: &str) -> Result<Content, Error> {
    office::content(conn, code).await
}

/// A study as the public knows it.
pub async fn announced(conn: &mut Conn, known: Known, code: &str) -> Result<Option<Announced>, Error> {
    store::published::one(conn, known, code).await
}

/// Every study that was announced, by code.
pub async fn all_announced(conn: &mut Conn, known: Known) -> Result<Vec<Announced>, Error> {
    store::published::all(conn, known).await
}

/// What is published of a study.
pub async fn published(conn: &mut Conn, known: Known, code: &str) -> Result<Content, Error> {
    store::published::content(conn, known, code).await
}

/// Central scenarios of a study that were chosen before.
pub async fn former_choices(conn: &mut Conn, known: Known, code: &str) -> Result<Vec<FormerChoice>, Error> {
    store::published::former_choices(conn, known, code).await
}

/// Published scenarios from which an objective comes: tied to this version of its plan, or to whichever is in force.
pub async fn origins_of(conn: &mut Conn, known: Known, objective: &ElementRef) -> Result<Vec<Origin>, Error> {
    let (bare, versioned) = (format!("{}/{}", objective.plan.plan, objective.code), objective.to_string());
    store::published::origins_of(conn, known, (&bare, &versioned)).await
}

/// Proposals for a study that wait for an answer, the oldest first.
pub async fn waiting(conn: &mut Conn, study: &str) -> Result<Vec<Waiting>, Error> {
    store::proposals::waiting(conn, study).await
}

/// Answered proposals for a study, the last answered first.
pub async fn answers(conn: &mut Conn, known: Known, study: &str) -> Result<Vec<Answered>, Error> {
    store::proposals::answers(conn, known, study).await
}

/// What was answered to a proposal.
pub async fn answer(conn: &mut Conn, known: Known, code: &str) -> Result<Option<Answered>, Error> {
    store::proposals::answer_of(conn, known, code).await
}

/// A proposal that came in, whether answered or not; without its words.
pub async fn received(conn: &mut Conn, code: &str) -> Result<Option<Received>, Error> {
    Ok(store::proposals::one(conn, code).await?.map(|found| found.received))
}
