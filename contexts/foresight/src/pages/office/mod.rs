//! Where a body works on its studies.
pub mod book;
pub mod list;
pub mod moderation;
pub mod rows;
pub mod study;

use axum::response::{IntoResponse, Redirect, Response};
use web::{
    Matter, PageError, Shell,
    components::{Cell, Table},
    gate::Office,
};

use super::{
    links::OFFICE,
    parts::{Page, Section, plainly, table},
    words,
};
use crate::{actions::Refusal, domain::Study, queries, reading::Refused};

/// What was wrong with what was sent.
pub(super) struct Wrong {
    pub words: String,
    pub rows: Vec<Refused>,
}

impl Wrong {
    pub fn of(office: &Office, refusal: Refusal) -> Result<Self, PageError> {
        let words = words::refused(&office.app, office.view.lang, &refusal)?;
        let rows = if let Refusal::Rows(rows) = refusal { rows } else { Vec::new() };
        Ok(Self { words, rows })
    }

    /// Says it at the top of the page, with a table of the rows to correct.
    pub fn tell(&self, page: &mut Page) {
        page.wrong(&self.words);
        if !self.rows.is_empty() {
            let table = refused(&page.shell, &self.rows);
            page.add(Section::top().table(table));
        }
    }
}

/// Rows shown at most of those to be corrected.
const REFUSED_MAX: usize = 100;

fn refused(shell: &Shell, rows: &[Refused]) -> Table {
    let columns = ["row-sheet", "row-line", "row-column", "row-value", "row-why"];
    let mut table = table(shell, "filas", "rows", &columns).stacked();
    for row in rows.iter().take(REFUSED_MAX) {
        let line = if row.line == 0 { String::new() } else { row.line.to_string() };
        table.push(vec![
            Cell::text(&row.sheet),
            Cell::text(&line),
            Cell::text(&row.column),
            Cell::text(&row.value),
            Cell::text(&words::why(shell, row)),
        ]);
    }
    table
}

/// The study that the guard judged, and the shell of a page below it.
async fn study_of(office: &Office, code: &str) -> Result<Study, PageError> {
    let mut read = office.app.db.read().await?;
    queries::study(&mut read, code).await?.ok_or(PageError::NotFound)
}

fn matter(study: &Study) -> Matter {
    Matter::of(study.is_sample)
}

/// The way to a page of the study's office.
fn under(shell: Shell, study: &Study) -> Shell {
    let [office, list] = ["foresight-office", "foresight-office-title"].map(|key| shell.t(key));
    let title = plainly(&shell, &study.title, study.title_en.as_deref()).to_owned();
    shell.under("/oficina", &office).under(OFFICE, &list).under(&format!("{OFFICE}/{}", study.code), &title)
}

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{OFFICE}/{path}?hecho={done}", office.view.lang.prefix())).into_response()
}
