//! What the system holds and by which law it judges, in numbers: for whoever runs it and whoever relies on it.
use base::{Known, Seq};
use budget::queries::{DeliveryView, deliveries};
use db::{Conn, Files};
use jiff::Timestamp;
use jiff::civil::Date;
use law::{CountryLaw, RuleVersion, Subject};
use pack::Pack;
use serde::Serialize;

/// What is asked: the state as known, by the law of a day.
#[derive(Clone, Copy, Debug)]
pub struct HealthRequest {
    pub known: Known,
    /// The last entry of the journal, acts of the office among them.
    pub recorded: Seq,
    /// Day of which the law is asked.
    pub on: Date,
    /// Day by whose end the law had been published.
    pub known_on: Date,
    /// Newest acts to list.
    pub acts_max: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Health {
    /// Entries of the journal as known.
    pub entries: i64,
    /// The newest first.
    pub acts: Vec<Act>,
    pub deliveries: DeliveriesHeld,
    pub entities: usize,
    pub territories: usize,
    /// Versions of plans.
    pub plan_versions: usize,
    pub indicators: usize,
    pub series: usize,
    /// Absent before a country pack was recorded.
    pub law: Option<LawHeld>,
}

/// One entry of the journal, without who made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    pub seq: Seq,
    pub at: Timestamp,
    pub command: String,
    pub subject: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeliveriesHeld {
    pub count: usize,
    /// Those that answer for some unit and year.
    pub answering: usize,
    /// Rows of all of them.
    pub rows: u64,
    /// Rows that a partial import left out.
    pub refused: u64,
}

/// The law and the calendar by which things are judged on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawHeld {
    pub rules: Vec<RuleVersion>,
    /// Of the rules, those whose source nobody confirmed yet.
    pub to_be_confirmed: usize,
    pub calendar_version: String,
    pub calendar_from_year: i16,
    pub calendar_to_year: i16,
}

#[derive(Debug, thiserror::Error)]
pub enum HealthError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
}

pub async fn health(conn: &mut Conn, files: &Files, asked: HealthRequest) -> Result<Health, HealthError> {
    let HealthRequest { known, recorded, on, known_on, acts_max } = asked;
    let acts = journal::heads(conn, Known(recorded), acts_max).await?;
    let law = match Pack::known(conn, files, known).await {
        Ok(pack) => Some(law_held(&pack.law()?, on, known_on)),
        Err(pack::Error::NoPack) => None,
        Err(error) => return Err(error.into()),
    };
    Ok(Health {
        entries: acts.first().map_or(0, |entry| entry.seq.0),
        acts: acts.into_iter().map(act).collect(),
        deliveries: held(&deliveries(conn, files, known).await?),
        entities: directory::queries::entities(conn, known, on).await?.len(),
        territories: directory::queries::territories(conn, known, on).await?.len(),
        plan_versions: planning::queries::plans(conn, known, None).await?.len(),
        indicators: planning::queries::indicators(conn, known, None).await?.len(),
        series: super::series::all(conn, known).await?.len(),
        law,
    })
}

fn act(entry: journal::Head) -> Act {
    Act { seq: entry.seq, at: entry.at, command: entry.command, subject: entry.subject }
}

fn held(all: &[DeliveryView]) -> DeliveriesHeld {
    DeliveriesHeld {
        count: all.len(),
        answering: all.iter().filter(|view| !view.is_superseded()).count(),
        rows: all.iter().map(|view| view.delivery.rows).sum(),
        refused: all.iter().map(|view| view.delivery.refused).sum(),
    }
}

fn law_held(law: &CountryLaw, on: Date, known_on: Date) -> LawHeld {
    let holds = |rule: &&law::Rule| rule.validity.holds_on(on) && rule.version.recorded_from <= known_on;
    let mut rules: Vec<RuleVersion> =
        law.rulebook.rules().filter(holds).map(|rule| rule.version.clone()).collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    let calendar = law.calendar(known_on, &Subject::country());
    let (calendar_from_year, calendar_to_year) = calendar.years();
    LawHeld {
        to_be_confirmed: rules.iter().filter(|rule| rule.status == law::RuleStatus::ToBeConfirmed).count(),
        rules,
        calendar_version: calendar.version().to_owned(),
        calendar_from_year,
        calendar_to_year,
    }
}
