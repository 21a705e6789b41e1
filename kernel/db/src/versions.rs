//! Versioned tables: those with `rec_from` and `rec_to`, the journal sequence numbers between which
//! a version was the known one.
use std::collections::{BTreeMap, BTreeSet};

use base::{Digest, Known, Seq};
use futures::TryStreamExt;
use sqlx::{Column, Row as _, TypeInfo, ValueRef};

use crate::{Conn, Error, Row, RowExt, dynamic, engine::Engine, query};

/// `rec_to` of a version that stands.
const OPEN: i64 = i64::MAX;

/// A versioned table and its columns but `rec_to`, sorted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    columns: Vec<String>,
}

/// Every table of the database with its columns, versioned or not.
pub async fn columns(conn: &mut Conn) -> Result<BTreeMap<String, BTreeSet<String>>, Error> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in query(Engine::of(conn).columns()).fetch_all(&mut *conn).await? {
        tables.entry(row.text("name")?).or_default().insert(row.text("part")?);
    }
    Ok(tables)
}

/// Every versioned table of the database.
pub async fn tables(conn: &mut Conn) -> Result<Vec<Table>, Error> {
    let is_versioned =
        |columns: &BTreeSet<String>| columns.contains("rec_from") && columns.contains("rec_to");
    let all = columns(conn).await?.into_iter().filter(|(_, columns)| is_versioned(columns));
    let table = |(name, columns): (String, BTreeSet<String>)| {
        let columns = columns.into_iter().filter(|column| column != "rec_to").collect();
        Table { name, columns }
    };
    Ok(all.map(table).collect())
}

/// So that finding what one act wrote costs what it wrote. The second index holds closed versions alone.
pub(crate) async fn index(conn: &mut Conn) -> Result<(), Error> {
    let there = query(Engine::of(conn).indexes()).fetch_all(&mut *conn).await?;
    let there: BTreeSet<String> = there.iter().map(|row| row.text("name")).collect::<Result<_, _>>()?;
    for Table { name, .. } in tables(conn).await? {
        let wanted = [
            (format!("{name}_rec_from"), format!("{name} (rec_from)")),
            (format!("{name}_rec_to"), format!("{name} (rec_to) WHERE rec_to < {OPEN}")),
        ];
        // Those that are there are left alone: a server would wait for the writer to be done before it says so.
        for (index, on) in wanted.iter().filter(|(index, _)| !there.contains(index)) {
            dynamic(format!("CREATE INDEX IF NOT EXISTS {index} ON {on}")).execute(&mut *conn).await?;
        }
    }
    Ok(())
}

/// Digests of the rows that act `seq` opened.
pub async fn opened(conn: &mut Conn, table: &Table, seq: Seq) -> Result<Vec<Digest>, Error> {
    digests(conn, table, "rec_from = $1", seq).await
}

/// Digests of the rows that act `seq` closed.
pub async fn closed(conn: &mut Conn, table: &Table, seq: Seq) -> Result<Vec<Digest>, Error> {
    digests(conn, table, "rec_to = $1 AND rec_to < 9223372036854775807", seq).await
}

/// Sequence numbers named by rows though no entry has them: rows added or re-dated by hand.
pub async fn strays(conn: &mut Conn, table: &Table, last: Seq) -> Result<u64, Error> {
    let name = &table.name;
    let sql = format!(
        "SELECT count(*) AS n FROM {name} WHERE rec_from < 1 OR rec_from > $1 OR rec_to < rec_from \
         OR (rec_to > $1 AND rec_to < 9223372036854775807)"
    );
    let count = dynamic(sql).bind(last.0).fetch_one(&mut *conn).await?.int("n")?;
    Ok(count.unsigned_abs())
}

/// Of each of these versioned tables the last act up to `known` that wrote to it; tables to which none did are absent. Costs a
/// look at the ends of two indexes for each.
pub(crate) async fn last_written(
    conn: &mut Conn,
    known: Known,
    tables: &BTreeSet<&'static str>,
) -> Result<BTreeMap<String, Seq>, Error> {
    let ends = tables.iter().map(|table| {
        format!(
            "SELECT '{table}' AS name, max(rec_from) AS seq FROM {table} WHERE rec_from <= $1 UNION ALL \
             SELECT '{table}' AS name, max(rec_to) AS seq FROM {table} WHERE rec_to <= $1 AND rec_to < {OPEN}"
        )
    });
    let sql = ends.collect::<Vec<_>>().join(" UNION ALL ");
    let mut found: BTreeMap<String, Seq> = BTreeMap::new();
    for row in dynamic(sql).bind(known.seq()).fetch_all(&mut *conn).await? {
        if let Some(seq) = row.opt_int("seq")? {
            let last = found.entry(row.text("name")?).or_insert(Seq(0));
            *last = (*last).max(Seq(seq));
        }
    }
    Ok(found)
}

async fn digests(conn: &mut Conn, table: &Table, filter: &str, seq: Seq) -> Result<Vec<Digest>, Error> {
    let sql = format!("SELECT {} FROM {} WHERE {filter}", table.columns.join(","), table.name);
    let mut rows = dynamic(sql).bind(seq.0).fetch(&mut *conn);
    let mut digests = Vec::new();
    while let Some(row) = rows.try_next().await? {
        digests.push(digest(&row)?);
    }
    Ok(digests)
}

/// Each value as a tag, its length and its bytes: no two rows share an encoding.
fn digest(row: &Row) -> Result<Digest, Error> {
    let mut bytes = Vec::new();
    for column in row.columns() {
        let at = column.ordinal();
        let value = row.try_get_raw(at)?;
        if value.is_null() {
            bytes.push(0);
            continue;
        }
        let kind = value.type_info().name().to_owned();
        let (tag, content) = match kind.as_str() {
            "TEXT" => (1, row.try_get::<String, _>(at)?.into_bytes()),
            "BLOB" => (2, row.try_get::<Vec<u8>, _>(at)?),
            _ => (3, row.try_get::<i64, _>(at)?.to_be_bytes().to_vec()),
        };
        bytes.push(tag);
        bytes.extend((content.len() as u64).to_be_bytes());
        bytes.extend(content);
    }
    Ok(Digest::of(&bytes))
}
