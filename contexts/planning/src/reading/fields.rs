//! Cells as people write them.
use base::RowError;
use jiff::civil::Date;
use rust_decimal::Decimal;
use sheets::Record;

type Read<T> = Result<T, RowError>;

pub(super) fn optional_text(record: &Record, field: &str) -> Option<String> {
    record.opt(field).map(str::to_owned)
}

pub(super) fn texts(record: &Record, field: &str) -> Vec<String> {
    record.list(field).into_iter().map(str::to_owned).collect()
}

/// A list of things with a written form.
pub(super) fn words_of<T: std::str::FromStr<Err: std::fmt::Display>>(
    record: &Record,
    field: &str,
) -> Read<Vec<T>> {
    let read = |part: &str| part.parse().map_err(|e: T::Err| record.error(field, e.to_string()));
    record.list(field).into_iter().map(read).collect()
}

/// `yes`, `no`, `sí`; empty is no.
pub(super) fn flag(record: &Record, field: &str) -> Read<bool> {
    match base::text::fold(record.text(field)).as_str() {
        "yes" | "si" => Ok(true),
        "" | "no" => Ok(false),
        _ => Err(record.error(field, "write yes or no")),
    }
}

pub(super) fn year(record: &Record, field: &str) -> Read<i16> {
    let text = record.required(field)?;
    let year = text.parse().ok().filter(|year| (1900..=2200).contains(year));
    year.ok_or_else(|| record.error(field, "not a year between 1900 and 2200"))
}

/// `2016-03-14`, `14/03/2016`, or a year alone, which stands for its first or its last day.
pub(super) fn date(record: &Record, field: &str, last_day: bool) -> Read<Option<Date>> {
    let Some(text) = record.opt(field) else { return Ok(None) };
    let parts: Vec<&str> = text.split('/').collect();
    let read = match parts[..] {
        [day, month, year] => day_first(day, month, year),
        _ if text.len() == 4 => text.parse().ok().and_then(|year| {
            let (month, day) = if last_day { (12, 31) } else { (1, 1) };
            Date::new(year, month, day).ok()
        }),
        _ => text.parse().ok(),
    };
    let refused = || record.error(field, "not a date: write 2016-03-14, 14/03/2016 or a year");
    read.filter(|date| (1900..=2200).contains(&date.year())).map(Some).ok_or_else(refused)
}

fn day_first(day: &str, month: &str, year: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `0.737` or `0,737`. `1,234` is refused: it may be a thousand or little more than one.
pub(super) fn number(record: &Record, field: &str) -> Read<Option<Decimal>> {
    let Some(text) = record.opt(field) else { return Ok(None) };
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let thousands = plain.split_once(',').is_some_and(|(whole, rest)| {
        let whole = whole.trim_start_matches('-');
        rest.len() == 3 && !whole.is_empty() && whole != "0" && whole.len() <= 3
    });
    if thousands || (plain.contains(',') && plain.contains('.')) {
        return Err(record.error(field, "write the number without thousands separators"));
    }
    let parsed = plain.replace(',', ".").parse::<Decimal>();
    parsed.map(Some).map_err(|_| record.error(field, "not a number of at most 28 digits"))
}
