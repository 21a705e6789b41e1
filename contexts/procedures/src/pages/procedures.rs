//! `/procedimientos`: how formal decisions are made, by which law, how long each step may take.
use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Table, empty};
use web::{Html, Matter, PageError, Reading, Shell, origins};
use workflow::{Procedure, Procedures};

use super::words;
use crate::queries;

#[derive(Template)]
#[template(path = "procedures.html")]
pub struct ProceduresPage {
    shell: Shell,
    table: Table,
    nothing: Html,
    calculator: String,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on, known_on) = (reading.known, reading.judged_on(), reading.known_on());
    let files = reading.app.files.clone();
    let all = queries::procedures(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let mut shell = reading.shell(&reading.t("procedures-list"), Matter::Real);
    let held = in_force(&all, on, known_on);
    let paths = queries::procedure_files(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    origins::add(&mut reading, &mut shell, &pack::origin(&paths)).await?;
    let page = ProceduresPage::of(shell, &held);
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

/// The version of each procedure that governs a case started on a day, by code.
fn in_force(all: &Procedures, on: jiff::civil::Date, known_on: jiff::civil::Date) -> Vec<&Procedure> {
    let mut codes: Vec<&str> = all.all().iter().map(|one| one.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().filter_map(|code| all.in_force(code, on, known_on)).collect()
}

impl ProceduresPage {
    pub fn of(shell: Shell, held: &[&Procedure]) -> Self {
        let columns = vec![
            Column::text(&shell.t("procedures-procedure")),
            Column::text(&shell.t("procedures-code")),
            Column::text(&shell.t("procedures-norm")),
            Column::number(&shell.t("procedures-states")),
            Column::number(&shell.t("procedures-acts")),
            Column::number(&shell.t("procedures-clocks")),
        ];
        let mut table = Table::new("procedimientos", &shell.t("procedures-list"), columns).stacked();
        for one in held {
            let norm = one.source.as_ref().map(words::norm).unwrap_or_default();
            table.push(vec![
                Cell::link(
                    &shell.view.link_to(&["procedimiento", &one.code]),
                    words::title(&shell, &one.title),
                ),
                Cell::text(&one.code),
                Cell::text(&norm),
                Cell::count(&shell, one.states.len()),
                Cell::count(&shell, one.acts.len()),
                Cell::count(&shell, one.clocks.len()),
            ]);
        }
        let nothing = if held.is_empty() { empty(&shell.t("procedures-none")) } else { Html::default() };
        let calculator = shell.link(super::PATH);
        Self { table: table.with_files(&shell), nothing, calculator, shell }
    }
}
