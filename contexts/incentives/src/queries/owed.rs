use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use jiff::civil::Date;

use super::{Of, board};
use crate::{
    domain::{Goal, OfferRef, Standing},
    store,
};

/// Evidence that a municipality has not filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    pub at: OfferRef,
    pub title: (String, Option<String>),
    pub due_on: Date,
    pub is_missing: bool,
}

/// Evidence that waits for a body to verify it, by goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub goal: Goal,
    pub municipalities: usize,
}

/// Evidence that a municipality owes on `on`, the first due first; what the running year and the one before ask for.
///
/// # Errors
/// A database that cannot be read.
pub async fn owed(conn: &mut Conn, known: Known, on: Date, entity: &EntityCode) -> Result<Vec<Owed>, Error> {
    let lines = board(conn, known, Of::Entity(entity)).await?;
    let recent = lines.into_iter().filter(|line| line.goal.at.year() >= on.year().saturating_sub(1));
    let owed = recent.filter_map(|line| {
        let standing = line.dossier.standing(line.goal.due_on, on);
        matches!(standing, Standing::NotDue | Standing::Missing).then(|| Owed {
            at: line.offer.at(),
            title: line.goal.title,
            due_on: line.goal.due_on,
            is_missing: standing == Standing::Missing,
        })
    });
    let mut owed: Vec<Owed> = owed.collect();
    owed.sort_by(|a, b| (a.due_on, &a.at).cmp(&(b.due_on, &b.at)));
    Ok(owed)
}

/// Goals of the running year and the one before whose evidence waits for that body, each with how many municipalities wait.
///
/// # Errors
/// A database that cannot be read.
pub async fn waiting(
    conn: &mut Conn,
    known: Known,
    on: Date,
    verifier: &EntityCode,
) -> Result<Vec<Waiting>, Error> {
    let mut found = Vec::new();
    let goals = store::goals::all(conn, known).await?;
    let is_recent = |goal: &Goal| goal.at.year() >= on.year().saturating_sub(1);
    for goal in goals.into_iter().filter(|goal| goal.verifier == *verifier && is_recent(goal)) {
        let dossiers = store::dossiers::of(conn, known, Of::Goal(&goal.at)).await?;
        let waits = |standing| matches!(standing, Standing::Filed | Standing::Late | Standing::Objected);
        let municipalities =
            dossiers.values().filter(|dossier| waits(dossier.standing(goal.due_on, on))).count();
        if municipalities > 0 {
            found.push(Waiting { goal, municipalities });
        }
    }
    Ok(found)
}
