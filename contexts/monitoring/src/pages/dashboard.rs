//! `/tablero`: the government, a sector, a department or a body at a glance: the pyramid of tiers, a map, and each indicator with its
//! target, what was expected by the day, and what is.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::response::Response;
use base::codes::EntityCode;
use directory::domain::{Entity, Held, Outline, Territory, TerritoryKind};
use directory::queries::Outlines;
use rust_decimal::Decimal;
use web::components::{Cell, Column, Filters, Pages, Table};
use web::maps::{Choropleth, Place, SIZE_SMALL};
use web::sections::{Page, Section, link};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::{asked, explained, indicator::Places, marks};
use crate::domain::{Rules, Status, trend::Trend};
use crate::queries::dashboard::{Dashboard, Row, dashboard, well_percent};
use crate::queries::origin;
use crate::queries::standings::Scope;

/// Indicators in one page.
const ROWS: usize = 50;
const MAP: &str = "departamentos";

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on, files) = (reading.known, reading.judged_on(), reading.app.files.clone());
    let scope = scope(&reading)?;
    let (rules, law) = (asked::rules(&mut reading).await?, asked::law(&mut reading).await?);
    let found = match rules.as_ref().zip(law) {
        Some((rules, law)) => dashboard(reading.conn(), (known, on), (rules, &law.frame), &scope).await?,
        None => Arc::default(),
    };
    let entities = directory::queries::entities(reading.conn(), known, on).await?;
    let territories = directory::queries::territories(reading.conn(), known, on).await?;
    let kind = TerritoryKind::Department;
    let outlines = directory::queries::outlines(reading.conn(), &files, known, kind, "").await;
    let outlines = outlines.map_err(PageError::internal)?;
    let mut shell = reading.shell(&reading.t("monitoring-dashboard"), Matter::Real);
    let facts = [planning::queries::origin::indicators(), origin::observations()].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let wanted = Wanted::of(&shell, &found)?;
    let rows: Vec<&Row> = found.rows.iter().filter(|row| wanted.admits(row, &entities)).collect();
    let part = Pages::of(&shell.view, ROWS)?;
    let shown: Vec<&Row> = match shell.view.format {
        Format::Html => rows.iter().skip(part.offset()).take(ROWS).copied().collect(),
        _ => rows.clone(),
    };
    let matter = shown.iter().map(|row| Matter::of(row.sample)).reduce(Matter::with);
    shell.matter = matter.unwrap_or(Matter::Real);
    let places = asked::places(&mut reading, shown.iter().filter_map(|row| row.territory.as_ref())).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let counted = marks::count(shell, "monitoring-indicators-counted", rows.len());
    let table = listed(shell, &shown, &places, &entities);
    let top = Section::top()
        .say(shell.t("monitoring-dashboard-lead"))
        .say(shell.t1("monitoring-judged-on", "date", shell.date(on)))
        .html(Html::of(&filters(shell, &found, &entities)))
        .table(pyramid(shell, &found, &rows));
    let list = Section::new("parte-indicadores", &shell.t("monitoring-nav-indicators"))
        .say(counted)
        .table_or(table, &shell.t("monitoring-indicators-none-such"))
        .html(part.links(shell, rows.len()));
    let mut all = vec![top, list];
    all.extend(map(shell, &rows, &territories, &outlines));
    if let Some(rules) = &rules {
        all.push(criteria(shell, rules));
    }
    page.add_all(all);
    page.answer()
}

/// Those of one body or place where the view names it.
fn scope(reading: &Reading) -> Result<Scope, PageError> {
    if let Some(text) = reading.view.one("entity") {
        let code = EntityCode::new(text).map_err(|_| PageError::parameter("entity", text))?;
        return Ok(Scope::Entity(code));
    }
    Ok(reading.view.territory.clone().map_or(Scope::All, Scope::Territory))
}

