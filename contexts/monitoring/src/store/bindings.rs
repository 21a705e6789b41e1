//! `monitoring_bindings`.
use std::collections::{BTreeMap, HashMap};

use base::{Known, Seq, codes::SeriesCode};
use db::{Conn, Row, RowExt, Value, each_row, insert_many, query};

use super::series::Traits;
use crate::domain::records::{Binding, BindingKey};

const COLUMNS: [&str; 8] =
    ["plan", "indicator", "series", "targets_group", "programme", "product", "note", "rec_from"];

/// Every binding as known, by indicator.
pub async fn all(conn: &mut Conn, known: Known) -> Result<BTreeMap<BindingKey, Binding>, db::Error> {
    let sql = "SELECT plan, indicator, series, targets_group, programme, product, note \
               FROM monitoring_bindings WHERE rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// The traits of every series that states any, and every binding, in one reading.
pub async fn with_traits(
    conn: &mut Conn,
    known: Known,
) -> Result<(HashMap<SeriesCode, Traits>, BTreeMap<BindingKey, Binding>), db::Error> {
    let sql = "SELECT series, plan, indicator, targets_group, programme, product, note, NULL AS comparable_group, \
               NULL AS frozen_on FROM monitoring_bindings WHERE rec_from <= $1 AND $1 < rec_to \
               UNION ALL SELECT series, NULL, NULL, NULL, NULL, NULL, NULL, comparable_group, frozen_on \
               FROM monitoring_series WHERE rec_from <= $1 AND $1 < rec_to \
               AND (comparable_group IS NOT NULL OR frozen_on IS NOT NULL)";
    let (mut traits, mut bindings) = (HashMap::new(), BTreeMap::new());
    each_row(conn, query(sql).bind(known.seq()), |row| {
        if row.opt_text("plan")?.is_some() {
            bindings.extend([read(row)?]);
        } else {
            let comparable_group = row.opt_text("comparable_group")?.map(String::into_boxed_str);
            let of = Traits { comparable_group, frozen_on: row.opt_parsed("frozen_on")? };
            traits.insert(row.parsed("series")?, of);
        }
        Ok(())
    })
    .await?;
    Ok((traits, bindings))
}

fn read(row: &Row) -> Result<(BindingKey, Binding), db::Error> {
    let key = BindingKey {
        plan: row.parsed("plan")?,
        indicator: row.parsed("indicator")?,
        series: row.parsed("series")?,
    };
    let binding = Binding {
        targets_group: row.opt_text("targets_group")?,
        programme: row.opt_text("programme")?,
        product: row.opt_text("product")?,
        note: row.opt_text("note")?,
    };
    Ok((key, binding))
}

/// Closes the known version.
pub async fn close(conn: &mut Conn, seq: Seq, key: &BindingKey) -> Result<(), db::Error> {
    let sql = "UPDATE monitoring_bindings SET rec_to = $1 \
               WHERE plan = $2 AND indicator = $3 AND series = $4 AND rec_to = $5";
    query(sql)
        .bind(seq.0)
        .bind(key.plan.to_string())
        .bind(key.indicator.to_string())
        .bind(key.series.to_string())
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens versions.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    bindings: impl IntoIterator<Item = &(BindingKey, Binding)>,
) -> Result<(), db::Error> {
    let rows: Vec<Vec<Value>> = bindings
        .into_iter()
        .map(|(key, b)| {
            vec![
                key.plan.to_string().into(),
                key.indicator.to_string().into(),
                key.series.to_string().into(),
                b.targets_group.clone().into(),
                b.programme.clone().into(),
                b.product.clone().into(),
                b.note.clone().into(),
                seq.into(),
            ]
        })
        .collect();
    insert_many(conn, "monitoring_bindings", &COLUMNS, rows).await?;
    Ok(())
}
