//! The rules of status that hold on a day, from the country's rulebook.
use law::{NoAnswer, RulebookView, Subject};

use crate::domain::{Rules, status::Grace};

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
