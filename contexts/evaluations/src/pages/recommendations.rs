//! `/recomendaciones`: recommendations and findings from every source, and how each stands.
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Facts, Table},
    origins,
};

use super::{
    country, links, moment,
    parts::{Page, Section, link, said, table},
    told::{self, Bodies},
};
use crate::{
    domain::{
        Recommendation, RecommendationCode,
        recommendation::{Step, course},
    },
    queries::{self, origin},
};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today) = (reading.known, reading.today);
    let on = country(&reading.app).date(moment(&reading));
    let all = queries::recommendations(reading.conn(), known).await?;
    let codes: Vec<&str> = all.iter().map(|(one, _)| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let mut shell = reading.shell(&reading.t("evaluations-recommendations-title"), Matter::Real);
    shell = shell.under(links::EVALUATIONS, &reading.t("evaluations-title"));
    origins::add(&mut reading, &mut shell, &origin::recommendations()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let href = |code: &RecommendationCode| links::recommendation_href(&shell.view, code);
    let table = listed(shell, (&all, on), &bodies, href).with_files(shell);
    let audits = link(&shell.link(links::AUDITS), &shell.t("evaluations-audits-title"));
    let top = Section::top()
        .say(shell.t("evaluations-recommendations-lead").as_str())
        .say(audits)
        .table_or(table, &shell.t("evaluations-recommendations-none"));
    page.add(top);
    page.answer()
}

/// Recommendations as a table, each with the way to it.
pub(super) fn listed(
    shell: &Shell,
    (all, on): (&[(Recommendation, Vec<Step>)], Date),
    bodies: &Bodies,
    href: impl Fn(&RecommendationCode) -> String,
) -> Table {
    let columns = [
        "recommendation",
        "recommendation-text",
        "recommendation-source",
        "recommendation-nature",
        "body",
        "about-programme",
        "recommendation-due",
        "recommendation-course",
    ];
    let mut table = table(shell, "recomendaciones", "recommendations", &columns).stacked();
    for (one, steps) in all {
        let due = one
            .due_on
            .map_or_else(Cell::default, |due| Cell::html(Html::text(&shell.date(due)), &due.to_string()));
        table.push(vec![
            Cell::link(&href(&one.code), one.code.as_str()),
            Cell::html(said(shell, &one.text, None), &one.text),
            Cell::text(&shell.t(&format!("evaluations-source-{}", one.source.as_str()))),
            Cell::text(&shell.t(&format!("evaluations-nature-{}", one.nature.as_str()))),
            Cell::html(told::body(shell, bodies, one.entity.as_str()), one.entity.as_str()),
            Cell::text(one.programme.as_deref().unwrap_or_default()),
            due,
            Cell::text(&stands(shell, one, steps, on)),
        ]);
    }
    table
}

/// Where it stands, and whether its day has passed.
fn stands(shell: &Shell, one: &Recommendation, steps: &[Step], on: Date) -> String {
    let words = shell.t(&format!("evaluations-course-{}", course(steps).as_str()));
    if one.is_overdue(steps, on) {
        format!("{words}; {}", shell.t("evaluations-course-overdue"))
    } else {
        words
    }
}

pub async fn one(mut reading: Reading, Path(code): Path<RecommendationCode>) -> Result<Response, PageError> {
    let (known, today) = (reading.known, reading.today);
    let on = country(&reading.app).date(moment(&reading));
    let found = queries::recommendation(reading.conn(), known, &code).await?.ok_or(PageError::NotFound)?;
    let body = [found.0.entity.as_str()];
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &body).await?);
    let title = format!("{} {code}", reading.t("evaluations-recommendation"));
    let mut shell = reading.shell(&title, Matter::Real);
    shell = shell.under(links::RECOMMENDATIONS, &reading.t("evaluations-recommendations-title"));
    origins::add(&mut reading, &mut shell, &origin::recommendation(code.as_str())).await?;
    let mut page = Page::new(shell);
    let sections = sections(&page.shell, (&found.0, &found.1, on), &bodies);
    page.add_all(sections);
    page.answer()
}

/// What it says, where it stands, and what was done about it.
pub(super) fn sections(
    shell: &Shell,
    (of, steps, on): (&Recommendation, &[Step], Date),
    bodies: &Bodies,
) -> Vec<Section> {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let mut facts = Facts::default()
        .with(&say("recommendation-text"), said(shell, &of.text, None))
        .with(&say("recommendation-source"), say(&format!("source-{}", of.source.as_str())).as_str())
        .with(&say("recommendation-nature"), say(&format!("nature-{}", of.nature.as_str())).as_str())
        .with(&say("recommendation-document"), said(shell, &of.document, None))
        .with(&say("recommendation-made"), shell.date(of.made_on).as_str())
        .with(&say("body"), told::body(shell, bodies, of.entity.as_str()))
        .with(&say("recommendation-course"), stands(shell, of, steps, on).as_str());
    if let Some(due) = of.due_on {
        facts = facts.with(&say("recommendation-due"), shell.date(due).as_str());
    }
    if let Some(programme) = &of.programme {
        let href = shell.view.link_to(&["programa", programme]);
        facts = facts.with(&say("about-programme"), link(&href, programme));
    }
    let columns = ["act-when", "followup", "followup-text", "act-who"];
    let mut table = table(shell, "seguimiento", "followups", &columns).stacked();
    for step in steps.iter().rev() {
        table.push(vec![
            Cell::text(&shell.moment(step.at)),
            Cell::text(&say(&format!("move-{}", step.step.as_str()))),
            Cell::html(said(shell, &step.text, None), &step.text),
            Cell::text(&step.post),
        ]);
    }
    let table = Section::new("parte-seguimiento", &say("followups")).table_or(table, &say("followups-none"));
    vec![Section::top().html(Html::of(&facts)), table]
}
