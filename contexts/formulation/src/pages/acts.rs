//! Acts of the procedure, and what is said of a draft.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use web::{
    PageError,
    gate::{Office, Posted, Sent},
};

use super::{
    case::{Wrong, show},
    country, words,
};
use crate::{
    actions::{self, Perform},
    domain::{CaseCode, Document},
};

/// Files of acts are named so in forms: `document-minutes`.
pub(super) const FILE: &str = "document-";

pub async fn perform(office: Office, Path(code): Path<CaseCode>, sent: Sent) -> Result<Response, PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?;
    let mut documents = Vec::new();
    for (field, name, bytes) in sent.files() {
        // The draft is the one that was put in and judged, never another that comes with an act.
        let Some(kind) = field.strip_prefix(FILE).filter(|kind| *kind != crate::DRAFT) else { continue };
        let digest = office.app.files.put(bytes)?;
        documents.push(Document { kind: kind.to_owned(), digest, name: name.chars().take(120).collect() });
    }
    let asked = Perform {
        act: sent.text("act").to_owned(),
        role: post.role,
        post: post.post.clone(),
        reason: sent.text("reason").to_owned(),
        extend_by: sent.text("extend_by").parse().ok(),
        documents,
        resolution: sent.text("resolution").chars().take(200).collect(),
    };
    let done = actions::perform(&office.ctx(), country(&office.app), &code, &asked).await;
    answer(&office, &code, done, "acto").await
}

pub async fn comment(
    office: Office,
    Path(code): Path<CaseCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?.post.clone();
    let element = Some(posted.text("element")).filter(|element| !element.is_empty());
    let done = actions::comment(&office.ctx(), (&code, &post), element, posted.text("text")).await;
    answer(&office, &code, done, "comentario").await
}

async fn answer(
    office: &Office,
    code: &CaseCode,
    done: Result<(), actions::Refusal>,
    what: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => {
            let path = format!("{}/oficina/planes/{code}?hecho={what}", office.view.lang.prefix());
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(office, code, Some(Wrong { words, rows: None })).await
        }
    }
}
