//! `posts/standing.csv` and `posts/roles.csv` of the country pack.
use std::collections::BTreeMap;

use base::RowErrors;
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

use crate::domain::{Bodies, Standing, role};

const STANDING_PATH: &str = "posts/standing.csv";

const STANDING: [Column; 6] = [
    Column::required("role", &[]),
    Column::required("kinds", &[]),
    Column::required("entity", &[]),
    Column::required("reach", &[]),
    Column::required("superior", &[]),
    Column::required("source", &[]),
];

const ROLES: [Column; 6] = [
    Column::required("role", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("what", &[]),
    Column::required("what_en", &[]),
    Column::required("source", &[]),
];

/// A role in the country's words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RoleWords {
    pub name: String,
    pub name_en: String,
    pub what: String,
    pub what_en: String,
}

#[derive(Debug, thiserror::Error)]
pub enum StandingError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error("{0}")]
    Rows(RowErrors),
    #[error("posts/roles.csv has no line for the role {0}, of which policies speak")]
    Unnamed(&'static str),
}

/// Which posts bodies have, as the pack says; none where it says nothing.
pub fn standing(pack: &Pack) -> Result<Vec<Standing>, StandingError> {
    if pack.text(STANDING_PATH).is_err() {
        return Ok(Vec::new());
    }
    read(pack, STANDING_PATH, &STANDING, |record| {
        let known = |field: &str, text: &str| {
            role(text).ok_or_else(|| {
                record.error(field, format!("no such role; one of {}", authz::ROLES.join(", ")))
            })
        };
        let one = record.parse_opt("entity")?;
        let kinds: Vec<String> = record.list("kinds").into_iter().map(str::to_owned).collect();
        let bodies = match (one, kinds.is_empty()) {
            (Some(code), true) => Bodies::One(code),
            (None, false) => Bodies::OfKinds(kinds),
            _ => return Err(record.error("kinds", "name kinds of bodies, or one body in `entity`")),
        };
        Ok(Standing {
            role: known("role", record.required("role")?)?,
            bodies,
            reach: record.parse("reach")?,
            superior: record.opt("superior").map(|text| known("superior", text)).transpose()?,
            source: record.required("source")?.to_owned(),
        })
    })
}

/// What roles are called: every role of the policies has a name, where the pack has posts.
pub fn role_words(pack: &Pack) -> Result<BTreeMap<&'static str, RoleWords>, StandingError> {
    if pack.text(STANDING_PATH).is_err() {
        return Ok(BTreeMap::new());
    }
    let lines = read(pack, "posts/roles.csv", &ROLES, |record| {
        let text = record.required("role")?;
        let role = role(text).ok_or_else(|| record.error("role", "no policy speaks of it"))?;
        let word = |field: &str| record.required(field).map(str::to_owned);
        let words = RoleWords {
            name: word("name")?,
            name_en: word("name_en")?,
            what: word("what")?,
            what_en: word("what_en")?,
        };
        Ok((role, words))
    })?;
    let words: BTreeMap<&'static str, RoleWords> = lines.into_iter().collect();
    match authz::ROLES.into_iter().find(|role| !words.contains_key(role)) {
        Some(role) => Err(StandingError::Unnamed(role)),
        None => Ok(words),
    }
}

fn read<T>(
    pack: &Pack,
    path: &str,
    columns: &[Column],
    line: impl Fn(&Record) -> Result<T, base::RowError>,
) -> Result<Vec<T>, StandingError> {
    let book = Book::from_bytes(path, pack.text(path)?.as_bytes().to_vec())?;
    let (mut found, mut refused) = (Vec::new(), RowErrors::default());
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::exactly(columns))? {
            match record.and_then(|record| line(&record)) {
                Ok(item) => found.push(item),
                Err(error) => refused.push(error),
            }
        }
    }
    if refused.is_empty() { Ok(found) } else { Err(StandingError::Rows(refused)) }
}
