//! Rows of a dataset as known at one entry, page by page.
use base::Known;
use db::{Conn, Error, Row, RowExt, Value, dynamic};
use rust_decimal::Decimal;

use crate::{Cell, Cursor, Dataset, Field, Kind};

/// Which rows.
#[derive(Clone, Debug)]
pub struct Asked {
    pub known: Known,
    /// Positions in the dataset's fields, and the value that each must have.
    pub filters: Vec<(usize, Value)>,
    pub after: Option<Cursor>,
    pub rows_max: usize,
}

/// A page of rows, and where the next begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub rows: Vec<Vec<Cell>>,
    pub next: Option<Cursor>,
}

/// Reads one page. Names of tables and columns come from declarations alone; values are bound.
pub async fn read(conn: &mut Conn, dataset: &Dataset, asked: &Asked) -> Result<Found, Error> {
    let after = asked.after.as_ref().map(Cursor::values).unwrap_or_default();
    let filters = asked.filters.iter().map(|(_, value)| value);
    // No stored text holds it, and not every database takes it.
    let holds_nul = |value: &Value| matches!(value, Value::Text(text) if text.contains('\0'));
    if filters.clone().any(holds_nul) || after.iter().any(holds_nul) {
        return Ok(Found::default());
    }
    let mut statement = dynamic(sql(dataset, asked)).bind(asked.known.seq());
    for value in filters.chain(after) {
        statement = match value {
            Value::Int(number) => statement.bind(*number),
            Value::Text(text) => statement.bind(text.clone()),
            Value::Null | Value::Blob(_) => statement.bind(None::<String>),
        };
    }
    let limit = i64::try_from(asked.rows_max.saturating_add(1)).unwrap_or(i64::MAX);
    let stored = statement.bind(limit).fetch_all(&mut *conn).await?;
    let mut next = None;
    if stored.len() > asked.rows_max
        && let Some(last) = asked.rows_max.checked_sub(1).and_then(|at| stored.get(at))
    {
        let key = dataset.key.iter().filter_map(|at| dataset.fields.get(*at));
        next = Some(Cursor::behind(key.map(|field| stored_value(last, field)).collect::<Result<_, _>>()?));
    }
    let cells = |row: &Row| dataset.fields.iter().map(|field| cell(row, field)).collect();
    let rows = stored.iter().take(asked.rows_max).map(cells).collect::<Result<_, Error>>()?;
    Ok(Found { rows, next })
}

fn sql(dataset: &Dataset, asked: &Asked) -> String {
    let columns = |fields: &mut dyn Iterator<Item = &usize>| -> Vec<&str> {
        fields.filter_map(|at| dataset.fields.get(*at)).map(|field| field.column.as_str()).collect()
    };
    let all: Vec<&str> = dataset.fields.iter().map(|field| field.column.as_str()).collect();
    let key = columns(&mut dataset.key.iter()).join(", ");
    let mut marks = 1..;
    let mut mark = || marks.next().unwrap_or_default();
    let known = mark();
    let mut conditions = if dataset.versioned {
        vec![format!("rec_from <= ${known}"), format!("rec_to > ${known}")]
    } else {
        vec![format!("seq <= ${known}")]
    };
    for column in columns(&mut asked.filters.iter().map(|(at, _)| at)) {
        conditions.push(format!("{column} = ${}", mark()));
    }
    if asked.after.is_some() {
        let values: Vec<String> = dataset.key.iter().map(|_| format!("${}", mark())).collect();
        conditions.push(format!("({key}) > ({})", values.join(", ")));
    }
    format!(
        "SELECT {} FROM {} WHERE {} ORDER BY {key} LIMIT ${}",
        all.join(", "),
        dataset.table,
        conditions.join(" AND "),
        mark()
    )
}

fn stored_value(row: &Row, field: &Field) -> Result<Value, Error> {
    Ok(match field.kind {
        Kind::Integer | Kind::Year | Kind::Flag | Kind::Money | Kind::Share => {
            row.opt_int(&field.column)?.map_or(Value::Null, Value::Int)
        }
        _ => row.opt_text(&field.column)?.map_or(Value::Null, Value::Text),
    })
}

/// Units: see [`Kind`].
fn cell(row: &Row, field: &Field) -> Result<Cell, Error> {
    let column = &field.column;
    Ok(match field.kind {
        Kind::Integer | Kind::Year => row.opt_int(column)?.map_or(Cell::Absent, Cell::Integer),
        Kind::Flag => row.opt_int(column)?.map_or(Cell::Absent, |flag| Cell::Flag(flag != 0)),
        Kind::Money => row.opt_int(column)?.map(|n| Decimal::new(n, 2)).into(),
        Kind::Share => row.opt_int(column)?.map(|n| Decimal::new(n, 6)).into(),
        Kind::Decimal => row.opt_parsed::<Decimal>(column)?.into(),
        Kind::Text | Kind::Date | Kind::Instant => row.opt_text(column)?.into(),
    })
}
