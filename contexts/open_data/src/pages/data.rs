//! `/datos`: everything that can be taken away or asked by a program.
use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Table};
use web::{Matter, PageError, Reading, Shell};

use super::bulk::{self, Bulk, Download};
use crate::Catalogue;

#[derive(Template)]
#[template(path = "data.html")]
pub struct DataPage {
    shell: Shell,
    datasets: Table,
    operations: Table,
    bulk: Option<Table>,
    bulk_known: String,
    /// How many calls are admitted; nothing where they are not counted.
    limits: Option<String>,
    example: String,
}

pub async fn get(reading: Reading) -> Result<Response, PageError> {
    let app = reading.app.clone();
    let catalogue = crate::catalogue(&app)?;
    let shell = reading.shell(&reading.t("open-data-title"), Matter::Mixed);
    let (known, tables) = bulk::tables(&catalogue.bulk).await;
    let page = DataPage::of(shell, catalogue, known, &tables);
    let files = [Some(&page.datasets), Some(&page.operations), page.bulk.as_ref()];
    if let Some(file) = Table::asked(&page.shell, files.into_iter().flatten()) {
        return file;
    }
    web::html(&page)
}

impl DataPage {
    fn of(shell: Shell, catalogue: &Catalogue, known: Option<String>, tables: &[Bulk]) -> Self {
        Self {
            datasets: datasets(&shell, catalogue),
            operations: operations(&shell, catalogue),
            bulk: (!tables.is_empty()).then(|| files(&shell, tables)),
            bulk_known: known.unwrap_or_default(),
            limits: limits(&shell, catalogue.limits),
            example: format!("{}/api/v1/plans?limit=2", shell.origin.clone().unwrap_or_default()),
            shell,
        }
    }
}

fn limits(shell: &Shell, limits: api::Limits) -> Option<String> {
    let args = [("burst", limits.burst.into()), ("n", limits.per_second.into())];
    (limits.per_second > 0).then(|| shell.ta("open-data-way-limits", &args))
}

fn datasets(shell: &Shell, catalogue: &Catalogue) -> Table {
    let columns = ["dataset", "holds", "read"].map(|key| Column::text(&shell.t(&format!("open-data-{key}"))));
    let mut table = Table::new("conjuntos", &shell.t("open-data-datasets"), columns.to_vec());
    for dataset in &catalogue.datasets {
        let address = as_known(shell, &format!("{}/{}", api::BASE, dataset.name));
        table.push(vec![
            Cell::link(&shell.view.link(&format!("/datos/{}", dataset.name)), &shell.t(&dataset.title_key())),
            Cell::text(&shell.t(&format!("{}-about", dataset.title_key()))),
            Cell::link(&address, &address),
        ]);
    }
    table.stacked().with_files(shell)
}

/// An address of the API, of the day of the view.
pub fn as_known(shell: &Shell, address: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    let known = shell.view.known_text().map(|known| format!("{joint}known={}", web::encode(&known)));
    format!("{address}{}", known.unwrap_or_default())
}

fn operations(shell: &Shell, catalogue: &Catalogue) -> Table {
    let columns = ["operation", "holds", "example"];
    let columns = columns.map(|key| Column::text(&shell.t(&format!("open-data-{key}"))));
    let mut table = Table::new("operaciones", &shell.t("open-data-operations"), columns.to_vec());
    for operation in &catalogue.operations {
        let address = operation.example();
        let address = if operation.of_today { address } else { as_known(shell, &address) };
        table.push(vec![
            Cell::text(&shell.t(&operation.title)),
            Cell::text(&shell.t(&operation.about)),
            Cell::link(&address, &address),
        ]);
    }
    table.stacked().with_files(shell)
}

fn files(shell: &Shell, tables: &[Bulk]) -> Table {
    let columns = vec![
        Column::text(&shell.t("open-data-dataset")),
        Column::number(&shell.t("open-data-rows")),
        Column::text("CSV"),
        Column::text("Parquet"),
    ];
    let mut table = Table::new("archivos", &shell.t("open-data-bulk"), columns);
    for part in tables {
        table.push(vec![
            Cell::text(&part.title),
            Cell::count(shell, usize::try_from(part.rows).unwrap_or(usize::MAX)),
            download(shell, &part.csv),
            download(shell, &part.parquet),
        ]);
    }
    table.stacked().with_files(shell)
}

fn download(shell: &Shell, file: &Download) -> Cell {
    let size = shell.t1("open-data-kilobytes", "n", file.bytes.div_ceil(1000));
    Cell::link(&format!("/datos/archivos/{}", file.path), &format!("{} ({size})", file.path))
}
