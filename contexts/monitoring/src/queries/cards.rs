//! The technical sheets of budget programmes.
use base::Known;
use db::Conn;

use crate::domain::records::{Card, CardKey};
use crate::store;

/// Cards as known, of one programme or of all, by year and code.
pub async fn cards(
    conn: &mut Conn,
    known: Known,
    programme: Option<&str>,
) -> Result<Vec<(CardKey, Card)>, db::Error> {
    Ok(store::cards::all(conn, known, programme).await?.into_iter().collect())
}
