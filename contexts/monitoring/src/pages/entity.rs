//! `/entidad/{code}`: a public body: what it is, its plans, its money, its results, what it does not keep.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::EntityCode;
use budget::domain::{Dimension, attribution::Split};
use budget::pages::{Summary, summary};
use budget::queries::CoverageBy;
use directory::queries::EntityView;
use planning::domain::plan::{Plan, Version};
use web::components::{Cell, Column, Facts, Notice, NoticeKind, Shares, Table, empty, years};
use web::{Html, Matter, PageError, Reading, Shell};

use super::programme::{over_claimed, shares};
use super::{asked, marks};
use crate::queries::claimed::{ClaimedRequest, claimed};
use crate::queries::standings::{Scope, Standing, standings, tally};

/// Lines of the money table; the explorer has the others.
const LINES: usize = 12;
/// Bodies under it that are linked; the list of entities has the others.
const UNDER: usize = 60;

#[derive(Template)]
#[template(path = "entity.html")]
pub struct EntityPage {
    shell: Shell,
    kicker: String,
    facts: Facts,
    years: Html,
    money: Option<Table>,
    shares: Option<Shares>,
    over_claimed: Option<String>,
    money_left_out: Option<String>,
    money_none: Html,
    explorer: String,
    counted: String,
    tally: Vec<Html>,
    indicators: String,
    plans: Option<Table>,
    plans_none: Option<Notice>,
    findings: String,
    under: Vec<Html>,
    under_left_out: Option<String>,
}

/// Everything the page shows of a body.
pub struct Found {
    pub view: EntityView,
    pub plans: Vec<(Plan, Version)>,
    pub money: Summary,
    /// How much of its PIM stands behind an objective.
    pub split: Option<Split>,
    pub standings: Vec<Standing>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = EntityCode::new(&code).map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?.into_keys().collect();
    let (known, on, year) = (reading.known, reading.judged_on(), reading.view.year);
    let view = directory::queries::entity(reading.conn(), known, on, &code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let plans = planning::queries::plans(reading.conn(), known, Some(&code)).await?;
    let money = summary(&mut reading, Dimension::Programme, filters(&view), year).await?;
    let (files, columnar) = (reading.app.files.clone(), asked::columnar(&reading)?);
    let request = ClaimedRequest { by: CoverageBy::Entity, code: code.as_str(), year, on };
    let split = claimed(reading.conn(), &files, columnar.as_ref(), known, &request).await;
    let split = split.map_err(PageError::internal)?;
    let standings = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &Scope::Entity(code)).await?,
        None => Vec::new(),
    };
    let shell = reading.shell(&view.entity.name, Matter::Real);
    let page = EntityPage::of(shell, &Found { view, plans, money, split, standings, years });
    if let Some(file) = Table::asked(&page.shell, page.money.iter().chain(&page.plans)) {
        return file;
    }
    web::html(&page)
}

/// The money of the state is every row, a sector's that of all its bodies, any other body's told by its code.
fn filters(view: &EntityView) -> Vec<(Dimension, String)> {
    match (view.entity.kind.as_str(), &view.entity.sector) {
        ("state", _) => Vec::new(),
        ("sector", Some(sector)) => vec![(Dimension::Sector, sector.clone())],
        _ => vec![(Dimension::Entity, view.entity.code.to_string())],
    }
}

