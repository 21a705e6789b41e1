use base::Known;
use budget::columnar::Columnar;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{Edition, EditionCode, Refused, edition::prepared},
    queries, store,
    templates::{Asked, Frozen, made},
};

/// What a post freezes.
#[derive(Clone, Debug)]
pub struct NewEdition {
    pub duty: String,
    /// As people write it: `2020-12`, `2020-S1`, `2020`.
    pub period: String,
    /// The last day of what is known; what is known now where none is named.
    pub known: Option<Date>,
    /// Why it is to replace the edition that stands; empty where none does.
    pub reason: String,
    pub role: &'static str,
    pub post: String,
}

/// Freezes the report of a period: what it holds is what was known, and its checksum is computed at that moment.
///
/// # Errors
/// No such duty, a period that is not over, another post than those of the duty, a day to come, a correction of nothing, or of
/// what holds the same.
pub async fn prepare(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    country: Country,
    new: NewEdition,
) -> Result<EditionCode, Refusal> {
    // The content is made before the act begins, for it may take long: what is known then does not change.
    let mut read = ctx.db.read().await?;
    let now = Known(journal::last_shown(&mut read).await?);
    let on = country.date(ctx.now);
    let duty = queries::duty(&mut read, &ctx.files, now, &new.duty).await?;
    let duty = duty.ok_or_else(|| Refused::NoDuty(new.duty.chars().take(40).collect()))?;
    let before = queries::editions(&mut read, country, now).await?;
    let (period, ..) = prepared(&duty, &new.period, (new.role, on), &before, &new.reason)?;
    let (known, at) = match new.known.filter(|day| *day != on) {
        None => (now, ctx.now),
        Some(day) if day > period.end() && day < on => {
            let at = country.end(day).ok_or(Refused::Known)?;
            (journal::known_at(&mut read, at).await?, at)
        }
        Some(_) => return Err(Refused::Known.into()),
    };
    let frozen = Frozen { period, known, at, country };
    let made = {
        let mut asked = Asked { conn: &mut read, files: &ctx.files, columnar, frozen };
        made(&mut asked, duty.template).await?
    };
    drop(read);
    let mut act = ctx.open("reports.prepare").await?;
    let (seq, written) = (act.seq(), act.at());
    let all = queries::editions(act.conn(), country, Known::NOW).await?;
    let (_, number, standing) = prepared(&duty, &new.period, (new.role, on), &all, &new.reason)?;
    if standing.is_some_and(|one| one.checksum == made.checksum) {
        return Err(Refused::Same.into());
    }
    let edition = Edition {
        code: EditionCode::of(seq),
        duty: duty.code.clone(),
        period,
        number,
        template: duty.template.as_str().to_owned(),
        version: duty.template.version(),
        known_at: at,
        known,
        checksum: made.checksum,
        replaces: standing.map(|one| one.code.clone()),
        reason: new.reason.trim().to_owned(),
        post: new.post,
        at: written,
        on: country.date(written),
        seq,
        steps: Vec::new(),
    };
    store::editions::add(act.conn(), seq, &edition).await?;
    let payload = json!({
        "checksum": edition.checksum, "duty": edition.duty, "known_at": edition.known_at,
        "known_seq": edition.known.seq(), "period": edition.period.to_string(),
        "replaces": edition.replaces.as_ref().map(ToString::to_string),
    });
    act.commit(edition.code.as_str(), &payload).await?;
    Ok(edition.code)
}
