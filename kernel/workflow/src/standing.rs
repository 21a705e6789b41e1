//! How a case stands, and how it came to stand so.
use jiff::{Timestamp, civil::Date};
use law::{Answer, DeadlineError, Derivation, Term};

use crate::case::{Act, By};

/// An act or a lapse that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub at: Timestamp,
    pub act: String,
    pub by: By,
    pub from: String,
    pub to: String,
    /// Its number in the list of acts, from 0; `None` for silence that is not written yet.
    pub written: Option<usize>,
}

/// The time a case spent in a state: from `from` up to, not including, `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    pub state: String,
    pub phase: String,
    pub from: Timestamp,
    pub to: Option<Timestamp>,
}

/// When a running clock was due, as was known from `from` up to, not including, `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueSpan {
    pub from: Timestamp,
    pub to: Option<Timestamp>,
    /// The arithmetic of the term, then that of each extension; the last gives the due day. Where
    /// the law gives no answer the clock runs on without a due day, and says why.
    pub due: Result<Vec<Derivation>, DeadlineError>,
}

impl DueSpan {
    pub fn date(&self) -> Option<Date> {
        self.due.as_ref().ok().and_then(|chain| chain.last()).map(|last| last.due)
    }
}

/// More time that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extended {
    pub at: Timestamp,
    /// How much, with the rule that allows it as known then.
    pub by: Answer<Term>,
}

/// How a run of a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Stopped,
    /// It was started anew.
    Restarted,
    Lapsed,
}

/// One run of a clock, from its start to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub clock: String,
    /// Which run of that clock, from 1.
    pub number: usize,
    pub started: Timestamp,
    pub extensions: Vec<Extended>,
    /// Every due day it had, in order; the last one stands.
    pub spans: Vec<DueSpan>,
    pub ended: Option<(Timestamp, Ending)>,
    /// When it lapses by what is known so far, if nothing happens before.
    pub(crate) lapses_at: Option<Timestamp>,
}

impl Run {
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// The due day as last known.
    pub fn due(&self) -> Option<Date> {
        self.spans.last().and_then(DueSpan::date)
    }

    /// The due day as known at `instant`.
    pub fn due_at(&self, instant: Timestamp) -> Option<Date> {
        self.spans.iter().rev().find(|span| span.from <= instant).and_then(DueSpan::date)
    }

    pub(crate) fn end(&mut self, at: Timestamp, ending: Ending) {
        self.ended = Some((at, ending));
        self.lapses_at = None;
        // What was learned after the end moved nothing.
        let started = self.started;
        self.spans.retain(|span| span.from < at || span.from == started);
        if let Some(last) = self.spans.last_mut() {
            last.to = Some(at);
        }
    }
}

/// A case at one instant, derived from its acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The instant it is seen from.
    pub now: Timestamp,
    pub state: String,
    pub phase: String,
    pub ended: bool,
    /// Acts and lapses in the order in which they happened.
    pub events: Vec<Event>,
    /// They follow one another without gap or overlap from the start of the case.
    pub stays: Vec<Stay>,
    /// Every run of every clock, in the order of their starts.
    pub runs: Vec<Run>,
}

impl Standing {
    /// Clocks that run now.
    pub fn open(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| run.is_open())
    }

    pub fn running(&self, clock: &str) -> Option<&Run> {
        self.open().find(|run| run.clock == clock)
    }

    /// Lapses that happened, written or not.
    pub fn lapses(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| matches!(event.by, By::Clock(_)))
    }

    /// Silence that happened and is still to be written, as the acts to write.
    pub fn unwritten(&self) -> Vec<Act> {
        let unwritten = self.events.iter().filter(|event| event.written.is_none());
        unwritten.map(|event| Act::new(&event.act, event.at, event.by.clone())).collect()
    }

    /// Where the case was at `instant`; `None` before its start and after `now`.
    pub fn stay_at(&self, instant: Timestamp) -> Option<&Stay> {
        let holds = |stay: &&Stay| stay.from <= instant && stay.to.is_none_or(|to| instant < to);
        self.stays.iter().find(holds).filter(|_| instant <= self.now)
    }
}
