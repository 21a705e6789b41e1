//! A duty and a period: when its report is due, and how it stands on a day.
use base::Period;
use jiff::civil::Date;
use law::Derivation;
use serde::Serialize;

use super::{Duty, Edition, Stage, words};

words! {
    /// How the report of a period stands on a day: one of these, always.
    State {
        // The period is not over.
        Running = "running",
        // It is over, and nothing was prepared yet.
        Due = "due",
        // An edition is frozen, and waits for its signature.
        Prepared = "prepared",
        // It is signed, and waits for its publication.
        Signed = "signed",
        // It stands, and came in time; or was owed to nobody here.
        Published = "published",
        // It stands, and came after its day.
        Late = "late",
        // Its day has passed and none stands, whatever was prepared.
        Overdue = "overdue",
    }
}

impl Serialize for State {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The report of a period, as it stands on a day.
#[derive(Clone, Debug)]
pub struct Instance {
    pub duty: Duty,
    pub period: Period,
    /// By when it is due and how that was counted; none where it is not owed here, or no rule known gives a term.
    pub due: Option<Derivation>,
    pub state: State,
    /// Those of the duty and period, the first first.
    pub editions: Vec<Edition>,
}

impl Instance {
    pub fn due_on(&self) -> Option<Date> {
        self.due.as_ref().map(|due| due.due)
    }

    /// The edition that stands on a day.
    pub fn standing(&self, on: Date) -> Option<&Edition> {
        self.editions.iter().find(|one| one.stage(&self.editions, on) == Some(Stage::Published))
    }
}

/// How a report stands at the end of a day: `editions` are those of its duty and period; `due`, where it is owed.
pub fn state(period: Period, due: Option<Date>, editions: &[Edition], on: Date) -> State {
    let stages = || editions.iter().map(|one| (one, one.stage(editions, on)));
    let stands = stages().find(|(_, stage)| *stage == Some(Stage::Published));
    if let Some((edition, _)) = stands {
        let late = edition.first_published(editions).zip(due).is_some_and(|(day, due)| day > due);
        return if late { State::Late } else { State::Published };
    }
    if period.end() >= on {
        return State::Running;
    }
    if due.is_some_and(|due| due < on) {
        return State::Overdue;
    }
    let waits = |wanted: Stage| stages().any(|(_, stage)| stage == Some(wanted));
    match (waits(Stage::Signed), waits(Stage::Prepared)) {
        (true, _) => State::Signed,
        (false, true) => State::Prepared,
        (false, false) => State::Due,
    }
}

/// How many reports whose day has passed stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub on_time: usize,
    pub late: usize,
    pub overdue: usize,
    /// Not due yet.
    pub open: usize,
}

impl Tally {
    /// Counts those that are owed; one that came before its day is on time already.
    pub fn of<'i>(instances: impl IntoIterator<Item = &'i Instance>) -> Self {
        let mut tally = Self::default();
        for instance in instances.into_iter().filter(|one| one.due.is_some()) {
            let count = match instance.state {
                State::Published => &mut tally.on_time,
                State::Late => &mut tally.late,
                State::Overdue => &mut tally.overdue,
                State::Running | State::Due | State::Prepared | State::Signed => &mut tally.open,
            };
            *count += 1;
        }
        tally
    }

    /// Percent of what was owed that came on time, to one decimal; none where nothing was owed yet.
    pub fn on_time_percent(self) -> Option<f64> {
        let owed = self.on_time + self.late + self.overdue;
        #[allow(clippy::cast_precision_loss)] // counts of reports
        (owed > 0).then(|| (1000.0 * self.on_time as f64 / owed as f64).round() / 10.0)
    }
}
