//! The study as a workbook, out and in.
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use sheets::Form;
use web::{
    Lang, PageError, Shell,
    gate::{Office, Sent},
};

use super::{super::words, Wrong, matter, study::show, study_of};
use crate::{
    actions::put_workbook,
    domain::Study,
    queries,
    reading::{Tongue, export},
};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub async fn get(office: Office, Path(code): Path<String>) -> Result<Response, PageError> {
    let study = study_of(&office, &code).await?;
    let mut reading = office.reading().await?;
    let content = queries::draft(reading.conn(), &code).await?;
    let shell = reading.shell("", matter(&study));
    let tongue = if shell.lang() == Lang::Es { Tongue::Spanish } else { Tongue::English };
    let mut forms = export(&content, tongue, |_, field| words::hint(&shell, field).unwrap_or_default());
    forms.push(help(&shell, &study));
    // A text longer than a cell holds: what the reader may do is in the words.
    let too_long = |_| PageError::Refused { key: "web-refused-xlsx", args: Vec::new() };
    let bytes = sheets::xlsx(&forms).map_err(too_long)?;
    let headers = [
        (header::CONTENT_TYPE, XLSX.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{code}.xlsx\"")),
    ];
    Ok((headers, bytes).into_response())
}

fn help(shell: &Shell, study: &Study) -> Form {
    let name = if shell.lang() == Lang::Es { "ayuda" } else { "help" };
    let mut rows = vec![vec![study.code.clone()], vec![shell.t("foresight-workbook-hint")]];
    if study.is_sample {
        rows.push(vec![shell.t("web-sample-title")]);
    }
    Form { name: name.to_owned(), headers: vec![shell.t("web-name")], notes: Vec::new(), rows }
}

/// Every row is judged before anything is kept.
pub async fn put(office: Office, Path(code): Path<String>, mut sent: Sent) -> Result<Response, PageError> {
    let Some((name, bytes)) = sent.take("file") else {
        let words = office.app.frame.texts.t(office.view.lang, "foresight-refused-no-file", &[]);
        return show(&office, &code, Some(Wrong { words, rows: Vec::new() })).await;
    };
    let today = office.app.frame.country.date_of(office.app.now());
    let done = put_workbook(&office.ctx(), &code, (&name, bytes), today).await.map(|_| ());
    super::study::answer(&office, &code, done, "libro").await
}
