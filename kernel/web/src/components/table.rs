//! Tables: one declaration gives the page, for eyes and screen readers, and the CSV.
use askama::Template;
use axum::{http::header, response::IntoResponse as _};
use base::Money;

use super::safe;
use crate::{
    Csv, Format, Html, PageError, Shell, cite,
    sheet::{self, Picture},
};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A way to the rows of a table other than the page.
struct FileLink {
    href: String,
    text: String,
    title: String,
    is_file: bool,
}

/// A column: its name as officials know it.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    /// What the name stands for, where it is an abbreviation (`PIM`).
    pub meaning: Option<String>,
    /// Where the name is explained.
    pub term: Option<String>,
    pub is_number: bool,
}

impl Column {
    pub fn text(name: &str) -> Self {
        Self { name: name.to_owned(), meaning: None, term: None, is_number: false }
    }

    pub fn number(name: &str) -> Self {
        Self { name: name.to_owned(), meaning: None, term: None, is_number: true }
    }

    /// Makes the name a way to where it is explained.
    #[must_use]
    pub fn term(mut self, href: String) -> Self {
        self.term = Some(href);
        self
    }

    #[must_use]
    pub fn meaning(mut self, meaning: &str) -> Self {
        self.meaning = Some(meaning.to_owned());
        self
    }
}

/// A cell: as shown, and exact for files.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub shown: Html,
    pub exact: String,
}

impl Cell {
    pub fn text(text: &str) -> Self {
        Self { shown: Html::text(text), exact: text.to_owned() }
    }

    /// `href` from the view, so that it keeps its state.
    pub fn link(href: &str, text: &str) -> Self {
        let (href, shown) = (Html::text(href), Html::text(text));
        let markup = format!(r#"<a class="govuk-link" href="{href}">{shown}</a>"#);
        Self { shown: Html::trusted(markup), exact: text.to_owned() }
    }

    /// `1,234,567.89` or as the language of the page writes it, `1234567.89` in files.
    pub fn money(shell: &Shell, money: Money) -> Self {
        Self { shown: Html::text(&shell.money_exact(money)), exact: money.to_string() }
    }

    /// One decimal on the page as in the treasury's own tables, all of it in files; absent where undefined.
    pub fn percent(shell: &Shell, percent: Option<f64>) -> Self {
        percent.filter(|p| p.is_finite()).map_or_else(Self::default, |percent| Self {
            shown: Html::text(&shell.percent(percent)),
            exact: percent.to_string(),
        })
    }

    /// The same with its bar.
    pub fn percent_bar(shell: &Shell, percent: Option<f64>) -> Self {
        let Some(percent) = percent.filter(|p| p.is_finite()) else { return Self::default() };
        let shown = shell.percent(percent);
        Self { shown: super::bar(percent, &shown), exact: percent.to_string() }
    }

    pub fn count(shell: &Shell, count: usize) -> Self {
        Self { shown: Html::text(&shell.count(count)), exact: count.to_string() }
    }

    /// Any mark or markup, with what files say in its place.
    pub fn html(shown: Html, exact: &str) -> Self {
        Self { shown, exact: exact.to_owned() }
    }

    /// As shown, in words alone.
    pub(crate) fn printed(&self) -> String {
        self.shown.to_text().unwrap_or_else(|| self.exact.clone())
    }
}

/// A table with its caption, its scrolling box on small screens, and its CSV.
#[derive(Template)]
#[template(path = "components/table.html")]
pub struct Table {
    /// Unique in the page.
    id: String,
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// Words in place of rows, each before the row of that number.
    notes: Vec<(usize, Html)>,
    total: Option<Vec<Cell>>,
    files: Vec<FileLink>,
    /// Drawings of the same values, for paper.
    pictures: Vec<Picture>,
    is_wide: bool,
    is_stacked: bool,
}

safe!(Table);

impl Table {
    pub fn new(id: &str, caption: &str, columns: Vec<Column>) -> Self {
        let (id, caption) = (id.to_owned(), caption.to_owned());
        Self {
            id,
            caption,
            columns,
            rows: Vec::new(),
            notes: Vec::new(),
            total: None,
            files: Vec::new(),
            pictures: Vec::new(),
            is_wide: false,
            is_stacked: false,
        }
    }

    pub fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// Words that stand where rows would, after those pushed so far: what is left out, or why there is nothing.
    /// Files leave them out.
    pub fn note(&mut self, words: Html) {
        self.notes.push((self.rows.len(), words));
    }

    /// A last row that sums the others; files leave it out.
    #[must_use]
    pub fn with_total(mut self, total: Vec<Cell>) -> Self {
        self.total = Some(total);
        self
    }

    /// For tables of many amounts: broader than the text where the screen has room, smaller print, and the
    /// first column stays in sight while the others scroll.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// For tables of texts: on a small screen each row is a block of its own and every value has the name of
    /// its column before it, so that nothing is to the right of the screen.
    #[must_use]
    pub const fn stacked(mut self) -> Self {
        self.is_stacked = true;
        self
    }

