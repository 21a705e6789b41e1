//! What a person can do with goals, evidence and transfers, one file each.
mod approve_transfers;
mod file_evidence;
mod object;
mod publish_goal;
mod verify;

use base::{Known, codes::EntityCode};
use db::Conn;

pub use approve_transfers::{NewTransfers, approve_transfers};
pub use file_evidence::file_evidence;
pub use object::object;
pub use publish_goal::publish_goal;
pub use verify::{Found, verify};

use crate::{
    domain::{EvidenceFault, GoalFault, OfferRef, TransferFault, VerdictFault},
    queries::{self, Line},
};

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such goal, or it is not set for that municipality")]
    NoGoal,
    #[error(transparent)]
    Goal(#[from] GoalFault),
    #[error("there is a goal {0} already; publish another version of it")]
    Taken(String),
    #[error("the programme has no objective {0} on that day")]
    NoObjective(String),
    #[error("there is no class of municipalities {0}")]
    NoClass(String),
    #[error("there is no municipality {0}; write its code, as M:010101-300001")]
    NoMunicipality(String),
    #[error(
        "the register holds no body {0} that could verify, or it is one of the municipalities of the goal"
    )]
    NoVerifier(String),
    #[error("a change has a norm of its own")]
    SameNorm,
    #[error("a municipality was told whether it fulfilled the goal: it changes no more")]
    Judged,
    #[error("{0} filed evidence for the goal, which stays set for it")]
    Left(String),
    #[error("a municipality files and objects itself")]
    AnotherBody,
    #[error("the body that the goal names verifies")]
    NotVerifier,
    #[error(transparent)]
    Evidence(#[from] EvidenceFault),
    #[error(transparent)]
    Verdict(#[from] VerdictFault),
    #[error(transparent)]
    Transfer(#[from] TransferFault),
    #[error(transparent)]
    Unread(#[from] queries::Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// Post and body of whoever acts.
#[derive(Clone, Copy, Debug)]
pub struct By<'a> {
    pub post: &'a str,
    pub entity: &'a EntityCode,
}

async fn line(conn: &mut Conn, at: &OfferRef) -> Result<Line, Refusal> {
    queries::offer(conn, Known::NOW, at).await?.ok_or(Refusal::NoGoal)
}
