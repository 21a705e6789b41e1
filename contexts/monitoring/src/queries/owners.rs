//! Owners of indicators of whom nothing is to be expected: nobody holds the post, or whoever does is silent.
use std::collections::BTreeMap;

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use directory::queries::Answering;
use jiff::{ToSpan, civil::Date};
use law::Subject;
use pack::Pack;

use super::board::{Board, BoardAsked, board};
use super::rules::RulesError;
use crate::domain::Rules;
use crate::domain::board::Submission;

/// Whom an indicator's values are owed by: the post of this role in the body whose plan it is.
pub const OWNER: &str = "indicator_owner";

/// How the owner of a body's indicators stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub entity: EntityCode,
    /// Nobody answers for the post on the day, or the body has none: its duties are at its superior.
    pub is_vacant: bool,
    /// Nothing was recorded for as many days as the rule says, though something fell due before them.
    pub is_silent: bool,
    /// Values of indicators that fell due and did not come, this year and the one before.
    pub missing: usize,
    /// When the first of them fell due.
    pub since: Option<Date>,
    pub last_recorded: Option<Date>,
}

#[derive(Debug, thiserror::Error)]
pub enum OwnersError {
    #[error(transparent)]
    Rules(#[from] RulesError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// Owners that are vacant or silent on the day of the board, of the bodies that owe something that year or the year before.
///
/// # Errors
/// A pack that cannot be read, or one that lacks the rule `monitoring.silent`.
pub async fn owners(
    conn: &mut Conn,
    files: &Files,
    asked: &BoardAsked,
    rules: &Rules,
) -> Result<Vec<Owner>, OwnersError> {
    let days = silent_days(conn, files, asked.known, asked.on).await?;
    let this = board(conn, asked, rules).await?;
    let before = BoardAsked { year: asked.year - 1, ..asked.clone() };
    let before = board(conn, &before, rules).await?;
    let posts = Answering::known(conn, asked.known, asked.on).await?;
    let mut all: BTreeMap<EntityCode, Owner> = BTreeMap::new();
    for board in [&before, &this] {
        gather(board, asked.on, &mut all);
    }
    let found = all.into_values().map(|mut owner| {
        owner.is_vacant = !posts.of_body(&owner.entity, &[OWNER]).any(|post| posts.is_held(&post.code));
        owner.is_silent = is_silent(owner.since, owner.last_recorded, asked.on, days);
        owner
    });
    Ok(found.filter(|owner| owner.is_vacant || owner.is_silent).collect())
}

fn gather(board: &Board, on: Date, all: &mut BTreeMap<EntityCode, Owner>) {
    for value in &board.values {
        let owner = all.entry(value.entity.clone()).or_insert_with(|| Owner {
            entity: value.entity.clone(),
            is_vacant: false,
            is_silent: false,
            missing: 0,
            since: None,
            last_recorded: None,
        });
        let recorded = value.recorded_on.filter(|day| *day <= on);
        owner.last_recorded = owner.last_recorded.max(recorded);
        if value.what == Submission::Missing {
            owner.missing += 1;
            owner.since = Some(owner.since.map_or(value.due_on, |since| since.min(value.due_on)));
        }
    }
}

/// Whether nothing was recorded in the days before, though something had fallen due by their beginning.
pub fn is_silent(due: Option<Date>, last_recorded: Option<Date>, on: Date, days: u16) -> bool {
    let from = on.saturating_sub(i64::from(days).days());
    due.is_some_and(|due| due <= from) && last_recorded.is_none_or(|last| last <= from)
}

async fn silent_days(conn: &mut Conn, files: &Files, known: Known, on: Date) -> Result<u16, RulesError> {
    let book = Pack::law_known(conn, files, known).await?;
    Ok(book.rulebook.at(on).known(on).calendar_days("monitoring.silent", &Subject::country())?.value)
}
