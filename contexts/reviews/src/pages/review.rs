//! `/revision/{review}`: what a session is to hear and, once it is signed, what was decided. With `format=pdf` its papers.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::empty,
    origins,
    sections::{Page, Section},
};

use super::{known_bodies, links, told, words};
use crate::{
    domain::{Item, ReviewCode},
    queries::{self, Bodies, ReviewView, origin},
};

pub async fn get(mut reading: Reading, Path(code): Path<ReviewCode>) -> Result<Response, PageError> {
    let known = reading.known;
    let view = queries::review(reading.conn(), known, &code).await?.ok_or(PageError::NotFound)?;
    let bodies = known_bodies(&mut reading).await?;
    let owners = view.decisions.iter().map(|one| &one.owner.entity);
    let codes = view.items.iter().filter_map(|item| item.entity.as_ref()).chain(owners);
    let names = told::names(&mut reading, codes).await?;
    let matter = view.items.iter().map(|item| Matter::of(item.is_sample)).reduce(Matter::with);
    let mut shell = reading.shell("", matter.unwrap_or(Matter::Real));
    shell.title = title(&shell, bodies.as_ref(), &view);
    let mut shell = shell.under(links::REVIEWS, &reading.t("reviews-title"));
    origins::add(&mut reading, &mut shell, &origin::review(code.as_str())).await?;
    let mut page = Page::new(shell);
    let sections = sections(&page.shell, bodies.as_ref(), &view, &names);
    page.add_all(sections);
    page.answer()
}

pub(super) fn title(shell: &Shell, bodies: Option<&Bodies>, view: &ReviewView) -> String {
    let args = [
        ("body", words::body(shell, bodies, &view.review.body).into()),
        ("date", shell.date(view.review.held_on).into()),
    ];
    shell.ta("reviews-session-title", &args)
}

fn sections(shell: &Shell, bodies: Option<&Bodies>, view: &ReviewView, names: &told::Names) -> Vec<Section> {
    let facts = told::head(shell, bodies, &view.review, view.standing());
    let mut all = vec![Section::top().html(Html::of(&facts))];
    all.extend(agenda(shell, bodies, &view.items, names, &view.decisions));
    let section = Section::new("parte-acta", &shell.t("reviews-minutes"));
    all.push(match &view.minutes {
        None => section.html(empty(&shell.t("reviews-minutes-none"))),
        Some(minutes) => section.html(Html::of(&told::minutes(shell, minutes))),
    });
    let decisions = told::decisions(shell, "decisiones", &view.decisions, names, true).with_files(shell);
    all.push(
        Section::new("parte-decisiones", &shell.t("reviews-decisions"))
            .table_or(decisions, &shell.t("reviews-decisions-none")),
    );
    all
}

/// The matters that fit into the session, and those that are decided in writing.
pub(super) fn agenda(
    shell: &Shell,
    bodies: Option<&Bodies>,
    items: &[Item],
    names: &told::Names,
    decisions: &[crate::domain::Decision],
) -> Vec<Section> {
    let talked_max =
        bodies.map_or(usize::MAX, |bodies| usize::try_from(bodies.terms.talked_max).unwrap_or(usize::MAX));
    let (talked, written) = items.split_at(items.len().min(talked_max));
    let reds = items.iter().filter(|item| item.must_be_decided()).count();
    let counted = shell.ta("reviews-counted", &[("n", items.len().into()), ("reds", reds.into())]);
    let table = told::agenda(shell, ("agenda", "agenda"), talked, names, decisions).with_files(shell);
    let mut all = vec![
        Section::new("parte-agenda", &shell.t("reviews-agenda"))
            .say(counted)
            .table_or(table, &shell.t("reviews-agenda-none")),
    ];
    if !written.is_empty() {
        let table = told::agenda(shell, ("por-escrito", "in-writing"), written, names, decisions);
        all.push(
            Section::new("parte-por-escrito", &shell.t("reviews-in-writing"))
                .say(shell.ta("reviews-in-writing-lead", &[("n", talked.len().into())]))
                .table(table.with_files(shell)),
        );
    }
    all
}
