//! What one expert says of every pair, as the square that structural analysis fills in: rows influence, columns are influenced.
use sheets::{Column, Columns, Sheet};

use super::{Delivered, Located, Place, Refused, Why, at};
use crate::domain::{Item, Kind, is_code};

const PREFIXES: [&str; 2] = ["matriz-", "matrix-"];

/// The expert whose matrix a sheet of that name is.
pub(super) fn expert(name: &str) -> Option<&str> {
    let name = name.trim();
    PREFIXES.iter().find_map(|prefix| {
        let (head, rest) = name.split_at_checked(prefix.len())?;
        (head.eq_ignore_ascii_case(prefix) && is_code(rest)).then_some(rest)
    })
}

pub(super) fn read(all: &mut Delivered, sheet: &Sheet) -> Result<(), sheets::Error> {
    let Some(expert) = expert(sheet.name()) else { return Ok(()) };
    let headers = sheet.headers()?;
    all.matrices.push(expert.to_owned());
    let first = Column::required("variable", &[]);
    for record in sheet.records(&Columns::at_least(&[first]))? {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let place = Place { sheet: error.file, line: error.line, column: None };
                all.refused.push(Refused::of(&place, &error.column, &error.value, Why::Row(error.reason)));
                continue;
            }
        };
        let influencing = record.text("variable");
        for (header, cell) in headers.iter().zip(record.cells()) {
            let is_diagonal = header == influencing && (cell == "0" || cell == "-");
            // A blank cell is a score that was not given.
            if cell.is_empty() || is_diagonal || base::text::fold(header) == "variable" {
                continue;
            }
            let place =
                Place { sheet: record.file().to_owned(), line: record.line(), column: Some(header.clone()) };
            let read = Item::read(Kind::Score, |name| match name {
                "expert" => expert,
                "influencing" => influencing,
                "influenced" => header.as_str(),
                _ => cell,
            });
            match read {
                Ok(item) => all.items.push(Located { place, item }),
                Err(wrong) => all.refused.extend(wrong.iter().map(|wrong| at(&place, wrong))),
            }
        }
    }
    Ok(())
}
