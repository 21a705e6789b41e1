//! The rules of status that hold on a day, from the country's rulebook.
use base::Known;
use db::{Conn, Files, memo};
use jiff::civil::Date;
use law::{NoAnswer, RulebookView, Subject};
use pack::Pack;
use rust_decimal::Decimal;

use crate::domain::{Rules, status::Grace};

/// Why no indicator can be judged.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
}

/// The country's rules in force on a day, as they had been published by `known_on`.
///
/// # Errors
/// No country pack as known then, or one that lacks a row.
pub async fn country_rules(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    on: Date,
    known_on: Date,
) -> Result<Rules, RulesError> {
    let question = format!("{on} {known_on}");
    if let Some(found) = memo::recall::<Rules>(known, &question) {
        return Ok(Rules::clone(&found));
    }
    let book = Pack::known(conn, files, known).await?.law()?.rulebook;
    let found = rules(&book.at(on).known(known_on), &Subject::country())?;
    Ok(Rules::clone(&memo::keep(known, &question, found)))
}

/// Thresholds and days of grace for a subject; their version names every row that was used.
///
/// # Errors
/// `NoAnswer` names the row that `law/rules.csv` lacks.
pub fn rules(book: &RulebookView<'_>, subject: &Subject) -> Result<Rules, NoAnswer> {
    let on_track = book.percent("status.on_track", subject)?;
    let behind = book.percent("status.behind", subject)?;
    let mut versions = vec![on_track.version.id, behind.version.id];
    let mut days = |key| {
        let grace = book.calendar_days(key, subject)?;
        versions.push(grace.version.id);
        Ok(grace.value)
    };
    let grace_days = Grace {
        month: days("status.grace_month")?,
        quarter: days("status.grace_quarter")?,
        semester: days("status.grace_semester")?,
        annual: days("status.grace_annual")?,
    };
    Ok(Rules {
        version: versions.join(" ").into(),
        on_track_percent: on_track.value,
        behind_percent: behind.value,
        grace_days,
    })
}

/// By how much a value may differ from the one before it without a question, in percent.
///
/// # Errors
/// No country pack as known then, or one that lacks the row `entry.jump`.
pub async fn entry_jump(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    on: Date,
) -> Result<Decimal, RulesError> {
    let book = Pack::law_known(conn, files, known).await?;
    Ok(book.rulebook.at(on).known(on).percent("entry.jump", &Subject::country())?.value)
}
