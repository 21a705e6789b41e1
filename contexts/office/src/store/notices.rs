use std::collections::BTreeSet;

use base::Seq;
use db::{Conn, Error, LISTED_MAX, Row, RowExt, Value, dynamic, insert_many, marks, query};

use crate::domain::Notice;

/// What was told, as post and identity.
pub(crate) async fn told(conn: &mut Conn) -> Result<BTreeSet<(String, String)>, Error> {
    let rows = query("SELECT post, identity FROM office_notices").fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((row.text("post")?, row.text("identity")?))).collect()
}

pub(crate) async fn add(conn: &mut Conn, seq: Seq, notices: &[Notice]) -> Result<(), Error> {
    let columns = ["identity", "post", "kind", "subject", "subject_en", "due", "path", "rec_from"];
    let row = |one: &Notice| {
        vec![
            Value::from(one.identity.as_str()),
            one.post.as_str().into(),
            one.kind.as_str().into(),
            one.subject.0.as_str().into(),
            one.subject.1.as_str().into(),
            one.due.to_string().into(),
            one.path.as_str().into(),
            seq.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = notices.iter().map(row).collect();
    insert_many(conn, "office_notices", &columns, rows).await?;
    Ok(())
}

fn read(row: &Row) -> Result<(Seq, Notice), Error> {
    let notice = Notice {
        post: row.parsed("post")?,
        kind: row.parsed("kind")?,
        due: row.parsed("due")?,
        identity: row.text("identity")?,
        subject: (row.text("subject")?, row.text("subject_en")?),
        path: row.text("path")?,
    };
    Ok((Seq(row.int("rec_from")?), notice))
}

/// The last that posts were told, the newest first.
pub(crate) async fn of_posts(
    conn: &mut Conn,
    posts: &[String],
    rows_max: usize,
) -> Result<Vec<(Seq, Notice)>, Error> {
    let mut found = Vec::new();
    for part in posts.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT * FROM office_notices WHERE post IN ({}) ORDER BY rec_from DESC, due, identity LIMIT {rows_max}",
            marks(1, part.len())
        );
        let statement = part.iter().fold(dynamic(sql), |statement, post| statement.bind(post.clone()));
        let rows = statement.fetch_all(&mut *conn).await?;
        found.extend(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?);
    }
    found.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    found.truncate(rows_max);
    Ok(found)
}
