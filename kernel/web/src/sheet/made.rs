//! The sheet of a page, made of the tables that the page takes away as files, with their pictures.
use axum::response::{IntoResponse as _, Response};
use base::Digest;

use super::{Block, Grid, Heading, Sample, Sheet, print};
use crate::components::{Cell, Table};
use crate::{Format, Html, Matter, PageError, Shell, cite, shell::Source};

/// Characters on one sheet at most, those of a cell counted as [`CELL_CHARACTERS`] at least: some fifty pages. What is
/// larger is read by programs, not on paper, and would keep a processor busy for minutes.
const CHARACTERS_MAX: usize = 150_000;
/// What a cell costs the printer even when it is empty, in characters.
const CELL_CHARACTERS: usize = 10;

/// The answer to `format=pdf`: the table that the view names, or all of them.
pub fn asked<'t>(shell: &Shell, tables: impl Iterator<Item = &'t Table>) -> Result<Response, PageError> {
    let wanted = shell.view.one("table");
    let tables: Vec<&Table> = tables.filter(|table| wanted.is_none_or(|id| id == table.id())).collect();
    if tables.is_empty() {
        return Err(PageError::NotFound);
    }
    let sheet = sheet(shell, &tables)?;
    Ok(print::Unprinted::new(sheet).into_response())
}

/// How many rows of a table fit in a room of so many characters, and the room that they take.
fn fitting(table: &Table, room: usize) -> (usize, usize) {
    let cell = |cell: &Cell| CELL_CHARACTERS.max(cell.exact.len());
    let (mut count, mut taken) = (0, 0_usize);
    for row in table.rows() {
        let with = taken + row.iter().map(cell).sum::<usize>();
        if with > room {
            break;
        }
        (count, taken) = (count + 1, with);
    }
    (count, taken)
}

fn sheet(shell: &Shell, tables: &[&Table]) -> Result<Sheet, PageError> {
    let pinned = cite::pinned(shell);
    let origin = shell.origin.clone().unwrap_or_default();
    let address = pinned.without("table").with_format(Format::Html).here();
    let numbering = [("page", "{page}".into()), ("pages", "{pages}".into())];
    let today = shell.today;
    let mut blocks = Vec::new();
    // What is drawn is seen first.
    let (drawn, plain): (Vec<&Table>, Vec<&Table>) =
        tables.iter().partition(|table| !table.pictures().is_empty());
    let mut room = CHARACTERS_MAX;
    for (at, table) in drawn.into_iter().chain(plain).enumerate() {
        // A fair share, and what those before it left.
        let (rows, taken) = fitting(table, room / (tables.len() - at).max(1));
        room -= taken;
        blocks.extend(table.pictures().iter().cloned().map(Block::Picture));
        blocks.push(Block::Table(grid(shell, table, rows)?));
    }
    if !shell.sources.is_empty() {
        blocks.push(Block::Heading { text: shell.t("web-source") });
        let said = |source: &Source| format!("{}: {}", source.name, source.told);
        blocks.extend(shell.sources.iter().map(|source| Block::Paragraph { text: said(source) }));
    }
    Ok(Sheet {
        lang: shell.lang().tag(),
        name: name(shell, tables),
        title: shell.title.clone(),
        publisher: format!("{} · {}", shell.t("web-name"), shell.frame().country.name),
        trail: shell.crumbs.iter().map(|crumb| crumb.text.clone()).collect(),
        known: shell.known_words(),
        sample: sample(shell),
        address: format!("{origin}{address}"),
        made: shell.t1("web-sheet-made", "date", shell.date(today)),
        made_on: (today.year(), today.month(), today.day()),
        numbering: shell.ta("web-page-of", &numbering),
        blocks,
    })
}

fn sample(shell: &Shell) -> Option<Sample> {
    match shell.matter {
        Matter::Real => None,
        Matter::Sample => Some(Sample { word: shell.t("web-sample"), words: shell.t("web-sample-page") }),
        Matter::Mixed => {
            let words = shell.t1("web-sample-mixed", "badge", shell.t("web-sample"));
            Some(Sample { word: shell.t("web-sample-some"), words })
        }
    }
}

/// Of the page's address; of a table alone, with its name.
fn name(shell: &Shell, tables: &[&Table]) -> String {
    let mark = if shell.matter == Matter::Sample { shell.t("web-sample") } else { String::new() };
    let path = shell.view.path();
    let table = shell.view.one("table").and_then(|_| tables.first()).map(|table| table.id());
    let whole =
        [mark.as_str(), if path == "/" { "quipu" } else { path }, table.unwrap_or_default()].join("-");
    let parts = whole.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join("-");
    name.chars().take(100).collect()
}

/// The table with its first rows; where there are more, it is said first.
fn grid(shell: &Shell, table: &Table, rows_max: usize) -> Result<Grid, PageError> {
    let columns = table.columns();
    let heading = |column: &crate::components::Column| Heading {
        text: column.name.clone(),
        is_number: column.is_number,
    };
    // A cell too few would put the figures after it under the names of others.
    let row = |row: &Vec<Cell>| -> Result<Vec<String>, PageError> {
        if row.len() == columns.len() {
            return Ok(row.iter().map(Cell::printed).collect());
        }
        let (id, cells, columns) = (table.id(), row.len(), columns.len());
        Err(PageError::Internal(format!("table {id}: a row of {cells} cells under {columns} columns")))
    };
    let meaning =
        |column: &crate::components::Column| Some(format!("{}: {}", column.name, column.meaning.as_ref()?));
    let meanings: Vec<String> = columns.iter().filter_map(meaning).collect();
    let sha256 = Digest::of(table.to_csv(shell).to_text()?.as_bytes()).to_string();
    let mut notes: Vec<String> = (!meanings.is_empty()).then(|| meanings.join(" · ")).into_iter().collect();
    notes.extend(table.notes().filter_map(Html::to_text));
    let rows = shell.t1("web-sheet-rows", "n", table.rows_count());
    notes.push(format!("{rows} · {}: {sha256}", shell.t("web-cite-sha256")));
    let all = table.rows_count();
    let counts = [("shown", shell.count(rows_max).into()), ("total", shell.count(all).into())];
    let lead = (rows_max < all).then(|| shell.ta("web-sheet-cut", &counts));
    Ok(Grid {
        caption: table.caption().to_owned(),
        columns: columns.iter().map(heading).collect(),
        lead,
        rows: table.rows().iter().take(rows_max).map(row).collect::<Result<_, _>>()?,
        total: table.total().map(row).transpose()?,
        nothing: shell.t("web-none"),
        notes,
    })
}

#[cfg(test)]
#[path = "made_tests.rs"]
mod tests;
