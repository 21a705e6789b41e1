use std::collections::BTreeMap;

use base::{Digest, Known, Seq};
use db::{Conn, RowExt, insert_many, query};

pub(crate) async fn files(conn: &mut Conn, known: Known) -> Result<BTreeMap<String, Digest>, db::Error> {
    let sql = "SELECT path, digest FROM pack_files WHERE rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((row.text("path")?, row.digest("digest")?))).collect()
}

/// Of two paths, in one reading.
pub(crate) async fn two(
    conn: &mut Conn,
    known: Known,
    paths: [&str; 2],
) -> Result<BTreeMap<String, Digest>, db::Error> {
    let sql = "SELECT path, digest FROM pack_files \
               WHERE (path = $1 OR path = $2) AND rec_from <= $3 AND $3 < rec_to";
    let [one, other] = paths.map(str::to_owned);
    let rows = query(sql).bind(one).bind(other).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((row.text("path")?, row.digest("digest")?))).collect()
}

pub(crate) async fn close(conn: &mut Conn, seq: Seq, path: &str) -> Result<(), db::Error> {
    let sql = "UPDATE pack_files SET rec_to = $1 WHERE path = $2 AND rec_to = $3";
    query(sql).bind(seq.0).bind(path.to_owned()).bind(Seq::OPEN.0).execute(&mut *conn).await?;
    Ok(())
}

pub(crate) async fn add(
    conn: &mut Conn,
    seq: Seq,
    files: &BTreeMap<String, Digest>,
) -> Result<(), db::Error> {
    let rows =
        files.iter().map(|(path, digest)| vec![path.as_str().into(), digest.to_string().into(), seq.into()]);
    insert_many(conn, "pack_files", &["path", "digest", "rec_from"], rows).await?;
    Ok(())
}

/// Every file any version of the pack ever held, for `verify`.
pub(crate) async fn all_digests(conn: &mut Conn) -> Result<Vec<Digest>, db::Error> {
    let rows = query("SELECT DISTINCT digest FROM pack_files ORDER BY digest").fetch_all(&mut *conn).await?;
    rows.iter().map(|row| row.digest("digest")).collect()
}
