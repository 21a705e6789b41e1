//! Where facts that stand come from: the acts that brought them, with what each said of its own input.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::{Known, Seq};
use db::{Conn, RowExt, dynamic, marks, memo};
use jiff::Timestamp;
use serde_json::Value;

use crate::{Entry, Error, read};

/// Rows of a versioned table, narrowed by columns. Names of tables and columns are of the program, values are bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    table: &'static str,
    only: Vec<(&'static str, Vec<String>)>,
    source: Option<&'static str>,
}

impl Rows {
    pub const fn of(table: &'static str) -> Self {
        Self { table, only: Vec::new(), source: None }
    }

    /// Only rows whose column has one of the values.
    #[must_use]
    pub fn with(mut self, column: &'static str, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let values: BTreeSet<String> = values.into_iter().map(Into::into).collect();
        self.only.push((column, values.into_iter().collect()));
        self
    }

    /// Each row names its own source in that column.
    #[must_use]
    pub const fn told_in(mut self, column: &'static str) -> Self {
        self.source = Some(column);
        self
    }

    /// How many values are bound beside the state.
    fn values(&self) -> usize {
        self.only.iter().map(|(_, values)| values.len()).sum()
    }

    /// The rows that stand by act and own source; the first value is `$first`.
    fn sql(&self, first: usize) -> String {
        let mut first = first;
        let mut narrowed = vec!["rec_from <= $1 AND $1 < rec_to".to_owned()];
        for (column, values) in &self.only {
            narrowed.push(format!("{column} IN ({})", marks(first, values.len())));
            first += values.len();
        }
        let (table, source) = (self.table, self.source.unwrap_or("''"));
        format!(
            "SELECT rec_from AS act, {source} AS told, count(*) AS n FROM {table} \
             WHERE {} GROUP BY 1, 2",
            narrowed.join(" AND ")
        )
    }
}

/// An act that brought some of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub seq: Seq,
    pub at: Timestamp,
    pub command: String,
    /// Who delivered, as the act recorded it.
    pub source: Option<String>,
    /// Rows of the facts asked for that it brought and that still stand.
    pub rows: u64,
    /// Rows of its input that were refused, where it recorded that.
    pub refused: Option<u64>,
    /// What the rows themselves name as their source, the most named first.
    pub told: Vec<String>,
}

/// The acts that brought facts, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    pub named: Vec<Origin>,
    /// Older acts that brought some and are not named.
    pub older: usize,
}

/// Rows by the source that they name.
type Told = BTreeMap<String, u64>;

/// The acts that brought the facts that stood then; at most `named_max` of them are read whole.
pub async fn origins(
    conn: &mut Conn,
    known: Known,
    asked: &[Rows],
    named_max: usize,
) -> Result<Arc<Origins>, Error> {
    // Nothing is asked of a column without a value.
    let is_asked = |rows: &&Rows| rows.only.iter().all(|(_, values)| !values.is_empty());
    let asked: Vec<&Rows> = asked.iter().filter(is_asked).collect();
    if asked.is_empty() {
        return Ok(Arc::default());
    }
    let question = format!("{named_max} {asked:?}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = asked_anew(conn, known, &asked, named_max).await?;
    Ok(memo::keep(known, &question, found))
}

async fn asked_anew(
    conn: &mut Conn,
    known: Known,
    asked: &[&Rows],
    named_max: usize,
) -> Result<Origins, Error> {
    let mut statement =
        dynamic(sql(asked)).bind(known.seq()).bind(i64::try_from(named_max).unwrap_or(i64::MAX));
    for value in asked.iter().flat_map(|rows| &rows.only).flat_map(|(_, values)| values) {
        statement = statement.bind(value.clone());
    }
    let mut found: Vec<(Entry, Told)> = Vec::new();
    let mut acts = 0;
    for row in statement.fetch_all(&mut *conn).await.map_err(db::Error::from)? {
        let entry = read::entry_of(&row)?;
        let (told, n) = (row.text("told")?, row.int("n")?.unsigned_abs());
        acts = usize::try_from(row.int("acts")?).unwrap_or_default();
        match found.last_mut().filter(|(last, _)| last.seq == entry.seq) {
            Some((_, rows)) => *rows.entry(told).or_default() += n,
            None => found.push((entry, Told::from([(told, n)]))),
        }
    }
    let named: Vec<Origin> = found.into_iter().map(|(entry, told)| origin(&entry, told)).collect();
    Ok(Origins { older: acts.saturating_sub(named.len()), named })
}

/// The newest acts with what each brought: `$1` is the state, `$2` how many acts, the values of columns follow.
fn sql(asked: &[&Rows]) -> String {
    let mut first = 3;
    let mut parts = Vec::new();
    for rows in asked {
        parts.push(rows.sql(first));
        first += rows.values();
    }
    format!(
        "WITH brought AS ({}), acts AS (SELECT DISTINCT act FROM brought), \
         newest AS (SELECT act FROM acts ORDER BY act DESC LIMIT $2) \
         SELECT e.seq AS seq, e.at AS at, e.actor AS actor, e.command AS command, e.subject AS subject, \
         e.leaf AS leaf, e.shown AS shown, b.told AS told, b.n AS n, (SELECT count(*) FROM acts) AS acts \
         FROM brought b JOIN newest USING (act) JOIN journal_entries e ON e.seq = b.act ORDER BY e.seq DESC",
        parts.join(" UNION ALL ")
    )
}

fn origin(entry: &Entry, told: Told) -> Origin {
    let leaf: Value = serde_json::from_str(&entry.leaf).unwrap_or_default();
    let payload = &leaf["payload"];
    let rows = told.values().sum();
    let mut told: Vec<(u64, String)> =
        told.into_iter().filter(|(text, _)| !text.is_empty()).map(|(text, n)| (n, text)).collect();
    told.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    Origin {
        seq: entry.seq,
        at: entry.at,
        command: entry.command.clone(),
        source: payload["source"].as_str().map(str::to_owned),
        rows,
        refused: payload["refused"].as_u64(),
        told: told.into_iter().map(|(_, text)| text).collect(),
    }
}
