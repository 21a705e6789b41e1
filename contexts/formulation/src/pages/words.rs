//! Refusals in words, and what procedures call things.
use web::{App, Arg, Lang, PageError};
use workflow::{Refusal as ProcedureRefusal, Title};

use crate::{actions::Refusal, domain::NoResponse};

/// In the language of the page.
pub(super) fn title(lang: Lang, title: &Title) -> String {
    match lang {
        Lang::Es => title.es.clone(),
        Lang::En => title.en.clone(),
    }
}

/// What is said of a refusal that a person can do something about.
///
/// # Errors
/// What the system failed at is its defect.
pub(super) fn refused(app: &App, lang: Lang, refusal: &Refusal) -> Result<String, PageError> {
    let say = |key: &str, args: &[(&str, Arg)]| {
        Ok(app.frame.texts.t(lang, &format!("formulation-refused-{key}"), args))
    };
    match refusal {
        Refusal::NoCase | Refusal::NoConsultation => Err(PageError::NotFound),
        Refusal::NoProcedure => say("no-procedure", &[]),
        Refusal::NoType(code) => say("no-type", &[("type", code.as_str().into())]),
        Refusal::OtherType { plan, found } => {
            say("other-type", &[("plan", plan.as_str().into()), ("found", found.as_str().into())])
        }
        Refusal::NotPrepared(code) => say("not-prepared", &[("type", code.as_str().into())]),
        Refusal::NoWay(code) => say("no-way", &[("type", code.as_str().into())]),
        Refusal::OtherWay { plan_type } => say("other-way", &[("type", plan_type.as_str().into())]),
        Refusal::Unanswered(n) => say("unanswered", &[("n", (*n).into())]),
        Refusal::ConsultationClosed => say("closed", &[]),
        Refusal::NotAnswering => say("not-answering", &[]),
        Refusal::Voice(_) | Refusal::Response(NoResponse::TooLong) => say("voice-text", &[]),
        Refusal::Response(NoResponse::ReasonMissing) => say("withheld-reason", &[]),
        Refusal::Response(NoResponse::AnswerHalf) => say("answer-half", &[]),
        Refusal::Recorded => say("recorded", &[]),
        Refusal::UnderWay(code) => say("under-way", &[("case", code.as_str().into())]),
        Refusal::NotOwn => say("not-own", &[]),
        Refusal::OtherPlan { expected, found } => {
            say("other-plan", &[("expected", expected.as_str().into()), ("found", found.as_str().into())])
        }
        Refusal::Rows(rows) => say("rows", &[("n", rows.0.len().into())]),
        Refusal::Unreadable(why) => say("unreadable", &[("why", why.as_str().into())]),
        Refusal::NotDrafting => say("not-drafting", &[]),
        Refusal::NoDraft => say("no-draft", &[]),
        Refusal::NoResolution => say("no-resolution", &[]),
        Refusal::Held(n) => say("held", &[("n", (*n).into())]),
        Refusal::Comment => say("comment", &[]),
        Refusal::Procedure(refusal) => say(procedure(refusal)?, &[]),
        Refusal::Pack(_) | Refusal::Law(_) | Refusal::Db(_) | Refusal::Journal(_) => {
            Err(PageError::internal(refusal))
        }
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
        ProcedureRefusal::ExtensionTooLate { .. }
        | ProcedureRefusal::ExtensionTooOften { .. }
        | ProcedureRefusal::ExtensionBeyondCap { .. }
        | ProcedureRefusal::ExtensionByNothing { .. }
        | ProcedureRefusal::ClockNotRunning { .. } => "extension",
        other => return Err(PageError::internal(other)),
    })
}
