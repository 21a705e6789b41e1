use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use law::{RuleVersion, Subject};
use pack::Pack;
use rust_decimal::Decimal;

use super::{evaluations, programmes};
use crate::{
    SHARE, Unread,
    domain::{Agenda, agenda},
};

/// The agenda of a year against the law, with the rule that says so.
#[derive(Clone, Debug)]
pub struct Share {
    pub agenda: Agenda,
    /// In percent.
    pub percent: Decimal,
    pub rule: RuleVersion,
}

/// How many programmes the agenda of a year holds and how many the law of its last day wants; none where the law says nothing.
///
/// # Errors
/// A pack that cannot be read.
pub async fn share(
    conn: &mut Conn,
    files: &Files,
    (known, today): (Known, Date),
    year: i16,
) -> Result<Option<Share>, Unread> {
    let law = match Pack::law_known(conn, files, known).await {
        Err(pack::Error::NoPack) => return Ok(None),
        law => law?,
    };
    let Ok(on) = Date::new(year, 12, 31) else { return Ok(None) };
    let Ok(answer) = law.rulebook.at(on).known(today).percent(SHARE, &Subject::country()) else {
        return Ok(None);
    };
    let listed = programmes(conn, files, known, year).await?.into_iter().map(|one| one.code).collect();
    let all = evaluations(conn, known).await?;
    let each = all.iter().map(|(one, report)| (one, report.as_ref().map(|report| report.delivered_on)));
    Ok(Some(Share {
        agenda: agenda(each, &listed, answer.value, year),
        percent: answer.value,
        rule: answer.version,
    }))
}
