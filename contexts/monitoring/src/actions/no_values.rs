//! Answers without a value, within an act that records a table.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::SeriesCode;
use base::{Known, RowErrors};
use db::Files;
use jiff::tz::Offset;
use journal::Act;
use pack::Pack;

use super::entered::Answered;
use super::{Refusal, Row, unique};
use crate::domain::answer::{Answer, AnswerKey};
use crate::domain::difference::{Difference, difference};
use crate::domain::review::Phase;
use crate::queries::discipline::{NoValueReason, reasons_of};
use crate::store::{self, reviews::Which};

/// What answers change; those that are refused are told.
pub(super) async fn changes(
    act: &mut Act,
    files: &Files,
    rows: Vec<Row<Answered>>,
    refused: &mut RowErrors,
) -> Result<Difference<AnswerKey, Answer>, Refusal> {
    if rows.is_empty() {
        return Ok(Difference { added: Vec::new(), changed: Vec::new(), unchanged: 0 });
    }
    let reasons = in_force(act, files).await?;
    let mut fitting = Vec::new();
    for row in rows {
        let reason = &row.content.answer.reason;
        if !reasons.iter().any(|one| one.code == *reason) {
            let accepted = reasons.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
            refused.push(row.refuse("no_value", reason, &format!("not one of the reasons: {accepted}")));
        } else if has_value(act, &row.content.key).await? {
            let period = row.content.key.period.to_string();
            refused.push(row.refuse(
                "period",
                &period,
                "a value of that period is recorded: correct it instead",
            ));
        } else {
            let Row { file, line, content } = row;
            fitting.push(Row { file, line, content: (content.key, content.answer) });
        }
    }
    let name = |key: &AnswerKey| format!("{} {} {}", key.series, key.territory, key.period);
    let new = unique(fitting, "no_value", name, refused);
    let known = known(act, new.keys()).await?;
    Ok(difference(&known, new))
}

/// Reasons that hold today.
async fn in_force(act: &mut Act, files: &Files) -> Result<Vec<NoValueReason>, Refusal> {
    let at = act.at();
    let pack = match Pack::known(act.conn(), files, Known::NOW).await {
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        pack => pack.map_err(|error| Refusal::Discipline(error.into()))?,
    };
    let country = pack.country().map_err(|error| Refusal::Discipline(error.into()))?;
    let offset = Offset::from_seconds(i32::from(country.utc_offset_minutes) * 60).unwrap_or(Offset::UTC);
    let today = offset.to_datetime(at).date();
    let mut all = reasons_of(&pack).map_err(|error| Refusal::Discipline(error.into()))?;
    all.retain(|one| one.valid.holds_on(today));
    Ok(all)
}

/// Whether a value of everyone stands that nobody returned.
async fn has_value(act: &mut Act, key: &AnswerKey) -> Result<bool, Refusal> {
    let of_series = store::observations::of_series(act.conn(), Known::NOW, &key.series).await?;
    let same = |other: &crate::domain::records::ObservationKey| {
        other.group.is_none() && other.territory == key.territory && other.period == key.period
    };
    if !of_series.keys().any(same) {
        return Ok(false);
    }
    let series = key.series.to_string();
    let reviews = store::reviews::all(act.conn(), Known::NOW, Which::OfSeries(&series)).await?;
    let last = reviews.iter().rev().find(|review| same(&review.key));
    Ok(last.is_none_or(|review| review.phase != Phase::Returned))
}

async fn known(
    act: &mut Act,
    keys: impl Iterator<Item = &AnswerKey> + Send,
) -> Result<BTreeMap<AnswerKey, Answer>, Refusal> {
    let series: BTreeSet<SeriesCode> = keys.map(|key| key.series.clone()).collect();
    let series: Vec<&SeriesCode> = series.iter().collect();
    let known = store::no_values::of_series(act.conn(), Known::NOW, &series).await?;
    Ok(known.into_iter().map(|(key, (answer, _))| (key, answer)).collect())
}

/// Writes what changes.
pub(super) async fn write(act: &mut Act, found: Difference<AnswerKey, Answer>) -> Result<(), Refusal> {
    let seq = act.seq();
    for (key, _) in &found.changed {
        store::no_values::close(act.conn(), seq, key).await?;
    }
    let all: Vec<(AnswerKey, Answer)> = found.written().cloned().collect();
    store::no_values::add(act.conn(), seq, &all).await?;
    Ok(())
}

/// A value that came ends the answer that there is none.
pub(super) async fn superseded(act: &mut Act, keys: &[AnswerKey]) -> Result<(), Refusal> {
    if keys.is_empty() {
        return Ok(());
    }
    let (seq, known) = (act.seq(), known(act, keys.iter()).await?);
    for key in keys.iter().filter(|key| known.contains_key(key)) {
        store::no_values::close(act.conn(), seq, key).await?;
    }
    Ok(())
}
