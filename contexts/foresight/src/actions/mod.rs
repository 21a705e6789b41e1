//! What a person can do with a study and with proposals for it, one file each.
mod announce;
mod answer_proposal;
mod drop_item;
mod import_study;
mod merge;
mod propose;
mod publish;
mod put_items;
mod put_study;

use crate::{
    domain::{StudyFault, WrongProposal},
    reading::Refused,
};

pub use announce::announce;
pub use answer_proposal::{Answer, answer_proposal};
pub use drop_item::drop_item;
pub use import_study::{Imported, import_study};
pub use propose::propose;
pub use publish::publish;
pub use put_items::{put_items, put_workbook};
pub use put_study::{Begin, put_study};

/// Who acts on a proposal nobody is logged in for, as the journal names them.
pub const VISITOR: &str = "visitor";

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such study")]
    NoStudy,
    #[error("a study of that code exists already")]
    Exists,
    #[error(transparent)]
    Study(#[from] StudyFault),
    #[error("these rows are to be corrected:\n{}", lines(.0))]
    Rows(Vec<Refused>),
    #[error("the file is no workbook of a study: {0}")]
    Unreadable(String),
    #[error("the file brings no row")]
    Empty,
    #[error("there is no such row")]
    NoItem,
    #[error("other rows name it: {0}")]
    Named(String),
    #[error("a study is published once it has variables and scenarios")]
    Bare,
    #[error("nothing changed since it was published")]
    Unchanged,
    #[error("the study does not take proposals now")]
    NotTaking,
    #[error("too many proposals wait for an answer; try again in some days")]
    TooMany,
    #[error(transparent)]
    Proposal(#[from] WrongProposal),
    #[error("there is no such place")]
    NoTerritory,
    #[error("there is no such proposal for this study")]
    NoProposal,
    #[error("it was answered already")]
    Answered,
    #[error("write the reason, in at most 1000 characters")]
    Reason,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

fn lines(refused: &[Refused]) -> String {
    refused.iter().take(20).map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
