//! What a person can do with an evaluation and what follows from it, one file each.
mod appraise;
mod commit_lines;
mod decide;
mod file_request;
mod name_evaluator;
mod perform;
mod progress;
mod recommend;
mod register;
mod report;
mod respond;
mod schedule_audit;
mod set_ceiling;

use crate::{
    Unread,
    domain::{
        CommitmentFault, Fault, NoAudit, ProgressFault, appraisal::NoAppraisal, recommendation::Wrong,
        request::Refused,
    },
};

pub use appraise::{NewAppraisal, appraise};
pub use commit_lines::{drop_line, put_line};
pub use decide::decide;
pub use file_request::{NewRequest, file_request};
pub use name_evaluator::name_evaluator;
pub use perform::{Perform, perform};
pub use progress::{Found, NewProgress, report_progress, verify_progress};
pub use recommend::{NewRecommendation, follow_up, recommend};
pub use register::{NewEvaluation, register};
pub use report::{NewReport, deliver_report};
pub use respond::respond;
pub use schedule_audit::{NewAudit, schedule_audit};
pub use set_ceiling::set_ceiling;

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such evaluation")]
    NoEvaluation,
    #[error("there is no such request")]
    NoRequest,
    #[error(transparent)]
    Evaluation(#[from] Fault),
    #[error("the register holds no body {0}; write its code, as E:11-011")]
    NoBody(String),
    #[error("there is no programme {0} in the list of that year")]
    NoProgramme(String),
    #[error("there is no {0} to evaluate; write its code")]
    NoSubject(String),
    #[error("the agenda of that year holds the same evaluation already: {0}")]
    Twice(String),
    #[error("name the evaluator, a third party, before the report is delivered")]
    NoEvaluator,
    #[error("the final report was delivered; the evaluator stays who it was")]
    Delivered,
    #[error("a report is delivered today or before, and not before the agenda of its evaluation")]
    DeliveredOn,
    #[error("summarise what was found, in at most 4000 characters")]
    Summary,
    #[error("bring the file of the report")]
    NoFile,
    #[error("the final report was not delivered yet")]
    NotDelivered,
    #[error("the management responded already")]
    Responded,
    #[error("write the response, in at most 4000 characters")]
    ResponseText,
    #[error("the country declares no procedure for commitments")]
    NoProcedure,
    #[error("the matrix is not written now")]
    NotWriting,
    #[error(transparent)]
    Commitment(#[from] CommitmentFault),
    #[error("a matrix has at most 100 lines")]
    TooMany,
    #[error("there is no such commitment")]
    NoCommitment,
    #[error("a matrix is submitted with at least one commitment")]
    EmptyMatrix,
    #[error(transparent)]
    Procedure(#[from] workflow::Refusal),
    #[error("the matrix is not signed: there is nothing to report progress in")]
    NotSigned,
    #[error(transparent)]
    Progress(#[from] ProgressFault),
    #[error("that progress was verified already, or was never reported")]
    NothingToVerify,
    #[error("write the reason, in at most 2000 characters")]
    Reason,
    #[error("there is no objective {0} in a plan in force")]
    NoObjective(String),
    #[error(
        "the ceiling and what the programme has are amounts of nothing or more, with the document that assigns them"
    )]
    Ceiling,
    #[error("{0} is asked for already, more than that ceiling")]
    CeilingBelow(base::Money),
    #[error(transparent)]
    Request(#[from] Refused),
    #[error("there is no such recommendation")]
    NoRecommendation,
    #[error(transparent)]
    Recommendation(#[from] Wrong),
    #[error(transparent)]
    Appraisal(#[from] NoAppraisal),
    #[error(transparent)]
    Audit(#[from] NoAudit),
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

const REASON_CHARS_MAX: usize = 2_000;
const TEXT_CHARS_MAX: usize = 4_000;

/// A text that is there and not too long, without blanks around.
fn text(of: &str, chars_max: usize, refusal: Refusal) -> Result<String, Refusal> {
    let of = of.trim();
    if of.is_empty() || of.chars().count() > chars_max {
        return Err(refusal);
    }
    Ok(of.to_owned())
}
