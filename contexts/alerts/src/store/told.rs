//! `alerts_told`.
use base::{Seq, codes::EntityCode};
use db::{Conn, Value, insert_many};
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

/// Adds it.
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
