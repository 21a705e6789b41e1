//! Decisions and what became of them.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use jiff::{civil::Date, tz::Offset};
use planning::domain::{reference::PlanRef, target::TargetKey};
use rust_decimal::Decimal;

use crate::{
    domain::{
        BodyRef, Change, Course, Decision, DecisionCode, Follow, ReviewCode, course, days_to_action,
        is_overdue,
    },
    store,
};

/// A signed decision, whose it is and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionView {
    pub decision: Decision,
    pub body: BodyRef,
    pub held_on: Date,
    pub steps: Vec<Follow>,
    pub course: Course,
    /// On the day asked for.
    pub is_overdue: bool,
    /// Calendar days from the session to the first report of its owner.
    pub days_to_action: Option<i64>,
}

/// Every signed decision, by its day.
///
/// # Errors
/// A database that cannot be read.
pub async fn decisions(
    conn: &mut Conn,
    known: Known,
    on: Date,
    offset: Offset,
) -> Result<Vec<DecisionView>, db::Error> {
    let all = store::decisions::all(conn, known).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let heads: BTreeMap<ReviewCode, (BodyRef, Date)> = store::reviews::all(conn, known)
        .await?
        .into_iter()
        .map(|review| (review.code, (review.body, review.held_on)))
        .collect();
    let mut steps: BTreeMap<DecisionCode, Vec<Follow>> = BTreeMap::new();
    for (code, step) in store::decisions::steps(conn, known, None).await? {
        steps.entry(code).or_default().push(step);
    }
    let view = |decision: Decision| {
        let (body, held_on) = heads.get(&decision.review)?.clone();
        let steps = steps.remove(&decision.code).unwrap_or_default();
        Some(seen(decision, (body, held_on), steps, (on, offset)))
    };
    Ok(all.into_iter().filter_map(view).collect())
}

fn seen(
    decision: Decision,
    (body, held_on): (BodyRef, Date),
    steps: Vec<Follow>,
    (on, offset): (Date, Offset),
) -> DecisionView {
    DecisionView {
        course: course(&steps),
        is_overdue: is_overdue(decision.due_on, &steps, on),
        days_to_action: days_to_action(held_on, &steps, offset),
        decision,
        body,
        held_on,
        steps,
    }
}

/// One signed decision; none of that code.
///
/// # Errors
/// A database that cannot be read.
pub async fn decision(
    conn: &mut Conn,
    known: Known,
    (on, offset): (Date, Offset),
    code: &DecisionCode,
) -> Result<Option<DecisionView>, db::Error> {
    let Some(found) = store::decisions::one(conn, known, code).await? else { return Ok(None) };
    let Some(review) = store::reviews::one(conn, known, &found.review).await? else { return Ok(None) };
    let steps = store::decisions::steps(conn, known, Some(code)).await?;
    let steps = steps.into_iter().map(|(_, step)| step).collect();
    Ok(Some(seen(found, (review.body, review.held_on), steps, (on, offset))))
}

/// What the plan in force promises now for what a decision changes; none where it promises nothing.
///
/// # Errors
/// A database that cannot be read.
pub async fn target_now(
    conn: &mut Conn,
    known: Known,
    on: Date,
    change: &Change,
) -> Result<Option<Decimal>, db::Error> {
    let key = TargetKey {
        indicator: change.indicator.code.clone(),
        territory: change.territory.clone(),
        period: change.period,
    };
    // An update that its board approved is worked with before it is in force (¶300, ¶301): where the plan in force lacks the
    // target, that of the version decided about stands.
    let in_force = PlanRef { plan: change.indicator.plan.plan.clone(), version: None };
    for at in [&in_force, &change.indicator.plan] {
        let content = planning::queries::plan(conn, known, on, at).await?;
        if let Some(target) = content.as_ref().and_then(|content| content.targets.get(&key)) {
            return Ok(Some(target.goal.value));
        }
    }
    Ok(None)
}
