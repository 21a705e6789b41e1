//! What posts send about an evaluation.
use axum::{
    extract::{FromRequest, Path, Request},
    response::Response,
};
use base::Digest;
use web::{
    App, PageError,
    gate::{Office, Posted, Sent},
};

use super::{
    super::{country, links, words},
    evaluation::{KIND, show},
    list::evaluator as named,
    see,
};
use crate::{
    actions::{self, Found, NewProgress, NewReport, Perform, Refusal},
    domain::{Commitment, CommitmentFault, EvaluationCode, Fault, Stance, Verdict},
    queries::Document,
};

async fn answer(
    office: &Office,
    code: &EvaluationCode,
    done: Result<(), Refusal>,
    what: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, &format!("{}/{code}", links::OFFICE), what)),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(office, code, Some(&words)).await
        }
    }
}

fn post(office: &Office) -> Result<String, PageError> {
    office.somebody.post().map(|post| post.post.clone()).ok_or(PageError::Forbidden)
}

/// A form with or without a file: acts of the procedure are both.
pub enum AnyForm {
    Texts(Posted),
    Parts(Box<Sent>),
}

impl AnyForm {
    fn text(&self, name: &str) -> &str {
        match self {
            Self::Texts(posted) => posted.text(name),
            Self::Parts(sent) => sent.text(name),
        }
    }

    fn kept(&mut self, office: &Office, field: &str) -> Result<Option<(Digest, String)>, PageError> {
        match self {
            Self::Texts(_) => Ok(None),
            Self::Parts(sent) => kept(office, sent, field),
        }
    }
}

impl FromRequest<App> for AnyForm {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let kind = request.headers().get(axum::http::header::CONTENT_TYPE);
        let in_parts = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/"));
        if in_parts {
            Ok(Self::Parts(Box::new(Sent::from_request(request, app).await?)))
        } else {
            Ok(Self::Texts(Posted::from_request(request, app).await?))
        }
    }
}

/// Keeps a file that was sent; none where none was.
fn kept(office: &Office, sent: &mut Sent, field: &str) -> Result<Option<(Digest, String)>, PageError> {
    let Some((name, bytes)) = sent.take(field) else { return Ok(None) };
    Ok(Some((office.app.files.put(bytes.as_slice())?, name)))
}

pub async fn evaluator(
    office: Office,
    Path(code): Path<EvaluationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = match named(&posted).and_then(|one| one.ok_or(Refusal::Evaluation(Fault::Evaluator))) {
        Ok(one) => actions::name_evaluator(&office.ctx(), country(&office.app), &code, one).await,
        Err(refusal) => Err(refusal),
    };
    answer(&office, &code, done, "evaluador").await
}

pub async fn report(
    office: Office,
    Path(code): Path<EvaluationCode>,
    mut sent: Sent,
) -> Result<Response, PageError> {
    let post = post(&office)?;
    let done = match sent.text("delivered_on").parse() {
        Ok(delivered_on) => {
            let summary = sent.text("summary").to_owned();
            let file = kept(&office, &mut sent, "file")?;
            let new = NewReport { delivered_on, summary, file, post };
            actions::deliver_report(&office.ctx(), country(&office.app), &code, new).await
        }
        Err(_) => Err(Refusal::DeliveredOn),
    };
    answer(&office, &code, done, "informe").await
}

pub async fn response(
    office: Office,
    Path(code): Path<EvaluationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = post(&office)?;
    let done = match posted.text("stance").parse::<Stance>() {
        Ok(stance) => actions::respond(&office.ctx(), (&code, &post), (stance, posted.text("text"))).await,
        Err(()) => Err(Refusal::ResponseText),
    };
    answer(&office, &code, done, "respuesta").await
}

pub async fn line(
    office: Office,
    Path(code): Path<EvaluationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let text = |name: &str| posted.text(name).to_owned();
    let done = match posted.text("deadline").parse() {
        Ok(deadline) => {
            let line = Commitment {
                code: text("commitment"),
                action: text("action"),
                responsible: text("responsible"),
                indicator: text("indicator"),
                target: text("target"),
                deadline,
            };
            actions::put_line(&office.ctx(), country(&office.app), &code, line).await
        }
        Err(_) => Err(CommitmentFault::Deadline.into()),
    };
    answer(&office, &code, done, "compromiso").await
}

pub async fn drop(
    office: Office,
    Path(code): Path<EvaluationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let done =
        actions::drop_line(&office.ctx(), country(&office.app), &code, posted.text("commitment")).await;
    answer(&office, &code, done, "compromiso").await
}

pub async fn perform(
    office: Office,
    Path(code): Path<EvaluationCode>,
    mut sent: AnyForm,
) -> Result<Response, PageError> {
    let (role, post) = match office.somebody.post() {
        Some(post) => (post.role, post.post.clone()),
        None => return Err(PageError::Forbidden),
    };
    let kind = sent.text(KIND).to_owned();
    let document = sent.kept(&office, "document")?;
    let documents =
        document.map(|(digest, name)| Document { kind, digest, name: name.chars().take(120).collect() });
    let asked = Perform {
        act: sent.text("act").to_owned(),
        role,
        post,
        reason: sent.text("reason").chars().take(2_000).collect(),
        documents: documents.into_iter().collect(),
    };
    let done = actions::perform(&office.ctx(), country(&office.app), &code, &asked).await;
    answer(&office, &code, done, "acto").await
}

pub async fn progress(
    office: Office,
    Path(code): Path<EvaluationCode>,
    mut sent: Sent,
) -> Result<Response, PageError> {
    let post = post(&office)?;
    let evidence = kept(&office, &mut sent, "file")?;
    let text = |name: &str| sent.text(name).to_owned();
    let new = NewProgress { commitment: text("commitment"), text: text("text"), evidence, post };
    let done = actions::report_progress(&office.ctx(), &code, new).await;
    answer(&office, &code, done, "avance").await
}

pub async fn verify(
    office: Office,
    Path(code): Path<EvaluationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = post(&office)?;
    let number = posted.text("number").parse::<i64>();
    let done = match (number, posted.text("verdict").parse::<Verdict>()) {
        (Ok(number), Ok(verdict)) => {
            let found = Found { number, verdict, reason: posted.text("reason").to_owned(), post };
            actions::verify_progress(&office.ctx(), &code, found).await
        }
        _ => Err(Refusal::NothingToVerify),
    };
    answer(&office, &code, done, "verificacion").await
}
