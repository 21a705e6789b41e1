use base::{Known, codes::EntityCode};
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{
        Nature, Recommendation, RecommendationCode, Source,
        recommendation::{Move, Step, taken},
    },
    queries, store,
};

/// A recommendation or finding as it is registered.
#[derive(Clone, Debug)]
pub struct NewRecommendation {
    pub source: Source,
    pub nature: Nature,
    pub entity: EntityCode,
    pub programme: Option<String>,
    pub text: String,
    pub document: String,
    pub made_on: Date,
    pub due_on: Option<Date>,
    /// The post that registers it, and its role.
    pub by: (&'static str, String),
}

/// Registers a recommendation or a finding, addressed to a body.
///
/// # Errors
/// A source that is not the post's, an unknown body or programme, dates that are none.
pub async fn recommend(
    ctx: &Ctx,
    country: Country,
    new: NewRecommendation,
) -> Result<RecommendationCode, Refusal> {
    let mut act = ctx.open("evaluations.recommend").await?;
    let (seq, at) = (act.seq(), act.at());
    let on = country.date(at);
    let (role, post) = new.by;
    let of = Recommendation {
        code: RecommendationCode::of(seq),
        source: new.source,
        nature: new.nature,
        entity: new.entity,
        programme: new.programme,
        text: new.text,
        document: new.document,
        made_on: new.made_on,
        due_on: new.due_on,
        role: role.to_owned(),
        post,
        at,
    };
    let of = of.checked(on)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    if directory::queries::body(act.conn(), known, on, &of.entity).await?.is_none() {
        return Err(Refusal::NoBody(of.entity.to_string()));
    }
    if let Some(programme) = &of.programme {
        let listed = queries::programmes(act.conn(), &ctx.files, known, on.year()).await?;
        if !listed.iter().any(|one| one.code == *programme) {
            return Err(Refusal::NoProgramme(programme.chars().take(40).collect()));
        }
    }
    store::recommendations::add(act.conn(), seq, &of).await?;
    let payload = json!({
        "document": of.document, "entity": of.entity, "nature": of.nature.as_str(),
        "programme": of.programme, "source": of.source.as_str(),
    });
    act.commit(of.code.as_str(), &payload).await?;
    Ok(of.code)
}

/// Takes a step with a recommendation: the body answers it and reports, whoever registered it closes or reopens it.
///
/// # Errors
/// A step that is not done there, or is another's; no words.
pub async fn follow_up(
    ctx: &Ctx,
    (code, role, post): (&RecommendationCode, &str, &str),
    (step, said): (Move, &str),
) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.follow_up").await?;
    let (seq, at) = (act.seq(), act.at());
    let of = store::recommendations::one(act.conn(), Known::NOW, code).await?;
    let of = of.ok_or(Refusal::NoRecommendation)?;
    let before = store::recommendations::steps(act.conn(), Known::NOW, code).await?;
    let text = taken((&of, &before), (step, role, said))?;
    let number = i64::try_from(before.len()).unwrap_or(i64::MAX).saturating_add(1);
    let taken = Step { number, step, text, post: post.to_owned(), at };
    store::recommendations::add_step(act.conn(), seq, (code, &taken)).await?;
    act.commit(code.as_str(), &json!({ "number": number, "step": step.as_str() })).await?;
    Ok(())
}
