//! One file per question.
mod board;
mod owed;
mod programme;
mod year;

use base::Known;
use db::{Conn, Error};

pub use crate::store::{Of, origin};
use crate::{
    domain::{Goal, GoalRef, Transfer},
    store,
};
pub use board::{Line, board, offer};
pub use owed::{Owed, Waiting, owed, waiting};
pub use programme::{Programme, Unread, programme};
pub use year::{Money, YearView, money_of, year};

/// The version of a goal that stands.
///
/// # Errors
/// A database that cannot be read.
pub async fn goal(conn: &mut Conn, known: Known, at: &GoalRef) -> Result<Option<Goal>, Error> {
    store::goals::one(conn, known, at).await
}

/// Every goal as it stands, later years first.
///
/// # Errors
/// A database that cannot be read.
pub async fn goals(conn: &mut Conn, known: Known) -> Result<Vec<Goal>, Error> {
    store::goals::all(conn, known).await
}

/// Every version of a goal, the last first.
///
/// # Errors
/// A database that cannot be read.
pub async fn versions(conn: &mut Conn, known: Known, at: &GoalRef) -> Result<Vec<Goal>, Error> {
    store::goals::versions(conn, known, at).await
}

/// Years that have goals, the last first.
///
/// # Errors
/// A database that cannot be read.
pub async fn years(conn: &mut Conn, known: Known) -> Result<Vec<i16>, Error> {
    store::goals::years(conn, known).await
}

/// Transfers that were approved.
///
/// # Errors
/// A database that cannot be read.
pub async fn transfers(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Transfer>, Error> {
    store::transfers::of(conn, known, of).await
}
