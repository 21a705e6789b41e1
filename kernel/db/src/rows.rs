//! Values in and out of rows, and many rows at once.
use base::Digest;
use futures::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Row as _, SqlSafeStr, any::Any, any::AnyArguments, query::Query};

use crate::{Error, engine::Engine, postgres};

pub type Conn = sqlx::AnyConnection;
pub type Row = sqlx::any::AnyRow;

/// A query known when the program was built.
pub fn query(sql: &'static str) -> Query<'static, Any, AnyArguments> {
    sqlx::query(sql)
}

/// A query put together from parts known when the program was built: never from input, which is bound.
pub fn dynamic(sql: String) -> Query<'static, Any, AnyArguments> {
    sqlx::query(AssertSqlSafe(sql).into_sql_str())
}

/// Each row in turn, none kept: of a large table the rows as the driver holds them weigh more than what is read from them.
pub async fn each_row(
    conn: &mut Conn,
    query: Query<'_, Any, AnyArguments>,
    mut read: impl FnMut(&Row) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut rows = query.fetch(&mut *conn);
    while let Some(row) = rows.try_next().await? {
        read(&row)?;
    }
    Ok(())
}

/// Values in one list at most; longer ones are asked in parts.
pub const LISTED_MAX: usize = 500;

/// Marks for `count` values in a list, the first of them `$first`: `$3,$4,$5`.
pub fn marks(first: usize, count: usize) -> String {
    (first..first + count).map(|mark| format!("${mark}")).collect::<Vec<_>>().join(",")
}

/// A column value to be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl Value {
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(value.into())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Blob(value)
    }
}

