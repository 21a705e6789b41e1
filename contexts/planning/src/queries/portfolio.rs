//! Every plan, joined.
use base::Known;
use db::Conn;
use jiff::civil::Date;

use crate::domain::portfolio::Portfolio;
use crate::store::content;

/// All plans as known, their trees joined as they stand on a day.
pub async fn portfolio(conn: &mut Conn, known: Known, on: Date) -> Result<Portfolio, db::Error> {
    Ok(Portfolio::new(content::all(conn, known).await?, on))
}