/// What the view narrows the dashboard to.
struct Wanted {
    tier: Option<String>,
    sector: Option<String>,
    status: Option<Status>,
}

impl Wanted {
    fn of(shell: &Shell, found: &Dashboard) -> Result<Self, PageError> {
        let tier = shell.view.one("tier").map(str::to_owned);
        if let Some(named) = &tier
            && !found.tiers.is_empty()
            && !found.tiers.contains(named)
        {
            return Err(PageError::parameter("tier", named));
        }
        let status = shell.view.one("status").map(|text| {
            let found = Status::ALL.iter().copied().find(|status| status.as_str() == text);
            found.ok_or_else(|| PageError::parameter("status", text))
        });
        let sector = shell.view.one("sector").map(str::to_owned);
        Ok(Self { tier, sector, status: status.transpose()? })
    }

    fn admits(&self, row: &Row, entities: &Held<Entity>) -> bool {
        let sector = || {
            let entity = row.entity.as_ref().and_then(|code| entities.get(code.as_str()));
            entity.and_then(|entity| entity.sector.as_deref())
        };
        self.tier.as_ref().is_none_or(|tier| row.tier == *tier)
            && self.status.is_none_or(|status| row.status == status)
            && self.sector.as_deref().is_none_or(|wanted| sector() == Some(wanted))
    }
}

fn filters(shell: &Shell, found: &Dashboard, entities: &Held<Entity>) -> Filters {
    let any = || (String::new(), shell.t("planning-any"));
    let tiers = found.tiers.iter().map(|tier| (tier.clone(), tier_word(shell, tier)));
    let own: BTreeSet<&str> = found
        .rows
        .iter()
        .filter_map(|row| entities.get(row.entity.as_ref()?.as_str())?.sector.as_deref())
        .collect();
    let sectors = own.into_iter().map(|sector| {
        let name = entities.get(&format!("S:{sector}")).map_or(sector, |entity| entity.name.as_str());
        (sector.to_owned(), name.to_owned())
    });
    let statuses = Status::ALL.iter().copied().map(|s| (s.as_str().to_owned(), marks::status_word(shell, s)));
    let view = &shell.view;
    let place = view.territory.as_ref().map(ToString::to_string);
    Filters::new(shell)
        .choice("tier", &shell.t("monitoring-tier"), view.one("tier"), std::iter::once(any()).chain(tiers))
        .choice(
            "sector",
            &shell.t("monitoring-sector"),
            view.one("sector"),
            std::iter::once(any()).chain(sectors),
        )
        .choice(
            "status",
            &shell.t("planning-state"),
            view.one("status"),
            std::iter::once(any()).chain(statuses),
        )
        .text("entity", &shell.t("monitoring-board-entity"), view.one("entity"))
        .text("territory", &shell.t("monitoring-column-territory"), place.as_deref())
}

/// A tier of plans in words; as the pack calls it where this program has no word for it.
fn tier_word(shell: &Shell, tier: &str) -> String {
    match tier {
        "national" | "sector" | "region" | "local" | "institution" => {
            shell.t(&format!("monitoring-tier-{tier}"))
        }
        other => other.to_owned(),
    }
}

/// Tiers from the top down: how many indicators, how they stand, and which part of those judged stands well.
fn pyramid(shell: &Shell, found: &Dashboard, rows: &[&Row]) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-tier")),
        Column::number(&shell.t("monitoring-nav-indicators")),
        Column::text(&shell.t("planning-state")),
        Column::number(&shell.t("monitoring-well")),
    ];
    let mut table = Table::new("piramide", &shell.t("monitoring-pyramid"), columns).stacked();
    let view = shell.view.without("page").without("table").with_format(Format::Html);
    for tier in &found.tiers {
        let own: Vec<&Row> = rows.iter().filter(|row| row.tier == *tier).copied().collect();
        if own.is_empty() {
            continue;
        }
        let counts = Dashboard::tally(own.iter().copied());
        let shown =
            marks::tally(shell, &counts).into_iter().reduce(|all, mark| all.and(&Html::text(" ")).and(&mark));
        table.push(vec![
            Cell::link(&view.with("tier", tier).here(), &tier_word(shell, tier)),
            Cell::count(shell, own.len()),
            Cell::html(shown.unwrap_or_default(), &marks::tally_words(shell, &counts)),
            percent(shell, well_percent(&counts)),
        ]);
    }
    table.with_files(shell)
}

