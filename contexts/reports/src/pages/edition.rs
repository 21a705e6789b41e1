//! `/informe/{edition}`: a published report, made again from what was known when it was frozen, each time that somebody reads it.
use axum::{extract::Path, response::Response};
use base::Known;
use web::{
    Html, KnownAt, PageError, Reading, origins,
    sections::{Page, Section},
};

use super::{
    columnar, country, links,
    told::{self, Shown},
    unread,
};
use crate::{
    domain::{EditionCode, Stage, Step},
    queries::{self, origin},
};

pub async fn get(mut reading: Reading, Path(code): Path<EditionCode>) -> Result<Response, PageError> {
    let (of, files, columnar) = (country(&reading.app), reading.app.files.clone(), columnar(&reading.app)?);
    let found = queries::edition(reading.conn(), of, Known::NOW, &code).await?;
    let (edition, all) = found.ok_or(PageError::NotFound)?;
    let published = edition.taken(Step::Publish).ok_or(PageError::NotFound)?;
    // Its own address names the day on which it was frozen, which is before it was published.
    let is_its_own = reading.view.known == KnownAt::Instant(edition.known_at);
    if !is_its_own && published.seq.0 > reading.known.seq() {
        return Err(PageError::NotFound);
    }
    let on = if is_its_own { reading.today } else { reading.known_on() };
    let stage = edition.stage(&all, on).unwrap_or(Stage::Published);
    let duty = queries::duty_of(reading.conn(), &files, &edition).await.map_err(unread)?;
    let duty = duty.ok_or(PageError::NotFound)?;
    let made = queries::made_of(reading.conn(), &files, &*columnar, (&edition, of)).await.map_err(unread)?;
    // This program knows the template no more: its files are read with the program of their day.
    let made = made.ok_or(PageError::NotFound)?;
    let mut shell = reading.shell("", told::matter(&made));
    shell.title = told::title(&shell, &duty, &edition);
    shell = shell.under(links::CALENDAR, &reading.t("reports-title"));
    let shown = Shown { duty: &duty, edition: &edition, all: &all, made: &made, stage, country: of };
    if let Some(file) = shown.file(&shell)? {
        return Ok(file);
    }
    origins::add(&mut reading, &mut shell, &origin::edition(code.as_str())).await?;
    let mut page = Page::new(shell);
    let mut top = Section::top();
    if let Some(notice) = shown.notice(&page.shell) {
        top = top.html(Html::of(&notice));
    }
    if made.checksum != edition.checksum {
        page.wrong(&page.shell.t("reports-notice-differs"));
    }
    let what = web::sections::plainly(&page.shell, &duty.what.0, Some(&duty.what.1)).to_owned();
    page.add(top.say(what.as_str()).html(Html::of(&shown.facts(&page.shell))));
    let path = format!("/informe/{code}");
    page.add_all(shown.sections(&page.shell, &path));
    page.answer()
}
