//! The checklists of the country pack: `evaluations/checklists.csv`, a row for each item.
use base::{RowError, Validity};
use pack::Pack;
use sheets::{Column, Record};

use crate::domain::appraisal::{Checklist, Item};

pub(crate) const CHECKLISTS: &str = "evaluations/checklists.csv";

const COLUMNS: [Column; 11] = [
    Column::required("checklist", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("about", &[]),
    Column::required("roles", &[]),
    Column::required("item", &[]),
    Column::required("question", &[]),
    Column::required("question_en", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

/// Every checklist, in the order of the pack; none where the pack says nothing.
///
/// # Errors
/// Every row that was refused.
pub fn checklists(pack: &Pack) -> Result<Vec<Checklist>, sheets::TableError> {
    let Ok(text) = pack.text(CHECKLISTS) else { return Ok(Vec::new()) };
    let mut all: Vec<Checklist> = Vec::new();
    for row in sheets::rows_of(CHECKLISTS, text, &COLUMNS, row)? {
        match all.iter_mut().find(|one| one.code == row.code) {
            Some(known) => known.items.extend(row.items),
            None => all.push(row),
        }
    }
    Ok(all)
}

/// A checklist of one item, to be joined with the others of its code.
fn row(record: &Record) -> Result<Checklist, RowError> {
    let text = |field: &str| record.required(field).map(str::to_owned);
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    let about = text("about")?;
    let about = about.parse().map_err(|()| record.error("about", "write indicator or entity".to_owned()))?;
    let roles: Vec<String> = text("roles")?.split(';').map(str::to_owned).collect();
    if let Some(role) = roles.iter().find(|role| !authz::ROLES.contains(&role.as_str())) {
        return Err(record.error("roles", format!("{role} is no role of a post")));
    }
    Ok(Checklist {
        code: text("checklist")?,
        name: (text("name")?, text("name_en")?),
        about,
        roles,
        validity: Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))?,
        source: text("source")?,
        items: vec![Item { code: text("item")?, question: (text("question")?, text("question_en")?) }],
    })
}
