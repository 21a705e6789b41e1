//! A printed page as plain data, and who prints it: whoever writes PDF is given what is on the page and decides
//! nothing about it. The same data prints a page's tables today and a meeting's papers later.
mod made;
mod print;

use serde::Serialize;

pub(crate) use made::asked;
pub(crate) use print::print;

/// Everything that stands on the paper. All of it is text, never markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Language of the text, as in `<html lang>`.
    pub lang: &'static str,
    /// Name of the file, without its ending; ASCII letters, digits and hyphens.
    pub name: String,
    pub title: String,
    /// Who publishes it, and of which country.
    pub publisher: String,
    /// The way from the home page.
    pub trail: Vec<String>,
    /// As of when everything is told.
    pub known: String,
    /// What marks a sample on each page, and what it means.
    pub sample: Option<Sample>,
    /// Where the same is read later, whatever is recorded meanwhile.
    pub address: String,
    /// The day of printing, in words; and as numbers for the file's own record.
    pub made: String,
    pub made_on: (i16, i8, i8),
    /// `Page {page} of {pages}`, with those two words in braces.
    pub numbering: String,
    pub blocks: Vec<Block>,
}

/// The mark of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sample {
    pub word: String,
    pub words: String,
}

/// A part of the page, in the order of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    Heading { text: String },
    Paragraph { text: String },
    Picture(Picture),
    Table(Grid),
}

/// A table as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grid {
    pub caption: String,
    /// What the reader must know before the rows: that there are more of them.
    pub lead: Option<String>,
    pub columns: Vec<Heading>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<String>>,
    pub total: Option<Vec<String>>,
    /// What stands in the place of rows where there are none.
    pub nothing: String,
    /// Abbreviations explained, digests: small print under the table.
    pub notes: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Heading {
    pub text: String,
    pub is_number: bool,
}

/// A drawing with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Picture {
    pub title: String,
    /// For who does not see it.
    pub description: String,
    /// The main drawing; absent where the picture is a list of small ones.
    pub drawing: Option<Drawing>,
    /// What its colours mean, or the rows of a list of drawings.
    pub keys: Vec<Key>,
    pub notes: Vec<String>,
}

/// A whole SVG document that needs nothing outside itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Drawing {
    pub svg: String,
    /// Width and height in units of the drawing.
    pub size: (i32, i32),
}

/// A small drawing and its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Key {
    pub name: String,
    pub drawing: Drawing,
    pub words: String,
}

impl Drawing {
    /// `inside` is written by this crate; `style` takes the place of the site's style sheet, which paper has not.
    pub(crate) fn new(size: (i32, i32), style: &str, inside: &str) -> Self {
        let (wide, high) = size;
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"><style>{style}</style>{inside}</svg>"#
        );
        Self { svg, size }
    }
}

/// Writes sheets as PDF. One is given to the program that serves as `Arc<dyn Printer>`.
pub trait Printer: Send + Sync {
    /// The whole file. The same sheet gives the same bytes. Slow: not for a thread that answers others.
    fn pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError>;
}

/// A sheet that the printer could not print; a defect of the program, not of the request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not printed: {0}")]
pub struct PrintError(pub String);
