//! `/consultas`: drafts that everybody is asked about, and those that everybody was.
use askama::Template;
use axum::response::Response;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Column, Table, empty},
    origins,
};

use super::country;
use crate::queries::{self, Course};

#[derive(Template)]
#[template(path = "consultations.html")]
struct ConsultationsPage {
    shell: Shell,
    table: Table,
    none: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, files, of) = (reading.known, reading.app.files.clone(), country(&reading.app));
    let now = moment(&reading);
    let all = queries::consultations(reading.conn(), &files, of, (known, now)).await;
    let all = all.map_err(PageError::internal)?;
    let codes: Vec<&str> = all.iter().map(|(one, _)| one.entity.as_str()).collect();
    let today = reading.today;
    let bodies = directory::queries::entities_of(reading.conn(), known, today, &codes).await?;
    let mut shell = reading.shell(&reading.t("formulation-consultations"), Matter::Real);
    let rows = [journal::Rows::of("formulation_consultations")];
    origins::add(&mut reading, &mut shell, &rows).await?;
    let names = ["title", "plan", "body", "opened", "course"];
    let columns =
        names.map(|name| Column::text(&shell.t(&format!("formulation-consultations-{name}")))).to_vec();
    let mut table = Table::new("consultas", &shell.t("formulation-consultations"), columns).stacked();
    for (one, course) in &all {
        let body = bodies.iter().find(|body| body.code == one.entity);
        table.push(vec![
            Cell::link(&shell.view.link_to(&["consulta", one.code.as_str()]), &one.title),
            Cell::text(&format!("{}@{}", one.plan, one.version)),
            Cell::text(body.map_or(one.entity.as_str(), |body| body.name.as_str())),
            Cell::text(&shell.moment(one.opened_at)),
            Cell::text(&said(&shell, course)),
        ]);
    }
    let none =
        if all.is_empty() { empty(&shell.t("formulation-consultations-none")) } else { Html::default() };
    let page = ConsultationsPage { table: table.with_files(&shell), none, shell };
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

/// The instant that the page tells of: the known one.
pub(super) fn moment(reading: &Reading) -> jiff::Timestamp {
    reading.view.known.instant(&reading.app.frame.country).unwrap_or_else(|| reading.app.now())
}

/// In words, where a consultation stands.
pub(super) fn said(shell: &Shell, course: &Course) -> String {
    match course {
        Course::Open(Some(due)) => shell.t1("formulation-course-open", "date", shell.date(*due)),
        Course::Open(None) => shell.t("formulation-course-open-undated"),
        Course::Answering => shell.t("formulation-course-answering"),
        Course::Reported => shell.t("formulation-course-reported"),
    }
}
