//! Owners of indicators of whom nothing is to be expected: nobody holds the post, or whoever does is silent.
use std::collections::BTreeMap;

use base::{Known, Seq, codes::EntityCode};
use db::{Conn, Files};
use directory::queries::Answering;
use jiff::{ToSpan, civil::Date, tz::Offset};
use law::Subject;
use pack::Pack;

use super::entry::Sources;
use super::rules::RulesError;
use super::standings::{Scope, evidence, selected};
use crate::domain::{Rules, calendar::owed};

/// Whom an indicator's values are owed by: the post of this role in the body whose plan it is.
pub const OWNER: &str = "indicator_owner";

/// How the owner of a body's indicators stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub entity: EntityCode,
    /// Nobody holds the post on the day, or the body has none: its duties are at its superior.
    pub is_vacant: bool,
    /// Nothing was recorded for as many days as the rule says, though something had fallen due before them.
    pub is_silent: bool,
    /// Indicators that officials measure themselves, each once for each place.
    pub indicators: usize,
    /// Values of them that are late.
    pub missing: usize,
    /// When the first of those fell due.
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

/// Owners that are vacant or silent on a day, of the bodies whose officials measure indicators of plans in force; in order of body.
///
/// # Errors
/// A pack that cannot be read, or one that lacks the rule `monitoring.silent`.
pub async fn owners(
    conn: &mut Conn,
    files: &Files,
    (known, on, offset): (Known, Date, Offset),
    rules: &Rules,
) -> Result<Vec<Owner>, OwnersError> {
    let days = silent_days(conn, files, known, on).await?;
    let found = selected(conn, known, on, &Scope::All).await?;
    let evidence = evidence(conn, known, &found).await?;
    let sources = Sources::of(conn, known, &evidence, &found).await?;
    let mut all: BTreeMap<EntityCode, (Owner, Option<Seq>)> = BTreeMap::new();
    for (view, promise) in &found {
        let Some(entity) = view.plan.entity.clone() else { continue };
        if sources.measuring(&evidence, promise).is_some() {
            continue;
        }
        let (owner, last) = all.entry(entity.clone()).or_insert_with(|| (Owner::of(entity), None));
        owner.indicators += 1;
        for late in owed(&evidence.facts(promise), on, on, rules).iter().filter(|one| one.due_on <= on) {
            owner.missing += 1;
            owner.since = Some(owner.since.map_or(late.due_on, |since| since.min(late.due_on)));
        }
        *last = (*last).max(evidence.changed(promise)).max(evidence.answered(promise));
    }
    let seqs = all.values().filter_map(|(_, last)| *last).collect();
    let recorded = journal::days_of(conn, &seqs, offset).await?;
    let posts = Answering::known(conn, known, on).await?;
    let found = all.into_values().map(|(mut owner, last)| {
        owner.last_recorded = last.and_then(|seq| recorded.get(&seq).copied());
        owner.is_vacant = !posts.of_body(&owner.entity, &[OWNER]).any(|post| posts.is_held(&post.code));
        owner.is_silent = is_silent(owner.since, owner.last_recorded, on, days);
        owner
    });
    Ok(found.filter(|owner| owner.is_vacant || owner.is_silent).collect())
}

impl Owner {
    const fn of(entity: EntityCode) -> Self {
        let (since, last_recorded) = (None, None);
        Self { entity, is_vacant: false, is_silent: false, indicators: 0, missing: 0, since, last_recorded }
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
