//! Pages put together from sections, for rooms whose pages need no layout of their own.
use std::borrow::Cow;

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{
    Html, Lang, PageError, Shell,
    components::{Cell, Column, Notice, NoticeKind, Table, empty},
    html,
};

/// What a section holds.
pub enum Part {
    Words(Html),
    Html(Html),
    Table(Table),
    /// Stands within other markup; asked for as a file by its name.
    Hidden(Table),
    List(Vec<Html>),
    Upload(Upload),
}

/// The form of one file.
pub struct Upload {
    pub action: String,
    pub label: String,
    pub hint: String,
    pub button: String,
}

/// A heading and what stands under it.
#[derive(Default)]
pub struct Section {
    pub id: Cow<'static, str>,
    pub heading: String,
    pub parts: Vec<Part>,
}

/// A page in the making.
#[derive(Template)]
#[template(path = "sections.html")]
pub struct Page {
    pub shell: Shell,
    notices: Vec<Notice>,
    sections: Vec<Section>,
    is_wrong: bool,
}

impl Section {
    /// The first of a page, right below its title.
    pub fn top() -> Self {
        Self::default()
    }

    pub fn new(id: impl Into<Cow<'static, str>>, heading: &str) -> Self {
        Self { id: id.into(), heading: heading.to_owned(), parts: Vec::new() }
    }

    #[must_use]
    pub fn say(mut self, words: impl Into<Html>) -> Self {
        self.parts.push(Part::Words(words.into()));
        self
    }

    #[must_use]
    pub fn html(mut self, html: impl Into<Html>) -> Self {
        self.parts.push(Part::Html(html.into()));
        self
    }

    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self.parts.push(Part::Table(table));
        self
    }

    /// The table, or words where there is nothing in it; as a file it is there all the same.
    #[must_use]
    pub fn table_or(self, table: Table, none: &str) -> Self {
        if table.is_empty() { self.hidden(table).html(empty(none)) } else { self.table(table) }
    }

    #[must_use]
    pub fn hidden(mut self, table: Table) -> Self {
        self.parts.push(Part::Hidden(table));
        self
    }

    #[must_use]
    pub fn list(mut self, items: Vec<Html>) -> Self {
        self.parts.push(Part::List(items));
        self
    }

    #[must_use]
    pub fn upload(mut self, upload: Upload) -> Self {
        self.parts.push(Part::Upload(upload));
        self
    }
}

impl Page {
    pub const fn new(shell: Shell) -> Self {
        Self { shell, notices: Vec::new(), sections: Vec::new(), is_wrong: false }
    }

    pub fn add(&mut self, section: Section) {
        self.sections.push(section);
    }

    pub fn add_all(&mut self, sections: impl IntoIterator<Item = Section>) {
        self.sections.extend(sections);
    }

    /// What was done, where the address names it among those that the page knows: the message `PREFIX-done-WHAT`.
    pub fn done(&mut self, prefix: &str, known: &[&str]) {
        let done = self.shell.view.one("hecho").filter(|what| known.contains(what)).map(str::to_owned);
        if let Some(what) = done {
            let words = self.shell.t(&format!("{prefix}-done-{what}"));
            self.notices.push(Notice::new(&self.shell, NoticeKind::Done, Html::text(&words)));
        }
    }

    pub fn wrong(&mut self, words: &str) {
        self.is_wrong = true;
        self.notices.push(Notice::new(&self.shell, NoticeKind::Warning, Html::text(words)));
    }

    pub fn important(&mut self, words: &str) {
        self.notices.push(Notice::new(&self.shell, NoticeKind::Important, Html::text(words)));
    }

    /// The page, or the table of it that is asked for as a file.
    pub fn answer(&self) -> Result<Response, PageError> {
        let parts = self.sections.iter().flat_map(|section| &section.parts);
        let tables = parts.filter_map(|part| match part {
            Part::Table(table) | Part::Hidden(table) => Some(table),
            _ => None,
        });
        if let Some(file) = Table::asked(&self.shell, tables) {
            return file;
        }
        let mut response = html(self)?.into_response();
        if self.is_wrong {
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        Ok(response)
    }
}

/// A text in the language of the page; where it was not written, the Spanish one, marked as such.
pub fn said(shell: &Shell, spanish: &str, english: Option<&str>) -> Html {
    #[derive(Template)]
    #[template(ext = "html", source = r#"<span lang="es">{{ text }}</span>"#)]
    struct Spanish<'a> {
        text: &'a str,
    }
    match (shell.lang(), english) {
        (Lang::Es, _) => Html::text(spanish),
        (Lang::En, Some(english)) => Html::text(english),
        (Lang::En, None) => Html::of(&Spanish { text: spanish }),
    }
}

/// The same for titles, where no markup can stand.
pub fn plainly<'a>(shell: &Shell, spanish: &'a str, english: Option<&'a str>) -> &'a str {
    if shell.lang() == Lang::En { english.unwrap_or(spanish) } else { spanish }
}

/// A way to another page.
pub fn link(href: &str, text: &str) -> Html {
    Cell::link(href, text).shown
}

/// A table with caption and columns named by messages `PREFIX-…`; columns that begin with `#` hold numbers.
pub fn table(shell: &Shell, prefix: &str, (id, caption): (&str, &str), columns: &[&str]) -> Table {
    let column = |key: &&str| match key.strip_prefix('#') {
        Some(key) => Column::number(&shell.t(&format!("{prefix}-{key}"))),
        None => Column::text(&shell.t(&format!("{prefix}-{key}"))),
    };
    Table::new(id, &shell.t(&format!("{prefix}-{caption}")), columns.iter().map(column).collect())
}
