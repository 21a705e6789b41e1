use std::io::{Read, Seek};

use calamine::{Data, Reader, Xlsx};

use crate::Error;

type Table = (String, Vec<(u64, Vec<String>)>);

/// Every sheet of a workbook as texts.
pub(crate) fn tables<R: Read + Seek>(file: &str, reader: R) -> Result<Vec<Table>, Error> {
    let failed = |reason: String| Error::Workbook { file: file.to_owned(), reason };
    let mut workbook: Xlsx<R> = Xlsx::new(reader).map_err(|e| failed(e.to_string()))?;
    let mut tables = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|e| failed(e.to_string()))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let indent = usize::try_from(first_column).unwrap_or(0);
        let rows = range.rows().enumerate().map(|(n, cells)| {
            let texts = std::iter::repeat_n(String::new(), indent).chain(cells.iter().map(text));
            (u64::from(first_row) + n as u64 + 1, texts.collect())
        });
        tables.push((name, rows.collect()));
    }
    Ok(tables)
}

/// A cell as its reader means it: whole numbers without `.0`, dates as ISO.
fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
            }
        }
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
