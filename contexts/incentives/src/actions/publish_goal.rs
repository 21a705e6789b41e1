use std::collections::BTreeSet;

use base::{Known, codes::EntityCode};
use directory::{domain::Entity, domain::Held};
use jiff::{civil::Date, tz::Offset};
use journal::{Act, Ctx};
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{Goal, Reach},
    queries::{self, Of, Programme},
    store,
};

/// Publishes a goal of a year, or another version of it, and what it offers each municipality, in one entry.
///
/// # Errors
/// What the goal lacks; a code that is taken; a change without a norm of its own, after a verdict, or that leaves out who filed.
pub async fn publish_goal(ctx: &Ctx, offset: Offset, mut new: Goal, is_change: bool) -> Result<(), Refusal> {
    let mut act = ctx.open("incentives.publish_goal").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let before = queries::goal(act.conn(), Known::NOW, &new.at).await?;
    let due_before = before.as_ref().map(|before| before.due_on);
    new.published_at = at;
    match (&before, is_change) {
        (None, false) => new.version = 1,
        (Some(before), true) if before.norm.trim() == new.norm.trim() => return Err(Refusal::SameNorm),
        (Some(before), true) => new.version = before.version.saturating_add(1),
        (Some(_), false) => return Err(Refusal::Taken(new.at.to_string())),
        (None, true) => return Err(Refusal::NoGoal),
    }
    let goal = new.checked(today, due_before)?;
    let municipalities = addressed(&mut act, ctx, (&goal, today)).await?;
    filed(&mut act, (&goal, &municipalities)).await?;
    let offers = goal.offers(&municipalities);
    store::goals::put(act.conn(), seq, &goal).await?;
    store::offers::put(act.conn(), seq, (&goal.at, &offers)).await?;
    let payload = json!({
        "due_on": goal.due_on.to_string(), "municipalities": offers.len(), "norm": goal.norm,
        "offered_centimos": offers.iter().map(|one| one.offered).sum::<base::Money>().as_centimos(),
        "version": goal.version,
    });
    act.commit(&goal.at.to_string(), &payload).await?;
    Ok(())
}

/// The municipalities of the goal, each with class and weight, by code.
async fn addressed(
    act: &mut Act,
    ctx: &Ctx,
    (goal, today): (&Goal, Date),
) -> Result<Vec<(EntityCode, String, u32)>, Refusal> {
    let known = Known(journal::last_shown(act.conn()).await?);
    let programme = queries::programme(act.conn(), &ctx.files, known, today).await?;
    if programme.objectives.iter().all(|one| one.code != goal.objective) {
        return Err(Refusal::NoObjective(goal.objective.chars().take(40).collect()));
    }
    let bodies = directory::queries::entities(act.conn(), known, today).await?;
    let found = members(&goal.reach, &programme, &bodies)?;
    let is_own = found.iter().any(|(code, ..)| *code == goal.verifier);
    if is_own || !bodies.contains(goal.verifier.as_str()) {
        return Err(Refusal::NoVerifier(goal.verifier.to_string()));
    }
    if found.is_empty() { Err(crate::domain::GoalFault::Nobody.into()) } else { Ok(found) }
}

fn members(
    reach: &Reach,
    programme: &Programme,
    bodies: &Held<Entity>,
) -> Result<Vec<(EntityCode, String, u32)>, Refusal> {
    let is_class = |kind: &str| programme.classes.iter().any(|class| class.code == kind);
    match reach {
        Reach::Classes(classes) => {
            if let Some(unknown) = classes.iter().find(|class| !is_class(class)) {
                return Err(Refusal::NoClass(unknown.chars().take(40).collect()));
            }
            let own = bodies.iter().filter(|body| classes.contains(&body.kind));
            Ok(own.map(|body| (body.code.clone(), body.kind.clone(), 1)).collect())
        }
        Reach::Named(named) => {
            let mut found = Vec::new();
            for (code, weight) in named {
                let body = bodies.get(code.as_str()).filter(|body| is_class(&body.kind));
                let body = body.ok_or_else(|| Refusal::NoMunicipality(code.to_string()))?;
                found.push((code.clone(), body.kind.clone(), *weight));
            }
            found.sort();
            Ok(found)
        }
    }
}

/// Whoever filed stays; after a verdict nothing changes.
async fn filed(
    act: &mut Act,
    (goal, municipalities): (&Goal, &[(EntityCode, String, u32)]),
) -> Result<(), Refusal> {
    let own: BTreeSet<&EntityCode> = municipalities.iter().map(|(code, ..)| code).collect();
    for line in queries::board(act.conn(), Known::NOW, Of::Goal(&goal.at)).await? {
        if !line.dossier.verifications.is_empty() {
            return Err(Refusal::Judged);
        }
        if !line.dossier.evidence.is_empty() && !own.contains(&line.offer.entity) {
            return Err(Refusal::Left(line.offer.entity.to_string()));
        }
    }
    Ok(())
}
