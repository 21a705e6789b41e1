//! What a person can do with a plan on its way, one file each.
mod comment;
mod open_case;
mod perform;
mod put_draft;
mod respond;
mod speak;

use base::RowErrors;
use planning::actions::import_plan::Refusal as PlanRefusal;

pub use comment::comment;
pub use open_case::{NewCase, open_case};
pub use perform::{Perform, perform};
pub use put_draft::{draft_of, put_draft};
pub use respond::{Respond, respond};
pub use speak::{Speak, Spoken, speak};

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such case")]
    NoCase,
    #[error("the country pack declares no procedure for plans")]
    NoProcedure,
    #[error("say what type of plan it is: {0} is not known yet")]
    NoType(String),
    #[error("{plan} is a plan of type {found}")]
    OtherType { plan: String, found: String },
    #[error("plans of type {0} are not prepared by this body")]
    NotPrepared(String),
    #[error("the country declares no procedure for plans of type {0}")]
    NoWay(String),
    #[error("plans of type {plan_type} follow another procedure than this case's")]
    OtherWay { plan_type: String },
    #[error("this version of the plan is recorded already; take the code of a new one")]
    Recorded,
    #[error("a case of this version is under way: {0}")]
    UnderWay(String),
    #[error("the plan belongs to another body")]
    NotOwn,
    #[error("the draft holds {found}, the case is of {expected}")]
    OtherPlan { expected: String, found: String },
    #[error("these rows of the draft are to be corrected:\n{0}")]
    Rows(RowErrors),
    #[error("the file is no workbook of a plan: {0}")]
    Unreadable(String),
    #[error("the draft can be changed only while it is being drafted")]
    NotDrafting,
    #[error("no draft was put in")]
    NoDraft,
    #[error("name the resolution that approves the plan, with its number")]
    NoResolution,
    #[error("{0} things in the plan break a rule; correct them, or give the reason why it passes")]
    Held(usize),
    #[error("{0} comments of the consultation have no answer yet")]
    Unanswered(usize),
    #[error("there is no such consultation")]
    NoConsultation,
    #[error("the consultation is closed")]
    ConsultationClosed,
    #[error("what was said is not answered where the case stands now")]
    NotAnswering,
    #[error(transparent)]
    Voice(#[from] crate::domain::NoVoice),
    #[error(transparent)]
    Response(#[from] crate::domain::NoResponse),
    #[error(transparent)]
    Procedure(#[from] workflow::Refusal),
    #[error("write what is to be said, in at most 4000 characters")]
    Comment,
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error("{0}")]
    Law(String),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

impl From<PlanRefusal> for Refusal {
    fn from(refusal: PlanRefusal) -> Self {
        match refusal {
            PlanRefusal::Rows(rows) => Self::Rows(rows),
            PlanRefusal::Empty | PlanRefusal::Several => Self::Unreadable(refusal.to_string()),
            PlanRefusal::Db(error) => Self::Db(error),
            PlanRefusal::Journal(error) => Self::Journal(error),
        }
    }
}

impl From<planning::domain::state::Refusal> for Refusal {
    fn from(_: planning::domain::state::Refusal) -> Self {
        // A draft that is enacted lacks nothing else.
        Self::NoResolution
    }
}

impl From<planning::actions::change_state::Refusal> for Refusal {
    fn from(refusal: planning::actions::change_state::Refusal) -> Self {
        use planning::actions::change_state::Refusal as Change;
        match refusal {
            Change::State(refusal) => refusal.into(),
            Change::Db(error) => Self::Db(error),
            Change::Journal(error) => Self::Journal(error),
            Change::Unknown(_) | Change::VersionAbsent(_) => Self::NoDraft,
        }
    }
}
