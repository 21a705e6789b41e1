//! `monitoring_cards`.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Conn, Row, RowExt, Value, insert_many, query};

use crate::domain::records::{Card, CardKey};

const COLUMNS: [&str; 21] = [
    "year",
    "code",
    "name",
    "level",
    "programme",
    "programme_name",
    "product",
    "product_name",
    "sector",
    "pliego",
    "unit",
    "dimension",
    "method",
    "limitations",
    "intervals_months",
    "data_source",
    "scope",
    "places",
    "reported_on",
    "file",
    "rec_from",
];

/// Every card as known; of one programme if named.
pub async fn all(
    conn: &mut Conn,
    known: Known,
    programme: Option<&str>,
) -> Result<BTreeMap<CardKey, Card>, db::Error> {
    let sql = "SELECT year, code, name, level, programme, programme_name, product, product_name, sector, \
               pliego, unit, dimension, method, limitations, intervals_months, data_source, scope, places, \
               reported_on, file FROM monitoring_cards \
               WHERE rec_from <= $1 AND $1 < rec_to AND ($2 = '' OR programme = $2)";
    let programme = programme.unwrap_or_default().to_owned();
    let rows = query(sql).bind(known.seq()).bind(programme).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<(CardKey, Card), db::Error> {
    let year = row.int("year")?;
    let year = i16::try_from(year).map_err(|_| db::Error::Corrupt {
        column: "year".to_owned(),
        value: year.to_string(),
        expected: "a year",
    })?;
    let card = Card {
        name: row.text("name")?,
        level: row.parsed("level")?,
        programme: row.text("programme")?,
        programme_name: row.text("programme_name")?,
        product: row.opt_text("product")?,
        product_name: row.opt_text("product_name")?,
        sector: row.text("sector")?,
        pliego: row.text("pliego")?,
        unit: row.text("unit")?,
        dimension: row.opt_text("dimension")?,
        method: row.opt_text("method")?,
        limitations: row.opt_text("limitations")?,
        intervals_months: intervals(row)?,
        data_source: row.opt_text("data_source")?,
        scope: row.opt_text("scope")?,
        places: row.text("places")?.split(';').filter(|p| !p.is_empty()).map(str::to_owned).collect(),
        reported_on: row.opt_parsed("reported_on")?,
        file: row.text("file")?,
    };
    Ok((CardKey { year, code: row.text("code")? }, card))
}

fn intervals(row: &Row) -> Result<Vec<u16>, db::Error> {
    let stored = row.text("intervals_months")?;
    let parts = stored.split(';').filter(|part| !part.is_empty()).map(str::parse);
    parts.collect::<Result<_, _>>().map_err(|_| db::Error::Corrupt {
        column: "intervals_months".to_owned(),
        value: stored.clone(),
        expected: "numbers of months",
    })
}

/// Closes the known version.
pub async fn close(conn: &mut Conn, seq: Seq, key: &CardKey) -> Result<(), db::Error> {
    query("UPDATE monitoring_cards SET rec_to = $1 WHERE year = $2 AND code = $3 AND rec_to = $4")
        .bind(seq.0)
        .bind(i64::from(key.year))
        .bind(key.code.clone())
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens versions.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    cards: impl IntoIterator<Item = &(CardKey, Card)>,
) -> Result<(), db::Error> {
    let rows = cards.into_iter().map(|(key, card)| columns(seq, key, card));
    insert_many(conn, "monitoring_cards", &COLUMNS, rows).await?;
    Ok(())
}

fn columns(seq: Seq, key: &CardKey, card: &Card) -> Vec<Value> {
    let intervals: Vec<String> = card.intervals_months.iter().map(ToString::to_string).collect();
    vec![
        i64::from(key.year).into(),
        key.code.clone().into(),
        card.name.clone().into(),
        card.level.as_str().into(),
        card.programme.clone().into(),
        card.programme_name.clone().into(),
        card.product.clone().into(),
        card.product_name.clone().into(),
        card.sector.clone().into(),
        card.pliego.clone().into(),
        card.unit.clone().into(),
        card.dimension.clone().into(),
        card.method.clone().into(),
        card.limitations.clone().into(),
        intervals.join(";").into(),
        card.data_source.clone().into(),
        card.scope.clone().into(),
        card.places.join(";").into(),
        card.reported_on.map(|d| d.to_string()).into(),
        card.file.clone().into(),
        seq.into(),
    ]
}
