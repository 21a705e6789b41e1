use std::sync::Arc;

use base::Known;
use db::{Conn, Files, memo};
use pack::Pack;
use workflow::Procedures;

/// Every version of every procedure of the pack as known, read once of a state. None before a pack was recorded.
pub async fn procedures(
    conn: &mut Conn,
    files: &Files,
    known: Known,
) -> Result<Arc<Procedures>, pack::Error> {
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    let found = match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => Procedures::default(),
        pack => pack?.procedures()?,
    };
    Ok(memo::keep(known, "", found))
}

/// The files of the pack that declare procedures: a later version of one stands in a file of its own.
pub async fn procedure_files(
    conn: &mut Conn,
    files: &Files,
    known: Known,
) -> Result<Vec<String>, pack::Error> {
    match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => Ok(Vec::new()),
        pack => Ok(pack?.below("procedures").map(|(path, _)| path.to_owned()).collect()),
    }
}
