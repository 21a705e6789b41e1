use std::{io::Read, str::FromStr, sync::Arc};

use base::RowError;
use csv::StringRecord;

use crate::Error;

/// Where rows come from.
pub(crate) enum Source {
    Csv { reader: Box<csv::Reader<Box<dyn Read + Send>>>, row: StringRecord },
    Rows { rows: Arc<Vec<(u64, Vec<String>)>>, next: usize },
}

impl Source {
    /// Finds the delimiter in the first line, quotes respected.
    pub(crate) fn csv(mut text: Box<dyn Read + Send>) -> std::io::Result<Self> {
        let mut start = Vec::new();
        text.by_ref().take(64 * 1024).read_to_end(&mut start)?;
        let delimiter = delimiter(&start);
        let whole: Box<dyn Read + Send> = Box::new(std::io::Cursor::new(start).chain(text));
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(64 * 1024)
            .from_reader(whole);
        Ok(Self::Csv { reader: Box::new(reader), row: StringRecord::new() })
    }

    pub(crate) fn rows(rows: Arc<Vec<(u64, Vec<String>)>>) -> Self {
        Self::Rows { rows, next: 0 }
    }

    /// The next row with its line, its cells as written; `None` at the end. All cells of a row are one text:
    /// files have millions of rows and most cells are never kept.
    fn next(&mut self) -> Option<Result<(u64, StringRecord), csv::Error>> {
        match self {
            Self::Csv { reader, row } => match reader.read_record(row) {
                Ok(false) => None,
                Ok(true) => {
                    // The reader passes over blank lines before a record, so the line is counted back from its end.
                    let within = row.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
                    let line = reader.position().line().saturating_sub(1 + within);
                    Some(Ok((line, row.clone())))
                }
                Err(error) => Some(Err(error)),
            },
            Self::Rows { rows, next } => {
                let (line, cells) = rows.get(*next)?;
                *next += 1;
                Some(Ok((*line, cells.iter().map(String::as_str).collect())))
            }
        }
    }

    pub(crate) fn header(&mut self, file: &str, skipped: usize) -> Result<Vec<String>, Error> {
        for _ in 0..skipped {
            let _ = self.next();
        }
        loop {
            match self.next() {
                None => return Err(Error::NoHeader { file: file.to_owned() }),
                Some(Err(error)) => return Err(Error::Io { file: file.to_owned(), source: error.into() }),
                Some(Ok((_, row))) if is_blank(&row) => {}
                Some(Ok((_, row))) => {
                    let mut cells: Vec<String> = row.iter().map(|cell| clean(cell).to_owned()).collect();
                    while cells.last().is_some_and(String::is_empty) {
                        cells.pop();
                    }
                    return Ok(cells);
                }
            }
        }
    }
}

/// No blanks at the ends, also those of other scripts and the byte-order mark.
fn clean(cell: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    // Nearly every cell of the hundreds of millions of a long file.
    if is_plain(cell.as_bytes().first()) && is_plain(cell.as_bytes().last()) {
        return cell;
    }
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

fn is_blank(row: &StringRecord) -> bool {
    row.iter().all(|cell| clean(cell).is_empty())
}

fn delimiter(start: &[u8]) -> u8 {
    let mut quoted = false;
    let candidates = *b",;\t|";
    let mut counts = [0_usize; 4];
    for byte in start {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (count, candidate) in counts.iter_mut().zip(candidates) {
                    *count += usize::from(candidate == *byte);
                }
            }
        }
    }
    let best = candidates.into_iter().zip(counts).max_by_key(|(candidate, n)| (*n, *candidate == b','));
    best.filter(|(_, n)| *n > 0).map_or(b',', |(candidate, _)| candidate)
}

