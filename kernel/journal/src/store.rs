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
    let mut parts = Vec::new();
    for (level, position) in tree::subtrees(size) {
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
