//! `/datos/{dataset}`: what every column of a dataset holds.
use askama::Template;
use axum::{extract::Path, response::Response};
use dataset::{Dataset, Field, Kind};
use web::components::{Cell, Column, Table};
use web::{Matter, PageError, Reading, Shell};

use super::{
    bulk::{self, Bulk},
    data::as_known,
};

#[derive(Template)]
#[template(path = "dictionary.html")]
pub struct DictionaryPage {
    shell: Shell,
    about: String,
    table: Table,
    links: Vec<(String, String)>,
}

pub async fn get(Path(name): Path<String>, reading: Reading) -> Result<Response, PageError> {
    let app = reading.app.clone();
    let catalogue = crate::catalogue(&app)?;
    let found = catalogue.datasets.iter().find(|dataset| dataset.name == name);
    let dataset = found.ok_or(PageError::NotFound)?;
    let shell = reading.shell(&reading.t(&dataset.title_key()), Matter::Real);
    let shell = shell.under(crate::PATH, &reading.t("open-data-nav"));
    let (_, tables) = bulk::tables(&catalogue.bulk).await;
    let page = DictionaryPage::of(shell, dataset, &tables);
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

impl DictionaryPage {
    fn of(shell: Shell, dataset: &Dataset, bulk: &[Bulk]) -> Self {
        let columns = ["column", "meaning", "type", "values"];
        let columns = columns.map(|key| Column::text(&shell.t(&format!("open-data-{key}"))));
        let mut table = Table::new("columnas", &shell.t("open-data-columns"), columns.to_vec());
        for (at, field) in dataset.fields.iter().enumerate() {
            table.push(row(&shell, dataset, at, field));
        }
        let address = format!("{}/{}", api::BASE, dataset.name);
        let mut links: Vec<(String, String)> = ["json", "csv", "parquet"]
            .map(|format| (as_known(&shell, &format!("{address}?format={format}")), format.to_uppercase()))
            .to_vec();
        let whole = bulk.iter().filter(|part| part.name == dataset.name);
        let whole = whole.flat_map(|part| [&part.csv, &part.parquet]);
        links.extend(whole.map(|file| {
            let words = shell.t1("open-data-whole", "file", file.path.as_str());
            (format!("/datos/archivos/{}", file.path), words)
        }));
        Self {
            about: shell.t(&format!("{}-about", dataset.title_key())),
            table: table.stacked().with_files(&shell),
            links,
            shell,
        }
    }
}

fn row(shell: &Shell, dataset: &Dataset, at: usize, field: &Field) -> Vec<Cell> {
    let words = shell.first_of(&dataset.words_of(field)).unwrap_or_default();
    let mut notes = Vec::new();
    if dataset.key.contains(&at) {
        notes.push(shell.t("open-data-key"));
    }
    let references = dataset.references.iter().filter(|r| r.fields.last() == Some(&field.name));
    notes.extend(references.map(|reference| {
        let names = reference.on.join(", ");
        let dataset = reference.dataset.as_str();
        shell.ta("open-data-refers", &[("dataset", dataset.into()), ("columns", names.into())])
    }));
    if !field.values.is_empty() {
        notes.push(field.values.join(", "));
    }
    if let Some(example) = field.example.as_ref().filter(|_| field.values.is_empty()) {
        notes.push(shell.t1("open-data-as", "example", example.as_str()));
    }
    let mut kind = shell.t(&format!("open-data-type-{}", name_of(field.kind)));
    if field.optional {
        kind = shell.t1("open-data-optional", "type", kind.as_str());
    }
    vec![Cell::text(&field.name), Cell::text(&words), Cell::text(&kind), Cell::text(&notes.join(". "))]
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "integer",
        Kind::Year => "year",
        Kind::Flag => "flag",
        Kind::Money => "money",
        Kind::Share => "share",
        Kind::Decimal => "decimal",
        Kind::Date => "date",
        Kind::Instant => "instant",
    }
}
