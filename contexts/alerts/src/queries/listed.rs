//! What is recorded of alerts.
use base::Known;
use db::Conn;

use crate::{
    domain::{AlertCode, Said},
    store,
};

/// What was said of an alert, in order.
pub async fn answers(conn: &mut Conn, known: Known, code: &AlertCode) -> Result<Vec<Said>, db::Error> {
    Ok(store::answers::all(conn, known).await?.answers.get(code).cloned().unwrap_or_default())
}

/// Whether an alert was ever recorded as raised, by then.
pub async fn was_raised(conn: &mut Conn, known: Known, code: &AlertCode) -> Result<bool, db::Error> {
    store::raised::ever(conn, known, code).await
}
