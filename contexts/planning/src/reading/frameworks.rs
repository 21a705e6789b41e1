//! Multi-year frameworks of money: `budget/frameworks.csv` of the country pack. They are referential: nothing commits the
//! amounts, and each year another takes their place (¶341 of the Public Governance Review of Peru, 2016).
use base::{RowError, Validity};
use jiff::civil::Date;
use law::RulebookView;
use pack::Pack;
use sheets::{Column, Record};

use crate::domain::programming::framework_last;

const PATH: &str = "budget/frameworks.csv";

const COLUMNS: [Column; 9] = [
    Column::required("framework", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("approved_on", &[]),
    Column::required("first", &[]),
    Column::required("last", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

/// A framework as it was approved. Earlier ones stay: what was programmed then can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    pub code: String,
    pub name: (String, String),
    pub approved_on: Date,
    pub first: i16,
    pub last: i16,
    pub validity: Validity,
    pub source: String,
}

/// Every framework of the pack, the last approved first; none where the pack says nothing.
///
/// # Errors
/// Every row that was refused.
fn frameworks(pack: &Pack) -> Result<Vec<Framework>, sheets::TableError> {
    let Ok(text) = pack.text(PATH) else { return Ok(Vec::new()) };
    let mut found = sheets::rows_of(PATH, text, &COLUMNS, row)?;
    found.sort_by_key(|one| std::cmp::Reverse(one.approved_on));
    Ok(found)
}

/// What money is programmed for on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programming {
    /// Every framework approved by the day, the last first.
    pub frameworks: Vec<Framework>,
    /// Last year that is programmed.
    pub last: i16,
    /// Whether the list of frameworks reaches the day, or the law's horizon stands for it.
    pub is_by_rule: bool,
    pub now: i16,
}

/// Why it cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum NoProgramming {
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error(transparent)]
    NoAnswer(#[from] law::NoAnswer),
}

impl Programming {
    /// By the frameworks of the pack, and the law as `book` shows it.
    ///
    /// # Errors
    /// A row that was refused; no rule for the day.
    pub fn of(pack: &Pack, book: &RulebookView<'_>, on: Date) -> Result<Self, NoProgramming> {
        let years = book.years("framework.horizon", &law::Subject::country())?.value;
        let mut found = frameworks(pack)?;
        found.retain(|one| one.approved_on <= on);
        let (now, approved) = (on.year(), found.first().map(|one| one.last));
        let last = framework_last(approved, now, i16::try_from(years).unwrap_or(i16::MAX));
        Ok(Self { is_by_rule: approved.is_none_or(|year| year <= now), frameworks: found, last, now })
    }
}

fn row(record: &Record) -> Result<Framework, RowError> {
    let text = |field: &str| record.required(field).map(str::to_owned);
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    let found = Framework {
        code: text("framework")?,
        name: (text("name")?, text("name_en")?),
        approved_on: record.parse("approved_on")?,
        first: record.parse("first")?,
        last: record.parse("last")?,
        validity: Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))?,
        source: text("source")?,
    };
    if found.first > found.last {
        return Err(record.error("last", "ends before it begins".to_owned()));
    }
    Ok(found)
}
