//! Refusals in words.
use web::{App, Arg, Lang, PageError};

use crate::{
    actions::Refusal,
    domain::{EvidenceFault, GoalFault, TransferFault, VerdictFault},
};

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("incentives-refused-{key}"), args))
    };
    let of = |key: &str, code: &str| say(key, &[("code", code.into())]);
    match refusal {
        Refusal::NoGoal => Err(PageError::NotFound),
        Refusal::Taken(code) => of("taken", code),
        Refusal::NoObjective(code) => of("no-objective", code),
        Refusal::NoClass(code) => of("no-class", code),
        Refusal::NoMunicipality(code) => of("no-municipality", code),
        Refusal::NoVerifier(code) => of("no-verifier", code),
        Refusal::Left(code) => of("left", code),
        Refusal::Transfer(fault) => match fault {
            TransferFault::Year => say("transfer-year", &[]),
            TransferFault::Norm => say("transfer-norm", &[]),
            TransferFault::Line(line) => of("transfer-line", line),
            TransferFault::Twice(code) => of("transfer-twice", code.as_str()),
            TransferFault::NotFulfilled(code) => of("transfer-not-fulfilled", code.as_str()),
            TransferFault::MoreThanEarned { entity, left } => {
                let left = web::figures::money_exact(lang, *left);
                say("transfer-more", &[("code", entity.as_str().into()), ("left", left.into())])
            }
            TransferFault::Nothing => say("transfer-nothing", &[]),
        },
        Refusal::Unread(_) | Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
        other => say(plain(other), &[]),
    }
}

/// The key of a refusal that needs no more words than its own.
fn plain(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Goal(fault) => match fault {
            GoalFault::Code => "code",
            GoalFault::Title => "title",
            GoalFault::Text => "text",
            GoalFault::Threshold => "threshold",
            GoalFault::Needs => "needs",
            GoalFault::Due => "due",
            GoalFault::Amount => "amount",
            GoalFault::Norm => "norm",
            GoalFault::Nobody => "nobody",
        },
        Refusal::SameNorm => "same-norm",
        Refusal::Judged => "judged",
        Refusal::AnotherBody => "another-body",
        Refusal::NotVerifier => "not-verifier",
        Refusal::Evidence(fault) => match fault {
            EvidenceFault::Value => "value",
            EvidenceFault::Document => "document",
            EvidenceFault::Text => "evidence-text",
            EvidenceFault::Verified => "evidence-verified",
        },
        Refusal::Verdict(fault) => match fault {
            VerdictFault::NoEvidence => "no-evidence",
            VerdictFault::Verified => "verified",
            VerdictFault::NotReached => "not-reached",
            VerdictFault::NotDue => "not-due",
            VerdictFault::OwnEvidence => "own-evidence",
            VerdictFault::NothingToObject => "nothing-to-object",
            VerdictFault::Reason => "reason",
        },
        // Whatever else there is was said before.
        _ => "reason",
    }
}
