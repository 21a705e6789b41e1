use std::collections::BTreeMap;

use base::{Digest, Known};
use db::Conn;
use journal::Ctx;
use serde::Serialize;

use crate::{Error, Pack, store};

/// What loading a pack changed, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    pub added: Vec<String>,
    pub changed: Vec<String>,
    pub gone: Vec<String>,
    pub unchanged: usize,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// Records the pack's files; where nothing changed, nothing is written, not even an entry.
pub async fn load(ctx: &Ctx, country: &str, pack: &Pack) -> Result<Changes, Error> {
    let mut new: BTreeMap<String, Digest> = BTreeMap::new();
    for (path, text) in &pack.texts {
        new.insert(path.clone(), ctx.files.put(text.as_bytes())?);
    }
    let mut act = ctx.open("pack.load").await?;
    let old = store::files(act.conn(), Known::NOW).await?;
    let changes = compare(&old, &new);
    if changes.is_empty() {
        return Ok(changes);
    }
    let seq = act.seq();
    for path in changes.changed.iter().chain(&changes.gone) {
        store::close(act.conn(), seq, path).await?;
    }
    new.retain(|path, _| changes.added.contains(path) || changes.changed.contains(path));
    store::add(act.conn(), seq, &new).await?;
    act.commit(country, &changes).await?;
    Ok(changes)
}

fn compare(old: &BTreeMap<String, Digest>, new: &BTreeMap<String, Digest>) -> Changes {
    let mut changes = Changes::default();
    for (path, digest) in new {
        match old.get(path) {
            None => changes.added.push(path.clone()),
            Some(before) if before != digest => changes.changed.push(path.clone()),
            Some(_) => changes.unchanged += 1,
        }
    }
    changes.gone = old.keys().filter(|path| !new.contains_key(*path)).cloned().collect();
    changes
}

/// Digests of every stored file of the pack, for `verify`.
pub async fn stored_files(conn: &mut Conn) -> Result<Vec<Digest>, db::Error> {
    store::all_digests(conn).await
}
