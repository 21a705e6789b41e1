//! The one function that computes a due date.
use jiff::{Span, civil::Date};

use crate::{
    Answer, CalendarError, CalendarView, Derivation, NoAnswer, Roll, RulebookView, SkipReason, StartRule,
    Step, Subject, Suspension, Term,
};

/// How days are counted for one subject: rules of counting, calendar, suspensions.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    pub start_rule: StartRule,
    pub roll: Roll,
    pub calendar: &'a CalendarView,
    /// Those that bind the subject; overlapping ones count once.
    pub suspensions: &'a [Suspension],
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    #[error("a term of {term:?} from {start} ends beyond the last date there is")]
    TooLong { start: Date, term: Term },
}

impl<'a> Clock<'a> {
    /// The ways of counting that the law of the day prescribes: flags `clock.start_counted` and
    /// `clock.roll_to_working_day`.
    pub fn by_rules(
        rules: &RulebookView<'_>,
        subject: &Subject,
        calendar: &'a CalendarView,
        suspensions: &'a [Suspension],
    ) -> Result<Self, NoAnswer> {
        let start_counted = rules.flag("clock.start_counted", subject)?.value;
        let start_rule = if start_counted { StartRule::StartCounted } else { StartRule::StartNotCounted };
        let rolls = rules.flag("clock.roll_to_working_day", subject)?.value;
        let roll = if rolls { Roll::NextWorkingDay } else { Roll::Stay };
        Ok(Self { start_rule, roll, calendar, suspensions })
    }

    /// The last day of `term` when it starts on `start`, and how it was found.
    ///
    /// A term of no days ends on its start; in working days, on the first working day from there.
    /// Suspended days lengthen the term by exactly the days they take from it.
    pub fn due(&self, start: Date, term: Term) -> Result<Derivation, ClockError> {
        // A start outside the calendar is refused even where no day of it would be looked up.
        self.calendar.reasons(start)?;
        let mut run = Run { clock: self, start, term, date_to_date: None, steps: Vec::new() };
        let due = match term {
            Term::WorkingDays(n) => run.days(n, Idle::NotWorked)?,
            Term::CalendarDays(n) => {
                let end = run.days(n, Idle::Suspended)?;
                run.roll(end)?
            }
            Term::Months(n) => run.date_to_date(Span::new().months(n))?,
            Term::Years(n) => run.date_to_date(Span::new().years(n.min(MAX_YEARS)))?,
        };
        self.calendar.reasons(due)?;
        Ok(Derivation {
            start,
            term,
            start_rule: self.start_rule,
            roll: self.roll,
            date_to_date: run.date_to_date,
            steps: run.steps,
            due,
            rule: None,
            calendar_version: self.calendar.version().to_owned(),
        })
    }

    /// As `due`, with the term of a rule; the derivation names the rule's version.
    pub fn due_by(&self, start: Date, term: &Answer<Term>) -> Result<Derivation, ClockError> {
        self.due(start, term.value).map(|due| Derivation { rule: Some(term.version.clone()), ..due })
    }

    /// The last day of a term that was due on `due` once `by` is added to it: counted from the day
    /// after, whether or not starts count, since the due day already belonged to the term.
    pub fn extended(&self, due: Date, by: Term) -> Result<Derivation, ClockError> {
        Self { start_rule: StartRule::StartNotCounted, ..*self }.due(due, by)
    }

    /// The day that lies `term` before `due`, for reminders: working days are counted back over days
    /// that count; calendar days, months and years go from date to date. No days: `due` itself.
    pub fn before(&self, due: Date, term: Term) -> Result<Date, ClockError> {
        let too_long = |_| ClockError::TooLong { start: due, term };
        match term {
            Term::WorkingDays(n) => self.working_days_before(due, n),
            Term::CalendarDays(n) => due.checked_sub(Span::new().days(n)).map_err(too_long),
            Term::Months(n) => due.checked_sub(Span::new().months(n)).map_err(too_long),
            Term::Years(n) => due.checked_sub(Span::new().years(n.min(MAX_YEARS))).map_err(too_long),
        }
    }

    fn working_days_before(&self, due: Date, n: u16) -> Result<Date, ClockError> {
        let mut date = due;
        let mut left = n;
        while left > 0 {
            let term = Term::WorkingDays(n);
            date = date.yesterday().map_err(|_| ClockError::TooLong { start: due, term })?;
            if self.reasons(date, Idle::NotWorked)?.is_empty() {
                left -= 1;
            }
        }
        Ok(date)
    }

