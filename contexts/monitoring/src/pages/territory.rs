//! `/territorio/{code}`: a place: who governs it, the money spent from it and for it, what is promised for it.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::TerritoryCode;
use budget::domain::Dimension;
use budget::pages::{Summary, summary};
use directory::domain::TerritoryKind;
use directory::queries::TerritoryView;
use web::components::{Facts, Table, years};
use web::{Html, Matter, PageError, Reading, Shell};

use super::entity::{left_out_words, no_money, year_words};
use super::{asked, marks};
use crate::queries::roles::{Role, roles};
use crate::queries::standings::{Scope, Standing, standings, tally};

const LINES: usize = 12;
const LISTED: usize = 80;

#[derive(Template)]
#[template(path = "territory.html")]
pub struct TerritoryPage {
    shell: Shell,
    kicker: String,
    way: Vec<Html>,
    facts: Facts,
    roles: Vec<String>,
    years: Html,
    seat: Option<(Table, Option<String>, String)>,
    benefits: Option<(Table, Option<String>, String)>,
    money_none: Html,
    counted: String,
    tally: Vec<Html>,
    indicators: String,
    children: Vec<Html>,
    entities: Vec<Html>,
    entities_left_out: Option<String>,
}

/// Everything the page shows of a place.
pub struct Found {
    pub view: TerritoryView,
    pub roles: Vec<Role>,
    /// Of those that spend from here, and of what is spent for here.
    pub seat: Option<Summary>,
    pub benefits: Option<Summary>,
    pub standings: Vec<Standing>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = TerritoryCode::new(&code).map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?.into_keys().collect();
    let (known, on, year) = (reading.known, reading.judged_on(), reading.view.year);
    let view = directory::queries::territory(reading.conn(), known, on, &code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let files = reading.app.files.clone();
    let roles = roles(reading.conn(), &files, known, on, &code).await.map_err(PageError::internal)?;
    let (mut seat, mut benefits) = (None, None);
    if let Some((of_seat, of_benefit)) = dimensions(view.territory.kind) {
        let filter = |dimension| vec![(dimension, code.to_string())];
        seat = Some(summary(&mut reading, Dimension::Entity, filter(of_seat), year).await?);
        benefits = Some(summary(&mut reading, Dimension::Function, filter(of_benefit), year).await?);
    }
    let standings = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &Scope::Territory(code)).await?,
        None => Vec::new(),
    };
    let shell = reading.shell(&view.territory.name, Matter::Real);
    let page = TerritoryPage::of(shell, &Found { view, roles, seat, benefits, standings, years });
    let tables = page.seat.iter().chain(&page.benefits).map(|(table, ..)| table);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

/// The two places of a budget row at the level of a place. The ambits overlap with provinces, and the country
/// is every row: neither has a table of its own.
const fn dimensions(kind: TerritoryKind) -> Option<(Dimension, Dimension)> {
    match kind {
        TerritoryKind::Department => Some((Dimension::Department, Dimension::MetaDepartment)),
        TerritoryKind::Province => Some((Dimension::Province, Dimension::MetaProvince)),
        TerritoryKind::District => Some((Dimension::District, Dimension::MetaDistrict)),
        TerritoryKind::Country | TerritoryKind::Ambit => None,
    }
}

impl TerritoryPage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let Found { view, standings, years: known, .. } = found;
        let place = &view.territory;
        let samples = standings.iter().map(|standing| Matter::of(standing.sample));
        shell.matter = samples.fold(Matter::Real, Matter::with);
        let list = shell.t("directory-nav-territories");
        shell = shell.under("/territorios", &list);
        let link = |code: &str, name: &str| marks::link(&marks::territory_href(&shell, code), name);
        let mut way: Vec<Html> = view.path.iter().map(|t| link(t.code.as_str(), &t.name)).collect();
        way.push(Html::text(&place.name));
        let rest = view.entities.len().saturating_sub(LISTED);
        let kind = shell.t(&format!("directory-territory-{}", place.kind.as_str()));
        let seat = table(&shell, found.seat.as_ref(), "sede", "monitoring-territory-seat");
        let benefits = table(&shell, found.benefits.as_ref(), "beneficio", "monitoring-territory-benefits");
        let asked = found.seat.is_some();
        let none = asked && seat.is_none() && benefits.is_none();
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        let here = shell.view.with_territory(Some(place.code.clone()));
        Self {
            kicker: format!("{kind} {}", place.code),
            way: if view.path.is_empty() { Vec::new() } else { way },
            facts: facts(&shell, view),
            roles: found.roles.iter().map(|role| role.note.clone()).collect(),
            years: years(&shell, shown, known.iter().copied()),
            seat,
            benefits,
            money_none: if none { no_money(&shell, known) } else { Html::default() },
            counted: marks::count(&shell, "monitoring-indicators-counted", standings.len()),
            tally: marks::tally(&shell, &tally(standings)),
            indicators: here.link("/indicadores"),
            children: view.children.iter().map(|t| link(t.code.as_str(), &t.name)).collect(),
            entities: view
                .entities
                .iter()
                .take(LISTED)
                .map(|e| marks::link(&marks::entity_href(&shell, e.code.as_str()), &e.name))
                .collect(),
            entities_left_out: (rest > 0).then(|| marks::count(&shell, "monitoring-left-out", rest)),
            shell,
        }
    }
}

fn table(
    shell: &Shell,
    money: Option<&Summary>,
    id: &str,
    key: &str,
) -> Option<(Table, Option<String>, String)> {
    let money = money.filter(|money| !money.is_empty())?;
    let caption = shell.t1(key, "year", year_words(shell));
    let (table, left_out) = money.table(shell, id, &caption, LINES);
    Some((table, left_out_words(shell, left_out), money.href(shell)))
}

fn facts(shell: &Shell, view: &TerritoryView) -> Facts {
    let place = &view.territory;
    let none = || shell.t("web-none");
    let population = place.population.and_then(|n| usize::try_from(n).ok());
    Facts::default()
        .with(&shell.t("monitoring-territory-capital"), place.capital.clone().unwrap_or_else(none))
        .with(
            &shell.t("monitoring-territory-population"),
            population.map_or_else(none, |population| shell.count(population)),
        )
        .with(&shell.t("monitoring-entity-since"), shell.date(place.validity.from()))
        .with(&shell.t("planning-plan-source"), place.source.as_str())
}
