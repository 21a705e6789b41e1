//! Tables as files: the same rows as on the page, exact.
use axum::{
    http::header,
    response::{IntoResponse, Response},
};

use crate::{Matter, PageError};

/// A CSV answer. UTF-8 with a byte order mark, because the spreadsheets of public offices open a file
/// without it as Latin-1; commas; CRLF (RFC 4180). Texts that a spreadsheet would run as a formula get
/// an apostrophe in front. Samples say so in their name and in a last column.
pub struct Csv {
    name: String,
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    sample_mark: Option<String>,
}

impl Csv {
    /// `name` without extension: ASCII letters, digits and hyphens; others become hyphens.
    /// `sample_mark` is the word in the language of the page (`Shell::t("web-sample")`).
    pub fn new(name: &str, matter: Matter, sample_mark: &str, headers: Vec<String>) -> Self {
        let mark = (matter == Matter::Sample).then(|| sample_mark.to_owned());
        let name = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Self { name, headers, rows: Vec::new(), sample_mark: mark }
    }

    pub fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    pub fn to_text(&self) -> Result<String, PageError> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(Vec::new());
        let mark = self.sample_mark.as_deref();
        let header = self.headers.iter().map(String::as_str).chain(mark);
        writer.write_record(header).map_err(PageError::internal)?;
        for row in &self.rows {
            let cells = row.iter().map(|cell| inert(cell));
            writer.write_record(cells.chain(mark.map(str::to_owned))).map_err(PageError::internal)?;
        }
        let bytes = writer.into_inner().map_err(PageError::internal)?;
        let text = String::from_utf8(bytes).map_err(PageError::internal)?;
        Ok(format!("\u{feff}{text}"))
    }

    pub fn into_response(self) -> Result<Response, PageError> {
        let body = self.to_text()?;
        let mark = self.sample_mark.as_deref().map(|mark| format!("{mark}-")).unwrap_or_default();
        let disposition = format!("attachment; filename=\"{mark}{}.csv\"", self.name);
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
        ];
        Ok((headers, body).into_response())
    }
}

fn inert(cell: &str) -> String {
    let number =
        cell.strip_prefix(['-', '+']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

/// A file that somebody put in, to be kept by who asks for it: no browser shows it as a page of this site.
pub fn attachment(name: &str, bytes: Vec<u8>) -> axum::response::Response {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let headers = [
        (axum::http::header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (axum::http::header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")),
    ];
    axum::response::IntoResponse::into_response((headers, bytes))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_spreadsheet_opens_it_and_runs_nothing() {
        let mut csv =
            Csv::new("Ejecución 2020", Matter::Real, "muestra", vec!["Código".into(), "PIM".into()]);
        csv.push(vec!["0001".into(), "-5.00".into()]);
        csv.push(vec!["=1+1".into(), "a,\"b\"".into()]);
        assert_eq!(csv.to_text().unwrap(), "\u{feff}Código,PIM\r\n0001,-5.00\r\n'=1+1,\"a,\"\"b\"\"\"\r\n");
        let response = csv.into_response().unwrap();
        assert_eq!(response.headers()["content-disposition"], "attachment; filename=\"Ejecuci-n-2020.csv\"");
    }

    #[test]
    fn a_sample_says_so_in_its_name_and_in_every_row() {
        let mut csv = Csv::new("plan", Matter::Sample, "muestra", vec!["Código".into()]);
        csv.push(vec!["OE1".into()]);
        assert_eq!(csv.to_text().unwrap(), "\u{feff}Código,muestra\r\nOE1,muestra\r\n");
        let response = csv.into_response().unwrap();
        assert_eq!(response.headers()["content-disposition"], "attachment; filename=\"muestra-plan.csv\"");
    }
}
