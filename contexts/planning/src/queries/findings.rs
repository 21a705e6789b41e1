//! What is wrong with the plans of the state.
use base::Known;
use db::Conn;
use jiff::civil::Date;

use super::portfolio::portfolio;
use crate::domain::check::{EntityFacts, Finding, Judge, check};
use crate::reading::frame::Law;

/// Findings on a day, as known. `entities` are those of the directory that exist that day.
pub async fn findings(
    conn: &mut Conn,
    known: Known,
    on: Date,
    law: &Law,
    entities: &[EntityFacts],
) -> Result<Vec<Finding>, db::Error> {
    let all = portfolio(conn, known, on).await?;
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities };
    Ok(check(&all, &judge))
}
