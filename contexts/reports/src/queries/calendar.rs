use std::sync::Arc;

use base::{Known, Period};
use db::{Conn, Files};
use jiff::civil::{Date, date};
use law::{CountryLaw, Derivation, Scope, Subject};
use pack::Pack;

use crate::{
    Country, Unread,
    domain::{Duty, Edition, Instance, State, state},
    queries::{duties, editions},
};

/// Whose calendar, and of when.
#[derive(Clone, Copy, Debug)]
pub struct CalendarAsked {
    pub known: Known,
    /// The day on which reports stand as they do.
    pub on: Date,
    /// The day by which law and calendar had been published.
    pub known_on: Date,
    pub country: Country,
}

/// Everything that dates the duties of one body.
struct Dated {
    law: Arc<CountryLaw>,
    subject: Subject,
    known_on: Date,
}

impl Dated {
    /// By when the report of a period is due; none where it is not owed here, or where no rule or calendar known gives a day.
    fn due(&self, duty: &Duty, period: Period) -> Option<Derivation> {
        let due = || self.law.deadline(&duty.term, period.end(), self.known_on, &self.subject).ok();
        duty.owes(period).then(due).flatten()
    }
}

async fn dated(
    conn: &mut Conn,
    files: &Files,
    asked: CalendarAsked,
    duty: &Duty,
) -> Result<Option<Dated>, Unread> {
    let law = match Pack::law_known(conn, files, asked.known).await {
        Err(pack::Error::NoPack) => return Ok(None),
        law => law?,
    };
    // Whose days are the same for everybody, nobody need be looked up for.
    let names_some = law.calendar.days().iter().any(|day| day.scope != Scope::Country)
        || law.suspensions.all().iter().any(|one| one.scope != Scope::Country)
        || law.rulebook.rules().any(|rule| rule.version.scope != Scope::Country);
    if !names_some {
        return Ok(Some(Dated { law, subject: Subject::country(), known_on: asked.known_on }));
    }
    // A body that the register does not hold is counted for by the calendar of the country.
    let found = procedures::queries::subject(conn, asked.known, asked.on, &duty.entity).await;
    let subject = found.map_or_else(|_| Subject::country(), |(_, subject)| subject);
    Ok(Some(Dated { law, subject, known_on: asked.known_on }))
}

fn instance(dated: Option<&Dated>, duty: &Duty, period: Period, all: &[Edition], on: Date) -> Instance {
    let own = |one: &&Edition| one.duty == duty.code && one.period == period;
    let editions: Vec<Edition> = all.iter().filter(own).cloned().collect();
    let due = dated.and_then(|dated| dated.due(duty, period));
    let state = state(period, due.as_ref().map(|due| due.due), &editions, on);
    Instance { duty: duty.clone(), period, due, state, editions }
}

/// Every report of a duty that is owed and whose period has begun, and every other of which there is an edition; the first first.
///
/// # Errors
/// A pack or a database that cannot be read.
pub async fn instances_of(
    conn: &mut Conn,
    files: &Files,
    asked: CalendarAsked,
    duty: &Duty,
    all: &[Edition],
) -> Result<Vec<Instance>, Unread> {
    let dated = dated(conn, files, asked, duty).await?;
    let mut periods: Vec<Period> = duty.periods(asked.on).collect();
    periods.extend(all.iter().filter(|one| one.duty == duty.code).map(|one| one.period));
    periods.sort_unstable();
    periods.dedup();
    Ok(periods.into_iter().map(|period| instance(dated.as_ref(), duty, period, all, asked.on)).collect())
}

/// The calendar, duty by duty: of a year what falls due in it, and what was made of periods of it; of none, everything.
///
/// # Errors
/// A pack or a database that cannot be read.
pub async fn calendar(
    conn: &mut Conn,
    files: &Files,
    asked: CalendarAsked,
    year: Option<i16>,
) -> Result<Vec<Instance>, Unread> {
    let all = editions(conn, asked.country, asked.known).await?;
    let mut found = Vec::new();
    for duty in duties(conn, files, asked.known).await? {
        // What falls due in a year that goes on is owed for periods that have not begun, too.
        let until = year.map_or(asked.on, |year| asked.on.max(date(year.clamp(1900, 2200), 12, 31)));
        let far = CalendarAsked { on: until, ..asked };
        let mut instances = instances_of(conn, files, far, &duty, &all).await?;
        for one in &mut instances {
            one.state = state(one.period, one.due_on(), &one.editions, asked.on);
        }
        let in_year = |one: &Instance| match (year, one.due_on()) {
            (None, _) => true,
            (Some(year), Some(due)) => due.year() == year,
            (Some(year), None) => one.period.year() == year && !one.editions.is_empty(),
        };
        found.extend(instances.into_iter().filter(in_year));
    }
    Ok(found)
}

/// The reports whose day has passed while none stands, the longest owed first. For whoever raises alerts.
///
/// # Errors
/// A pack or a database that cannot be read.
pub async fn overdue(conn: &mut Conn, files: &Files, asked: CalendarAsked) -> Result<Vec<Instance>, Unread> {
    let mut found = calendar(conn, files, asked, None).await?;
    found.retain(|one| one.state == State::Overdue);
    found.sort_by(|a, b| (a.due_on(), &a.duty.code).cmp(&(b.due_on(), &b.duty.code)));
    Ok(found)
}