impl EntityPage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let Found { view, plans, money, split, standings, years: known } = found;
        let samples = plans.iter().map(|(plan, _)| Matter::of(plan.sample));
        shell.matter = samples.fold(Matter::Real, Matter::with);
        let list = shell.t("directory-nav-entities");
        shell = shell.under("/entidades", &list);
        let caption = shell.t1("monitoring-entity-money", "year", year_words(&shell));
        let (table, left_out) = money.table(&shell, "dinero", &caption, LINES);
        let rest = view.children.len().saturating_sub(UNDER);
        let children = view.children.iter().take(UNDER);
        let href = |path: &str, name: &str| {
            marks::with_parameters(&shell.link(path), &[(name, view.entity.code.as_str())])
        };
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        Self {
            kicker: view.entity.code.to_string(),
            facts: facts(&shell, view),
            years: years(&shell, shown, known.iter().copied()),
            money: (!money.is_empty()).then_some(table),
            shares: split.filter(|split| !split.total().is_zero()).map(|split| shares(&shell, &split)),
            over_claimed: over_claimed(&shell, *split),
            money_left_out: left_out_words(&shell, left_out),
            money_none: if money.is_empty() { no_money(&shell, known) } else { Html::default() },
            explorer: money.href(&shell),
            counted: marks::count(&shell, "monitoring-indicators-counted", standings.len()),
            tally: marks::tally(&shell, &tally(standings)),
            indicators: href("/indicadores", "entity"),
            plans: (!plans.is_empty()).then(|| plan_table(&shell, plans)),
            plans_none: plans.is_empty().then(|| {
                Notice::new(&shell, NoticeKind::Important, shell.t("monitoring-entity-plans-none").as_str())
            }),
            findings: href("/hallazgos", "entity"),
            under: children
                .map(|child| marks::link(&marks::entity_href(&shell, child.code.as_str()), &child.name))
                .collect(),
            under_left_out: (rest > 0).then(|| marks::count(&shell, "monitoring-left-out", rest)),
            shell,
        }
    }
}

pub fn left_out_words(shell: &Shell, left_out: usize) -> Option<String> {
    (left_out > 0).then(|| marks::count(shell, "monitoring-lines-left-out", left_out))
}

/// The year of the money in words.
pub fn year_words(shell: &Shell) -> String {
    shell.view.year.map_or_else(|| shell.t("thread-all-years"), |year| year.to_string())
}

/// No money: which years have some.
pub fn no_money(shell: &Shell, known: &[i16]) -> Html {
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    empty(&shell.t1("monitoring-no-money", "years", known.join(", ")))
}

fn facts(shell: &Shell, view: &EntityView) -> Facts {
    let entity = &view.entity;
    let above: Vec<Html> = view
        .path
        .iter()
        .map(|above| marks::link(&marks::entity_href(shell, above.code.as_str()), &above.name))
        .collect();
    let arrow = Html::text("›");
    let above = above.into_iter().reduce(|way, next| way.and(&arrow).and(&next));
    let none = || Html::text(&shell.t("web-none"));
    let level = entity.level.map(|level| shell.t(&format!("directory-level-{}", level.as_str())));
    let place = view.territory.as_ref().map_or_else(none, |place| {
        marks::link(&marks::territory_href(shell, place.code.as_str()), &place.name)
    });
    let since = entity.validity.from();
    Facts::default()
        .with(&shell.t("monitoring-entity-kind"), shell.t(&format!("directory-kind-{}", entity.kind)))
        .with(&shell.t("planning-plan-level"), level.map_or_else(none, Html::from))
        .with(&shell.t("monitoring-entity-above"), above.unwrap_or_else(none))
        .with(&shell.t("monitoring-column-territory"), place)
        .with(&shell.t("monitoring-entity-units"), shell.count(view.units.len()))
        .with(&shell.t("monitoring-entity-since"), shell.date(since))
        .with(&shell.t("planning-plan-source"), entity.source.as_str())
}

pub fn plan_table(shell: &Shell, plans: &[(Plan, Version)]) -> Table {
    let columns = vec![
        Column::text(&shell.t("planning-plan")),
        Column::text(&shell.t("planning-type")),
        Column::text(&shell.t("planning-horizon")),
        Column::text(&shell.t("planning-state")),
        Column::text(&shell.t("planning-matter")),
    ];
    let mut table = Table::new("planes", &shell.t("planning-plans"), columns);
    for (plan, version) in plans {
        let at = version.reference(&plan.code).to_string();
        let title = marks::said(shell.lang(), &version.title, version.title_en.as_deref());
        let state = version.state.as_str().replace('_', "-");
        let sample = if plan.sample { shell.t("web-sample") } else { String::new() };
        table.push(vec![
            Cell::html(marks::link(&marks::plan_href(shell, &at), title), &format!("{at} {title}")),
            Cell::text(&plan.plan_type),
            Cell::text(&format!("{}–{}", version.horizon.from_year(), version.horizon.to_year())),
            Cell::text(&shell.t(&format!("planning-state-{state}"))),
            Cell::html(marks::sample(shell, plan.sample), &sample),
        ]);
    }
    table.with_csv(shell)
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
