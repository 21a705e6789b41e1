//! What a report holds, without the words of any language: parts, notes and tables of exact values, each with the way to where it
//! comes from. Its canonical JSON is what the checksum is of.
use base::{Money, Period};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

/// A value of a table or of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Not known, which is not nothing.
    Unknown,
    Text(String),
    /// In Spanish, and in English where it was written.
    Said(String, Option<String>),
    Money(Money),
    /// To two decimals.
    Percent(Decimal),
    Count(usize),
    Number(Decimal),
    Day(Date),
    Period(Period),
    /// A word of a closed list: the message `FAMILY-WORD`.
    Word(&'static str, String),
    /// What only shows the system.
    Sample(bool),
    /// A value and the page that tells more: segments of its address, and its own parameters.
    At(Box<Cell>, Vec<String>, Vec<(&'static str, String)>),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn money(amount: Option<Money>) -> Self {
        amount.map_or(Self::Unknown, Self::Money)
    }

    /// Part of a whole in percent, rounded half away from zero; unknown where either is, or the whole is nothing.
    pub fn percent(part: Option<Money>, whole: Option<Money>) -> Self {
        part.zip(whole).and_then(|(part, whole)| percent(part, whole)).map_or(Self::Unknown, Self::Percent)
    }

    #[must_use]
    pub fn at(self, segments: &[&str]) -> Self {
        self.at_with(segments, Vec::new())
    }

    #[must_use]
    pub fn at_with(self, segments: &[&str], own: Vec<(&'static str, String)>) -> Self {
        Self::At(Box::new(self), segments.iter().map(|&one| one.to_owned()).collect(), own)
    }

    /// As files and checksums have it.
    pub fn exact(&self) -> String {
        match self {
            Self::Unknown | Self::Sample(false) => String::new(),
            Self::Sample(true) => "sample".to_owned(),
            Self::Text(text) | Self::Said(text, _) | Self::Word(_, text) => text.clone(),
            Self::Money(amount) => amount.to_string(),
            Self::Percent(number) | Self::Number(number) => number.normalize().to_string(),
            Self::Count(count) => count.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Period(period) => period.to_string(),
            Self::At(cell, ..) => cell.exact(),
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Unknown => Json::Null,
            Self::Said(es, Some(en)) => json!({ "es": es, "en": en }),
            Self::At(cell, segments, own) => {
                let mut of = Map::new();
                of.insert("value".to_owned(), cell.to_json());
                of.insert("at".to_owned(), json!(segments));
                if !own.is_empty() {
                    of.insert("with".to_owned(), json!(own));
                }
                Json::Object(of)
            }
            other => Json::String(other.exact()),
        }
    }
}

fn percent(part: Money, whole: Money) -> Option<Decimal> {
    let (part, whole) = (Decimal::from(part.as_centimos()), Decimal::from(whole.as_centimos()));
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(exact.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
}

/// A column; its name is the message `reports-column-KEY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub key: &'static str,
    pub is_number: bool,
}

/// Words with values: the message `reports-note-KEY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub key: &'static str,
    pub args: Vec<(&'static str, Cell)>,
}

/// A table: the message `reports-table-KEY`. Keys are unique in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub key: &'static str,
    pub columns: Vec<Column>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    pub total: Option<Vec<Cell>>,
}

impl Grid {
    /// Columns whose keys begin with `#` hold numbers.
    pub fn new(key: &'static str, columns: &[&'static str]) -> Self {
        let column = |key: &&'static str| Column {
            key: key.strip_prefix('#').unwrap_or(key),
            is_number: key.starts_with('#'),
        };
        Self { key, columns: columns.iter().map(column).collect(), rows: Vec::new(), total: None }
    }

    fn to_json(&self) -> Json {
        let row = |row: &Vec<Cell>| Json::Array(row.iter().map(Cell::to_json).collect());
        json!({
            "table": self.key,
            "columns": self.columns.iter().map(|column| column.key).collect::<Vec<_>>(),
            "rows": self.rows.iter().map(row).collect::<Vec<_>>(),
            "total": self.total.as_ref().map(row),
        })
    }
}

/// A part of a report: the heading `reports-part-KEY`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub key: &'static str,
    pub notes: Vec<Note>,
    pub tables: Vec<Grid>,
}

impl Part {
    pub fn new(key: &'static str) -> Self {
        Self { key, ..Self::default() }
    }

    #[must_use]
    pub fn note(mut self, key: &'static str, args: Vec<(&'static str, Cell)>) -> Self {
        self.notes.push(Note { key, args });
        self
    }

    #[must_use]
    pub fn note_if(self, wanted: bool, key: &'static str, args: Vec<(&'static str, Cell)>) -> Self {
        if wanted { self.note(key, args) } else { self }
    }

    #[must_use]
    pub fn table(mut self, table: Grid) -> Self {
        self.tables.push(table);
        self
    }
}

/// Everything that a report of a period says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub template: &'static str,
    pub version: i64,
    pub period: Period,
    /// The day on which plans and results are judged.
    pub judged_on: Date,
    pub parts: Vec<Part>,
    /// Whether it holds something that only shows the system, and something real.
    pub holds: (bool, bool),
}

impl Report {
    /// Without time, place or language of its making: the same facts give the same text.
    pub fn to_json(&self) -> Json {
        let args = |note: &Note| {
            note.args.iter().map(|(name, cell)| ((*name).to_owned(), cell.to_json())).collect::<Map<_, _>>()
        };
        let notes = |part: &Part| {
            part.notes.iter().map(|note| json!({ "note": note.key, "with": args(note) })).collect::<Vec<_>>()
        };
        let part = |part: &Part| {
            json!({
                "part": part.key,
                "notes": notes(part),
                "tables": part.tables.iter().map(Grid::to_json).collect::<Vec<_>>(),
            })
        };
        json!({
            "template": self.template,
            "version": self.version,
            "period": self.period.to_string(),
            "judged_on": self.judged_on.to_string(),
            "parts": self.parts.iter().map(part).collect::<Vec<_>>(),
        })
    }

    /// Every value of every table, one a row: part, table, row from 1, column, value.
    pub fn to_rows(&self) -> Vec<[String; 5]> {
        let mut found = Vec::new();
        for part in &self.parts {
            for table in &part.tables {
                for (at, row) in table.rows.iter().enumerate() {
                    for (column, cell) in table.columns.iter().zip(row) {
                        let at = (at + 1).to_string();
                        let key = column.key.to_owned();
                        found.push([part.key.to_owned(), table.key.to_owned(), at, key, cell.exact()]);
                    }
                }
            }
        }
        found
    }
}
