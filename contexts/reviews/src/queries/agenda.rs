//! What a body is to hear on a day.
use alerts::{
    domain::Standing,
    queries::{AlertView, Asked, Scope, alerts},
};
use budget::columnar::Columnar;
use db::{Conn, Files};
use planning::domain::portfolio::Portfolio;

use super::{Bodies, Unread, decisions};
use crate::domain::{BodyRef, Class, Figures, Item, ReviewBody, Subject, is_overdue, item, numbered};

/// Matters in order, numbered from one: alerts in the body's remit, and its own decisions that are overdue.
///
/// # Errors
/// As the alerts; a database that cannot be read.
pub async fn agenda(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (asked, bodies): (Asked, &Bodies),
    of: &BodyRef,
) -> Result<Vec<Item>, Unread> {
    let Some(body) = bodies.body(of) else { return Ok(Vec::new()) };
    let all = alerts(conn, files, columnar, asked, &Scope::All).await?;
    let plans = planning::queries::portfolio(conn, asked.known, asked.on).await?;
    let heard = all.views.iter().filter(|view| hears(bodies, (of, body), view, &plans));
    let mut items: Vec<Item> = heard.map(|view| item(&view.alert, asked.on)).collect();
    // Who closed an alert said why; what is red is decided here all the same.
    let closed = |item: &Item| {
        let view = all.views.iter().find(|view| view.alert.code().as_str() == item.subject.as_str());
        view.is_some_and(|view| matches!(view.standing, Standing::Closed { .. }))
    };
    items.retain(|item| item.class == Class::Red || !closed(item));
    for view in decisions(conn, asked.known, asked.on, asked.offset).await? {
        if view.body == *of && is_overdue(view.decision.due_on, &view.steps, asked.on) {
            items.push(overdue(&view, asked));
        }
    }
    Ok(numbered(items, 0))
}

fn overdue(view: &super::DecisionView, asked: Asked) -> Item {
    let decision = &view.decision;
    let late = (asked.on - decision.due_on).get_days().max(0);
    let told = Some(decision.text.clone());
    Item {
        number: 0,
        subject: Subject::Decision(decision.code.clone()),
        class: Class::Overdue,
        size: late.into(),
        triggers: Vec::new(),
        figures: Figures {
            kind: "decision".to_owned(),
            day: Some(decision.due_on),
            told,
            ..Figures::default()
        },
        entity: Some(decision.owner.entity.clone()),
        element: None,
        indicator: None,
        territory: None,
        name: (decision.text.clone(), None),
        since: decision.due_on,
        signature: decision.due_on.to_string(),
        is_sample: false,
    }
}

/// Whether an alert is a body's to hear: in its part of the state, under its triggers, of its plans or come up to its level.
fn hears(bodies: &Bodies, of: (&BodyRef, &ReviewBody), view: &AlertView, plans: &Portfolio) -> bool {
    let (alert, body) = (&view.alert, of.1);
    let place = alert.territory.as_ref().map(base::codes::TerritoryCode::as_str);
    if !bodies.reviews(of, alert.entity.as_ref(), place) {
        return false;
    }
    if !body.triggers.is_empty() && !alert.signs.iter().any(|sign| body.triggers.contains(&sign.trigger)) {
        return false;
    }
    let of_any_plan = body.plan_types.is_empty() && body.from_level.is_none();
    let plan_type = alert.cause.plan().and_then(|plan| plans.version(plans.find_version(plan)?));
    let of_plan = plan_type.is_some_and(|node| body.plan_types.contains(&node.plan.plan_type));
    let came_up = body.from_level.is_some_and(|level| view.climb.level >= level);
    of_any_plan || of_plan || came_up
}
