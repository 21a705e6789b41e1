//! `/oficina/revision`: values that wait for the post acted through, the first submitted first.
use std::collections::{BTreeMap, BTreeSet};

use axum::response::Response;
use base::codes::EntityCode;
use web::{
    Matter, PageError, Shell,
    components::{Cell, Column, Table},
    gate::Office,
    sections::{Page, Section},
};

use super::{REVIEWS, about, names, post, title};
use crate::queries::reviews::{ReviewView, waiting};

pub async fn get(office: Office) -> Result<Response, PageError> {
    let (role, _) = post(&office)?;
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let asked = (known, office.app.now(), role);
    let mut found = waiting(reading.conn(), &files, asked).await.map_err(PageError::internal)?;
    let entities: BTreeSet<EntityCode> = found.iter().map(|seen| seen.review.entity.clone()).collect();
    let mut theirs = BTreeSet::new();
    for entity in entities {
        let body = directory::queries::body(reading.conn(), known, today, &entity).await?;
        let of = |body: authz::Resource| {
            authz::Resource::of("ValueReview", entity.to_string(), body.within().to_vec())
        };
        if body.is_some_and(|body| office.may("review_value", &of(body))) {
            theirs.insert(entity);
        }
    }
    found.retain(|seen| theirs.contains(&seen.review.entity) && !seen.possible.is_empty());
    let bodies = names(&mut reading, theirs.iter()).await?;
    let shell = reading.shell(&reading.t("monitoring-reviews-title"), Matter::Real);
    let mut page = Page::new(shell.under("/oficina", &reading.t("monitoring-entry-office")));
    page.done("monitoring-reviews", &["acto"]);
    let shell = &page.shell;
    let table = list(shell, &found, &bodies);
    let top = Section::top()
        .say(shell.t("monitoring-reviews-lead"))
        .table_or(table, &shell.t("monitoring-reviews-none"));
    page.add(top);
    page.answer()
}

fn list(shell: &Shell, found: &[ReviewView], bodies: &BTreeMap<EntityCode, String>) -> Table {
    let columns = ["value", "body", "indicator", "about", "number", "state", "due"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("monitoring-reviews-{name}")))).to_vec();
    let mut table = Table::new("por-aceptar", &shell.t("monitoring-reviews-title"), columns).stacked();
    for seen in found {
        let review = &seen.review;
        let state = seen.procedure.states.iter().find(|state| state.code == seen.standing.state);
        let due = seen.due().map(|day| shell.date(day)).unwrap_or_default();
        table.push(vec![
            Cell::link(&shell.link(&format!("{REVIEWS}/{}", review.code)), review.code.as_str()),
            Cell::text(bodies.get(&review.entity).map_or(review.entity.as_str(), String::as_str)),
            Cell::text(&format!("{}/{}", review.plan, review.indicator)),
            Cell::text(&about(shell, &review.key)),
            Cell::text(&shell.value(review.value)),
            Cell::text(&state.map(|state| title(shell.lang(), &state.title)).unwrap_or_default()),
            Cell::text(&due),
        ]);
    }
    table.with_files(shell)
}