    /// Why `date` does not count.
    fn reasons(&self, date: Date, idle: Idle) -> Result<Vec<SkipReason>, ClockError> {
        // Asked even for calendar days: an open suspension ends with the calendar, as an error, not never.
        let off = self.calendar.reasons(date)?;
        let holds = |one: &&Suspension| one.validity.holds_on(date);
        let suspended = self.suspensions.iter().filter(holds).map(SkipReason::of_suspension);
        Ok(match idle {
            Idle::NotWorked => off.into_iter().chain(suspended).collect(),
            Idle::Suspended => suspended.collect(),
        })
    }
}

/// Which days do not count.
#[derive(Clone, Copy)]
enum Idle {
    /// Suspended days and days that are not worked: terms in working days, and days to end on.
    NotWorked,
    /// Suspended days alone: terms in calendar days, months and years.
    Suspended,
}

/// More than a span can hold before it is added; every calendar ends long before.
const MAX_YEARS: u16 = 19_998;

struct Run<'a> {
    clock: &'a Clock<'a>,
    start: Date,
    term: Term,
    date_to_date: Option<Date>,
    steps: Vec<Step>,
}

impl Run<'_> {
    fn tomorrow(&self, date: Date) -> Result<Date, ClockError> {
        date.tomorrow().map_err(|_| self.too_long())
    }

    const fn too_long(&self) -> ClockError {
        ClockError::TooLong { start: self.start, term: self.term }
    }

    /// The first day that may count.
    fn first(&self) -> Result<Date, ClockError> {
        match self.clock.start_rule {
            StartRule::StartCounted => Ok(self.start),
            StartRule::StartNotCounted => self.tomorrow(self.start),
        }
    }

    /// The `n`-th day that is not idle.
    fn days(&mut self, n: u16, idle: Idle) -> Result<Date, ClockError> {
        let first = if n == 0 { self.start } else { self.first()? };
        self.count(first, u32::from(n), idle)
    }

    /// Counts `n` days that are not idle from `date` on; for none, finds the first such day.
    fn count(&mut self, mut date: Date, n: u32, idle: Idle) -> Result<Date, ClockError> {
        let mut ordinal = 0;
        loop {
            let reasons = self.clock.reasons(date, idle)?;
            if reasons.is_empty() {
                if n > 0 {
                    ordinal += 1;
                    self.steps.push(Step::Counted { date, ordinal });
                }
                if ordinal >= n {
                    return Ok(date);
                }
            } else {
                self.steps.push(Step::Skipped { date, reasons });
            }
            date = self.tomorrow(date)?;
        }
    }

    /// The same day of a later month; suspended days in between are made up for after it.
    fn date_to_date(&mut self, span: Span) -> Result<Date, ClockError> {
        let same_day = self.start.checked_add(span).map_err(|_| self.too_long())?;
        let mut end = same_day;
        // The start being day one, the term ends the day before; unless it already ends early
        // because the last month is too short.
        if self.clock.start_rule == StartRule::StartCounted
            && same_day > self.start
            && same_day.day() == self.start.day()
        {
            end = same_day.yesterday().map_err(|_| self.too_long())?;
        }
        self.date_to_date = Some(end);
        let lost = self.skip_suspended(self.first()?, end)?;
        if lost > 0 {
            end = self.count(self.tomorrow(end)?, lost, Idle::Suspended)?;
        }
        self.roll(end)
    }

    /// How many days from `date` to `end` are suspended.
    fn skip_suspended(&mut self, mut date: Date, end: Date) -> Result<u32, ClockError> {
        let mut lost = 0;
        while date <= end {
            let reasons = self.clock.reasons(date, Idle::Suspended)?;
            if !reasons.is_empty() {
                self.steps.push(Step::Skipped { date, reasons });
                lost += 1;
            }
            date = self.tomorrow(date)?;
        }
        Ok(lost)
    }

    fn roll(&mut self, mut end: Date) -> Result<Date, ClockError> {
        if self.clock.roll == Roll::Stay {
            return Ok(end);
        }
        loop {
            let reasons = self.clock.reasons(end, Idle::NotWorked)?;
            if reasons.is_empty() {
                return Ok(end);
            }
            self.steps.push(Step::CannotEnd { date: end, reasons });
            end = self.tomorrow(end)?;
        }
    }
}
