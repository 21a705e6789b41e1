//! New content of a versioned table against what is known: what changed is closed and opened again,
//! what is the same is left alone.
use std::collections::BTreeMap;

use base::Seq;
use sqlx::{Column as _, Row as _, TypeInfo, ValueRef};

use crate::{Conn, Error, Row, Value, dynamic, insert_many};

/// A versioned table whose rows are told apart by their first columns.
#[derive(Clone, Copy, Debug)]
pub struct Versioned {
    pub table: &'static str,
    /// Without `rec_from` and `rec_to`; the key comes first.
    pub columns: &'static [&'static str],
    pub key_columns: usize,
}

/// How many rows a revision touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    pub added: usize,
    pub changed: usize,
    pub gone: usize,
    pub unchanged: usize,
}

impl Revision {
    pub const fn is_empty(&self) -> bool {
        self.added == 0 && self.changed == 0 && self.gone == 0
    }
}

/// What a known row that the new content does not mention means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Nothing: the content adds to what is known.
    Kept,
    /// It is no longer so: the content is the whole.
    Closed,
}

impl Versioned {
    /// Records `rows` under act `seq`. Of two rows with one key the later counts; callers refuse
    /// such input before.
    pub async fn revise(
        &self,
        conn: &mut Conn,
        seq: Seq,
        rows: impl IntoIterator<Item = Vec<Value>>,
        absent: Absent,
    ) -> Result<Revision, Error> {
        self.revise_among(conn, seq, None, rows, absent).await
    }

    /// As [`Versioned::revise`], of the rows whose first column is `part` alone: those of other parts are left as they are,
    /// and not read. Every new row has it.
    pub async fn revise_part(
        &self,
        conn: &mut Conn,
        seq: Seq,
        part: &str,
        rows: impl IntoIterator<Item = Vec<Value>>,
        absent: Absent,
    ) -> Result<Revision, Error> {
        self.revise_among(conn, seq, Some(part), rows, absent).await
    }

    async fn revise_among(
        &self,
        conn: &mut Conn,
        seq: Seq,
        part: Option<&str>,
        rows: impl IntoIterator<Item = Vec<Value>>,
        absent: Absent,
    ) -> Result<Revision, Error> {
        let mut known = self.known(conn, part).await?;
        let new: BTreeMap<Vec<Value>, Vec<Value>> =
            rows.into_iter().map(|row| (self.key(&row), row)).collect();
        let mut revision = Revision::default();
        let mut opened = Vec::new();
        for (key, row) in new {
            match known.remove(&key) {
                Some(before) if before == row => {
                    revision.unchanged += 1;
                    continue;
                }
                Some(_) => {
                    revision.changed += 1;
                    self.close(conn, seq, &key).await?;
                }
                None => revision.added += 1,
            }
            opened.push(row);
        }
        if absent == Absent::Closed {
            revision.gone = known.len();
            for key in known.keys() {
                self.close(conn, seq, key).await?;
            }
        }
        let columns: Vec<&'static str> = self.columns.iter().copied().chain(["rec_from"]).collect();
        let dated = opened.into_iter().map(|mut row| {
            row.push(seq.into());
            row
        });
        insert_many(conn, self.table, &columns, dated).await?;
        Ok(revision)
    }

    fn key(&self, row: &[Value]) -> Vec<Value> {
        row.iter().take(self.key_columns).cloned().collect()
    }

    async fn known(
        &self,
        conn: &mut Conn,
        part: Option<&str>,
    ) -> Result<BTreeMap<Vec<Value>, Vec<Value>>, Error> {
        let mut sql = format!("SELECT {} FROM {} WHERE rec_to = $1", self.columns.join(","), self.table);
        if let (Some(_), Some(first)) = (part, self.columns.first()) {
            sql = format!("{sql} AND {first} = $2");
        }
        let mut statement = dynamic(sql).bind(Seq::OPEN.0);
        if let Some(part) = part {
            statement = statement.bind(part.to_owned());
        }
        let rows = statement.fetch_all(&mut *conn).await?;
        let read = |row: &Row| -> Result<_, Error> {
            let row = values(row)?;
            Ok((self.key(&row), row))
        };
        rows.iter().map(read).collect()
    }

    async fn close(&self, conn: &mut Conn, seq: Seq, key: &[Value]) -> Result<(), Error> {
        let matches: Vec<String> = (3..)
            .zip(self.columns.iter().take(self.key_columns))
            .map(|(n, c)| format!("{c} = ${n}"))
            .collect();
        let sql =
            format!("UPDATE {} SET rec_to = $1 WHERE rec_to = $2 AND {}", self.table, matches.join(" AND "));
        let mut statement = dynamic(sql).bind(seq.0).bind(Seq::OPEN.0);
        for value in key {
            statement = match value.clone() {
                Value::Null => statement.bind(None::<String>),
                Value::Int(value) => statement.bind(value),
                Value::Text(value) => statement.bind(value),
                Value::Blob(value) => statement.bind(value),
            };
        }
        statement.execute(&mut *conn).await?;
        Ok(())
    }
}

fn values(row: &Row) -> Result<Vec<Value>, Error> {
    let value = |at: usize| -> Result<Value, Error> {
        let raw = row.try_get_raw(at)?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        let kind = raw.type_info().name().to_owned();
        Ok(match kind.as_str() {
            "TEXT" => Value::Text(row.try_get(at)?),
            "BLOB" => Value::Blob(row.try_get(at)?),
            _ => Value::Int(row.try_get(at)?),
        })
    };
    row.columns().iter().map(|column| value(column.ordinal())).collect()
}