fn percent(shell: &Shell, value: Option<Decimal>) -> Cell {
    value.map_or_else(Cell::default, |value| {
        let sign = if shell.lang() == web::Lang::Es { "\u{a0}%" } else { "%" };
        Cell::html(Html::text(&format!("{}{sign}", shell.value(value))), &value.to_string())
    })
}

/// Target, expected and actual come first; how far and where to are two columns.
fn listed(shell: &Shell, rows: &[&Row], places: &Places, entities: &Held<Entity>) -> Table {
    let text = |key: &str| Column::text(&shell.t(key));
    let number = |key: &str| Column::number(&shell.t(key));
    let columns = vec![
        text("monitoring-indicator"),
        number("monitoring-target"),
        number("monitoring-figure-expected"),
        number("monitoring-figure-last"),
        text("monitoring-level"),
        text("monitoring-trend"),
        number("monitoring-figure-done"),
        text("monitoring-tier"),
        text("monitoring-column-territory"),
        text("monitoring-board-body"),
    ];
    let mut table = Table::new("indicadores", &shell.t("monitoring-nav-indicators"), columns).stacked();
    for row in rows {
        table.push(cells(shell, row, places, entities));
    }
    table.with_files(shell)
}

fn cells(shell: &Shell, row: &Row, places: &Places, entities: &Held<Entity>) -> Vec<Cell> {
    let name = marks::said(shell.lang(), &row.name, row.name_en.as_deref());
    let view =
        shell.view.without("page").without("tier").without("sector").without("status").without("entity");
    let (plan, code) = row.indicator.split_once('/').unwrap_or((&row.indicator, ""));
    let href = view.with_territory(row.territory.clone()).link_to(&["indicador", plan, code]);
    let at = |figure: Option<(base::Period, Decimal)>| {
        figure.map_or_else(Cell::default, |(period, value)| {
            let words = format!("{} ({})", shell.value(value), shell.period(period));
            Cell::html(Html::text(&words), &value.to_string())
        })
    };
    let place = row.territory.as_ref();
    let body = row.entity.as_ref().and_then(|code| entities.get(code.as_str()));
    let arrow = trend_words(shell, row.trend);
    vec![
        Cell::html(
            marks::link(&href, name).and(&marks::sample(shell, row.sample)),
            &format!("{} {name}", row.indicator),
        ),
        at(row.target),
        row.expected.map_or_else(Cell::default, |bounds| Cell::text(&explained::bounds(shell, bounds))),
        at(row.actual),
        Cell::html(marks::status(shell, row.status), &marks::status_word(shell, row.status)),
        Cell::text(&arrow),
        percent(shell, row.progress_percent),
        Cell::text(&tier_word(shell, &row.tier)),
        Cell::text(place.map_or("", |code| places.get(code).map_or(code.as_str(), String::as_str))),
        body.map_or_else(Cell::default, |body| {
            Cell::link(&marks::entity_href(shell, body.code.as_str()), &body.name)
        }),
    ]
}

/// An arrow and its word: the step of the last value, never a colour.
fn trend_words(shell: &Shell, trend: Trend) -> String {
    shell.t(&format!("monitoring-trend-{}", trend.as_str()))
}

