//! When values are owed: what is late, and what is to come.
use base::Period;
use jiff::civil::Date;

use super::due::end_month;
use super::indicator::Facts;
use super::path::Path;
use super::status::{Rules, Window, due_on};

/// A value that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    pub period: Period,
    /// From this day on it is late.
    pub due_on: Date,
}

/// Values owed by `until` that are not there, in order of time. Of those late on `on` the last alone, as for the status:
/// a later value answers for the ones before it. A period answered with a reason is
/// not owed. Nothing where the card promises nothing that can be computed, and nothing of a source that stopped publishing before.
pub fn owed(facts: &Facts, on: Date, until: Date, rules: &Rules) -> Vec<Owed> {
    let card = &facts.indicator;
    let Ok((accumulation, sense)) = card.rule() else { return Vec::new() };
    let Ok(Some(path)) = Path::of(card, accumulation, sense) else { return Vec::new() };
    let Some(window) = Window::of(&path, card) else { return Vec::new() };
    let answers = |period: Period| {
        facts.observations.iter().any(|seen| {
            seen.period.periodicity() == card.periodicity
                && window.counts(seen.period)
                && end_month(seen.period) >= end_month(period)
        })
    };
    let explained = |period: Period| facts.unavailable.iter().any(|answer| answer.period == period);
    let stopped = |period: Period| facts.frozen_on.is_some_and(|day| period.end() > day);
    let due = window.due(on, rules, card);
    let late = due.into_iter();
    let first = due.map_or(Some(window.first()), Period::next);
    let coming = std::iter::successors(first, |period| period.next())
        .take_while(|period| window.holds(*period) && due_on(*period, rules) <= until);
    late.chain(coming)
        .filter(|period| !answers(*period) && !explained(*period) && !stopped(*period))
        .map(|period| Owed { period, due_on: due_on(period, rules) })
        .collect()
}