impl From<base::Seq> for Value {
    fn from(value: base::Seq) -> Self {
        Self::Int(value.0)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Placeholders per statement: below SQLite's bound of 32,766 and quick to prepare.
const BINDS_MAX: usize = 900;

/// Inserts all rows, as many per statement as placeholders allow. Every row has one value per column.
pub async fn insert_many(
    conn: &mut Conn,
    table: &'static str,
    columns: &[&'static str],
    rows: impl IntoIterator<Item = Vec<Value>>,
) -> Result<u64, Error> {
    let engine = Engine::of(conn);
    let rows_max = (BINDS_MAX / columns.len().max(1)).max(1);
    let mut absent = None;
    let mut inserted = 0;
    let mut rows = rows.into_iter();
    loop {
        let batch: Vec<Vec<Value>> = rows.by_ref().take(rows_max).collect();
        if batch.is_empty() {
            return Ok(inserted);
        }
        if let Some(column) = with_nul(columns, &batch) {
            return Err(Error::Nul { column });
        }
        if engine == Engine::Postgres && absent.is_none() && batch.iter().flatten().any(Value::is_null) {
            absent = Some(postgres::absent_values(conn, table).await?);
        }
        inserted += batch.len() as u64;
        let sql = match engine {
            Engine::Sqlite => insert_sql(table, columns, batch.len()),
            Engine::Postgres => postgres::insert_sql(table, columns, batch.len()),
        };
        let mut statement = dynamic(sql);
        for (column, value) in columns.iter().cycle().zip(batch.into_iter().flatten()) {
            let kind = absent.as_ref().and_then(|absent| absent.get(*column));
            statement = match (value, kind) {
                (Value::Null, Some(Value::Int(_))) => statement.bind(None::<i64>),
                (Value::Null, Some(Value::Blob(_))) => statement.bind(None::<Vec<u8>>),
                (Value::Null, _) => statement.bind(None::<String>),
                (Value::Int(value), _) => statement.bind(value),
                (Value::Text(value), _) => statement.bind(value),
                (Value::Blob(value), _) => statement.bind(value),
            };
        }
        statement.execute(&mut *conn).await?;
    }
}

/// The column of a text that no server keeps: refused by both, so that what one takes the other does.
fn with_nul(columns: &[&'static str], batch: &[Vec<Value>]) -> Option<&'static str> {
    let cells = batch.iter().flat_map(|row| columns.iter().zip(row));
    let holds_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    cells.into_iter().find(|(_, value)| holds_nul(value)).map(|(column, _)| *column)
}

/// Marks without numbers: for each value SQLite's driver looks up the name of its mark, of as many as there are.
fn insert_sql(table: &str, columns: &[&str], rows: usize) -> String {
    let row = format!("({})", vec!["?"; columns.len()].join(","));
    format!("INSERT INTO {table} ({}) VALUES {}", columns.join(","), vec![row.as_str(); rows].join(","))
}

/// Typed access by column name.
pub trait RowExt {
    fn int(&self, column: &str) -> Result<i64, Error>;
    fn opt_int(&self, column: &str) -> Result<Option<i64>, Error>;
    fn text(&self, column: &str) -> Result<String, Error>;
    fn opt_text(&self, column: &str) -> Result<Option<String>, Error>;
    fn blob(&self, column: &str) -> Result<Vec<u8>, Error>;
    fn flag(&self, column: &str) -> Result<bool, Error>;
    fn digest(&self, column: &str) -> Result<Digest, Error>;
    /// A text column that holds the written form of `T` (a date, a code, a decimal, a period…).
    fn parsed<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error>;
    fn opt_parsed<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, Error>;
}

impl RowExt for Row {
    fn int(&self, column: &str) -> Result<i64, Error> {
        Ok(self.try_get(column)?)
    }

    fn opt_int(&self, column: &str) -> Result<Option<i64>, Error> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: &str) -> Result<String, Error> {
        Ok(self.try_get(column)?)
    }

    fn opt_text(&self, column: &str) -> Result<Option<String>, Error> {
        Ok(self.try_get(column)?)
    }

    fn blob(&self, column: &str) -> Result<Vec<u8>, Error> {
        Ok(self.try_get(column)?)
    }

    fn flag(&self, column: &str) -> Result<bool, Error> {
        Ok(self.int(column)? != 0)
    }

    fn digest(&self, column: &str) -> Result<Digest, Error> {
        self.parsed(column)
    }

    fn parsed<T: std::str::FromStr>(&self, column: &str) -> Result<T, Error> {
        let value = self.text(column)?;
        value.parse().map_err(|_| corrupt::<T>(column, value))
    }

    fn opt_parsed<T: std::str::FromStr>(&self, column: &str) -> Result<Option<T>, Error> {
        let Some(value) = self.opt_text(column)? else { return Ok(None) };
        value.parse().map(Some).map_err(|_| corrupt::<T>(column, value))
    }
}

fn corrupt<T>(column: &str, value: String) -> Error {
    Error::Corrupt { column: column.to_owned(), value, expected: std::any::type_name::<T>() }
}

/// An instant as tables keep it: microseconds and `Z`, always of one length, so that the order of text is the order of time.
pub fn instant(at: jiff::Timestamp) -> String {
    format!("{at:.6}")
}

/// Rows of a versioned table as known; only those of one thing where `of` names its column and value. Names of tables, columns
/// and the order are of the program.
///
/// # Errors
/// A database that cannot be read.
pub async fn known_rows(
    conn: &mut Conn,
    known: base::Known,
    table: &'static str,
    of: Option<(&'static str, &str)>,
    order: &'static str,
) -> Result<Vec<Row>, Error> {
    let only = of.map(|(column, _)| format!(" AND {column} = $2")).unwrap_or_default();
    let sql = format!("SELECT * FROM {table} WHERE rec_from <= $1 AND $1 < rec_to{only} ORDER BY {order}");
    let mut statement = dynamic(sql).bind(known.seq());
    if let Some((_, value)) = of {
        statement = statement.bind(value.to_owned());
    }
    Ok(statement.fetch_all(&mut *conn).await?)
}
