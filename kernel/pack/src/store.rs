use std::collections::BTreeMap;

use base::{Digest, Known, Seq};
use db::{Conn, RowExt, dynamic, insert_many, marks, query};

pub(crate) async fn files(conn: &mut Conn, known: Known) -> Result<BTreeMap<String, Digest>, db::Error> {
    let sql = "SELECT path, digest FROM pack_files WHERE rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((row.text("path")?, row.digest("digest")?))).collect()
}

/// Of these paths, in one reading.
pub(crate) async fn of(
    conn: &mut Conn,
    known: Known,
    paths: &[&str],
) -> Result<BTreeMap<String, Digest>, db::Error> {
    let sql = format!(
        "SELECT path, digest FROM pack_files WHERE rec_from <= $1 AND $1 < rec_to AND path IN ({})",
        marks(2, paths.len())
    );
    let asked =
        paths.iter().fold(dynamic(sql).bind(known.seq()), |asked, path| asked.bind((*path).to_owned()));
    let rows = asked.fetch_all(&mut *conn).await?;
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
