use base::Known;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::appraisal::{Appraisal, Appraised, NoAppraisal},
    queries, store,
};

/// A checklist as it was filled in, by whom.
#[derive(Clone, Copy)]
pub struct NewAppraisal<'a, F> {
    pub checklist: &'a str,
    pub subject: &'a str,
    /// Of an item, the answer and its reason as typed.
    pub told: F,
    /// Role, post and body of who answers.
    pub by: (&'a str, &'a str, &'a str),
}

/// Answers a checklist about an indicator or a body, whole. It takes the place of what was answered before, which stays known.
///
/// # Errors
/// No such checklist or thing; a role or a body that does not answer it; an item without its answer or reason.
pub async fn appraise<'t, F>(ctx: &Ctx, country: Country, new: NewAppraisal<'_, F>) -> Result<String, Refusal>
where
    F: Fn(&str) -> (&'t str, &'t str),
{
    let mut act = ctx.open("evaluations.appraise").await?;
    let (seq, at) = (act.seq(), act.at());
    let on = country.date(at);
    let known = Known(journal::last_shown(act.conn()).await?);
    let all = queries::checklists(act.conn(), &ctx.files, known, on).await?;
    let unknown = || NoAppraisal::NoChecklist(new.checklist.chars().take(40).collect());
    let checklist = all.into_iter().find(|one| one.code == new.checklist).ok_or_else(unknown)?;
    let (role, post, body) = new.by;
    if !checklist.roles.iter().any(|one| one == role) {
        return Err(NoAppraisal::NotYours.into());
    }
    let found = queries::subject(act.conn(), (known, on), checklist.about, new.subject).await?;
    let missing = || NoAppraisal::NoSubject(new.subject.chars().take(40).collect());
    let subject = found.ok_or_else(missing)?;
    if checklist.about == Appraised::Entity && subject != body {
        return Err(NoAppraisal::AnotherBody.into());
    }
    let answers = checklist.answered(&new.told)?;
    let counted: Vec<_> = answers.iter().map(|given| (given.item.clone(), given.answer.as_str())).collect();
    let of = Appraisal {
        checklist: checklist.code,
        subject,
        answers,
        role: role.to_owned(),
        post: post.to_owned(),
        at,
    };
    store::appraisals::put(act.conn(), seq, &of).await?;
    act.commit(&format!("{}:{}", of.checklist, of.subject), &json!({ "answers": counted })).await?;
    Ok(of.subject)
}
