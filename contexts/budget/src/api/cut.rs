//! `/api/v1/budget`: money by any dimensions, of the deliveries that answer.
use std::{collections::BTreeMap, sync::Arc};

use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use dataset::{Cell, Field, Kind, Rows};
use serde_json::{Map, json};
use web::PageError;

use super::year;
use crate::{
    columnar::Columnar,
    domain::{Answer, CutRow, Dimension, Measure},
    queries::{self, CutRequest, Names},
};

/// More columns than these no table can be read with, and each multiplies the rows.
const BY_MAX: usize = 8;

pub(super) fn operation() -> Operation {
    let codes = |all: &mut dyn Iterator<Item = &'static str>| Takes::Choice(all.map(str::to_owned).collect());
    let by = codes(&mut Dimension::ALL.iter().map(|dimension| dimension.code()));
    let measures = codes(&mut Measure::ALL.iter().map(|measure| measure.code()));
    let filter = |dimension: &Dimension| {
        let code = dimension.code();
        Parameter {
            words: vec![format!("budget-dimension-{code}")],
            ..Parameter::query(code, Takes::Text, "")
        }
        .many()
    };
    let filters = Dimension::ALL.iter().filter(|d| **d != Dimension::Year).map(filter);
    let example = json!({ "programme": "1001", "programme_name": "PRODUCTOS ESPECIFICOS PARA DESARROLLO INFANTIL TEMPRANO",
                          "pim": "1000.00", "accrued": "950.50" });
    Operation::new("/budget", "cut_budget", "budget", Answers::AnyRows(example), answer)
        .taking([
            Parameter::query("by", by, "budget-api-by").many().like("programme"),
            Parameter::query("measure", measures, "budget-api-measure").many().like("pim"),
            year(),
            Parameter::query("across", Takes::Choice(vec!["year".to_owned()]), "budget-api-across"),
            Parameter::query("after", Takes::Integer { min: 0, max: i64::MAX }, "web-api-after"),
        ])
        .taking(filters)
}

async fn answer(mut call: Call) -> Result<Reply, Problem> {
    let request = request(&call)?;
    if call.one("across").is_some() {
        return super::across::answer(call, request).await;
    }
    let (known, app) = (call.reading.known, call.reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.clone();
    let found = queries::cut(call.reading.conn(), &app.files, &*columnar, known, &request).await;
    let found = found.map_err(PageError::internal)?;
    let total = total(&found);
    let fields = fields(&found.by, &found.measures);
    let (part, next) = call.part_of(found.rows.iter().collect());
    let wanted = queries::codes_of(&found.by, part.iter().map(|row| row.codes.as_slice()));
    let at = (known, call.reading.judged_on());
    let names = queries::names_shown(call.reading.conn(), at, &wanted, request.year).await?;
    let rows = part.iter().map(|row| cells(&found.by, row, &names)).collect();
    let beside = Map::from_iter([("total".to_owned(), total)]);
    Ok(Page { rows: Rows { fields, rows }, next, beside }.into())
}

fn request(call: &Call) -> Result<CutRequest, Problem> {
    let mut by: Vec<Dimension> = Vec::new();
    for code in call.all("by") {
        let dimension = code.parse().map_err(|_| Problem::parameter("by", code))?;
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    if by.len() > BY_MAX {
        // Not wrong, and not to be had here: the bulk files hold every column.
        let args = vec![("max", BY_MAX.into())];
        return Err(Problem::not_found().with("budget-api-by-many", args).about("by"));
    }
    let mut measures: Vec<Measure> = Vec::new();
    for code in call.all("measure") {
        let measure = code.parse().map_err(|_| Problem::parameter("measure", code))?;
        if !measures.contains(&measure) {
            measures.push(measure);
        }
    }
    let filters = Dimension::ALL.iter().filter(|d| **d != Dimension::Year);
    let filters = filters.flat_map(|d| call.all(d.code()).iter().map(|code| (*d, code.clone()))).collect();
    Ok(CutRequest { by, filters, year: call.reading.view.year, measures })
}

/// A code and its name for each dimension, then the amounts in soles.
pub fn fields(by: &[Dimension], measures: &[Measure]) -> Vec<Field> {
    let amounts = measures.iter().map(|measure| Field::computed(measure.code(), Kind::Money));
    code_fields(by).into_iter().chain(amounts).collect()
}

/// A code and its name for each dimension.
pub(super) fn code_fields(by: &[Dimension]) -> Vec<Field> {
    let fields = |dimension: &Dimension| {
        let code = Field::computed(dimension.code(), Kind::Text);
        [code, Field::computed(&format!("{}_name", dimension.code()), Kind::Text)]
    };
    by.iter().flat_map(fields).collect()
}

fn cells(by: &[Dimension], row: &CutRow, names: &BTreeMap<Dimension, Names>) -> Vec<Cell> {
    let amounts = row.amounts.iter().map(|amount| (*amount).into());
    code_cells(by, &row.codes, names).into_iter().chain(amounts).collect()
}

/// The codes of a row, each with its name.
pub(super) fn code_cells(
    by: &[Dimension],
    codes: &[String],
    names: &BTreeMap<Dimension, Names>,
) -> Vec<Cell> {
    let name = |dimension: &Dimension, code: &str| names.get(dimension)?.name(code).map(str::to_owned);
    let codes = by.iter().zip(codes);
    codes.flat_map(|(dimension, code)| [Cell::from(code.as_str()), name(dimension, code).into()]).collect()
}

fn total(found: &Answer) -> serde_json::Value {
    let sums = found.measures.iter().map(|m| {
        let cell: Cell = found.total(*m).into();
        (m.code().to_owned(), cell.to_json())
    });
    serde_json::Value::Object(sums.collect())
}