    /// The drawing of the same values: it goes before the table on paper. It is drawn where paper is asked for.
    #[must_use]
    pub fn with_picture(mut self, shell: &Shell, draw: impl FnOnce() -> Option<Picture>) -> Self {
        if shell.view.format == Format::Pdf {
            self.pictures.extend(draw());
        }
        self
    }

    /// Shows the links to this table as CSV, XLSX and PDF, and to how it is cited. A page with several tables
    /// answers with the one that `table=` names: see [`Table::asked`].
    #[must_use]
    pub fn with_files(mut self, shell: &Shell) -> Self {
        let view = shell.view.with("table", &self.id);
        let link = |format: Format, key: &str| FileLink {
            href: view.with_format(format).here(),
            text: shell.t(key),
            title: shell.t1(&format!("{key}-title"), "table", self.caption.as_str()),
            is_file: format != Format::Cite,
        };
        self.files = vec![
            link(Format::Csv, "web-table-csv"),
            link(Format::Xlsx, "web-table-xlsx"),
            link(Format::Pdf, "web-table-pdf"),
            link(Format::Cite, "web-table-cite"),
        ];
        shell.offers_files();
        self
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The file behind the link.
    pub fn to_csv(&self, shell: &Shell) -> Csv {
        let headers = self.columns.iter().map(|column| column.name.clone()).collect();
        let mut csv = Csv::new(&self.id, shell.matter, &shell.t("web-sample"), headers);
        for row in &self.rows {
            csv.push(row.iter().map(|cell| cell.exact.clone()).collect());
        }
        csv
    }

    /// The same rows as a workbook. Samples say so in the name and in a last column.
    pub fn to_xlsx(&self, shell: &Shell) -> Result<axum::response::Response, PageError> {
        let mark = (shell.matter == crate::Matter::Sample).then(|| shell.t("web-sample"));
        let mut columns: Vec<(String, bool)> =
            self.columns.iter().map(|column| (column.name.clone(), column.is_number)).collect();
        columns.extend(mark.clone().map(|mark| (mark, false)));
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.exact.clone()).chain(mark.clone()).collect();
        let data = sheets::Data { name: self.id.clone(), columns, rows: self.rows.iter().map(row).collect() };
        let too_large = |_| PageError::Refused { key: "web-refused-xlsx", args: Vec::new() };
        let bytes = sheets::data_xlsx(&data).map_err(too_large)?;
        let mark = mark.map(|mark| format!("{mark}-")).unwrap_or_default();
        let headers = [
            (header::CONTENT_TYPE, XLSX.to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{mark}{}.xlsx\"", self.id)),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
        ];
        Ok((headers, bytes).into_response())
    }

    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(crate) fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    pub(crate) const fn total(&self) -> Option<&Vec<Cell>> {
        self.total.as_ref()
    }

    /// Words that stand where rows would.
    pub(crate) fn notes(&self) -> impl Iterator<Item = &Html> {
        self.notes.iter().map(|(_, words)| words)
    }

    pub(crate) fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// Name as it stands above the table.
    pub fn caption(&self) -> &str {
        &self.caption
    }

    pub fn rows_count(&self) -> usize {
        self.rows.len()
    }

    /// The file, or the citation, among `tables` that the view asks for (the first where it names none; for paper all
    /// of them); `None` when it asks for a page.
    pub fn asked<'t>(
        shell: &Shell,
        tables: impl IntoIterator<Item = &'t Self>,
    ) -> Option<Result<axum::response::Response, PageError>> {
        let answer: fn(&Self, &Shell) -> Result<axum::response::Response, PageError> = match shell.view.format
        {
            Format::Csv => |table, shell| table.to_csv(shell).into_response(),
            Format::Xlsx => Self::to_xlsx,
            Format::Cite => cite::page,
            Format::Pdf => return Some(sheet::asked(shell, tables.into_iter())),
            Format::Html | Format::Json => return None,
        };
        let wanted = shell.view.one("table");
        let mut tables = tables.into_iter();
        let table = tables.find(|table| wanted.is_none_or(|id| id == table.id));
        Some(table.map_or(Err(PageError::NotFound), |table| answer(table, shell)))
    }

    /// The name of a column before its value, where rows are stacked.
    #[allow(clippy::trivially_copy_pass_by_ref)] // templates pass references
    fn label(&self, at: &usize) -> Option<&str> {
        self.columns.get(*at).filter(|_| self.is_stacked).map(|column| column.name.as_str())
    }

    /// The words that stand before a row, or after the last.
    #[allow(clippy::trivially_copy_pass_by_ref)] // templates pass references
    fn notes_at(&self, at: &usize) -> Vec<&Html> {
        self.notes.iter().filter(|(before, _)| before == at).map(|(_, words)| words).collect()
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // templates pass references
    fn is_number(&self, at: &usize) -> bool {
        self.columns.get(*at).is_some_and(|column| column.is_number)
    }
}
