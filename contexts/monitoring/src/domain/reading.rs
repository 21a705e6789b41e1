//! Numbers, intervals and dates as people and programs write them.
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Reads `1234.5`, `1234,5`, `1 234,5`, `1,234.5`, `1.234,5`, `-0.04`, `1.2E-3`, `12 %`.
///
/// # Errors
/// Says what is wrong; `1,234` alone is refused, for it may be a thousand or little more than one.
pub fn number(text: &str) -> Result<Decimal, String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.strip_suffix('%').unwrap_or(&bare);
    let plain = match (bare.rfind('.'), bare.rfind(',')) {
        (_, None) => bare.to_owned(),
        (None, Some(_)) if is_grouped(bare, ',') => {
            return Err("thousands or decimals? write it without thousands separators".to_owned());
        }
        (None, Some(_)) => bare.replace(',', "."),
        (Some(point), Some(comma)) => ungrouped(bare, point, comma)?,
    };
    let parsed =
        if plain.contains(['e', 'E']) { Decimal::from_scientific(&plain).ok() } else { plain.parse().ok() };
    parsed.ok_or_else(|| "not a number of at most 28 digits".to_owned())
}

fn ungrouped(bare: &str, point: usize, comma: usize) -> Result<String, String> {
    let (decimal, thousands) = if point > comma { ('.', ',') } else { (',', '.') };
    let whole = bare.split(decimal).next().unwrap_or_default();
    if !is_grouped(whole, thousands) || bare.matches(decimal).count() > 1 {
        return Err("separators do not fit together".to_owned());
    }
    Ok(bare.replace(thousands, "").replace(decimal, "."))
}

/// Digits in groups of three: `1,234` and `12,345,678`.
fn is_grouped(text: &str, separator: char) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    let mut groups = digits.split(separator);
    let all_digits = |g: &str| g.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && all_digits(g) && g != "0");
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|g| g.len() == 3 && all_digits(g))
}

/// Months between values as a technical sheet writes it: `ANUAL`, `CADA 2 AÑOS`; `S/PERIODICIDAD` is none.
///
/// # Errors
/// Says what is accepted.
pub fn interval_months(text: &str) -> Result<Option<u16>, String> {
    let folded = base::text::fold(text);
    let months = match folded.as_str() {
        "s/periodicidad" => return Ok(None),
        "anual" | "annual" => Some(12),
        "semestral" | "semester" => Some(6),
        "cuatrimestral" => Some(4),
        "trimestral" | "quarter" => Some(3),
        "bimestral" => Some(2),
        "mensual" | "month" => Some(1),
        other => years(other).and_then(|years| years.checked_mul(12)),
    };
    let accepted = "write Anual, Semestral, Trimestral, Mensual, Cada N años or S/periodicidad";
    months.map(Some).ok_or_else(|| accepted.to_owned())
}

/// `cada 2 anos`.
fn years(folded: &str) -> Option<u16> {
    let number = folded.strip_prefix("cada ")?;
    let number = number.strip_suffix(" anos").or_else(|| number.strip_suffix(" ano"))?;
    number.parse().ok().filter(|years| (1..=100).contains(years))
}

/// Reads `2024-03-14` and `14/03/2024`.
///
/// # Errors
/// Says what is accepted.
pub fn date(text: &str) -> Result<Date, String> {
    let parts: Vec<&str> = text.split('/').collect();
    let parsed = match parts[..] {
        [day, month, year] => day_first(day, month, year),
        _ => text.parse().ok(),
    };
    parsed.ok_or_else(|| "not a date: write 2024-03-14 or 14/03/2024".to_owned())
}

fn day_first(day: &str, month: &str, year: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
