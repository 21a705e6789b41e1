//! What all tables of this room share: a key, a body, and the recorded time.
use std::collections::BTreeMap;

use base::{Known, Seq, codes::PlanCode};
use db::{Conn, Row, Value, dynamic, each_row, insert_many};

use crate::domain::plan::{Plan, Version};
use crate::domain::reference::PlanRef;

/// A kind of fact: how it is keyed, written and read.
pub trait Fact: Sized + PartialEq + Sync {
    const TABLE: &'static str;
    /// Columns of the key, then of the body.
    const COLUMNS: &'static [&'static str];
    /// How many of the columns are the key.
    const KEY_LEN: usize;
    type Key: Ord + Clone + Sync;

    fn key_values(plan: &PlanRef, key: &Self::Key) -> Vec<Value>;
    fn body_values(&self) -> Vec<Value>;
    fn read(row: &Row) -> Result<(Self::Key, Self), db::Error>;
}

/// Which facts are wanted.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    All,
    /// Of every version of a plan.
    Plan(&'a PlanCode),
    Version(&'a PlanRef),
}

/// Facts as known, in the order of their keys, each with its row's plan and version where it has one.
pub async fn rows<F: Fact>(
    conn: &mut Conn,
    known: Known,
    of: Of<'_>,
    read: impl FnMut(&Row) -> Result<(), db::Error>,
) -> Result<(), db::Error> {
    let columns = F::COLUMNS.join(", ");
    let mut sql = format!("SELECT {columns} FROM {} WHERE rec_from <= $1 AND $1 < rec_to", F::TABLE);
    let (plan, version) = match of {
        Of::All => (None, None),
        Of::Plan(plan) => (Some(plan), None),
        Of::Version(at) => (Some(&at.plan), Some(at.version.as_ref())),
    };
    let version = version.filter(|_| F::KEY_LEN > 1);
    if plan.is_some() {
        sql.push_str(" AND plan = $2");
    }
    if version.is_some() {
        sql.push_str(" AND version = $3");
    }
    let mut query = dynamic(sql).bind(known.seq());
    if let Some(plan) = plan {
        query = query.bind(plan.to_string());
    }
    if let Some(version) = version {
        query = query.bind(version.map(ToString::to_string).unwrap_or_default());
    }
    each_row(conn, query, read).await
}

/// Versions as known, each row with the columns of its plan; in one question, because most pages ask it.
pub async fn versions_with_plans(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Row>, db::Error> {
    let own = Version::COLUMNS.iter().map(|column| format!("v.{column} AS {column}"));
    // The code of the plan is among the columns of the version.
    let whole = Plan::COLUMNS.iter().skip(Plan::KEY_LEN).map(|column| format!("p.{column} AS {column}"));
    let columns: Vec<String> = own.chain(whole).collect();
    let mut sql = format!(
        "SELECT {} FROM {} v JOIN {} p ON p.plan = v.plan \
         WHERE v.rec_from <= $1 AND $1 < v.rec_to AND p.rec_from <= $1 AND $1 < p.rec_to",
        columns.join(", "),
        Version::TABLE,
        Plan::TABLE
    );
    let plan = match of {
        Of::All => None,
        Of::Plan(plan) => Some(plan),
        Of::Version(at) => Some(&at.plan),
    };
    if plan.is_some() {
        sql.push_str(" AND v.plan = $2");
    }
    let query = dynamic(sql).bind(known.seq());
    let query = plan.into_iter().fold(query, |query, plan| query.bind(plan.to_string()));
    Ok(query.fetch_all(&mut *conn).await?)
}

/// What writing changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Written {
    pub added: usize,
    pub changed: usize,
    pub closed: usize,
    pub unchanged: usize,
}

impl Written {
    pub const fn is_empty(self) -> bool {
        self.added + self.changed + self.closed == 0
    }
}

impl std::ops::AddAssign for Written {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.closed += other.closed;
        self.unchanged += other.unchanged;
    }
}

/// Makes the known facts of one version those of `new`: closes what changed or went, opens what changed
/// or came, leaves the rest untouched.
pub async fn replace<F: Fact>(
    conn: &mut Conn,
    seq: Seq,
    plan: &PlanRef,
    old: &BTreeMap<F::Key, F>,
    new: &BTreeMap<F::Key, F>,
) -> Result<Written, db::Error> {
    let mut written = Written::default();
    for (key, fact) in old {
        match new.get(key) {
            Some(same) if same == fact => written.unchanged += 1,
            Some(_) => {
                written.changed += 1;
                close::<F>(conn, seq, F::key_values(plan, key)).await?;
            }
            None => {
                written.closed += 1;
                close::<F>(conn, seq, F::key_values(plan, key)).await?;
            }
        }
    }
    let fresh = new.iter().filter(|(key, fact)| old.get(*key) != Some(fact));
    let mut columns: Vec<&'static str> = F::COLUMNS.to_vec();
    columns.push("rec_from");
    // Boxed, so that a page may do it too: what its closure borrows is of no one lifetime.
    let rows: Box<dyn Iterator<Item = Vec<Value>> + Send + '_> = Box::new(fresh.map(|(key, fact)| {
        let mut values = F::key_values(plan, key);
        values.extend(fact.body_values());
        values.push(seq.into());
        values
    }));
    let opened = insert_many(conn, F::TABLE, &columns, rows).await?;
    written.added = usize::try_from(opened).unwrap_or(usize::MAX) - written.changed;
    Ok(written)
}

async fn close<F: Fact>(conn: &mut Conn, seq: Seq, key: Vec<Value>) -> Result<(), db::Error> {
    let matches: Vec<String> = F::COLUMNS
        .iter()
        .take(F::KEY_LEN)
        .enumerate()
        .map(|(i, column)| format!("{column} = ${}", i + 3))
        .collect();
    let sql = format!("UPDATE {} SET rec_to = $1 WHERE rec_to = $2 AND {}", F::TABLE, matches.join(" AND "));
    let mut query = dynamic(sql).bind(seq.0).bind(Seq::OPEN.0);
    for value in key {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Int(int) => query.bind(int),
            Value::Blob(blob) => query.bind(blob),
            Value::Null => query.bind(None::<String>),
        };
    }
    query.execute(&mut *conn).await?;
    Ok(())
}

/// A value written as text, or nothing.
pub fn text<T: ToString>(value: Option<&T>) -> Value {
    value.map(ToString::to_string).into()
}

/// Columns `plan` and `version` of a row's key.
pub fn version_values(plan: &PlanRef) -> Vec<Value> {
    let version = plan.version.as_ref().map(ToString::to_string).unwrap_or_default();
    vec![plan.plan.to_string().into(), version.into()]
}

/// A list as one text.
pub fn joined<T: ToString>(items: &[T]) -> Value {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(";").into()
}

/// A stored list.
pub fn split<T: std::str::FromStr>(row: &Row, column: &str) -> Result<Vec<T>, db::Error> {
    let stored = db::RowExt::text(row, column)?;
    let parts = stored.split(';').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            part.parse().map_err(|_| db::Error::Corrupt {
                column: column.to_owned(),
                value: part.to_owned(),
                expected: std::any::type_name::<T>(),
            })
        })
        .collect()
}
