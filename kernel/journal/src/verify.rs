//! Recomputing everything the journal promises.
use std::collections::BTreeMap;

use base::{Digest, Seq};
use db::{Conn, RowExt, query, versions};
use serde::Serialize;
use serde_json::Value;

use crate::{Checkpoint, Entry, Error, act::OFFICE, effects::effects, read, tree};

/// One place where what is stored is not what was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// The columns of an entry contradict its leaf, or a number is missing.
    Entry { seq: i64, detail: &'static str },
    /// A stored tree hash is not the hash of what stands below it.
    Node { level: i64, position: i64 },
    /// Rows that the entry wrote were changed, removed or added to.
    Rows { seq: i64, table: String },
    /// Rows that name no entry.
    Strays { table: String, rows: u64 },
    /// The journal no longer has the root that the checkpoint states.
    Checkpoint { size: i64, detail: &'static str },
}

/// Recomputes the tree from the leaves, compares every entry with the rows it wrote and, where given,
/// the root with a checkpoint whose signature the caller has checked. Empty = nothing was altered.
pub async fn verify(conn: &mut Conn, checkpoint: Option<&Checkpoint>) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut tree = Tree::default();
    let last = read::last_seq(conn).await?;
    let mut shown = Seq(0);
    for seq in 1..=last.0 {
        let Some(entry) = read::entry(conn, Seq(seq)).await? else {
            findings.push(Finding::Entry { seq, detail: "missing" });
            tree.push(&[]);
            continue;
        };
        if !is_office(&entry) {
            shown = entry.seq;
        }
        if let Some(detail) = contradiction(&entry, shown) {
            findings.push(Finding::Entry { seq, detail });
        }
        tree.push(entry.leaf.as_bytes());
        findings.extend(changed_rows(conn, &entry).await?);
    }
    findings.extend(changed_nodes(conn, &tree).await?);
    for table in versions::tables(conn).await? {
        let rows = versions::strays(conn, &table, last).await?;
        if rows > 0 {
            findings.push(Finding::Strays { table: table.name, rows });
        }
    }
    findings.extend(checkpoint.and_then(|checkpoint| contradicted(checkpoint, &tree, last)));
    Ok(findings)
}

/// The whole tree in memory: leaf hashes and every complete subtree above them.
#[derive(Default)]
struct Tree {
    levels: Vec<Vec<Digest>>,
}

impl Tree {
    fn push(&mut self, leaf: &[u8]) {
        let mut hash = tree::leaf_hash(leaf);
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(nodes) = self.levels.get_mut(level) else { return };
            nodes.push(hash);
            match nodes.as_slice() {
                [.., left, right] if nodes.len() % 2 == 0 => hash = tree::node_hash(left, right),
                _ => return,
            }
        }
    }

    fn node(&self, level: i64, position: i64) -> Option<Digest> {
        let level = self.levels.get(usize::try_from(level).ok()?)?;
        level.get(usize::try_from(position).ok()?).copied()
    }

    fn root(&self, size: i64) -> Option<Digest> {
        let parts: Option<Vec<Digest>> =
            tree::subtrees(size).into_iter().map(|(level, position)| self.node(level, position)).collect();
        parts.map(|parts| tree::fold(&parts))
    }
}

fn is_office(entry: &Entry) -> bool {
    let leaf = serde_json::from_str::<Value>(&entry.leaf);
    leaf.is_ok_and(|leaf| leaf.get(OFFICE).and_then(Value::as_bool) == Some(true))
}

/// `shown` is the last entry by then whose leaf is not of the office.
fn contradiction(entry: &Entry, shown: Seq) -> Option<&'static str> {
    let Ok(leaf) = serde_json::from_str::<Value>(&entry.leaf) else { return Some("the leaf is not JSON") };
    let same = |key: &str, value: &str| leaf.get(key).and_then(Value::as_str) == Some(value);
    if leaf.get("seq").and_then(Value::as_i64) != Some(entry.seq.0) {
        Some("the number is not the leaf's")
    } else if !same("at", &read::instant(entry.at)) {
        Some("the time is not the leaf's")
    } else if !same("actor", &entry.actor) {
        Some("the actor is not the leaf's")
    } else if !same("command", &entry.command) || !same("subject", &entry.subject) {
        Some("the command or subject is not the leaf's")
    } else if entry.shown != shown {
        Some("what the public was shown is not what the leaves say")
    } else {
        None
    }
}

async fn changed_rows(conn: &mut Conn, entry: &Entry) -> Result<Vec<Finding>, Error> {
    let recorded: BTreeMap<String, String> = serde_json::from_str::<Value>(&entry.leaf)
        .ok()
        .and_then(|leaf| serde_json::from_value(leaf.get("effects")?.clone()).ok())
        .unwrap_or_default();
    let stored: BTreeMap<String, String> = effects(conn, entry.seq)
        .await?
        .into_iter()
        .map(|(table, digest)| (table, digest.to_string()))
        .collect();
    let mut tables: Vec<&String> = recorded.keys().chain(stored.keys()).collect();
    tables.sort_unstable();
    tables.dedup();
    let changed = |table: &&String| recorded.get(*table) != stored.get(*table);
    Ok(tables
        .into_iter()
        .filter(changed)
        .map(|t| Finding::Rows { seq: entry.seq.0, table: t.clone() })
        .collect())
}

async fn changed_nodes(conn: &mut Conn, tree: &Tree) -> Result<Vec<Finding>, Error> {
    let sql = "SELECT level, position, hash FROM journal_nodes ORDER BY level, position";
    let rows = query(sql).fetch_all(&mut *conn).await.map_err(db::Error::from)?;
    let mut findings = Vec::new();
    for row in &rows {
        let (level, position) = (row.int("level")?, row.int("position")?);
        if tree.node(level, position).map(|hash| hash.to_string()) != Some(row.text("hash")?) {
            findings.push(Finding::Node { level, position });
        }
    }
    let stored = rows.len();
    let due: usize = tree.levels.iter().map(Vec::len).sum();
    if stored < due && findings.is_empty() {
        findings.push(Finding::Node { level: -1, position: i64::try_from(due - stored).unwrap_or(i64::MAX) });
    }
    Ok(findings)
}

fn contradicted(checkpoint: &Checkpoint, tree: &Tree, last: Seq) -> Option<Finding> {
    let size = checkpoint.size;
    if size > last.0 {
        return Some(Finding::Checkpoint { size, detail: "entries it covers are gone" });
    }
    (tree.root(size) != Some(checkpoint.root))
        .then_some(Finding::Checkpoint { size, detail: "entries it covers were changed" })
}
