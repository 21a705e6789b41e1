//! The content of a data folder as text, so that two states can be compared.
use db::{Conn, Error, RowExt, dynamic};

/// Every row of every table as known after entry `upto`, sorted: versions opened later are left out, versions
/// closed later are open.
pub async fn dump(conn: &mut Conn, upto: i64) -> Result<String, Error> {
    let mut tables = db::versions::columns(conn).await?;
    tables.retain(|table, _| !table.ends_with("_migrations"));
    let mut text = String::new();
    for (table, columns) in tables {
        let quoted = |value: &str| format!("coalesce('<' || CAST({value} AS TEXT) || '>', 'NULL')");
        let cell = |column: &String| match column.as_str() {
            "rec_to" => quoted(&format!("CASE WHEN rec_to > {upto} THEN {} ELSE rec_to END", i64::MAX)),
            _ => quoted(&format!("\"{column}\"")),
        };
        let line = columns.iter().map(cell).collect::<Vec<_>>().join("||','||");
        let versioned = columns.iter().any(|column| column == "rec_from");
        let kept = match table.as_str() {
            "journal_entries" => format!("WHERE seq <= {upto}"),
            // Interior nodes follow from the leaves, and `verify` recomputes them.
            "journal_nodes" => format!("WHERE level = 0 AND position < {upto}"),
            // An index follows from the facts that it leads to; a property of planning compares them.
            "planning_links" => "WHERE 1 = 0".to_owned(),
            _ if versioned => format!("WHERE rec_from <= {upto}"),
            _ => String::new(),
        };
        text += &format!("{table}\n");
        for row in dynamic(format!("SELECT {line} AS line FROM {table} {kept} ORDER BY 1"))
            .fetch_all(&mut *conn)
            .await?
        {
            text += &format!("\t{}\n", row.text("line")?);
        }
    }
    Ok(text)
}
