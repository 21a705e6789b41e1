//! `alerts_told`.
use base::{Known, Seq, codes::EntityCode};
use db::{Conn, RowExt, Value, insert_many, query};
use jiff::civil::Date;
use planning::domain::reference::ElementRef;

use crate::domain::Trigger;

const COLUMNS: [&str; 8] =
    ["told", "element", "entity", "trigger_code", "text", "post", "told_on", "rec_from"];

/// What a post says of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The entry by which it was said.
    pub seq: Seq,
    pub element: ElementRef,
    pub entity: Option<EntityCode>,
    pub trigger: Trigger,
    pub text: String,
    pub post: String,
    pub on: Date,
}

/// All of it.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Told>, db::Error> {
    let sql = "SELECT element, entity, trigger_code, text, post, told_on, rec_from FROM alerts_told \
               WHERE rec_from <= $1 AND $1 < rec_to ORDER BY rec_from";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(Told {
                seq: Seq(row.int("rec_from")?),
                element: row.parsed("element")?,
                entity: row.opt_parsed("entity")?,
                trigger: row.parsed("trigger_code")?,
                text: row.text("text")?,
                post: row.text("post")?,
                on: row.parsed("told_on")?,
            })
        })
        .collect()
}

pub async fn add(conn: &mut Conn, told: &Told) -> Result<(), db::Error> {
    let row: Vec<Value> = vec![
        format!("t{}", told.seq.0).into(),
        told.element.to_string().into(),
        told.entity.as_ref().map(ToString::to_string).into(),
        told.trigger.as_str().into(),
        told.text.as_str().into(),
        told.post.as_str().into(),
        told.on.to_string().into(),
        told.seq.into(),
    ];
    insert_many(conn, "alerts_told", &COLUMNS, vec![row]).await?;
    Ok(())
}
