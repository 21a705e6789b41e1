//! `/revisiones`: which sessions were convened, what was red in them, what was decided.
use axum::response::Response;
use web::{
    Matter, PageError, Reading, origins,
    sections::{Page, Section, link},
};

use super::{known_bodies, links, told};
use crate::queries::{self, ReviewView, origin};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let known = reading.known;
    let bodies = known_bodies(&mut reading).await?;
    let all = queries::reviews(reading.conn(), known).await?;
    let mut shell = reading.shell(&reading.t("reviews-title"), Matter::Real);
    origins::add(&mut reading, &mut shell, &origin::reviews()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let all: Vec<&ReviewView> = all.iter().collect();
    let table = told::sessions(shell, bodies.as_ref(), &all, false).with_files(shell);
    let top = Section::top()
        .say(shell.t("reviews-lead"))
        .table_or(table, &shell.t("reviews-none"))
        .say(link(&shell.link(links::DECISIONS), &shell.t("reviews-decisions-title")))
        .say(link(&shell.link(links::BODIES), &shell.t("reviews-bodies-title")));
    page.add(top);
    page.answer()
}