/// Which part of the judged indicators of each department stands well.
fn map(shell: &Shell, rows: &[&Row], places: &Held<Territory>, outlines: &Outlines) -> Option<Section> {
    let mut by_department: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let Some(code) = row.territory.as_ref().and_then(|code| department(places, code.as_str())) {
            by_department.entry(code).or_default().push(row);
        }
    }
    // A map of one place tells nothing that the list does not.
    if by_department.len() < 2 {
        return None;
    }
    let departments = places.iter().filter(|place| place.kind == TerritoryKind::Department);
    let mut found: Vec<(&Territory, usize, Option<Decimal>)> = departments
        .map(|place| {
            let own = by_department.get(place.code.as_str()).map(Vec::as_slice).unwrap_or_default();
            (place, own.len(), well_percent(&Dashboard::tally(own.iter().copied())))
        })
        .collect();
    found.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.code.cmp(&b.0.code)));
    let title = shell.t("monitoring-dashboard-map");
    let map = Choropleth {
        id: "mapa".into(),
        title: title.clone(),
        description: shell.t("monitoring-dashboard-map-description"),
        places: found.iter().map(|(place, _, value)| shape(shell, place, *value, outlines)).collect(),
        table: MAP.into(),
        outlines: super::spread_map::outlines_words(shell, outlines),
        here: shell.view.territory.as_ref().map(ToString::to_string),
        size: SIZE_SMALL,
    };
    let number = |value| shell.value(value);
    let columns = vec![
        Column::text(&shell.t("directory-territory-department")),
        Column::number(&shell.t("monitoring-nav-indicators")),
        Column::number(&shell.t("monitoring-well")),
    ];
    let mut table = Table::new(MAP, &title, columns);
    for (place, count, value) in &found {
        let href = shell.view.without("page").with_territory(Some(place.code.clone())).here();
        table.push(vec![Cell::link(&href, &place.name), Cell::count(shell, *count), percent(shell, *value)]);
    }
    let table = table.with_files(shell).with_picture(shell, || map.picture(shell, &number));
    Some(Section::new("parte-mapa", &title).html(map.to_html(shell, &number)).table(table))
}

fn department(places: &Held<Territory>, code: &str) -> Option<String> {
    let found = places.upwards(code).find(|here| here.kind == TerritoryKind::Department);
    found.map(|here| here.code.to_string())
}

fn shape(shell: &Shell, place: &Territory, value: Option<Decimal>, outlines: &Outlines) -> Place {
    let words = value.map(|value| shell.t1("monitoring-dashboard-percent", "percent", shell.value(value)));
    Place {
        code: place.code.to_string(),
        name: place.name.clone(),
        href: shell.view.without("page").with_territory(Some(place.code.clone())).here(),
        value,
        short: words.clone().unwrap_or_default(),
        words: words.unwrap_or_else(|| shell.t("web-map-none")),
        shape: outlines.by_code.get(place.code.as_str()).map(Outline::degrees).unwrap_or_default(),
    }
}

/// What each light means, by the law of the day, and what the arrow does.
fn criteria(shell: &Shell, rules: &Rules) -> Section {
    let columns =
        vec![Column::text(&shell.t("monitoring-level")), Column::text(&shell.t("monitoring-criterion"))];
    let mut table = Table::new("criterios", &shell.t("monitoring-criteria"), columns).stacked();
    let args = [
        ("on_track", shell.value(rules.on_track_percent).into()),
        ("behind", shell.value(rules.behind_percent).into()),
    ];
    for status in Status::ALL {
        let key = format!("monitoring-criterion-{}", status.as_str());
        table.push(vec![
            Cell::html(marks::status(shell, *status), &marks::status_word(shell, *status)),
            Cell::text(&shell.ta(&key, &args)),
        ]);
    }
    Section::new("parte-criterios", &shell.t("monitoring-criteria"))
        .say(shell.t("monitoring-criteria-trend"))
        .table(table.with_files(shell))
        .say(link(
            &shell.link("/plazos"),
            &shell.t1("monitoring-criteria-rules", "version", rules.version.as_ref()),
        ))
}
