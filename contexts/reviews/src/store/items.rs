//! `reviews_items`.
use alerts::domain::Trigger;
use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, known_rows, query};

use super::{joined, split};
use crate::domain::{Figures, Item, ReviewCode, Subject};

const COLUMNS: [&str; 22] = [
    "review",
    "number",
    "subject",
    "class",
    "size",
    "triggers",
    "figures_kind",
    "period",
    "measured",
    "limit_value",
    "day",
    "told",
    "entity",
    "element",
    "indicator",
    "territory",
    "name",
    "name_en",
    "since",
    "signature",
    "sample",
    "rec_from",
];

pub(crate) async fn add(
    conn: &mut Conn,
    seq: Seq,
    (review, items): (&ReviewCode, &[Item]),
) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = items.iter().map(|item| row_of(seq, review, item)).collect();
    insert_many(conn, "reviews_items", &COLUMNS, rows).await?;
    Ok(())
}

fn row_of(seq: Seq, review: &ReviewCode, of: &Item) -> Vec<Value> {
    let Figures { kind, period, measured, limit, day, told } = &of.figures;
    vec![
        review.as_str().into(),
        of.number.into(),
        of.subject.as_str().into(),
        of.class.as_str().into(),
        of.size.to_string().into(),
        joined(of.triggers.iter().map(|one| one.as_str())).into(),
        kind.as_str().into(),
        Value::from(period.clone()),
        Value::from(measured.map(|value| value.to_string())),
        Value::from(limit.map(|value| value.to_string())),
        Value::from(day.map(|day| day.to_string())),
        Value::from(told.clone()),
        Value::from(of.entity.as_ref().map(ToString::to_string)),
        Value::from(of.element.clone()),
        Value::from(of.indicator.clone()),
        Value::from(of.territory.as_ref().map(ToString::to_string)),
        of.name.0.as_str().into(),
        Value::from(of.name.1.clone()),
        of.since.to_string().into(),
        of.signature.as_str().into(),
        of.is_sample.into(),
        seq.into(),
    ]
}

fn item(row: &Row) -> Result<Item, Error> {
    let triggers = row.text("triggers")?;
    let read = |word: &str| {
        word.parse::<Trigger>().map_err(|_| Error::corrupt("triggers", word.to_owned(), "a trigger"))
    };
    let subject = row.text("subject")?;
    Ok(Item {
        number: row.int("number")?,
        subject: match subject.parse() {
            Ok(alert) => Subject::Alert(alert),
            Err(_) => Subject::Decision(row.parsed("subject")?),
        },
        class: row.parsed("class")?,
        size: row.parsed("size")?,
        triggers: split(&triggers).map(read).collect::<Result<_, _>>()?,
        figures: Figures {
            kind: row.text("figures_kind")?,
            period: row.opt_text("period")?,
            measured: row.opt_parsed("measured")?,
            limit: row.opt_parsed("limit_value")?,
            day: row.opt_parsed("day")?,
            told: row.opt_text("told")?,
        },
        entity: row.opt_parsed("entity")?,
        element: row.opt_text("element")?,
        indicator: row.opt_text("indicator")?,
        territory: row.opt_parsed("territory")?,
        name: (row.text("name")?, row.opt_text("name_en")?),
        since: row.parsed("since")?,
        signature: row.text("signature")?,
        is_sample: row.flag("sample")?,
    })
}

/// Matters of a session in the order of its agenda.
pub(crate) async fn of_review(conn: &mut Conn, known: Known, code: &ReviewCode) -> Result<Vec<Item>, Error> {
    let of = Some(("review", code.as_str()));
    known_rows(conn, known, "reviews_items", of, "number").await?.iter().map(item).collect()
}

/// Matters of every session.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<(ReviewCode, Item)>, Error> {
    let rows = known_rows(conn, known, "reviews_items", None, "review, number").await?;
    rows.iter().map(|row| Ok((row.parsed("review")?, item(row)?))).collect()
}

/// Ends versions of matters, before others take their place.
pub(crate) async fn end(
    conn: &mut Conn,
    seq: Seq,
    (review, items): (&ReviewCode, &[Item]),
) -> Result<(), Error> {
    let sql = "UPDATE reviews_items SET rec_to = $1 WHERE review = $2 AND number = $3 AND rec_to = $4";
    for item in items {
        let statement =
            query(sql).bind(seq.0).bind(review.as_str().to_owned()).bind(item.number).bind(Seq::OPEN.0);
        statement.execute(&mut *conn).await?;
    }
    Ok(())
}
