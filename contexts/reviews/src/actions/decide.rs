use base::{
    Known, Period,
    codes::{EntityCode, TerritoryCode},
};
use db::Conn;
use jiff::{civil::Date, tz::Offset};
use journal::Ctx;
use planning::domain::reference::IndicatorRef;
use rust_decimal::Decimal;
use serde_json::json;

use super::{Refusal, bodies_on, convened, is_secretariat};
use crate::{
    domain::{Change, Decision, DecisionCode, Kind, Owner, ReviewCode},
    queries,
    store::{self, decisions::Table},
};

/// A target as it is to be.
#[derive(Clone, Debug)]
pub struct NewChange {
    pub indicator: IndicatorRef,
    pub territory: TerritoryCode,
    pub period: Period,
    pub new: Decimal,
}

/// A decision as it is written down.
#[derive(Clone, Debug)]
pub struct NewDecision {
    pub item: i64,
    pub kind: Kind,
    pub text: String,
    pub owner_role: &'static str,
    pub owner_entity: EntityCode,
    pub due_on: Date,
    pub evidence: Vec<String>,
    pub change: Option<NewChange>,
}

/// Writes a decision down. It is of the office until the minutes are signed.
///
/// # Errors
/// No session under way, no such matter, owner, evidence or indicator; what a decision lacks.
pub async fn draft_decision(
    ctx: &Ctx,
    offset: Offset,
    (code, post): (&ReviewCode, &str),
    new: NewDecision,
) -> Result<DecisionCode, Refusal> {
    let mut act = ctx.open_office("reviews.draft_decision").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let view = convened(act.conn(), code).await?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    is_secretariat(&bodies, &view.review, today, post)?;
    if view.items.iter().all(|item| item.number != new.item) {
        return Err(Refusal::NoItem(new.item));
    }
    let owner = owner(act.conn(), today, (new.owner_role, new.owner_entity)).await?;
    for one in &new.evidence {
        if !exists(act.conn(), one).await? {
            return Err(Refusal::NoEvidence(one.chars().take(40).collect()));
        }
    }
    let change = match new.change {
        Some(change) => Some(beside_the_old(act.conn(), today, change).await?),
        None => None,
    };
    let decision = Decision {
        code: DecisionCode::of(seq),
        review: code.clone(),
        item: new.item,
        kind: new.kind,
        text: new.text,
        owner,
        due_on: new.due_on,
        evidence: new.evidence,
        change,
        post: post.to_owned(),
        at,
    };
    // What is decided on paper after the session is due after that day, too.
    let from = view.review.held_on.max(today);
    let decision = decision.checked(from, bodies.terms.hold_days_max)?;
    store::decisions::add(act.conn(), seq, (Table::Drafts, std::slice::from_ref(&decision))).await?;
    act.commit(code.as_str(), &json!({ "decision": decision.code, "item": decision.item })).await?;
    Ok(decision.code)
}

/// The post that carries it out: there must be one, whoever holds it.
async fn owner(
    conn: &mut Conn,
    on: Date,
    (role, entity): (&'static str, EntityCode),
) -> Result<Owner, Refusal> {
    let posts = directory::queries::posts_of(conn, Known::NOW, on, &entity).await?;
    let is_there = posts.iter().any(|view| view.post.role == role);
    is_there
        .then(|| Owner { role, entity: entity.clone() })
        .ok_or_else(|| Refusal::NoOwner(entity.to_string()))
}

/// Whether a code names an evaluation, a recommendation or a request of the register.
async fn exists(conn: &mut Conn, code: &str) -> Result<bool, Refusal> {
    if let Ok(evaluation) = code.parse() {
        return Ok(evaluations::queries::evaluation(conn, Known::NOW, &evaluation).await?.is_some());
    }
    if let Ok(recommendation) = code.parse() {
        return Ok(evaluations::queries::recommendation(conn, Known::NOW, &recommendation).await?.is_some());
    }
    if let Ok(request) = code.parse() {
        return Ok(evaluations::queries::request_head(conn, Known::NOW, &request).await?.is_some());
    }
    Ok(false)
}

/// The change with the target that the plan in force has now.
async fn beside_the_old(conn: &mut Conn, on: Date, new: NewChange) -> Result<Change, Refusal> {
    let known = Known(journal::last_shown(conn).await?);
    let none = || Refusal::NoIndicator(new.indicator.to_string().chars().take(80).collect());
    let content = planning::queries::plan(conn, known, on, &new.indicator.plan).await?.ok_or_else(none)?;
    if !content.indicators.contains_key(&new.indicator.code) {
        return Err(none());
    }
    let NewChange { indicator, territory, period, new } = new;
    let mut change = Change { indicator, territory, period, old: None, new };
    change.old = queries::target_now(conn, known, on, &change).await?;
    Ok(change)
}

/// Takes back a decision that is not signed.
///
/// # Errors
/// No session under way, or no such decision of it.
pub async fn drop_decision(
    ctx: &Ctx,
    offset: Offset,
    (code, post): (&ReviewCode, &str),
    decision: &DecisionCode,
) -> Result<(), Refusal> {
    let mut act = ctx.open_office("reviews.drop_decision").await?;
    let (seq, today) = (act.seq(), offset.to_datetime(act.at()).date());
    let view = convened(act.conn(), code).await?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    is_secretariat(&bodies, &view.review, today, post)?;
    if store::decisions::end_drafts(act.conn(), seq, (code, Some(decision))).await? == 0 {
        return Err(Refusal::NoDecision);
    }
    act.commit(code.as_str(), &json!({ "decision": decision })).await?;
    Ok(())
}
