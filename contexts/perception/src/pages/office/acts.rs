//! What a post does with a wave.
use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use jiff::tz::Offset;
use web::{
    PageError,
    gate::{Office, Posted, Sent},
};

use super::{
    super::{chance, form, links, words},
    card, post, see,
    wave::{Wrong, show},
};
use crate::{
    actions::{self, Refusal},
    domain::{Channel, ReachFault, WaveCode},
    queries,
    reading::Unread,
};

/// Fields of how many a channel reached.
pub(super) const REACH: [(Channel, &str); 3] =
    [(Channel::Web, "reach_web"), (Channel::Phone, "reach_phone"), (Channel::Paper, "reach_paper")];

/// The next page, or the wave again with what was wrong.
async fn answered(
    office: &Office,
    code: &WaveCode,
    posted: Option<&Posted>,
    (done, what): (Result<(), Refusal>, &str),
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, &format!("{}/{code}", links::OFFICE), what)),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            let rows = match &refusal {
                Refusal::File(Unread::Rows(rows)) => Some(rows),
                _ => None,
            };
            show(office, code, Some(Wrong { posted, words, rows })).await
        }
    }
}

fn offset(office: &Office) -> Offset {
    office.app.frame.country.offset()
}

pub async fn rewrite(
    office: Office,
    Path(code): Path<WaveCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let mut read = office.app.db.read().await?;
    let found = queries::office_wave(&mut read, &code).await?.ok_or(PageError::NotFound)?;
    drop(read);
    // Whoever writes it anew, the body that conducts it stays.
    let done = match card::written(&posted, found.wave.card.entity) {
        Ok(card) => actions::draft_wave(&office.ctx(), offset(&office), Some(&code), (card, &by)).await,
        Err(refusal) => Err(refusal),
    };
    answered(&office, &code, Some(&posted), (done.map(|_| ()), "ficha")).await
}

pub async fn open(office: Office, Path(code): Path<WaveCode>) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = actions::open_wave(&office.ctx(), offset(&office), (&code, &by)).await;
    answered(&office, &code, None, (done, "abierta")).await
}

pub async fn sheet(
    office: Office,
    Path(code): Path<WaveCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let mut read = office.app.db.read().await?;
    let found = queries::office_wave(&mut read, &code).await?.ok_or(PageError::NotFound)?;
    drop(read);
    let new = form::chosen(&posted, found.wave.card.questions.iter(), chance()?);
    let channel: Result<Channel, ()> = posted.text("channel").parse();
    let done = match channel {
        Ok(channel) => {
            let key = (channel, posted.text("sheet").to_owned());
            actions::add_sheet(&office.ctx(), offset(&office), &code, key, new).await
        }
        Err(()) => Err(Refusal::NoChannel),
    };
    answered(&office, &code, Some(&posted), (done, "hoja")).await
}

pub async fn file(office: Office, Path(code): Path<WaveCode>, mut sent: Sent) -> Result<Response, PageError> {
    let done = match sent.take("file") {
        Some(file) => {
            let done = actions::add_file(&office.ctx(), offset(&office), &code, file, chance()?).await;
            done.map(|_| ())
        }
        None => Err(Refusal::File(Unread::Empty)),
    };
    answered(&office, &code, None, (done, "hojas")).await
}

/// How many each channel of the wave reached.
fn reach(posted: &Posted) -> Result<BTreeMap<Channel, u64>, ReachFault> {
    let mut found = BTreeMap::new();
    for (channel, name) in REACH {
        let digits: String = posted.text(name).chars().filter(|c| !c.is_whitespace()).collect();
        if digits.is_empty() {
            continue;
        }
        let is_number = digits.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_number);
        found.insert(channel, number.ok_or(ReachFault::None(channel))?);
    }
    Ok(found)
}

pub async fn close(
    office: Office,
    Path(code): Path<WaveCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = match reach(&posted) {
        Ok(reach) => actions::close_wave(&office.ctx(), (&code, &by), &reach).await,
        Err(fault) => Err(fault.into()),
    };
    answered(&office, &code, Some(&posted), (done, "cerrada")).await
}

pub async fn publish(office: Office, Path(code): Path<WaveCode>) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = actions::publish_wave(&office.ctx(), offset(&office), (&code, &by)).await;
    answered(&office, &code, None, (done, "publicada")).await
}
