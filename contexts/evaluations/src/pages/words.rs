//! Refusals and what stands in the way, in words.
use web::{App, Arg, Lang, PageError, Shell};
use workflow::{Refusal as ProcedureRefusal, Title};

use crate::{
    actions::Refusal,
    domain::{
        Block, CommitmentFault, Fault, NoAudit, ProgressFault, appraisal::NoAppraisal, recommendation::Wrong,
        request::Refused,
    },
};

/// In the language of the page.
pub(super) fn title(lang: Lang, title: &Title) -> String {
    match lang {
        Lang::Es => title.es.clone(),
        Lang::En => title.en.clone(),
    }
}

/// What stands in the way, in a sentence.
pub(super) fn block(shell: &Shell, block: &Block) -> String {
    let key = format!("evaluations-block-{}", block.word());
    let mut args: Vec<(&str, Arg)> = vec![("evaluation", block.evaluation().as_str().into())];
    if let Some(commitment) = block.commitment() {
        args.push(("commitment", commitment.into()));
    }
    match block {
        Block::MatrixOverdue { due: date, .. } | Block::Unfulfilled { deadline: date, .. } => {
            args.push(("date", shell.date(date).into()));
        }
        Block::NoProgress { .. } => {}
    }
    shell.ta(&key, &args)
}

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("evaluations-refused-{key}"), args))
    };
    let of = |key: &str, name: &'static str, value: &str| say(key, &[(name, value.into())]);
    match refusal {
        Refusal::NoEvaluation | Refusal::NoRequest | Refusal::NoRecommendation => Err(PageError::NotFound),
        Refusal::NoBody(code) => of("no-body", "code", code),
        Refusal::NoProgramme(code) => of("no-programme", "code", code),
        Refusal::NoSubject(about) => say(&format!("no-subject-{about}"), &[]),
        Refusal::Twice(code) => of("twice", "code", code),
        Refusal::NoObjective(code) => of("no-objective", "code", code),
        Refusal::CeilingBelow(amount) => of("ceiling-below", "amount", &amount.to_string()),
        Refusal::Request(refused) => request(app, lang, refused),
        Refusal::Audit(NoAudit::Overlaps(codes)) => {
            let codes = codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            of("audit-overlaps", "codes", &codes)
        }
        Refusal::Procedure(refusal) => say(procedure(refusal)?, &[]),
        Refusal::Appraisal(refusal) => match refusal {
            NoAppraisal::NoChecklist(_) => Err(PageError::NotFound),
            NoAppraisal::NotYours => say("appraisal-role", &[]),
            NoAppraisal::AnotherBody => say("appraisal-body", &[]),
            NoAppraisal::NoSubject(code) => of("appraisal-subject", "code", code),
            NoAppraisal::Unanswered(item) => of("appraisal-answer", "item", item),
            NoAppraisal::NoReason(item) => of("appraisal-reason", "item", item),
        },
        Refusal::Unread(_) | Refusal::Db(_) | Refusal::Journal(_) => Err(PageError::internal(refusal)),
        other => say(plain(other), &[]),
    }
}

/// The key of a refusal that needs no more words than its own.
fn plain(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Evaluation(Fault::Title) => "title",
        Refusal::Evaluation(Fault::Evaluator) => "evaluator",
        Refusal::Evaluation(Fault::NotThirdParty) => "third-party",
        Refusal::Evaluation(Fault::Year) => "year",
        Refusal::NoEvaluator => "no-evaluator",
        Refusal::Delivered => "delivered",
        Refusal::DeliveredOn => "delivered-on",
        Refusal::Summary => "summary",
        Refusal::NoFile => "no-file",
        Refusal::NotDelivered => "not-delivered",
        Refusal::Responded => "responded",
        Refusal::ResponseText => "response-text",
        Refusal::NoProcedure => "no-procedure",
        Refusal::NotWriting => "not-writing",
        Refusal::Commitment(fault) => match fault {
            CommitmentFault::Code => "line-code",
            CommitmentFault::Action => "line-action",
            CommitmentFault::Responsible => "line-responsible",
            CommitmentFault::Indicator => "line-indicator",
            CommitmentFault::Deadline => "line-deadline",
        },
        Refusal::TooMany => "too-many",
        Refusal::EmptyMatrix => "empty-matrix",
        Refusal::NotSigned => "not-signed",
        Refusal::Progress(fault) => match fault {
            ProgressFault::Text => "progress-text",
            ProgressFault::NoEvidence => "no-evidence",
            ProgressFault::SameEvidence => "same-evidence",
            ProgressFault::Fulfilled => "fulfilled",
            ProgressFault::Waiting => "waiting",
        },
        Refusal::NothingToVerify => "nothing-to-verify",
        Refusal::Ceiling => "ceiling",
        Refusal::Reason => "reason",
        Refusal::Recommendation(wrong) => match wrong {
            Wrong::Source => "source",
            Wrong::Text => "recommendation-text",
            Wrong::Document => "recommendation-document",
            Wrong::Dates => "recommendation-dates",
            Wrong::NotNow => "recommendation-not-now",
            Wrong::NotRegistrar => "not-registrar",
            Wrong::Reason => "reason",
        },
        Refusal::Audit(NoAudit::Period) => "audit-period",
        Refusal::Audit(NoAudit::NoOverlap) => "audit-no-overlap",
        Refusal::Audit(_) => "audit-title",
        // Whatever else there is was said before.
        _ => "no-commitment",
    }
}

fn request(app: &App, lang: Lang, refused: &Refused) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("evaluations-refused-request-{key}"), args))
    };
    match refused {
        Refused::NoCeiling => say("no-ceiling", &[]),
        Refused::YearClosed => say("year-closed", &[]),
        Refused::Amount => say("amount", &[]),
        Refused::Purpose => say("purpose", &[]),
        Refused::OverCeiling(sum, ceiling) => {
            say("over-ceiling", &[("sum", sum.to_string().into()), ("ceiling", ceiling.to_string().into())])
        }
        Refused::Decided => say("decided", &[]),
        Refused::NotEvaluated => say("not-evaluated", &[]),
        Refused::AlreadyEvaluated => say("already-evaluated", &[]),
        Refused::MoreThanAsked => say("more-than-asked", &[]),
        Refused::Reason => say("reason", &[]),
        Refused::Blocked(blocks) => say("blocked", &[("n", blocks.len().into())]),
        Refused::NothingToOverride => say("nothing-to-override", &[]),
    }
}

fn procedure(refusal: &ProcedureRefusal) -> Result<&'static str, PageError> {
    Ok(match refusal {
        ProcedureRefusal::CaseEnded { .. } => "ended",
        ProcedureRefusal::UnknownAct { .. } | ProcedureRefusal::NotFromState { .. } => "not-now",
        ProcedureRefusal::RoleMayNot { .. } => "not-yours",
        ProcedureRefusal::DocumentsMissing { .. } => "documents",
        ProcedureRefusal::DocumentUnknown { .. } => "document-unknown",
        ProcedureRefusal::ReasonMissing { .. } => "reason",
        other => return Err(PageError::internal(other)),
    })
}
