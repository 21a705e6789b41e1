//! Files of a case: the draft put in, and what came with acts.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::Digest;
use web::{
    PageError, attachment,
    gate::{Office, Sent},
};

use super::{
    case::{Wrong, show},
    country, words,
};
use crate::{
    actions::{Refusal, put_draft},
    domain::CaseCode,
    queries,
};

/// Puts a draft in: every row is judged before anything is kept.
pub async fn put(office: Office, Path(code): Path<CaseCode>, mut sent: Sent) -> Result<Response, PageError> {
    let post = office.somebody.post().map(|post| post.post.clone()).unwrap_or_default();
    let Some((name, bytes)) = sent.take("draft") else {
        let words = office.app.frame.texts.t(office.view.lang, "formulation-refused-no-file", &[]);
        return show(&office, &code, Some(Wrong { words, rows: None })).await;
    };
    match put_draft(&office.ctx(), country(&office.app), (&code, &post), (&name, bytes)).await {
        Ok(_) => {
            let path = format!("{}/oficina/planes/{code}?hecho=proyecto", office.view.lang.prefix());
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            let rows = if let Refusal::Rows(rows) = refusal { Some(rows) } else { None };
            show(&office, &code, Some(Wrong { words, rows })).await
        }
    }
}

/// A file of this case, and of no other.
pub async fn get(
    office: Office,
    Path((code, digest)): Path<(CaseCode, String)>,
) -> Result<Response, PageError> {
    let digest: Digest = digest.parse().map_err(|_| PageError::NotFound)?;
    let mut reading = office.reading().await?;
    let (files, of, now) = (office.app.files.clone(), country(&office.app), office.app.now());
    let view =
        queries::case(reading.conn(), &files, of, (&code, now, "")).await.map_err(PageError::internal)?;
    let view = view.ok_or(PageError::NotFound)?;
    let drafts = view.drafts.iter().map(|draft| (draft.digest, &draft.name));
    let documents = view.taken.iter().flat_map(|taken| &taken.documents).map(|one| (one.digest, &one.name));
    let name = drafts.chain(documents).find(|(own, _)| *own == digest).map(|(_, name)| name);
    let name = name.ok_or(PageError::NotFound)?;
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut files.read(&digest)?, &mut bytes).map_err(PageError::internal)?;
    Ok(attachment(name, bytes))
}
