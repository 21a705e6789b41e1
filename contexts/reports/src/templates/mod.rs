//! What each report is made of: questions that other rooms answer, as known on the frozen day, put together. Nothing here writes,
//! knows the time, or has words.
pub mod congress;
mod evaluations;
mod execution;
mod financial;
mod indicators;
mod money;
mod objectives;
mod strategic;

use std::sync::Arc;

use base::{Digest, Known, Period};
use budget::columnar::Columnar;
use db::{Conn, Files, memo};
use jiff::{Timestamp, civil::Date};
use monitoring::{
    domain::{Rules, Status},
    queries::{
        home::{Home, HomeRequest, home},
        rules::country_rules,
        standings::Standing,
    },
};
use pack::Pack;
use planning::reading::frame::Law;

pub use money::Line;

use crate::{
    Country, Unread,
    domain::{Cell, Part, Report, Template},
};

/// What a report is made as of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen {
    pub period: Period,
    /// The last entry of the journal that counts.
    pub known: Known,
    /// The instant that `known=` says.
    pub at: Timestamp,
    pub country: Country,
}

impl Frozen {
    /// The day by which law and calendar had been published.
    pub fn known_on(self) -> Date {
        self.country.date(self.at)
    }

    /// The day on which plans and results are judged: the last of the period.
    pub fn judged_on(self) -> Date {
        self.period.end().min(self.known_on())
    }

    const fn year(self) -> i16 {
        self.period.year()
    }
}

/// Who answers, and as of when.
pub struct Asked<'a> {
    pub conn: &'a mut Conn,
    pub files: &'a Files,
    pub columnar: &'a dyn Columnar,
    pub frozen: Frozen,
}

/// A report with the text that its checksum is of.
#[derive(Clone, Debug)]
pub struct Made {
    pub report: Report,
    /// Canonical JSON.
    pub text: String,
    pub checksum: Digest,
}

/// Makes a report, or takes it as it was made for somebody else of the same state. The same facts give the same bytes, whenever it is asked for and whatever was recorded since.
///
/// # Errors
/// Money or plans that cannot be read; no rules as known then.
pub async fn made(asked: &mut Asked<'_>, template: Template) -> Result<Arc<Made>, Unread> {
    let frozen = asked.frozen;
    let question = format!("{} {} {}", template.as_str(), frozen.period, frozen.at);
    if let Some(found) = memo::recall::<Made>(frozen.known, &question) {
        return Ok(found);
    }
    let made = made_anew(asked, template).await?;
    Ok(memo::keep(frozen.known, &question, made))
}

/// Makes a report now, whatever was kept of it: for whoever is to believe its checksum.
///
/// # Errors
/// Money or plans that cannot be read; no rules as known then.
pub async fn made_anew(asked: &mut Asked<'_>, template: Template) -> Result<Made, Unread> {
    let frozen = asked.frozen;
    let (parts, holds) = match template {
        Template::FinancialExecution => financial::parts(asked).await?,
        Template::Execution => execution::parts(asked).await?,
        Template::Indicators => indicators::parts(asked).await?,
        Template::NationalObjectives => objectives::parts(asked).await?,
        Template::Evaluations => evaluations::parts(asked).await?,
        Template::StrategicManagement => strategic::parts(asked).await?,
    };
    let report = Report {
        template: template.as_str(),
        version: template.version(),
        period: frozen.period,
        judged_on: frozen.judged_on(),
        parts,
        holds,
    };
    let text = journal::canonical(&report.to_json());
    let checksum = Digest::of(text.as_bytes());
    Ok(Made { report, text, checksum })
}

/// Parts of a report; and whether they hold what only shows the system, and what is real.
type Parts = (Vec<Part>, (bool, bool));

async fn rules(asked: &mut Asked<'_>) -> Result<Rules, Unread> {
    let frozen = asked.frozen;
    Ok(country_rules(asked.conn, asked.files, frozen.known, frozen.judged_on(), frozen.known_on()).await?)
}

/// What the state promised, funds and achieves, on the day on which the report judges.
async fn whole(asked: &mut Asked<'_>) -> Result<(Home, Law), Unread> {
    let frozen = asked.frozen;
    let rules = rules(asked).await?;
    let pack = Pack::known(asked.conn, asked.files, frozen.known).await?;
    let book = pack.law()?.rulebook;
    let law = Law::of(&pack, &book, frozen.judged_on(), frozen.known_on());
    let law = law.map_err(|error| Unread::Law(error.to_string()))?;
    let request = HomeRequest { year: frozen.year(), on: frozen.judged_on(), known_on: frozen.known_on() };
    let found = home(asked.conn, asked.files, asked.columnar, frozen.known, (&rules, &law), request).await?;
    Ok((found, law))
}

/// The fiscal year of the report, for the pages it leads to.
fn of_year(frozen: Frozen) -> Vec<(&'static str, String)> {
    vec![("year", frozen.year().to_string())]
}

/// `PLAN@VERSION/CODE` with the way to its page.
fn indicator(frozen: Frozen, of: &Standing) -> Cell {
    let (plan, code) = parts_of(&of.indicator);
    let name = Cell::Said(of.name.clone(), of.name_en.clone());
    name.at_with(&["indicador", plan, code], of_year(frozen))
}

/// The last value, its period, the value expected by then, and the status in a word.
fn standing(of: &Standing) -> [Cell; 5] {
    let expected = of.expected.map_or(Cell::Unknown, |expected| {
        let (low, high) = (expected.bounds.low, expected.bounds.high);
        if low == high {
            Cell::Number(low)
        } else {
            Cell::text(format!("{}–{}", low.normalize(), high.normalize()))
        }
    });
    let (period, value) = of.last.map_or((Cell::Unknown, Cell::Unknown), |(period, value)| {
        (Cell::Period(period), Cell::Number(value))
    });
    let progress = of.progress_percent.map_or(Cell::Unknown, |percent| Cell::Percent(percent.round_dp(2)));
    [value, period, expected, progress, status(of.status)]
}

/// The columns of [`standing`].
const STANDING: [&str; 5] = ["#last", "last-period", "#expected", "#progress", "status"];

fn status(of: Status) -> Cell {
    Cell::Word("status", of.as_str().to_owned())
}

/// Plan and code of a reference; the version stays out of addresses, for the one that counts is known from the day.
fn parts_of(reference: &str) -> (&str, &str) {
    let (plan, code) = reference.split_once('/').unwrap_or((reference, ""));
    (plan, code)
}

/// How many stand how, in the columns of [`STATUSES`].
fn counts<'s>(standings: impl IntoIterator<Item = &'s Standing>) -> [usize; 6] {
    let mut counts = [0; 6];
    for standing in standings {
        let at = match standing.status {
            Status::Achieved => 0,
            Status::OnTrack => 1,
            Status::Behind => 2,
            Status::OffTrack => 3,
            Status::Overdue => 4,
            _ => 5,
        };
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

const STATUSES: [&str; 6] = ["#achieved", "#on-track", "#behind", "#off-track", "#overdue", "#not-judged"];

fn counted(counts: [usize; 6]) -> impl Iterator<Item = Cell> {
    counts.into_iter().map(Cell::Count)
}
