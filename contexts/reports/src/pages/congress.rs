//! `/congreso`: what each committee, sector and region promised, was given, spent, delivered and explained.
use std::collections::BTreeSet;

use axum::{extract::Path, response::Response};
use base::{Period, codes::TerritoryCode};
use directory::domain::TerritoryKind;
use pack::Pack;
use web::{
    Matter, PageError, Reading,
    components::{Cell, years},
    origins,
    sections::{Page, Section, link, plainly, table},
};

use super::{columnar, country, links, render, unread};
use crate::{
    queries::origin,
    reading::{Committee, committees},
    templates::{
        Asked, Frozen,
        congress::{Whose, seen},
    },
};

/// The kind of body that stands for a sector in the register.
const SECTOR: &str = "sector";

async fn all(reading: &mut Reading) -> Result<Vec<Committee>, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    match Pack::known(reading.conn(), &files, known).await {
        Err(pack::Error::NoPack) => Ok(Vec::new()),
        pack => committees(&*pack.map_err(PageError::internal)?).map_err(unread),
    }
}

pub async fn list(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.known_on());
    let committees = all(&mut reading).await?;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let is_sample = committees.iter().any(|one| one.is_sample);
    let mut shell =
        reading.shell(&reading.t("reports-congress"), if is_sample { Matter::Mixed } else { Matter::Real });
    origins::add(&mut reading, &mut shell, &origin::committees()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let mut listed =
        table(shell, "reports", ("comisiones", "committees"), &["committee", "sectors", "sample", "source"])
            .stacked();
    for one in &committees {
        let href = shell.view.link_to(&["congreso", "comision", &one.code]);
        let mark = if one.is_sample { Cell::html(shell.sample_mark(), "sample") } else { Cell::default() };
        listed.push(vec![
            Cell::link(&href, plainly(shell, &one.name.0, Some(&one.name.1))),
            Cell::text(&one.sectors.join(", ")),
            mark,
            Cell::html(web::sections::said(shell, &one.source, None), &one.source),
        ]);
    }
    let sectors = bodies.iter().filter(|body| body.kind == SECTOR);
    let sectors = sectors.filter_map(|body| {
        let code = body.sector.as_deref()?;
        Some(link(&shell.view.link_to(&["congreso", "sector", code]), &body.name))
    });
    let regions = places.iter().filter(|place| place.kind == TerritoryKind::Department);
    let regions = regions
        .map(|place| link(&shell.view.link_to(&["congreso", "region", place.code.as_str()]), &place.name));
    let sections = [
        Section::top()
            .say(shell.t("reports-congress-lead"))
            .say(link(&shell.link(links::CALENDAR), &shell.t("reports-title"))),
        Section::new("parte-comisiones", &shell.t("reports-committees"))
            .table_or(listed.with_files(shell), &shell.t("reports-committees-none")),
        Section::new("parte-sectores", &shell.t("reports-sectors")).list(sectors.collect()),
        Section::new("parte-regiones", &shell.t("reports-regions")).list(regions.collect()),
    ];
    page.add_all(sections);
    page.answer()
}

pub async fn committee(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let found =
        all(&mut reading).await?.into_iter().find(|one| one.code == code).ok_or(PageError::NotFound)?;
    let title = plainly(&reading.shell("", Matter::Real), &found.name.0, Some(&found.name.1)).to_owned();
    show(reading, title, Whose::Sectors(found.sectors.into_iter().collect()), found.is_sample).await
}

pub async fn sector(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.known_on());
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let found =
        bodies.iter().find(|body| body.kind == SECTOR && body.sector.as_deref() == Some(code.as_str()));
    let title = found.ok_or(PageError::NotFound)?.name.clone();
    show(reading, title, Whose::Sectors(BTreeSet::from([code])), false).await
}

pub async fn region(mut reading: Reading, Path(code): Path<TerritoryCode>) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.known_on());
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let found = places.get(code.as_str()).filter(|place| place.kind == TerritoryKind::Department);
    let title = found.ok_or(PageError::NotFound)?.name.clone();
    show(reading, title, Whose::Region(code, places), false).await
}

async fn show(
    mut reading: Reading,
    title: String,
    whose: Whose,
    is_sample: bool,
) -> Result<Response, PageError> {
    let known = reading.known;
    let all_years = budget::queries::fiscal_years(reading.conn(), known).await?;
    let usual = budget::queries::usual_year(&all_years);
    let year = reading.view.year.or(usual).unwrap_or_else(|| reading.known_on().year());
    reading.view.year = Some(year);
    let period = Period::annual(year).ok_or_else(|| PageError::parameter("year", &year.to_string()))?;
    let at = reading.view.known.instant(&reading.app.frame.country).unwrap_or_else(|| reading.app.now());
    let frozen = Frozen { period, known, at, country: country(&reading.app) };
    let (files, engine) = (reading.app.files.clone(), columnar(&reading.app)?);
    let (parts, samples) = {
        let mut asked = Asked { conn: reading.conn(), files: &files, columnar: &*engine, frozen };
        seen(&mut asked, &whose).await.map_err(unread)?
    };
    let matter = if samples || is_sample { Matter::Mixed } else { Matter::Real };
    let mut shell = reading.shell(&title, matter).under(links::CONGRESS, &reading.t("reports-congress"));
    budget::pages::sources::add(&mut reading, &mut shell, Some(year)).await?;
    let facts = [
        planning::queries::origin::indicators(),
        monitoring::queries::origin::observations(),
        budget::queries::origin::claims(),
    ];
    origins::add(&mut reading, &mut shell, &facts.concat()).await?;
    let mut page = Page::new(shell);
    let top = Section::top()
        .say(page.shell.t1("reports-congress-year", "year", year.to_string()).as_str())
        .html(years(&page.shell, year, all_years.into_keys()));
    let sections = render::parts(&page.shell, &parts);
    page.add(top);
    page.add_all(sections);
    page.answer()
}
