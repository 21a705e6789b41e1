//! Drafts of values.
use base::{Digest, Seq, codes::EntityCode};
use db::{Conn, Error, Row, RowExt, Value, insert_many, query};

use crate::domain::entry::{DraftCode, DraftState, Stored, ValuesDraft};

fn draft(row: &Row) -> Result<ValuesDraft, Error> {
    let evidence = row.opt_parsed::<Digest>("evidence")?.zip(row.opt_text("evidence_name")?);
    Ok(ValuesDraft {
        code: row.parsed("code")?,
        entity: row.parsed("entity")?,
        post: row.text("post")?,
        rows: Stored { digest: row.digest("digest")?, name: row.text("name")? },
        evidence: evidence.map(|(digest, name)| Stored { digest, name }),
        at: row.parsed("at")?,
        state: row.parsed("state")?,
    })
}

pub(crate) async fn one(conn: &mut Conn, code: &DraftCode) -> Result<Option<ValuesDraft>, Error> {
    let sql = "SELECT * FROM monitoring_drafts WHERE rec_to = $1 AND code = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(draft).transpose()
}

/// Those of a body that wait, the oldest first.
pub(crate) async fn open(conn: &mut Conn, entity: &EntityCode) -> Result<Vec<ValuesDraft>, Error> {
    let sql =
        "SELECT * FROM monitoring_drafts WHERE rec_to = $1 AND entity = $2 AND state = $3 ORDER BY at, code";
    let rows = query(sql)
        .bind(Seq::OPEN.0)
        .bind(entity.to_string())
        .bind(DraftState::Open.as_str())
        .fetch_all(&mut *conn)
        .await?;
    rows.iter().map(draft).collect()
}

/// Writes a draft, or the next version of it.
pub(crate) async fn write(conn: &mut Conn, seq: Seq, draft: &ValuesDraft) -> Result<(), Error> {
    let close = "UPDATE monitoring_drafts SET rec_to = $1 WHERE rec_to = $2 AND code = $3";
    query(close).bind(seq.0).bind(Seq::OPEN.0).bind(draft.code.to_string()).execute(&mut *conn).await?;
    let columns =
        ["code", "entity", "post", "digest", "name", "evidence", "evidence_name", "at", "state", "rec_from"];
    let row = vec![
        draft.code.as_str().into(),
        draft.entity.as_str().into(),
        draft.post.as_str().into(),
        draft.rows.digest.to_string().into(),
        draft.rows.name.as_str().into(),
        Value::from(draft.evidence.as_ref().map(|kept| kept.digest.to_string())),
        Value::from(draft.evidence.as_ref().map(|kept| kept.name.clone())),
        format!("{:.6}", draft.at).into(),
        draft.state.as_str().into(),
        seq.into(),
    ];
    insert_many(conn, "monitoring_drafts", &columns, [row]).await?;
    Ok(())
}

/// Digests of every file that a draft names.
pub(crate) async fn files(conn: &mut Conn) -> Result<Vec<Digest>, Error> {
    let rows = query("SELECT digest, evidence FROM monitoring_drafts").fetch_all(&mut *conn).await?;
    let mut digests = Vec::new();
    for row in &rows {
        digests.push(row.digest("digest")?);
        digests.extend(row.opt_parsed::<Digest>("evidence")?);
    }
    Ok(digests)
}