/// Reads record after record; blank rows are passed over.
pub struct Records {
    source: Source,
    file: Arc<str>,
    headers: Arc<[String]>,
    places: Arc<[(&'static str, Option<usize>)]>,
    ended: bool,
}

impl Records {
    pub(crate) fn new(
        source: Source,
        file: String,
        headers: Vec<String>,
        places: Vec<(&'static str, Option<usize>)>,
    ) -> Self {
        Self { source, file: file.into(), headers: headers.into(), places: places.into(), ended: false }
    }

    fn record(&self, line: u64, row: StringRecord) -> Result<Record, RowError> {
        let width = self.headers.len();
        let beyond = row.iter().skip(width).any(|cell| !clean(cell).is_empty());
        let workbook = matches!(self.source, Source::Rows { .. });
        if beyond || (row.len() < width && !workbook) {
            let found = row.len();
            let reason = format!("{found} values where the header names {width} columns");
            return Err(self.error(line, "", "", reason));
        }
        let multiline = row.as_slice().contains('\n');
        if multiline && row.iter().any(|cell| clean(cell).lines().count() > LINES_MAX) {
            let reason =
                "a quote is opened and not closed for hundreds of lines: the file is cut or damaged".into();
            return Err(self.error(line, "", "", reason));
        }
        Ok(Record { file: Arc::clone(&self.file), line, row, places: Arc::clone(&self.places) })
    }

    fn error(&self, line: u64, column: &str, value: &str, reason: String) -> RowError {
        RowError { file: self.file.to_string(), line, column: column.into(), value: value.into(), reason }
    }
}

/// Lines that one cell may span before an open quote is the likelier reason.
const LINES_MAX: usize = 500;

impl Iterator for Records {
    type Item = Result<Record, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.source.next() {
                None => self.ended = true,
                Some(Err(error)) => {
                    self.ended = true;
                    let line = error.position().map_or(0, csv::Position::line);
                    return Some(Err(self.error(line, "", "", format!("unreadable from here on: {error}"))));
                }
                Some(Ok((_, row))) if is_blank(&row) => {}
                Some(Ok((line, row))) => return Some(self.record(line, row)),
            }
        }
        None
    }
}

/// One row: fields by name.
#[derive(Clone, Debug)]
pub struct Record {
    file: Arc<str>,
    line: u64,
    row: StringRecord,
    places: Arc<[(&'static str, Option<usize>)]>,
}

impl Record {
    pub const fn line(&self) -> u64 {
        self.line
    }

    pub fn file(&self) -> &str {
        &self.file
    }

    /// What its text weighs in memory.
    pub fn bytes(&self) -> usize {
        self.row.as_slice().len()
    }

    /// Every cell in the order of the header, for importers whose columns are themselves data.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.row.iter().map(clean)
    }

    /// The trimmed text; empty where the cell or the optional column is.
    pub fn text(&self, field: &str) -> &str {
        let place = self.places.iter().find(|(name, _)| *name == field).and_then(|(_, place)| *place);
        place.and_then(|place| self.row.get(place)).map_or("", clean)
    }

    /// `None` where it is empty.
    pub fn opt(&self, field: &str) -> Option<&str> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    pub fn required(&self, field: &str) -> Result<&str, RowError> {
        self.opt(field).ok_or_else(|| self.error(field, "empty, and it is required"))
    }

    /// Reads the written form of `T`; an empty field is an error.
    pub fn parse<T: FromStr<Err: std::fmt::Display>>(&self, field: &str) -> Result<T, RowError> {
        self.required(field)?.parse().map_err(|reason: T::Err| self.error(field, reason.to_string()))
    }

    /// As [`Record::parse`]; `None` where it is empty.
    pub fn parse_opt<T: FromStr<Err: std::fmt::Display>>(&self, field: &str) -> Result<Option<T>, RowError> {
        let read = |text: &str| text.parse().map_err(|reason: T::Err| self.error(field, reason.to_string()));
        self.opt(field).map(read).transpose()
    }

    /// The parts of a list written with `;`, blanks and empty parts gone.
    pub fn list(&self, field: &str) -> Vec<&str> {
        self.text(field).split(';').map(str::trim).filter(|part| !part.is_empty()).collect()
    }

    /// This row refused for this field (or, with an empty name, as a whole).
    pub fn error(&self, field: &str, reason: impl Into<String>) -> RowError {
        let value = self.text(field).chars().take(120).collect();
        RowError {
            file: self.file.to_string(),
            line: self.line,
            column: field.into(),
            value,
            reason: reason.into(),
        }
    }
}
