use std::{io::Write, path::Path};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::Error;

/// One sheet to be written: an empty form, or an export.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub name: String,
    pub headers: Vec<String>,
    /// A sentence per column for whoever fills it in; shown as a note on the header of a workbook.
    pub notes: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A text that a spreadsheet would run as a formula gets an apostrophe; numbers keep their sign.
fn harmless(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if risky && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

/// UTF-8, comma, LF, header first.
pub fn write_csv(out: impl Write, headers: &[String], rows: &[Vec<String>]) -> Result<(), Error> {
    let failed = |e: csv::Error| Error::Write { file: "CSV".into(), reason: e.to_string() };
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(headers).map_err(failed)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(failed)?;
    }
    writer.flush().map_err(|e| failed(e.into()))
}

/// A workbook with one sheet per form, headers frozen, every cell as text so that codes keep their zeros.
pub fn write_xlsx(path: &Path, forms: &[Form]) -> Result<(), Error> {
    let failed = |e: XlsxError| Error::Write { file: path.display().to_string(), reason: e.to_string() };
    workbook(forms).and_then(|mut workbook| workbook.save(path)).map_err(failed)
}

/// The same as bytes, to be sent.
///
/// # Errors
/// A text longer than a cell holds (32,767 characters), or more rows than a sheet holds.
pub fn xlsx(forms: &[Form]) -> Result<Vec<u8>, Error> {
    let failed = |e: XlsxError| Error::Write { file: "XLSX".into(), reason: e.to_string() };
    workbook(forms).and_then(|mut workbook| workbook.save_to_buffer()).map_err(failed)
}

fn workbook(forms: &[Form]) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of writing would make two files of the same content.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for form in forms {
        add(&mut workbook, form)?;
    }
    Ok(workbook)
}

fn add(workbook: &mut Workbook, form: &Form) -> Result<(), XlsxError> {
    let (bold, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    let sheet = workbook.add_worksheet().set_name(&form.name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, header) in (0_u16..).zip(&form.headers) {
        sheet.set_column_format(column, &text)?;
        sheet.set_column_width(column, 18)?;
        sheet.write_string_with_format(0, column, header, &bold)?;
        if let Some(note) = form.notes.get(usize::from(column)).filter(|note| !note.is_empty()) {
            sheet.insert_note(0, column, &rust_xlsxwriter::Note::new(note).set_author(""))?;
        }
    }
    for (line, row) in (1_u32..).zip(&form.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            sheet.write_string_with_format(line, column, cell, &text)?;
        }
    }
    Ok(())
}
