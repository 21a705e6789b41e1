//! Files of an evaluation: to everybody the report and the evidence that shows something, to the office all of them.
use axum::{extract::Path, response::Response};
use base::{Digest, Known};
use web::{PageError, Reading, attachment, gate::Office};

use crate::{domain::EvaluationCode, queries};

/// Name of a file that an evaluation holds; none where it holds no such file, or the reader may not have it.
async fn name(
    conn: &mut db::Conn,
    known: Known,
    (code, digest, is_office): (&EvaluationCode, &Digest, bool),
) -> Result<Option<String>, PageError> {
    let report = queries::report(conn, known, code).await?;
    let report = report.filter(|report| report.digest == *digest).map(|report| report.name);
    if report.is_some() {
        return Ok(report);
    }
    let shown = queries::progress(conn, known, code).await?;
    let mut shown = shown.into_iter().filter(|one| is_office || one.is_shown());
    let evidence = shown.find(|one| one.evidence == *digest).map(|one| one.evidence_name);
    if evidence.is_some() {
        return Ok(evidence);
    }
    let acts = queries::acts(conn, known, code).await?;
    let mut documents = acts.into_iter().flat_map(|taken| taken.documents);
    Ok(documents.find(|one| one.digest == *digest).map(|one| one.name))
}

fn sent(app: &web::App, name: &str, digest: &Digest) -> Result<Response, PageError> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut app.files.read(digest)?, &mut bytes).map_err(PageError::internal)?;
    Ok(attachment(name, bytes))
}

pub async fn shown(
    mut reading: Reading,
    Path((code, digest)): Path<(EvaluationCode, String)>,
) -> Result<Response, PageError> {
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let known = reading.known;
    let name = name(reading.conn(), known, (&code, &digest, false)).await?.ok_or(PageError::NotFound)?;
    sent(&reading.app, &name, &digest)
}

pub async fn of_office(
    office: Office,
    Path((code, digest)): Path<(EvaluationCode, String)>,
) -> Result<Response, PageError> {
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let mut reading = office.reading().await?;
    let known = reading.known;
    let name = name(reading.conn(), known, (&code, &digest, true)).await?.ok_or(PageError::NotFound)?;
    sent(&reading.app, &name, &digest)
}
