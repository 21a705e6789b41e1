//! What is being worked on.
use std::collections::BTreeMap;

use base::Seq;
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, query};

use super::{corrupt, study, study_values};
use crate::domain::{Content, Item, Kind, Study};

const STUDIES: Versioned = Versioned {
    table: "foresight_office_studies",
    columns: &["code", "entity", "plan", "title", "title_en", "horizons", "scale_max", "sample"],
    key_columns: 1,
};

const ITEMS: Versioned = Versioned {
    table: "foresight_office_items",
    columns: &["study", "kind", "item", "content"],
    key_columns: 3,
};

pub(crate) async fn put_study(conn: &mut Conn, seq: Seq, of: &Study) -> Result<(), Error> {
    let mut row = vec![of.code.as_str().into()];
    row.extend(study_values(of));
    STUDIES.revise_part(conn, seq, &of.code, [row], Absent::Closed).await?;
    Ok(())
}

pub(crate) async fn one(conn: &mut Conn, code: &str) -> Result<Option<Study>, Error> {
    let sql = "SELECT * FROM foresight_office_studies WHERE rec_to = $1 AND code = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(code.to_owned()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(|row| study(row, "code")).transpose()
}

/// Every study, by code.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Study>, Error> {
    let sql = "SELECT * FROM foresight_office_studies WHERE rec_to = $1 ORDER BY code";
    let rows = query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| study(row, "code")).collect()
}

/// Makes the content of a study what is given: what is the same is left alone.
pub(crate) async fn put_content(
    conn: &mut Conn,
    seq: Seq,
    code: &str,
    content: &Content,
) -> Result<db::Revision, Error> {
    let items = content.values().flat_map(BTreeMap::iter);
    let rows: Vec<Vec<Value>> = items
        .map(|(key, item)| {
            vec![code.into(), item.kind.as_str().into(), key.as_str().into(), written(item).into()]
        })
        .collect();
    ITEMS.revise_part(conn, seq, code, rows, Absent::Closed).await
}

fn written(item: &Item) -> String {
    let fields = item.kind.fields().iter().filter_map(|field| Some((field.name, item.opt(field.name)?)));
    serde_json::to_string(&fields.collect::<BTreeMap<_, _>>()).unwrap_or_else(|_| "{}".to_owned())
}

pub(crate) async fn content(conn: &mut Conn, code: &str) -> Result<Content, Error> {
    let sql = "SELECT kind, item, content FROM foresight_office_items WHERE rec_to = $1 AND study = $2";
    let rows = query(sql).bind(Seq::OPEN.0).bind(code.to_owned()).fetch_all(&mut *conn).await?;
    let mut content = Content::new();
    for row in &rows {
        let item = read(row)?;
        content.entry(item.kind).or_default().insert(item.key(), item);
    }
    Ok(content)
}

fn read(row: &Row) -> Result<Item, Error> {
    let (kind, written) = (row.text("kind")?, row.text("content")?);
    let kind: Kind = kind.parse().map_err(|()| corrupt("kind", kind, "a kind of thing of a study"))?;
    let bad = |written: &str| corrupt("content", written.chars().take(120).collect(), "fields of the kind");
    let fields: BTreeMap<String, String> = serde_json::from_str(&written).map_err(|_| bad(&written))?;
    Item::read(kind, |name| fields.get(name).map_or("", String::as_str)).map_err(|_| bad(&written))
}
