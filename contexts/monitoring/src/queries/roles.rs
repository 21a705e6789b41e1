//! The double roles of a place: Metropolitan Lima is a province with the powers of a region, Callao both at once.
use base::codes::TerritoryCode;
use base::{Known, Validity};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

/// A role that a place has, in the words of the country pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub role: String,
    pub note: String,
    pub note_en: Option<String>,
    pub source: String,
}

#[derive(Debug, thiserror::Error)]
pub enum RolesError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error("{0}")]
    Row(#[from] base::RowError),
}

const PATH: &str = "territory/roles.csv";
const FIELDS: [Column; 7] = [
    Column::required("territory", &[]),
    Column::required("role", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("note", &[]),
    Column::optional("note_en", &[]),
    Column::required("source", &[]),
];

/// Roles of a place on a day; none where the pack says nothing of it, or there was no pack.
pub async fn roles(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    on: Date,
    place: &TerritoryCode,
) -> Result<Vec<Role>, RolesError> {
    let pack = match Pack::known(conn, files, known).await {
        Ok(pack) => pack,
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let Ok(text) = pack.text(PATH) else { return Ok(Vec::new()) };
    of_table(text, on, place)
}

fn of_table(text: &str, on: Date, place: &TerritoryCode) -> Result<Vec<Role>, RolesError> {
    let mut found = Vec::new();
    for sheet in Book::from_bytes(PATH, text.as_bytes().to_vec())?.sheets() {
        for record in sheet.records(&Columns::at_least(&FIELDS))? {
            let record = record?;
            if record.text("territory") == place.as_str() && validity(&record)?.holds_on(on) {
                found.push(Role {
                    role: record.required("role")?.to_owned(),
                    note: record.required("note")?.to_owned(),
                    note_en: Some(record.text("note_en")).filter(|note| !note.is_empty()).map(str::to_owned),
                    source: record.required("source")?.to_owned(),
                });
            }
        }
    }
    Ok(found)
}

fn validity(record: &Record) -> Result<Validity, base::RowError> {
    Validity::new(record.parse("valid_from")?, record.parse_opt("valid_to")?)
        .map_err(|error| record.error("valid_to", error.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lima_and_callao_have_two_roles_from_the_day_of_their_law() {
        let text = include_str!("../../../../countries/peru/territory/roles.csv");
        let check = |place: &str, on: &str, expect: &[&str]| {
            let found = of_table(text, on.parse().unwrap(), &place.parse().unwrap()).unwrap();
            let roles: Vec<&str> = found.iter().map(|role| role.role.as_str()).collect();
            assert_eq!(roles, expect, "{place} on {on}");
        };
        check("1501", "2020-01-01", &["province", "region"]);
        check("1501", "2002-11-17", &["province"]);
        check("07", "2020-01-01", &["region"]);
        check("0701", "2020-01-01", &["province"]);
        check("24", "2020-01-01", &[]);
    }
}
