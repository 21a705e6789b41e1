use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::Error;

/// A table of data to be read in a spreadsheet.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// Name of the sheet; what a spreadsheet does not admit in it becomes a hyphen.
    pub name: String,
    /// Header, and whether the cells below are numbers.
    pub columns: Vec<(String, bool)>,
    /// Exact: numbers with a decimal point and no separator of thousands.
    pub rows: Vec<Vec<String>>,
}

/// Longer names of sheets are not admitted.
const NAME_CHARS_MAX: usize = 31;
/// A number of more digits would be rounded to what a spreadsheet holds: it stays a text.
const DIGITS_MAX: usize = 15;

/// A workbook with one sheet, header frozen; numbers are numbers, everything else is text, so that codes keep
/// their zeros and nothing is run as a formula. The same content gives the same bytes.
///
/// # Errors
/// A text longer than a cell holds (32,767 characters), or more rows than a sheet holds (1,048,576).
pub fn data_xlsx(data: &Data) -> Result<Vec<u8>, Error> {
    let failed = |e: XlsxError| Error::Write { file: "XLSX".into(), reason: e.to_string() };
    workbook(data).and_then(|mut workbook| workbook.save_to_buffer()).map_err(failed)
}

fn workbook(data: &Data) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of writing would make two files of the same content.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name(sheet_name(&data.name))?;
    let bold = Format::new().set_bold().set_text_wrap();
    sheet.set_freeze_panes(1, 0)?;
    for (column, (header, _)) in (0_u16..).zip(&data.columns) {
        sheet.set_column_width(column, 18)?;
        sheet.write_string_with_format(0, column, header, &bold)?;
    }
    for (line, row) in (1_u32..).zip(&data.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            let is_number = data.columns.get(usize::from(column)).is_some_and(|(_, is_number)| *is_number);
            write(sheet, (line, column), cell, is_number)?;
        }
    }
    Ok(workbook)
}

fn write(sheet: &mut Worksheet, at: (u32, u16), cell: &str, is_number: bool) -> Result<(), XlsxError> {
    let (line, column) = at;
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    match cell.parse::<f64>() {
        _ if cell.is_empty() => {}
        Ok(number) if is_number && number.is_finite() && digits <= DIGITS_MAX => {
            sheet.write_number(line, column, number)?;
        }
        _ => {
            sheet.write_string(line, column, cell)?;
        }
    }
    Ok(())
}

fn sheet_name(name: &str) -> String {
    let admitted = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { '-' } else { c };
    let name: String = name.chars().map(admitted).take(NAME_CHARS_MAX).collect();
    if name.trim().is_empty() { "datos".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use calamine::{Data as Cell, Reader as _, Xlsx};

    use super::*;

    #[test]
    fn numbers_are_numbers_and_codes_stay_texts() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let data = Data {
            name: "dinero/2020: [x]".into(),
            columns: vec![("Código".into(), false), ("PIM".into(), true), ("%".into(), true)],
            rows: vec![
                row(["0068", "301218569.00", ""]),
                row(["=1+1", "-5.10", "sin dato"]),
                row(["", "12345678901234567.89", "63.3"]),
            ],
        };
        let bytes = data_xlsx(&data).unwrap();
        assert_eq!(bytes, data_xlsx(&data).unwrap());
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        assert_eq!(name, "dinero-2020- -x-");
        let range = book.worksheet_range(&name).unwrap();
        let text = |text: &str| Cell::String(text.to_owned());
        let rows: Vec<Vec<Cell>> = range.rows().skip(1).map(<[Cell]>::to_vec).collect();
        assert_eq!(rows[0], [text("0068"), Cell::Float(301_218_569.0), Cell::Empty]);
        assert_eq!(rows[1], [text("=1+1"), Cell::Float(-5.1), text("sin dato")]);
        assert_eq!(rows[2], [Cell::Empty, text("12345678901234567.89"), Cell::Float(63.3)]);
    }
}
