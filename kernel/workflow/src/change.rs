//! What another law makes of running clocks.
use jiff::{Timestamp, civil::Date};

use crate::{
    case::Case,
    engine::Engine,
    refusal::BadHistory,
    standing::{Ending, Run, Standing},
};

/// How a run of a clock looks under one law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// It runs, due on this day; `None` where the law gives no answer.
    Runs(Option<Date>),
    /// It lapsed, with this due day.
    Lapsed(Option<Date>),
    /// There is no such run, or an act ended it.
    Gone,
}

/// A run that another law changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub case: String,
    pub clock: String,
    /// Which run of that clock, from 1.
    pub run: usize,
    pub before: Outlook,
    pub after: Outlook,
}

/// What differs between two laws at `now`, of clocks that run under one of them: for each case the
/// engine with the law before and the engine with the law after, which may see other scopes.
///
/// What is written stays: a lapse in the list of acts is a lapse under both, and up to
/// [`Case::settled`] neither law adds one.
///
/// Errors: as [`Engine::standing`].
pub fn changes<'a>(
    cases: impl IntoIterator<Item = (&'a Case, Engine<'a>, Engine<'a>)>,
    now: Timestamp,
) -> Result<Vec<Change>, BadHistory> {
    let mut changes = Vec::new();
    for (case, before, after) in cases {
        let (before, after) = (before.standing(case, now)?, after.standing(case, now)?);
        let missing = |run: &&Run| find(&before, run).is_none();
        let runs = before.runs.iter().chain(after.runs.iter().filter(missing));
        changes.extend(runs.filter_map(|run| change(case, run, &before, &after)));
    }
    Ok(changes)
}

fn change(case: &Case, run: &Run, before: &Standing, after: &Standing) -> Option<Change> {
    let (before, after) = (outlook(find(before, run)), outlook(find(after, run)));
    let runs = |outlook| matches!(outlook, Outlook::Runs(_));
    let (case, clock) = (case.id.clone(), run.clock.clone());
    (before != after && (runs(before) || runs(after))).then_some(Change {
        case,
        clock,
        run: run.number,
        before,
        after,
    })
}

fn find<'a>(standing: &'a Standing, run: &Run) -> Option<&'a Run> {
    standing.runs.iter().find(|one| one.clock == run.clock && one.number == run.number)
}

fn outlook(run: Option<&Run>) -> Outlook {
    match run {
        Some(run) => match run.ended {
            None => Outlook::Runs(run.due()),
            Some((_, Ending::Lapsed)) => Outlook::Lapsed(run.due()),
            Some(_) => Outlook::Gone,
        },
        None => Outlook::Gone,
    }
}
