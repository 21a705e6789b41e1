//! Every plan, joined.
use std::sync::Arc;

use base::Known;
use db::{Conn, memo};
use jiff::civil::Date;

use crate::domain::content::Content;
use crate::domain::portfolio::Portfolio;
use crate::store::{TABLES, content};

/// Every version of every plan, whole.
pub async fn contents(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    content::all(conn, known).await
}

/// All plans as known, their trees joined as they stand on a day.
pub async fn portfolio(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Portfolio>, db::Error> {
    let question = on.to_string();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let made = Portfolio::new(content::all(conn, known).await?, on);
    Ok(memo::keep(known, &question, made))
}
