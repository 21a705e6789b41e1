//! The technical sheets of budget programmes.
use std::{num::NonZeroUsize, sync::Arc};

use base::Known;
use db::{Conn, memo};

use crate::domain::records::{Card, CardKey};
use crate::store;

/// Sheets with their keys.
pub type Sheets = Vec<(CardKey, Card)>;

/// Of a state, those of every programme are kept; there are about a hundred.
const PROGRAMMES_MAX: Option<NonZeroUsize> = NonZeroUsize::new(300);

/// Cards as known, of one programme or of all, by year and code.
pub async fn cards(conn: &mut Conn, known: Known, programme: Option<&str>) -> Result<Arc<Sheets>, db::Error> {
    let question = programme.unwrap_or_default();
    if let Some(found) = memo::recall(known, question) {
        return Ok(found);
    }
    let found: Sheets = store::cards::all(conn, known, programme).await?.into_iter().collect();
    Ok(memo::keep_of_many(PROGRAMMES_MAX, known, question, found))
}
