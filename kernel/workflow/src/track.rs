//! When a running clock is due, as known from day to day, and when it lapses.
use jiff::{Timestamp, civil::Date};
use law::{DeadlineError, Derivation};

use crate::{
    declaration::DeclaredClock,
    law_view::LawView,
    standing::{DueSpan, Run},
};

/// What became of a run up to an instant, if nothing but time happened.
pub struct Track {
    pub spans: Vec<DueSpan>,
    pub lapses_at: Option<Timestamp>,
}

/// Follows a run from its start to `until`.
///
/// A clock lapses at the end of the first day on which, by what was known on that day, its term had
/// run out: the first instant of the day after, in the country's time. So an act on the due day is
/// in time whatever the hour, and what one learns later moves no lapse that has happened.
pub fn track(
    view: &LawView<'_>,
    clock: &DeclaredClock,
    run: &Run,
    settled: Option<Timestamp>,
    until: Timestamp,
) -> Track {
    let points = points(view, run, until);
    let mut track = Track { spans: Vec::new(), lapses_at: None };
    for (number, &from) in points.iter().enumerate() {
        let due = chain(view, clock, run, from);
        if track.spans.last().is_none_or(|span| span.due != due) {
            if let Some(last) = track.spans.last_mut() {
                last.to = Some(from);
            }
            track.spans.push(DueSpan { from, to: None, due });
        }
        let due = track.spans.last().and_then(DueSpan::date);
        let lapse = due.and_then(|due| lapse(view, due.max(view.day(from)), settled));
        let end = points.get(number + 1).copied().unwrap_or(until);
        if lapse.is_some_and(|at| at <= end) {
            track.lapses_at = lapse;
            break;
        }
    }
    track
}

/// The instants from which another due day may be known: the start, extensions, days of learning.
fn points(view: &LawView<'_>, run: &Run, until: Timestamp) -> Vec<Timestamp> {
    let learned = view.learned(view.day(run.started), view.day(until));
    let learned = learned.into_iter().filter_map(|day| view.first_instant(day));
    let extended = run.extensions.iter().map(|one| one.at);
    let mut points: Vec<Timestamp> = [run.started].into_iter().chain(learned).chain(extended).collect();
    points.sort();
    points.dedup();
    points
}

/// The arithmetic of the term and of the extensions given so far, as known on the day of `at`.
pub fn chain(
    view: &LawView<'_>,
    clock: &DeclaredClock,
    run: &Run,
    at: Timestamp,
) -> Result<Vec<Derivation>, DeadlineError> {
    let (start, on) = (view.day(run.started), view.day(at));
    let first = view.deadline(&clock.term, start, on)?;
    let mut due = first.due;
    let mut chain = vec![first];
    for extension in run.extensions.iter().filter(|one| one.at <= at) {
        let longer = view.extended(due, &extension.by, start, on)?;
        due = longer.due;
        chain.push(longer);
    }
    Ok(chain)
}

/// The end of `day`; where the record was settled past it without a lapse, the end of the day on
/// which it was settled.
fn lapse(view: &LawView<'_>, day: Date, settled: Option<Timestamp>) -> Option<Timestamp> {
    let at = view.end_of(day)?;
    match settled {
        Some(settled) if at <= settled => view.end_of(view.day(settled)),
        _ => Some(at),
    }
}
