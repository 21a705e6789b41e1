//! Files of evidence: to everybody those that a verdict is about, to the municipality and to who verifies all of them.
use axum::{extract::Path, response::Response};
use base::{Digest, Known};
use web::{PageError, Reading, Shell, attachment, gate::Office};

use super::goal::named;
use crate::{
    domain::{GoalRef, OfferRef},
    queries::{self, Of},
};

pub(super) fn href(shell: &Shell, at: &GoalRef, digest: &Digest) -> String {
    let year = at.year().to_string();
    shell.view.link_to(&["incentivos", &year, at.code(), "archivo", &digest.to_string()])
}

fn sent(app: &web::App, name: &str, digest: &Digest) -> Result<Response, PageError> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut app.files.read(digest)?, &mut bytes).map_err(PageError::internal)?;
    Ok(attachment(name, bytes))
}

pub async fn shown(
    mut reading: Reading,
    Path((year, code, digest)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let at = named(&year, &code)?;
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let known = reading.known;
    let lines = queries::board(reading.conn(), known, Of::Goal(&at)).await?;
    let mut shown = lines.iter().filter(|line| line.dossier.shows(&digest));
    let name = shown.find_map(|line| line.dossier.name_of(&digest)).ok_or(PageError::NotFound)?;
    sent(&reading.app, name, &digest)
}

pub async fn of_office(
    office: Office,
    Path((at, digest)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let at: OfferRef = at.parse().map_err(|_| PageError::NotFound)?;
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let mut read = office.app.db.read().await?;
    let line = queries::offer(&mut read, Known::NOW, &at).await?.ok_or(PageError::NotFound)?;
    let name = line.dossier.name_of(&digest).ok_or(PageError::NotFound)?;
    sent(&office.app, name, &digest)
}
