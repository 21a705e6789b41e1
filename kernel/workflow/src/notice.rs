//! What somebody is to be told, and since when.
use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    case::Case,
    declaration::DeclaredClock,
    engine::Engine,
    law_view::LawView,
    refusal::BadHistory,
    standing::{DueSpan, Ending, Run, Standing},
};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeKind {
    /// The due day is near; `before` is the key of the rule that says how near.
    Reminder { before: String },
    /// More time was given, for the `number`-th time, from 1.
    Extended { number: usize },
    /// Silence was written.
    Lapsed,
}

/// One notice. Case, clock, kind and due day tell it from every other: whoever sends notices
/// remembers these four and sends none twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Notice {
    /// The instant since which it is owed.
    pub at: Timestamp,
    pub case: String,
    pub clock: String,
    #[serde(flatten)]
    pub kind: NoticeKind,
    /// The due day it tells of: for an extension the new one.
    pub due: Date,
    /// For an extension, the due day that it moves: the notice must be given by then.
    pub give_by: Option<Date>,
    /// Roles.
    pub to: Vec<String>,
}

impl Notice {
    /// Case, clock, kind and due day.
    pub fn identity(&self) -> (&str, &str, &NoticeKind, Date) {
        (&self.case, &self.clock, &self.kind, self.due)
    }
}

impl Engine<'_> {
    /// The notices that came to be owed after `from` and up to `to`, in the order of their instants.
    ///
    /// What is owed depends on what happened and was known until then, never on when one asks: the
    /// notices of any runs that together cover a time are those of one run over all of it, each
    /// once. A reminder is owed from the first instant of its day; from the instant its due day
    /// became known, where that is later. One whose due day moves before it is owed is not sent;
    /// one for the new day is.
    ///
    /// Errors: as [`Engine::standing`].
    pub fn notices(&self, case: &Case, from: Timestamp, to: Timestamp) -> Result<Vec<Notice>, BadHistory> {
        if case.started > to {
            return Ok(Vec::new());
        }
        let standing = self.standing(&case.until(to), to)?;
        let mut notices = self.all_notices(&case.id, &standing);
        notices.retain(|notice| from < notice.at);
        Ok(notices)
    }

    /// Every notice owed since the case started, each once.
    pub fn all_notices(&self, case: &str, standing: &Standing) -> Vec<Notice> {
        let mut notices = Vec::new();
        for run in &standing.runs {
            let Some(clock) = self.procedure.clock(&run.clock) else { continue };
            let telling = Telling { view: &self.view, case, clock, run, now: standing.now };
            telling.reminders(&mut notices);
            telling.extensions(&mut notices);
            telling.lapse(&mut notices);
        }
        notices.sort();
        let mut seen = BTreeSet::new();
        let told = |notice: &Notice| (notice.clock.clone(), notice.kind.clone(), notice.due);
        notices.retain(|notice| seen.insert(told(notice)));
        notices
    }
}

/// The notices of one run.
struct Telling<'a> {
    view: &'a LawView<'a>,
    case: &'a str,
    clock: &'a DeclaredClock,
    run: &'a Run,
    now: Timestamp,
}

impl Telling<'_> {
    fn notice(&self, at: Timestamp, kind: NoticeKind, due: Date, to: &[String]) -> Notice {
        let (case, clock) = (self.case.to_owned(), self.clock.code.clone());
        Notice { at, case, clock, kind, due, give_by: None, to: to.to_vec() }
    }

    fn reminders(&self, notices: &mut Vec<Notice>) {
        for reminder in &self.clock.reminders {
            for span in &self.run.spans {
                let Some((at, due)) = self.reminder(&reminder.before, span) else { continue };
                let kind = NoticeKind::Reminder { before: reminder.before.clone() };
                notices.push(self.notice(at, kind, due, &reminder.to));
            }
        }
    }

    /// The instant of a reminder of the due day of this span, if it is reached while that day stands.
    fn reminder(&self, key: &str, span: &DueSpan) -> Option<(Timestamp, Date)> {
        let due = span.date()?;
        let (start, on) = (self.view.day(self.run.started), self.view.day(span.from));
        let day = self.view.before(key, due, start, on).ok()?;
        let at = self.view.first_instant(day)?.max(span.from);
        let stands = at <= self.now && span.to.is_none_or(|to| at < to);
        stands.then_some((at, due))
    }

    fn extensions(&self, notices: &mut Vec<Notice>) {
        let Some(extension) = self.clock.extension.as_ref().filter(|one| !one.notice_to.is_empty()) else {
            return;
        };
        for (number, given) in self.run.extensions.iter().enumerate() {
            let Some(due) = self.run.due_at(given.at) else { continue };
            let moved = self.run.spans.iter().rev().find(|span| span.from < given.at);
            let kind = NoticeKind::Extended { number: number + 1 };
            let give_by = moved.and_then(DueSpan::date);
            notices.push(Notice { give_by, ..self.notice(given.at, kind, due, &extension.notice_to) });
        }
    }

    fn lapse(&self, notices: &mut Vec<Notice>) {
        let Some((at, Ending::Lapsed)) = self.run.ended else { return };
        if !self.clock.lapse_notice_to.is_empty() {
            // Without an answer of the law only a written lapse gets here: its own day is told.
            let due = self.run.due().unwrap_or_else(|| self.view.day(at));
            notices.push(self.notice(at, NoticeKind::Lapsed, due, &self.clock.lapse_notice_to));
        }
    }
}
