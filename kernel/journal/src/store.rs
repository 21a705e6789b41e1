use base::{Digest, Seq};
use db::{Conn, RowExt, query};

use crate::{Error, tree};

/// Adds the leaf and every subtree it completes.
pub(crate) async fn append_leaf(conn: &mut Conn, seq: Seq, leaf: &[u8]) -> Result<(), Error> {
    let (mut level, mut position) = (0, seq.0 - 1);
    let mut hash = tree::leaf_hash(leaf);
    loop {
        put_node(conn, level, position, &hash).await?;
        if position % 2 == 0 {
            return Ok(());
        }
        let left = node(conn, level, position - 1).await?;
        hash = tree::node_hash(&left, &hash);
        (level, position) = (level + 1, position / 2);
    }
}

/// Root of the first `size` entries.
pub(crate) async fn root(conn: &mut Conn, size: i64) -> Result<Digest, Error> {
    subtree(conn, 0, size).await
}

/// Root of `size` entries after the first `start`, as they stand under one node.
pub(crate) async fn subtree(conn: &mut Conn, start: i64, size: i64) -> Result<Digest, Error> {
    let mut parts = Vec::new();
    for (level, position) in tree::subtrees_from(start, size) {
        parts.push(node(conn, level, position).await?);
    }
    Ok(tree::fold(&parts))
}

pub(crate) async fn node(conn: &mut Conn, level: i64, position: i64) -> Result<Digest, Error> {
    let sql = "SELECT hash FROM journal_nodes WHERE level = $1 AND position = $2";
    let row =
        query(sql).bind(level).bind(position).fetch_optional(&mut *conn).await.map_err(db::Error::from)?;
    let row = row.ok_or(Error::MissingNode { level, position })?;
    Ok(row.digest("hash")?)
}

/// The nodes of one level from `start` to before `end`, every one.
pub(crate) async fn nodes(conn: &mut Conn, level: i64, start: i64, end: i64) -> Result<Vec<Digest>, Error> {
    let sql = "SELECT position, hash FROM journal_nodes WHERE level = $1 AND position >= $2 AND position < $3 \
               ORDER BY position";
    let rows = query(sql).bind(level).bind(start).bind(end).fetch_all(&mut *conn).await;
    let mut rows = rows.map_err(db::Error::from)?.into_iter();
    let mut hashes = Vec::new();
    for position in start..end {
        let missing = Error::MissingNode { level, position };
        let row = rows.next().ok_or(missing)?;
        if row.int("position")? != position {
            return Err(Error::MissingNode { level, position });
        }
        hashes.push(row.digest("hash")?);
    }
    Ok(hashes)
}

async fn put_node(conn: &mut Conn, level: i64, position: i64, hash: &Digest) -> Result<(), Error> {
    query("INSERT INTO journal_nodes (level, position, hash) VALUES ($1, $2, $3)")
        .bind(level)
        .bind(position)
        .bind(hash.to_string())
        .execute(&mut *conn)
        .await
        .map_err(db::Error::from)?;
    Ok(())
}
