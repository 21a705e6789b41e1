use base::{Known, Money};
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{Country, domain::Ceiling, queries, store};

const SOURCE_CHARS_MAX: usize = 300;
/// Ten million million of the currency: what is above is a slip of the keyboard.
const AMOUNT_MAX: Money = Money::centimos(1_000_000_000_000_000);

/// Assigns what a body may spend on a programme in a year, and says what it has the year before.
///
/// # Errors
/// A body or a programme that is unknown, amounts below nothing, a ceiling below what was granted.
pub async fn set_ceiling(ctx: &Ctx, country: Country, ceiling: Ceiling) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.set_ceiling").await?;
    let (seq, on) = (act.seq(), country.date(act.at()));
    let range = Money::default()..=AMOUNT_MAX;
    let named = !ceiling.source.trim().is_empty() && ceiling.source.chars().count() <= SOURCE_CHARS_MAX;
    if !range.contains(&ceiling.has) || !range.contains(&ceiling.ceiling) || !named {
        return Err(Refusal::Ceiling);
    }
    if ceiling.year <= on.year() {
        return Err(crate::domain::request::Refused::YearClosed.into());
    }
    let known = Known(journal::last_shown(act.conn()).await?);
    if directory::queries::body(act.conn(), known, on, &ceiling.entity).await?.is_none() {
        return Err(Refusal::NoBody(ceiling.entity.to_string()));
    }
    let listed = queries::programmes(act.conn(), &ctx.files, known, on.year()).await?;
    if !listed.iter().any(|one| one.code == ceiling.programme) {
        return Err(Refusal::NoProgramme(ceiling.programme.chars().take(40).collect()));
    }
    let of = (&ceiling.entity, ceiling.programme.as_str(), ceiling.year);
    if let Some(purse) = queries::purse(act.conn(), Known::NOW, of, None).await?
        && purse.others_got > ceiling.ceiling
    {
        return Err(Refusal::CeilingBelow(purse.others_got));
    }
    store::requests::put_ceiling(act.conn(), seq, &ceiling).await?;
    let payload = json!({
        "ceiling_centimos": ceiling.ceiling.as_centimos(), "has_centimos": ceiling.has.as_centimos(),
        "programme": ceiling.programme, "source": ceiling.source, "year": ceiling.year,
    });
    act.commit(ceiling.entity.as_str(), &payload).await?;
    Ok(())
}
