use db::{Conn, Error, RowExt, query};

/// Attempts that failed within a minute, from one address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failures {
    pub account: String,
    /// `2026-11-27T15:04`.
    pub minute: String,
    pub address: String,
    pub attempts: i64,
}

pub(crate) async fn add(conn: &mut Conn, failures: &Failures) -> Result<(), Error> {
    query(
        "INSERT INTO accounts_failures (account, minute, address, attempts) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (account, minute, address) DO UPDATE SET attempts = accounts_failures.attempts + excluded.attempts",
    )
    .bind(failures.account.clone())
    .bind(failures.minute.clone())
    .bind(failures.address.clone())
    .bind(failures.attempts)
    .execute(&mut *conn)
    .await?;
    Ok(())
}

/// The last of an account, the newest first.
pub(crate) async fn of_account(
    conn: &mut Conn,
    account: &str,
    count_max: i64,
) -> Result<Vec<Failures>, Error> {
    let sql = "SELECT account, minute, address, attempts FROM accounts_failures WHERE account = $1 \
               ORDER BY minute DESC, address LIMIT $2";
    let rows = query(sql).bind(account.to_owned()).bind(count_max).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(Failures {
                account: row.text("account")?,
                minute: row.text("minute")?,
                address: row.text("address")?,
                attempts: row.int("attempts")?,
            })
        })
        .collect()
}
