//! Numbers, amounts, percentages and dates for people.
//!
//! One way of writing per language, wherever a person reads: Spanish with decimal comma and blanks between thousands
//! (Law 23560, Peruvian system of measures), English with decimal point and commas; a real minus sign in both. Rounded in
//! prose and cards, exact in tables. Files are for machines, and written elsewhere. The page says which unit.
use base::Money;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{Arg, Lang, Texts};

/// Never breaks a number from its unit or its thousands.
const BLANK: char = '\u{a0}';
const MINUS: char = '−';

const fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Es => ',',
        Lang::En => '.',
    }
}

/// A whole number.
pub fn count(lang: Lang, number: i64) -> String {
    let grouped = whole(lang, &number.unsigned_abs().to_string());
    if number < 0 { format!("{MINUS}{grouped}") } else { grouped }
}

/// Digits in thousands. Spanish groups only from five digits on, as its academies ask.
fn whole(lang: Lang, digits: &str) -> String {
    match lang {
        Lang::Es if digits.len() < 5 => digits.to_owned(),
        Lang::Es => group(digits, BLANK),
        Lang::En => group(digits, ','),
    }
}

fn group(digits: &str, separator: char) -> String {
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// Exact amount: `1 234 567,89`, `1,234,567.89`.
pub fn money_exact(lang: Lang, money: Money) -> String {
    let text = money.to_string();
    let (minus, unsigned) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (soles, cents) = unsigned.split_once('.').unwrap_or((unsigned, "00"));
    format!("{minus}{}{}{cents}", whole(lang, soles), decimal_mark(lang))
}

/// Rounded amount for prose: `S/ 9,8 mil millones`, `S/ 9.8 billion`. Halves away from zero; one decimal.
pub fn money_short(texts: &Texts, lang: Lang, currency: &str, money: Money) -> String {
    let centimos = money.as_centimos().unsigned_abs();
    let soles = centimos.saturating_add(50) / 100;
    // In tenths of each unit, so that what rounds up to the next unit is written in it.
    let tenths_of = |unit_centimos: u64| centimos.saturating_add(unit_centimos / 20) / (unit_centimos / 10);
    let millions = tenths_of(100_000_000);
    let (key, number) = if soles < 1_000_000 {
        ("web-money-units", count(lang, i64::try_from(soles).unwrap_or(i64::MAX)))
    } else if millions < 10_000 {
        ("web-money-millions", tenths(lang, millions))
    } else {
        ("web-money-thousand-millions", tenths(lang, tenths_of(100_000_000_000)))
    };
    let sign = if money.as_centimos() < 0 { "−" } else { "" };
    texts.t(lang, key, &[("sign", sign.into()), ("currency", currency.into()), ("n", number.into())])
}

fn tenths(lang: Lang, tenths: u64) -> String {
    let whole = count(lang, i64::try_from(tenths / 10).unwrap_or(i64::MAX));
    format!("{whole}{}{}", decimal_mark(lang), tenths % 10)
}

/// A percentage with one decimal. What is not the whole never reads as the whole (99.97 → 99.9), and
/// what is not nothing never reads as nothing (0.02 → <0.1).
pub fn percent(lang: Lang, percent: f64) -> String {
    let sign = percent_sign(lang);
    let mark = |text: String| text.replace('.', &decimal_mark(lang).to_string());
    if !percent.is_finite() {
        return "–".to_owned();
    }
    let magnitude = percent.abs();
    let minus = if percent < 0.0 { "−" } else { "" };
    let text = if magnitude > 0.0 && magnitude < 0.05 {
        format!("<{minus}0.1")
    } else if magnitude < 100.0 && magnitude > 99.9 {
        format!("{minus}99.9")
    } else {
        format!("{minus}{magnitude:.1}")
    };
    mark(text) + sign
}

/// As it follows a number.
const fn percent_sign(lang: Lang) -> &'static str {
    match lang {
        Lang::Es => "\u{a0}%",
        Lang::En => "%",
    }
}

/// A percentage with the decimals it has: for shares so small that one decimal would not tell them apart.
pub fn percent_exact(lang: Lang, percent: Decimal) -> String {
    value(lang, percent) + percent_sign(lang)
}

/// A measured value, all its decimals.
pub fn value(lang: Lang, value: Decimal) -> String {
    let text = value.normalize().abs().to_string();
    let (digits, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole(lang, digits);
    let minus = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
    if fraction.is_empty() {
        format!("{minus}{digits}")
    } else {
        format!("{minus}{digits}{}{fraction}", decimal_mark(lang))
    }
}

/// A number on the axis of a chart: round, so few digits say it.
pub(crate) fn axis(lang: Lang, number: f64) -> String {
    let decimals = if number.abs() < 10.0 { 2 } else { 0 };
    let text = format!("{number:.decimals$}");
    text.parse().map_or(text, |number| value(lang, number))
}

/// A value at the end of a line: three digits or so, as a reader repeats it.
pub(crate) fn end(lang: Lang, number: f64) -> String {
    let decimals = match number.abs() {
        size if size < 10.0 => 2,
        size if size < 1_000.0 => 1,
        _ => 0,
    };
    let text = format!("{number:.decimals$}");
    text.parse().map_or(text, |number| value(lang, number))
}

/// `24 de noviembre de 2026`, `24 November 2026`.
pub fn date(texts: &Texts, lang: Lang, date: Date) -> String {
    let month = texts.t(lang, &format!("web-month-{}", date.month()), &[]);
    let part = |number: i16| Arg::from(number.to_string());
    let parts =
        [("day", part(i16::from(date.day()))), ("month", Arg::from(month)), ("year", part(date.year()))];
    texts.t(lang, "web-date", &parts)
}

/// `2020`, `julio de 2020`, `2.º trimestre de 2020`.
pub fn period(texts: &Texts, lang: Lang, period: base::Period) -> String {
    use base::period::Periodicity;
    let year = period.year().to_string();
    let ordinal = period.ordinal().to_string();
    match period.periodicity() {
        Periodicity::Annual => year,
        Periodicity::Semester => {
            texts.t(lang, "web-semester", &[("n", ordinal.into()), ("year", year.into())])
        }
        Periodicity::Quarter => texts.t(lang, "web-quarter", &[("n", ordinal.into()), ("year", year.into())]),
        Periodicity::Month => {
            let month = texts.t(lang, &format!("web-month-{ordinal}"), &[]);
            texts.t(lang, "web-month-of", &[("month", month.into()), ("year", year.into())])
        }
    }
}

#[cfg(test)]
#[path = "figures_tests.rs"]
mod tests;

/// A day as forms send it, and as people of the country write it: `2020-03-12`, `12/03/2020`.
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok().or_else(|| Date::strptime("%d/%m/%Y", text).ok())
}
