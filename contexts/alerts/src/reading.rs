//! `alerts/*.csv` of the country pack: what raises an alert, for whom, and to whom it climbs. The figures stand in the rulebook; the
//! tables name their keys.
use std::collections::BTreeMap;

use base::{RowError, Validity};
use jiff::civil::Date;
use law::{NoAnswer, RulebookView, Subject};
use pack::Pack;
use rust_decimal::Decimal;
use sheets::{Column, Record};

use crate::domain::{Level, Limits, Steps, Trigger};

const TRIGGERS: &str = "alerts/triggers.csv";
const LEVELS: &str = "alerts/levels.csv";

const TRIGGER_COLUMNS: [Column; 11] = [
    Column::required("trigger", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("what", &[]),
    Column::required("what_en", &[]),
    Column::required("threshold", &[]),
    Column::required("grace", &[]),
    Column::required("role", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

const LEVEL_COLUMNS: [Column; 6] = [
    Column::required("level", &[]),
    Column::required("role", &[]),
    Column::required("after", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

/// Why alerts cannot be judged.
#[derive(Debug, thiserror::Error)]
pub enum LawError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    #[error("{LEVELS}: nobody is told at the level {0} on this day; add a row")]
    LevelAbsent(&'static str),
}

/// A trigger, as the country wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriggerRow {
    pub trigger: Trigger,
    pub name: (String, String),
    pub what: (String, String),
    /// Key of the rule that holds its threshold; none where nothing is measured.
    pub threshold: Option<String>,
    /// Key of the rule that says how many days pass before it is raised; none where it is raised at once.
    pub grace: Option<String>,
    /// Role of the post that answers for it.
    pub role: &'static str,
    pub valid: Validity,
    pub source: String,
}

/// Who is told at a level above the owner's.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LevelRow {
    level: Level,
    role: &'static str,
    after: String,
    valid: Validity,
}

/// Everything that alerts are judged by on a day.
#[derive(Clone, Debug)]
pub struct AlertLaw {
    /// Those that raise something on the day, with their days of grace.
    pub triggers: BTreeMap<Trigger, (TriggerRow, u16)>,
    pub limits: Limits,
    /// Percent of the money of the year from which something counts as carried out.
    pub spent: Option<Decimal>,
    /// Points by which money may be ahead of the result.
    pub divergence: Option<Decimal>,
    pub steps: Steps,
    /// Roles told at each level above the owner's.
    pub levels: BTreeMap<Level, Vec<&'static str>>,
}

impl AlertLaw {
    /// # Errors
    /// Rows that cannot be read, all at once; a rule that the rulebook lacks.
    pub fn of(pack: &Pack, book: &RulebookView<'_>, on: Date) -> Result<Self, LawError> {
        let subject = Subject::country();
        let mut triggers = BTreeMap::new();
        for row in triggers_of(pack)?.into_iter().filter(|row| row.valid.holds_on(on)) {
            let grace = match &row.grace {
                Some(key) => book.calendar_days(key, &subject)?.value,
                None => 0,
            };
            triggers.insert(row.trigger, (row, grace));
        }
        let key = |trigger| {
            let found: Option<&(TriggerRow, u16)> = triggers.get(&trigger);
            found.and_then(|(row, _)| row.threshold.as_deref())
        };
        let percent = |trigger| match key(trigger) {
            Some(key) => book.percent(key, &subject).map(|found| Some(found.value)),
            None => Ok(None),
        };
        let worse_max = match key(Trigger::InadequateTrend) {
            Some(key) => Some(book.count(key, &subject)?.value),
            None => None,
        };
        let limits = Limits {
            suboptimal: percent(Trigger::SuboptimalResult)?,
            behind: percent(Trigger::BehindSchedule)?,
            gap: percent(Trigger::GapPlanActual)?,
            worse_max,
            jump: percent(Trigger::DataQuality)?,
        };
        let spent = percent(Trigger::InsufficientInitiative)?;
        let divergence = percent(Trigger::MoneyResultDivergence)?;
        let (mut levels, mut after): (BTreeMap<Level, Vec<_>>, BTreeMap<Level, u16>) = Default::default();
        for row in levels_of(pack)?.into_iter().filter(|row| row.valid.holds_on(on)) {
            after.insert(row.level, book.calendar_days(&row.after, &subject)?.value);
            levels.entry(row.level).or_default().push(row.role);
        }
        let days = |level: Level| match after.get(&level) {
            Some(days) => Ok(*days),
            None if triggers.is_empty() => Ok(0),
            None => Err(LawError::LevelAbsent(level.as_str())),
        };
        let steps = Steps {
            superior: days(Level::Superior)?,
            sector: days(Level::Sector)?,
            centre: days(Level::Centre)?,
        };
        Ok(Self { triggers, limits, spent, divergence, steps, levels })
    }

    /// Who answers for an alert under a trigger.
    pub fn role(&self, trigger: Trigger) -> Option<&'static str> {
        self.triggers.get(&trigger).map(|(row, _)| row.role)
    }
}

fn triggers_of(pack: &Pack) -> Result<Vec<TriggerRow>, LawError> {
    rows(pack, TRIGGERS, &TRIGGER_COLUMNS, |record| {
        let text = |field: &str| record.required(field).map(str::to_owned);
        let key = |field: &str| record.opt(field).map(str::to_owned);
        Ok(TriggerRow {
            trigger: record.parse("trigger")?,
            name: (text("name")?, text("name_en")?),
            what: (text("what")?, text("what_en")?),
            threshold: key("threshold"),
            grace: key("grace"),
            role: role(record)?,
            valid: valid(record)?,
            source: text("source")?,
        })
    })
}

fn levels_of(pack: &Pack) -> Result<Vec<LevelRow>, LawError> {
    rows(pack, LEVELS, &LEVEL_COLUMNS, |record| {
        let named = record.required("level")?;
        let level = Level::ALL
            .into_iter()
            .filter(|level| *level != Level::Owner)
            .find(|level| level.as_str() == named);
        let level =
            level.ok_or_else(|| record.error("level", "not one of: superior, sector, centre".to_owned()))?;
        Ok(LevelRow {
            level,
            role: role(record)?,
            after: record.required("after")?.to_owned(),
            valid: valid(record)?,
        })
    })
}

fn role(record: &Record) -> Result<&'static str, RowError> {
    let named = record.required("role")?;
    let found = authz::ROLES.into_iter().find(|role| *role == named);
    found.ok_or_else(|| record.error("role", "not a role of posts/roles.csv".to_owned()))
}

fn valid(record: &Record) -> Result<Validity, RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))
}

