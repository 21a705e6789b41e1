//! `reports/*.csv` of the country pack: which reports are owed, and which committees of Congress oversee what.
use std::collections::BTreeSet;

use base::{RowError, Validity};
use jiff::civil::Date;
use law::Subject;
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

use crate::{
    Unread,
    domain::{Duty, duty::Frequency},
};

const DUTIES: &str = "reports/duties.csv";
const COMMITTEES: &str = "reports/committees.csv";
const ENTITIES: &str = "entities/entities.csv";

const DUTY_COLUMNS: [Column; 18] = [
    Column::required("duty", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("what", &[]),
    Column::required("what_en", &[]),
    Column::required("frequency", &[]),
    Column::required("role", &[]),
    Column::required("prepares", &[]),
    Column::required("entity", &[]),
    Column::required("addressees", &[]),
    Column::required("template", &[]),
    Column::required("term", &[]),
    Column::required("per_year", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("owed_from", &[]),
    Column::required("source", &[]),
    Column::required("note", &[]),
];

const COMMITTEE_COLUMNS: [Column; 6] = [
    Column::required("committee", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("sectors", &[]),
    Column::required("sample", &[]),
    Column::required("source", &[]),
];

/// A committee of Congress and the sectors of the budget that it oversees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committee {
    pub code: String,
    pub name: (String, String),
    /// Codes of the sectors, as the budget writes them.
    pub sectors: Vec<String>,
    /// Grouped to show the system, and no committee that exists.
    pub is_sample: bool,
    pub source: String,
}

/// The duties of the pack, in its order.
///
/// # Errors
/// Rows that cannot be read, all at once.
pub fn duties(pack: &Pack) -> Result<Vec<Duty>, Unread> {
    let mut seen = BTreeSet::new();
    rows(pack, DUTIES, &DUTY_COLUMNS, |record| {
        let duty = duty(record)?;
        if !seen.insert(duty.code.clone()) {
            return Err(record.error("duty", "is there twice".to_owned()));
        }
        Ok(duty)
    })
}

/// The committees of the pack, in its order.
///
/// # Errors
/// Rows that cannot be read, all at once.
pub fn committees(pack: &Pack) -> Result<Vec<Committee>, Unread> {
    let mut seen = BTreeSet::new();
    rows(pack, COMMITTEES, &COMMITTEE_COLUMNS, |record| {
        let text = |field: &str| record.required(field).map(str::to_owned);
        let code = code(record, "committee")?;
        if !seen.insert(code.clone()) {
            return Err(record.error("committee", "is there twice".to_owned()));
        }
        let sectors: Vec<String> = list(record, "sectors")?.into_iter().map(str::to_owned).collect();
        let is_code = |one: &String| one.len() == 2 && one.bytes().all(|byte| byte.is_ascii_digit());
        if !sectors.iter().all(is_code) {
            return Err(record.error("sectors", "not codes of two digits with ; between them".to_owned()));
        }
        let is_sample = match record.required("sample")? {
            "true" => true,
            "false" => false,
            _ => return Err(record.error("sample", "neither true nor false".to_owned())),
        };
        Ok(Committee {
            code,
            name: (text("name")?, text("name_en")?),
            sectors,
            is_sample,
            source: text("source")?,
        })
    })
}

fn duty(record: &Record) -> Result<Duty, RowError> {
    let text = |field: &str| record.required(field).map(str::to_owned);
    let word = |field: &str, error: String| record.error(field, error);
    let addressees = list(record, "addressees")?
        .into_iter()
        .map(|one| one.parse().map_err(|error| word("addressees", error)))
        .collect::<Result<_, _>>()?;
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    let frequency: Frequency =
        record.required("frequency")?.parse().map_err(|error| word("frequency", error))?;
    Ok(Duty {
        code: code(record, "duty")?,
        name: (text("name")?, text("name_en")?),
        what: (text("what")?, text("what_en")?),
        frequency,
        role: role(record, "role")?,
        prepares: role(record, "prepares")?,
        entity: record.parse("entity")?,
        addressees,
        template: record.required("template")?.parse().map_err(|error| word("template", error))?,
        term: text("term")?,
        per_year: record.opt("per_year").map(str::to_owned),
        valid: Validity::new(from, to).map_err(|error| word("valid_to", error.to_string()))?,
        owed_from: record.parse("owed_from")?,
        source: text("source")?,
        note: record.opt("note").unwrap_or_default().to_owned(),
    })
}

/// What stands in addresses: small letters, digits and underscores.
fn code(record: &Record, field: &str) -> Result<String, RowError> {
    let text = record.required(field)?;
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let fits = text.len() <= 40 && text.chars().all(is_plain);
    fits.then(|| text.to_owned())
        .ok_or_else(|| record.error(field, "not of small letters, digits and underscores".to_owned()))
}

fn list<'r>(record: &'r Record, field: &str) -> Result<Vec<&'r str>, RowError> {
    Ok(record.required(field)?.split(';').map(str::trim).collect())
}

