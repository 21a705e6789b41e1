use base::{Known, Money, codes::EntityCode};
use journal::Ctx;
use planning::domain::reference::{ElementRef, PlanRef};
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{EvaluationCode, Request, RequestCode, request},
    queries, store,
};

/// The sheet of a request, as a body fills it.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub year: i16,
    pub entity: EntityCode,
    pub programme: String,
    /// `PLAN/CODE`.
    pub objective: String,
    pub amount: Money,
    pub purpose: String,
    pub results: String,
    /// Signed commitments that it is tied to beside those of its programme.
    pub tied: Vec<(EvaluationCode, String)>,
    pub post: String,
}

/// Files a request of money. What stands in its way is asked when it is evaluated; the ceiling is asked now.
///
/// # Errors
/// No ceiling, or more than it; an objective of no plan in force; a commitment that nobody signed.
pub async fn file_request(ctx: &Ctx, country: Country, new: NewRequest) -> Result<RequestCode, Refusal> {
    let mut act = ctx.open("evaluations.file_request").await?;
    let (seq, at) = (act.seq(), act.at());
    let on = country.date(at);
    let known = Known(journal::last_shown(act.conn()).await?);
    let objective = new.objective.trim().to_owned();
    let unknown = || Refusal::NoObjective(objective.chars().take(80).collect());
    let element: ElementRef = objective.parse().map_err(|_| unknown())?;
    let plan = PlanRef { plan: element.plan.plan.clone(), version: element.plan.version.clone() };
    let content = planning::queries::plan(act.conn(), known, on, &plan).await?;
    if !content.is_some_and(|content| content.elements.contains_key(&element.code)) {
        return Err(unknown());
    }
    for (evaluation, commitment) in &new.tied {
        let signed = store::commitments::commitments(act.conn(), Known::NOW, evaluation).await?;
        if !signed.iter().any(|one| one.code == *commitment) {
            return Err(Refusal::NoCommitment);
        }
    }
    let code = RequestCode::of(seq);
    let of = Request {
        code: code.clone(),
        year: new.year,
        entity: new.entity,
        programme: new.programme.trim().to_owned(),
        objective,
        amount: new.amount,
        purpose: new.purpose.trim().to_owned(),
        results: new.results.trim().to_owned(),
        tied: new.tied,
        post: new.post,
        at,
    };
    let purse = queries::purse(act.conn(), Known::NOW, (&of.entity, &of.programme, of.year), None).await?;
    let of = request::filed(of, purse.as_ref(), on)?;
    store::requests::add_request(act.conn(), seq, &of).await?;
    let payload = json!({
        "amount_centimos": of.amount.as_centimos(), "entity": of.entity, "objective": of.objective,
        "programme": of.programme, "year": of.year,
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(code)
}
