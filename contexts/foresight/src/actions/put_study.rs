use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{Study, World, check},
    reading::{Place, Refused},
    store::office,
};

/// Whether a study is new, or what it says of itself changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    New,
    Change,
}

/// Begins a study of a body, or changes what it says of itself. Nothing of it is public yet.
pub async fn put_study(ctx: &Ctx, study: Study, begin: Begin) -> Result<Study, Refusal> {
    let study = study.checked()?;
    let mut act = ctx.open_office("foresight.put_study").await?;
    let before = office::one(act.conn(), &study.code).await?;
    match (begin, &before) {
        (Begin::New, Some(_)) => return Err(Refusal::Exists),
        (Begin::Change, None) => return Err(Refusal::NoStudy),
        // Whose study it is does not change: what is in it is that body's.
        (Begin::Change, Some(before)) if before.entity != study.entity => return Err(Refusal::NoStudy),
        _ => {}
    }
    // Years and steps of the scale that its rows name stay.
    let content = office::content(act.conn(), &study.code).await?;
    let own = |field: &str| ["horizon", "probability", "impact", "plausibility"].contains(&field);
    let found = check(&study, &content, &World::default());
    let broken: Vec<Refused> = found
        .into_iter()
        .filter(|(_, _, field, _)| own(field))
        .map(|(kind, key, field, finding)| {
            let place = Place { sheet: kind.sheet().1.to_owned(), ..Place::default() };
            Refused::of(&place, field, &key, finding.into())
        })
        .collect();
    if !broken.is_empty() {
        return Err(Refusal::Rows(broken));
    }
    let seq = act.seq();
    office::put_study(act.conn(), seq, &study).await?;
    let payload = json!({ "entity": study.entity, "horizons": study.horizons, "plan": study.plan });
    act.commit(&study.code, &payload).await?;
    Ok(study)
}
