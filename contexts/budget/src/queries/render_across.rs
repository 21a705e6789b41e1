//! Years side by side as bytes: the same answer is the same bytes.
use crate::domain::{Across, AcrossRow, ExpressedColumn};

/// Whether a change has a percent: between shares, points say it.
pub const fn has_percent(shows: ExpressedColumn) -> bool {
    !matches!(shows, ExpressedColumn::Share(_))
}

/// Names of the columns: dimensions, a column per year, the change where two years are compared, and the years
/// without data.
pub fn across_headers(across: &Across) -> Vec<String> {
    let mut headers: Vec<String> = across.by.iter().map(|d| d.code().to_owned()).collect();
    headers.extend(across.years.iter().map(|year| format!("{}_in_{year}", across.shows.code())));
    if let Some((first, last)) = across.compared {
        headers.push(format!("change_{first}_{last}"));
        headers.extend(has_percent(across.shows).then(|| format!("change_percent_{first}_{last}")));
    }
    headers.push("years_without_data".to_owned());
    headers
}

/// The columns after the codes, exact. What is no number is empty: the last column tells the years of which there
/// are no data, with blanks between.
pub fn across_values(across: &Across, row: &AcrossRow) -> Vec<String> {
    let text = |value: Option<rust_decimal::Decimal>| value.map(|v| v.to_string()).unwrap_or_default();
    let mut values: Vec<String> = row.figures.iter().map(|figure| text(figure.value())).collect();
    if across.compared.is_some() {
        values.push(text(row.change));
        values.extend(has_percent(across.shows).then(|| text(row.change_percent)));
    }
    values.push(across.without_data(row));
    values
}

/// As [`super::render::csv`] writes a cut.
pub fn across_csv(across: &Across) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(across_headers(across))?;
    for row in &across.rows {
        writer.write_record(row.codes.iter().cloned().chain(across_values(across, row)))?;
    }
    writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}
