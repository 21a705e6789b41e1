//! Sheets of paper or phone as a table: `sheet,channel,territory` and a column for each question of the wave.
use std::collections::BTreeSet;

use base::{RowError, RowErrors, codes::TerritoryCode};
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

use crate::domain::{Answers, Channel, Question, QuestionCode, Sheet};

const COLUMNS: [Column; 3] = [
    Column::required("sheet", &["hoja"]),
    Column::required("channel", &["canal"]),
    Column::required("territory", &["territorio"]),
];

/// What sheets are read against.
pub struct Form<'a> {
    pub questions: &'a [Question],
    /// Channels of the wave whose sheets an official enters.
    pub channels: &'a BTreeSet<Channel>,
    pub departments: &'a BTreeSet<TerritoryCode>,
    /// Sheets entered before.
    pub taken: &'a BTreeSet<(Channel, String)>,
}

/// Why a table is refused as a whole.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("{0}")]
    File(String),
    #[error("the column {0:?} is no question of the wave; the columns are sheet, channel, territory and {1}")]
    Column(String, String),
    #[error("{0}")]
    Rows(RowErrors),
    #[error("there is no sheet in it")]
    Empty,
}

/// Every sheet, or everything that is wrong with the rows.
///
/// # Errors
/// A file that is no table, a column that is no question, any row that is refused.
pub fn sheets_of(name: &str, bytes: Vec<u8>, form: &Form<'_>) -> Result<Vec<Sheet>, Unread> {
    let unread = |error: sheets::Error| Unread::File(error.to_string());
    let book = Book::from_bytes(name, bytes).map_err(unread)?;
    let (mut found, mut refused) = (Vec::new(), RowErrors::default());
    let mut seen = BTreeSet::new();
    for sheet in book.sheets() {
        if sheet.is_blank().map_err(unread)? {
            continue;
        }
        let asked = asked(&sheet.headers().map_err(unread)?, form)?;
        for record in sheet.records(&Columns::at_least(&COLUMNS)).map_err(unread)? {
            match record.and_then(|record| row(&record, &asked, form, &mut seen)) {
                Ok(sheet) => found.push(sheet),
                Err(error) => refused.push(error),
            }
        }
    }
    match (refused.is_empty(), found.is_empty()) {
        (false, _) => Err(Unread::Rows(refused)),
        (true, true) => Err(Unread::Empty),
        (true, false) => Ok(found),
    }
}

/// The question of each column; none of the first three.
fn asked<'a>(headers: &[String], form: &Form<'a>) -> Result<Vec<Option<&'a Question>>, Unread> {
    let mut seen: BTreeSet<&QuestionCode> = BTreeSet::new();
    let fixed = |header: &str| {
        let header = header.to_lowercase();
        COLUMNS.iter().any(|column| column.field == header || column.aliases.contains(&header.as_str()))
    };
    let refused = |header: &str| {
        let codes: Vec<&str> = form.questions.iter().map(|question| question.code.as_str()).collect();
        Unread::Column(header.chars().take(40).collect(), codes.join(", "))
    };
    let mut found = Vec::new();
    for header in headers {
        let question = form.questions.iter().find(|question| question.code.as_str() == header.to_lowercase());
        match question {
            Some(question) if seen.insert(&question.code) => found.push(Some(question)),
            None if fixed(header) => found.push(None),
            _ => return Err(refused(header)),
        }
    }
    Ok(found)
}

fn row(
    record: &Record,
    asked: &[Option<&Question>],
    form: &Form<'_>,
    seen: &mut BTreeSet<(Channel, String)>,
) -> Result<Sheet, RowError> {
    let channel = channel(record, form)?;
    let territory: Option<TerritoryCode> = record.parse_opt("territory")?;
    if territory.as_ref().is_some_and(|code| !form.departments.contains(code)) {
        return Err(record.error("territory", "no department has this code"));
    }
    let mut answers = Answers::new();
    for (cell, question) in record.cells().zip(asked) {
        let Some(question) = question.filter(|_| !cell.trim().is_empty()) else { continue };
        let answer = question.scale.read(cell);
        let answer = answer.ok_or_else(|| {
            let accepted = question.scale.accepted();
            let said =
                format!("{:?} is not one of: {accepted}", cell.trim().chars().take(40).collect::<String>());
            RowError {
                column: question.code.to_string(),
                value: cell.chars().take(120).collect(),
                ..record.error("", said)
            }
        })?;
        answers.insert(question.code.clone(), answer);
    }
    let number = record.required("sheet")?.to_owned();
    let sheet = Sheet { channel, number, territory, answers };
    let sheet = sheet.checked().map_err(|fault| record.error("sheet", fault.to_string()))?;
    let key = (channel, sheet.number.clone());
    if form.taken.contains(&key) {
        return Err(record.error("sheet", "the sheet was entered before"));
    }
    if seen.insert(key) {
        Ok(sheet)
    } else {
        Err(record.error("sheet", "the sheet stands twice in the file"))
    }
}

fn channel(record: &Record, form: &Form<'_>) -> Result<Channel, RowError> {
    let named = record.required("channel")?.to_lowercase();
    let found = match named.as_str() {
        "teléfono" | "telefono" => Some(Channel::Phone),
        "papel" => Some(Channel::Paper),
        word => word.parse().ok(),
    };
    found.filter(|channel| form.channels.contains(channel)).ok_or_else(|| {
        let accepted: Vec<&str> = form.channels.iter().map(|channel| channel.as_str()).collect();
        let named: String = named.chars().take(40).collect();
        record.error("channel", format!("{named:?} is not one of: {}", accepted.join(", ")))
    })
}

/// What `quipu check-pack` refuses: a rulebook that does not say how small a part may be shown.
pub fn defects(pack: &Pack) -> Vec<String> {
    let Ok(law) = pack.law() else { return Vec::new() };
    let book = law.rulebook.at(jiff::civil::Date::MAX).known(jiff::civil::Date::MAX);
    crate::queries::of_book(&book).err().map(|error| error.to_string()).into_iter().collect()
}
