//! The columns that a draft and a wave have alike.
use std::collections::BTreeMap;

use db::{Error, Row, RowExt, Value};

use super::split;
use crate::domain::{Card, Design, QuestionCode};

pub(super) fn values(card: &Card) -> Vec<Value> {
    vec![
        card.element.to_string().into(),
        card.title.0.as_str().into(),
        card.title.1.as_str().into(),
        card.from.to_string().into(),
        card.to.to_string().into(),
        card.entity.to_string().into(),
        card.design.as_str().into(),
        Value::from(card.deff.map(|deff| deff.to_string())),
        card.frame.as_str().into(),
    ]
}

/// Without channels and questions, which a wave has in tables of their own.
pub(super) fn card(row: &Row) -> Result<Card, Error> {
    let design = row.text("design")?;
    let design: Design = design.parse().map_err(|()| Error::corrupt("design", design, "a design"))?;
    Ok(Card {
        element: row.parsed("element")?,
        title: (row.text("title")?, row.text("title_en")?),
        from: row.parsed("from_on")?,
        to: row.parsed("to_on")?,
        entity: row.parsed("entity")?,
        design,
        deff: row.opt_parsed("deff")?,
        frame: row.text("frame")?,
        units: BTreeMap::new(),
        questions: Vec::new(),
    })
}

/// Codes of a list in one column.
pub(super) fn codes(text: &str) -> Result<Vec<QuestionCode>, Error> {
    let read =
        |code: &str| code.parse().map_err(|_| Error::corrupt("questions", code.to_owned(), "a question"));
    split(text).map(read).collect()
}
