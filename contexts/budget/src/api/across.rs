//! `/api/v1/budget?across=year`: the fiscal years of a cut side by side.
use std::{collections::BTreeMap, sync::Arc};

use api::{Call, Page, Problem, Reply};
use dataset::{Cell, Field, Kind, Rows};
use serde_json::{Map, json};
use web::PageError;

use super::cut::{code_cells, code_fields};
use crate::{
    columnar::Columnar,
    domain::{AcrossRow, Dimension, Expression},
    queries::{self, AcrossRefused, AcrossYears, CutRequest, Names},
};

pub(super) async fn answer(mut call: Call, request: CutRequest) -> Result<Reply, Problem> {
    if let Err(refused) = request.may_go_across() {
        // Each parameter is right by itself.
        let key = match refused {
            AcrossRefused::ByYear => "budget-refused-across-by",
            AcrossRefused::OneYear => "budget-refused-across-year",
        };
        return Err(Problem::not_found().with(key, Vec::new()).about("across"));
    }
    let (at, app) = ((call.reading.known, call.reading.judged_on()), call.reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.clone();
    let measure = queries::lead(&request.measures);
    let conn = call.reading.conn();
    let years = queries::across_years(conn, &app.files, &*columnar, at, &request, measure, Expression::Soles);
    let found = years.await.map_err(PageError::internal)?;
    let (part, next) = call.part_of(found.across.rows.iter().collect());
    let wanted = queries::codes_of(&found.across.by, part.iter().map(|row| row.codes.as_slice()));
    let names = queries::names_shown(call.reading.conn(), at, &wanted, None).await?;
    let rows = part.iter().map(|row| cells(&found, row, &names)).collect();
    let fields = fields(&found);
    let total = total(&found);
    let units: Map<String, _> = found.units.iter().map(|(year, n)| (year.to_string(), json!(n))).collect();
    let beside = Map::from_iter([("total".to_owned(), total), ("units".to_owned(), units.into())]);
    Ok(Page { rows: Rows { fields, rows }, next, beside }.into())
}

/// As at the terminal: `pim_in_2020`, the change between the first and the last, the years without data.
fn fields(found: &AcrossYears) -> Vec<Field> {
    let across = &found.across;
    let figures = queries::across_headers(across).into_iter().skip(across.by.len());
    let field = |name: String| {
        let kind = match name.as_str() {
            "years_without_data" => Kind::Text,
            percent if percent.starts_with("change_percent") => Kind::Decimal,
            _ => Kind::Money,
        };
        Field::computed(&name, kind)
    };
    code_fields(&across.by).into_iter().chain(figures.map(field)).collect()
}

fn cells(found: &AcrossYears, row: &AcrossRow, names: &BTreeMap<Dimension, Names>) -> Vec<Cell> {
    let mut cells = code_cells(&found.across.by, &row.codes, names);
    cells.extend(figures(found, row));
    cells
}

/// What is no number is absent, never zero.
fn figures(found: &AcrossYears, row: &AcrossRow) -> Vec<Cell> {
    let across = &found.across;
    let mut cells: Vec<Cell> = row.figures.iter().map(|figure| figure.value().into()).collect();
    if across.compared.is_some() {
        cells.push(row.change.into());
        cells.extend(queries::has_percent(across.shows).then(|| row.change_percent.into()));
    }
    cells.push(across.without_data(row).into());
    cells
}

fn total(found: &AcrossYears) -> serde_json::Value {
    let names = fields(found).into_iter().skip(code_fields(&found.across.by).len());
    let cells = figures(found, &found.across.total);
    names.zip(cells).map(|(field, cell)| (field.name.clone(), cell.to_json())).collect::<Map<_, _>>().into()
}