fn role(record: &Record, field: &str) -> Result<&'static str, RowError> {
    let named = record.required(field)?;
    let found = authz::ROLES.into_iter().find(|role| *role == named);
    found.ok_or_else(|| record.error(field, "not a role of posts/roles.csv".to_owned()))
}

fn rows<T>(
    pack: &Pack,
    path: &str,
    columns: &[Column],
    row: impl FnMut(&Record) -> Result<T, RowError>,
) -> Result<Vec<T>, Unread> {
    // A country that says nothing of it has none.
    let Ok(text) = pack.text(path) else { return Ok(Vec::new()) };
    Ok(sheets::rows_of(path, text, columns, row)?)
}

/// What `quipu check-pack` refuses: tables that cannot be read, a body that the pack lacks, a term or a number a year that the
/// rulebook lacks or contradicts, a duty that nobody else prepares.
pub fn defects(pack: &Pack) -> Vec<String> {
    let duties = match (duties(pack), committees(pack)) {
        (Ok(duties), Ok(_)) => duties,
        (duties, committees) => {
            let words =
                [duties.err().map(|error| error.to_string()), committees.err().map(|e| e.to_string())];
            return words.into_iter().flatten().collect();
        }
    };
    let bodies = bodies(pack);
    let Ok(law) = pack.law() else { return Vec::new() };
    let mut refused = Vec::new();
    for duty in &duties {
        let mut say = |field: &str, words: String| {
            refused.push(format!("{DUTIES}: {}: {field}: {words}", duty.code));
        };
        if bodies.as_ref().is_some_and(|bodies| !bodies.contains(duty.entity.as_str())) {
            say("entity", format!("{ENTITIES} has no {}", duty.entity));
        }
        if duty.role == duty.prepares {
            say("prepares", "whoever prepares does not sign off: name another role".to_owned());
        }
        // By the law of the first day on which it is asked for, for that is the first that a term is counted by.
        let on = duty.owed_from.max(duty.valid.from());
        let book = law.rulebook.at(on).known(Date::MAX);
        if let Err(error) = book.term(&duty.term, &Subject::country()) {
            say("term", error.to_string());
        }
        let Some(key) = &duty.per_year else { continue };
        match book.count(key, &Subject::country()) {
            Ok(answer) if answer.value == duty.frequency.per_year() => {}
            Ok(answer) => say("frequency", format!("the rule {key} says {} a year", answer.value)),
            Err(error) => say("per_year", error.to_string()),
        }
    }
    refused
}

/// Codes of the bodies of the pack; none where what it says of them cannot be read, which others refuse.
fn bodies(pack: &Pack) -> Option<BTreeSet<String>> {
    const CODE: [Column; 1] = [Column::required("code", &[])];
    let text = pack.text(ENTITIES).ok()?;
    let book = Book::from_bytes(ENTITIES, text.as_bytes().to_vec()).ok()?;
    let mut found = BTreeSet::new();
    for sheet in book.sheets() {
        let records = sheet.records(&Columns::at_least(&CODE)).ok()?;
        found.extend(records.filter_map(|record| record.ok()?.opt("code").map(str::to_owned)));
    }
    Some(found)
}
