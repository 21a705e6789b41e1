//! What a post does about alerts.
pub mod answer;
pub mod list;
pub mod tell;

use web::{App, Lang, PageError};

use super::offset;
use crate::{
    actions::{Refusal, TEXT_MAX},
    queries::Asked,
};

/// As of now.
pub(crate) fn asked_now(app: &App, known: base::Known) -> Asked {
    let offset = offset(app);
    let today = app.frame.country.date_of(app.now());
    Asked { known, on: today, known_on: today, offset }
}

/// What is said of a refusal that a person can do something about.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, web::Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("alerts-refused-{key}"), args))
    };
    match refusal {
        Refusal::NotRaised => say("not-raised", &[]),
        Refusal::Closed => say("closed", &[]),
        Refusal::NoWords => say("no-words", &[]),
        Refusal::TooLong => say("too-long", &[("max", TEXT_MAX.into())]),
        Refusal::Changed => say("changed", &[]),
        Refusal::NoElement(code) => say("no-element", &[("code", code.as_str().into())]),
        Refusal::NotOwn => say("not-own", &[]),
        Refusal::NotTold => say("not-told", &[]),
        Refusal::Alerts(_) | Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
    }
}
