//! `/territorios`: every place, by words or by what it lies in.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use base::codes::TerritoryCode;
use base::text::fold;
use web::components::{Cell, Column, Filters, Pages, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use crate::domain::{Territory, TerritoryKind};
use crate::queries;

/// Places in one page.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "territories.html")]
pub struct TerritoriesPage {
    shell: Shell,
    filters: Filters,
    table: Table,
    pages: Html,
    nothing: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let all = queries::territories(reading.conn(), known, on).await?;
    let mut shell = reading.shell(&reading.t("directory-nav-territories"), Matter::Real);
    origins::add(&mut reading, &mut shell, &queries::origin::places()).await?;
    let page = TerritoriesPage::of(shell, &all)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

impl TerritoriesPage {
    pub fn of(shell: Shell, all: &[Territory]) -> Result<Self, PageError> {
        let kind = kind(&shell)?;
        let words = shell.view.one("q").map(fold);
        let is_wanted = |place: &&Territory| {
            kind.is_none_or(|kind| place.kind == kind)
                && words.as_ref().is_none_or(|words| {
                    let own = fold(&format!("{} {}", place.name, place.code));
                    words.split_whitespace().all(|word| own.contains(word))
                })
        };
        let mut wanted: Vec<&Territory> = all.iter().filter(is_wanted).collect();
        wanted.sort_by_key(|place| (place.kind, &place.code));
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => wanted.iter().skip(part.offset()).take(ROWS).copied().collect(),
            _ => wanted.clone(),
        };
        let names: BTreeMap<&TerritoryCode, &str> =
            all.iter().map(|place| (&place.code, place.name.as_str())).collect();
        let columns = vec![
            Column::text(&shell.t("directory-place")),
            Column::text(&shell.t("directory-code")),
            Column::text(&shell.t("directory-place-kind")),
            Column::text(&shell.t("directory-place-in")),
            Column::number(&shell.t("directory-population")),
        ];
        let mut table = Table::new("territorios", &shell.t("directory-nav-territories"), columns);
        for place in shown {
            table.push(cells(&shell, place, &names));
        }
        let nothing = match (wanted.is_empty(), all.is_empty()) {
            (false, _) => Html::default(),
            (true, false) => empty(&shell.t("directory-none-such")),
            (true, true) => empty(&shell.t("directory-none")),
        };
        Ok(Self {
            filters: filters(&shell),
            pages: part.links(&shell, wanted.len()),
            table: table.with_files(&shell),
            nothing,
            shell,
        })
    }
}

fn kind(shell: &Shell) -> Result<Option<TerritoryKind>, PageError> {
    let Some(text) = shell.view.one("kind") else { return Ok(None) };
    let found = TerritoryKind::ALL.into_iter().find(|kind| kind.as_str() == text);
    found.map(Some).ok_or_else(|| PageError::parameter("kind", text))
}

fn filters(shell: &Shell) -> Filters {
    let any = (String::new(), shell.t("directory-any"));
    let kinds = TerritoryKind::ALL
        .map(|kind| (kind.as_str().to_owned(), shell.t(&format!("directory-territory-{}", kind.as_str()))));
    let view = &shell.view;
    Filters::new(shell).text("q", &shell.t("directory-search-place"), view.one("q")).choice(
        "kind",
        &shell.t("directory-place-kind"),
        view.one("kind"),
        std::iter::once(any).chain(kinds),
    )
}

fn cells(shell: &Shell, place: &Territory, names: &BTreeMap<&TerritoryCode, &str>) -> Vec<Cell> {
    let link = |code: &TerritoryCode, name: &str| {
        Cell::link(&shell.view.link_to(&["territorio", code.as_str()]), name)
    };
    let population = place.population.and_then(|n| usize::try_from(n).ok());
    let within = place.parent.as_ref();
    vec![
        link(&place.code, &place.name),
        Cell::text(place.code.as_str()),
        Cell::text(&shell.t(&format!("directory-territory-{}", place.kind.as_str()))),
        within.map_or_else(Cell::default, |code| link(code, names.get(code).unwrap_or(&code.as_str()))),
        population.map_or_else(Cell::default, |population| Cell::count(shell, population)),
    ]
}
