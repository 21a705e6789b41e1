//! `/decision/{decision}`: what was decided, on what it rests, what was done.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::Facts,
    origins,
    sections::{Page, Section, link, said},
};

use super::{known_bodies, links, told, words};
use crate::{
    domain::{DecisionCode, Item},
    queries::{self, Bodies, DecisionView, origin},
};

/// A decision with its matter, and the target that the plan in force has now where it changes one.
pub(super) struct Found {
    pub view: DecisionView,
    pub item: Option<Item>,
    pub bodies: Option<Bodies>,
    pub names: told::Names,
    pub now: Option<rust_decimal::Decimal>,
}

/// # Errors
/// No such decision.
pub(super) async fn found(reading: &mut Reading, code: &DecisionCode) -> Result<Found, PageError> {
    let (known, today, offset) = (reading.known, reading.today, reading.app.frame.country.offset());
    let view = queries::decision(reading.conn(), known, (today, offset), code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let review = queries::review(reading.conn(), known, &view.decision.review).await?;
    let item =
        review.and_then(|review| review.items.into_iter().find(|item| item.number == view.decision.item));
    let now = match &view.decision.change {
        Some(change) => queries::target_now(reading.conn(), known, today, change).await?,
        None => None,
    };
    let bodies = known_bodies(reading).await?;
    let of_item = item.as_ref().and_then(|item| item.entity.as_ref());
    let names = told::names(reading, std::iter::once(&view.decision.owner.entity).chain(of_item)).await?;
    Ok(Found { view, item, bodies, names, now })
}

pub async fn get(mut reading: Reading, Path(code): Path<DecisionCode>) -> Result<Response, PageError> {
    let found = found(&mut reading, &code).await?;
    let sample = found.item.as_ref().is_some_and(|item| item.is_sample);
    let mut shell = reading.shell("", Matter::of(sample));
    shell.title = shell.t1("reviews-decision-title", "code", code.as_str());
    let mut shell = shell.under(links::DECISIONS, &reading.t("reviews-decisions-title"));
    origins::add(&mut reading, &mut shell, &origin::decision(code.as_str())).await?;
    let mut page = Page::new(shell);
    page.done("reviews", &["paso"]);
    let shell = &page.shell;
    let way =
        link(&shell.link(&format!("{}/{code}", links::OFFICE_DECISIONS)), &shell.t("reviews-follow-here"));
    let mut all = sections(shell, &found);
    all.push(Section::new("parte-seguir", &shell.t("reviews-follow")).say(way));
    page.add_all(all);
    page.answer()
}

pub(super) fn sections(shell: &Shell, found: &Found) -> Vec<Section> {
    let mut all = vec![Section::top().html(Html::of(&facts(shell, found)))];
    if let Some(item) = &found.item {
        let only = std::slice::from_ref(item);
        let own = std::slice::from_ref(&found.view.decision);
        let table =
            told::agenda(shell, ("asunto", "matter-table"), only, &found.names, own).with_files(shell);
        all.push(Section::new("parte-asunto", &shell.t("reviews-matter")).table(table));
    }
    let steps = told::steps(shell, &found.view.steps).with_files(shell);
    all.push(
        Section::new("parte-pasos", &shell.t("reviews-steps"))
            .table_or(steps, &shell.t("reviews-steps-none")),
    );
    all
}

fn facts(shell: &Shell, found: &Found) -> Facts {
    let say = |key: &str| shell.t(&format!("reviews-{key}"));
    let (view, one) = (&found.view, &found.view.decision);
    let mut facts = Facts::default()
        .with(&say("session"), link(&links::review_href(&shell.view, &one.review), one.review.as_str()))
        .with(&say("body"), words::body(shell, found.bodies.as_ref(), &view.body).as_str())
        .with(&say("held-on"), shell.date(view.held_on).as_str())
        .with(&say("kind"), say(&format!("kind-{}", one.kind.as_str())).as_str())
        .with(&say("text"), said(shell, &one.text, None))
        .with(&say("owner"), told::owner(shell, &found.names, one).shown)
        .with(&say("due-on"), shell.date(one.due_on).as_str())
        .with(&say("course"), told::course(shell, view).as_str());
    if let Some(days) = view.days_to_action {
        facts = facts.with(&say("days-to-action"), days.to_string().as_str());
    }
    if !one.evidence.is_empty() {
        facts = facts.with(&say("evidence"), told::evidence(shell, one));
    }
    if let (Some(words), Some(change)) = (told::change(shell, one), &one.change) {
        let is_in_plan = found.now == Some(change.new);
        let now = found.now.map_or_else(|| say("no-target"), |value| shell.value(value));
        let key = if is_in_plan { "reviews-in-plan" } else { "reviews-not-in-plan" };
        facts = facts
            .with(&say("course-change"), words.as_str())
            .with(&say("target-now"), shell.t1(key, "value", now).as_str());
    }
    facts
}
