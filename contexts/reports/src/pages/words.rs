//! Refusals in words.
use web::{App, Arg, Lang, PageError};

use super::unread;
use crate::{actions::Refusal, domain::Refused};

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("reports-refused-{key}"), args))
    };
    let refused = match refusal {
        Refusal::Report(refused) => refused,
        Refusal::Unread(error) => return Err(unread(error)),
        other => return Err(PageError::internal(other)),
    };
    match refused {
        Refused::NoDuty(_) | Refused::NoEdition => Err(PageError::NotFound),
        Refused::NoPeriod(period) => say("no-period", &[("period", period.into())]),
        Refused::NotOver(end) => {
            say("not-over", &[("date", web::figures::date(&app.frame.texts, lang, end).into())])
        }
        Refused::NotReproduced(found) => say("not-reproduced", &[("checksum", found.to_string().into())]),
        Refused::NotYours(entity) => say("not-yours", &[("entity", entity.into())]),
        other => say(plain(&other), &[]),
    }
}

const fn plain(refused: &Refused) -> &'static str {
    match refused {
        Refused::Known => "known",
        Refused::Stands => "stands",
        Refused::NothingToCorrect => "nothing-to-correct",
        Refused::Same => "same",
        Refused::Dropped => "dropped",
        Refused::Signed => "signed",
        Refused::OwnWork => "own-work",
        Refused::NotSigned => "not-signed",
        Refused::Published => "published",
        Refused::NotStanding => "not-standing",
        Refused::OtherChecksum => "other-checksum",
        // Whatever else there is was said before.
        _ => "reason",
    }
}
