//! Every plan, joined.
use base::Known;
use db::Conn;
use jiff::civil::Date;

use crate::domain::content::Content;
use crate::domain::portfolio::Portfolio;
use crate::store::content;

/// Every version of every plan, whole.
pub async fn contents(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    content::all(conn, known).await
}

/// All plans as known, their trees joined as they stand on a day.
pub async fn portfolio(conn: &mut Conn, known: Known, on: Date) -> Result<Portfolio, db::Error> {
    Ok(Portfolio::new(content::all(conn, known).await?, on))
}