fn rows<T>(
    pack: &Pack,
    path: &str,
    columns: &'static [Column],
    row: impl Fn(&Record) -> Result<T, RowError>,
) -> Result<Vec<T>, LawError> {
    // A country that says nothing of alerts has none.
    let Ok(text) = pack.text(path) else { return Ok(Vec::new()) };
    Ok(sheets::rows_of(path, text, columns, row)?)
}

/// What `quipu check-pack` refuses: tables that cannot be read, a role that nobody plays, a rule that a row names and the rulebook
/// lacks on the day the row begins.
pub fn defects(pack: &Pack) -> Vec<String> {
    let Ok(law) = pack.law() else { return Vec::new() };
    let days: Vec<Date> = match (triggers_of(pack), levels_of(pack)) {
        (Err(error), _) | (_, Err(error)) => return vec![error.to_string()],
        (Ok(triggers), Ok(levels)) => triggers
            .iter()
            .map(|row| row.valid.from())
            .chain(levels.iter().map(|row| row.valid.from()))
            .collect(),
    };
    let Some(last) = days.into_iter().max() else { return Vec::new() };
    let book = law.rulebook.at(last).known(Date::MAX);
    AlertLaw::of(pack, &book, last).err().map(|error| error.to_string()).into_iter().collect()
}
