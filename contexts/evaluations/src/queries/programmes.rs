use base::Known;
use budget::queries::{ListedProgramme, listed_programmes};
use db::{Conn, Files};
use jiff::civil::Date;

use crate::Unread;

/// The budget programmes of a year: those that the pack's list holds on its last day.
///
/// # Errors
/// A list that cannot be read.
pub async fn programmes(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    year: i16,
) -> Result<Vec<ListedProgramme>, Unread> {
    let Ok(on) = Date::new(year, 12, 31) else { return Ok(Vec::new()) };
    Ok(listed_programmes(conn, files, (known, on)).await?)
}
