//! Budget programmes whose design a post may describe, and what is said of one.
use base::Known;
use budget::queries::{ListError, ListedProduct, ListedProgramme, listed_products, listed_programmes};
use db::{Conn, Files};
use directory::queries::entities_of;
use jiff::civil::Date;

use crate::actions::describe_programme::leads;
use crate::domain::design::Statement;
use crate::store;

/// The programmes on the list of a day: those that the body leads, or all where no body is named.
///
/// # Errors
/// A list that cannot be read.
pub async fn describable(
    conn: &mut Conn,
    files: &Files,
    at: (Known, Date),
    body: Option<&str>,
) -> Result<Vec<ListedProgramme>, ListError> {
    let mut all = listed_programmes(conn, files, at).await?;
    if let Some(code) = body {
        let body = entities_of(conn, at.0, at.1, &[code]).await.map_err(pack::Error::from)?;
        all.retain(|programme| body.iter().any(|body| leads(body, programme)));
    }
    Ok(all)
}

/// What is said of a programme's design, and the products that something can be said of.
///
/// # Errors
/// A list that cannot be read.
pub async fn design(
    conn: &mut Conn,
    files: &Files,
    at: (Known, Date),
    programme: &str,
) -> Result<(Vec<Statement>, Vec<ListedProduct>), ListError> {
    let said = store::designs::of_programme(conn, at.0, programme).await.map_err(pack::Error::from)?;
    Ok((said, listed_products(conn, files, at, programme).await?))
}
