//! `/entidad/{code}`: a public body: what it is, its plans, its money, its results, what it does not keep.
use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::EntityCode;
use budget::domain::{Dimension, attribution::Split};
use budget::pages::{Summary, summary};
use budget::queries::{Told, deliveries_answering};
use directory::domain::Level;
use directory::queries::EntityView;
use jiff::civil::Date;
use journal::Rows;
use planning::domain::check::{Finding, Rule};
use web::components::{Facts, Notice, NoticeKind, Shares, Table, empty, years};
use web::{Html, PageError, Reading, Shell, origins};

use super::programme::{over_claimed, shares};
use super::tables::{self, Short, left_out_words};
use super::{asked, changes, marks};
use crate::queries::claimed::{ClaimedRequest, Whose, claimed};
use crate::queries::entity_findings::entity_findings;
use crate::queries::held_plans::{HeldPlan, held_plans};
use crate::queries::standings::{Scope, Standing, standings, tally};

/// Lines of each table on the page; the explorer and the lists have the others.
const LINES: usize = 12;
/// Bodies under it that are linked; the list of entities has the others.
const UNDER: usize = 60;

#[derive(Template)]
#[template(path = "entity.html")]
pub struct EntityPage {
    shell: Shell,
    kicker: String,
    judged: String,
    facts: Facts,
    years: Html,
    plans: Option<Short>,
    plans_none: Option<Html>,
    /// Its part in the incentive plan, of a municipality.
    incentives: Option<String>,
    findings: Option<Short>,
    findings_href: String,
    findings_words: String,
    counted: String,
    tally: Vec<Html>,
    indicators: String,
    money: Vec<Short>,
    money_none: Html,
    shares: Option<Shares>,
    over_claimed: Option<String>,
    explorer: String,
    deliveries: Option<Short>,
    under: Vec<Html>,
    under_left_out: Option<String>,
}

/// Everything the page shows of a body.
pub struct Found {
    pub view: EntityView,
    pub on: Date,
    pub plans: Vec<HeldPlan>,
    pub findings: Vec<Finding>,
    pub by_programme: Summary,
    /// By executing unit; absent for bodies that spend through others.
    pub by_unit: Option<Summary>,
    /// How much of its PIM stands behind an objective.
    pub split: Option<Split>,
    pub deliveries: Vec<Told>,
    pub standings: Vec<Standing>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = EntityCode::new(&code).map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?;
    let (known, on, year) = (reading.known, reading.judged_on(), reading.view.year);
    let known_on = reading.known_on();
    let view = directory::queries::entity(reading.conn(), known, on, &code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let plans = held_plans(reading.conn(), known, on, |plan| plan.entity.as_ref() == Some(&code)).await?;
    let findings = match asked::law(&mut reading).await? {
        Some(law) => entity_findings(reading.conn(), known, (on, known_on), &law, &code).await?,
        None => Vec::new(),
    };
    let by_programme = summary(&mut reading, Dimension::Programme, filters(&view), year).await?;
    let by_unit = if view.units.is_empty() {
        None
    } else {
        Some(summary(&mut reading, Dimension::SecEjec, filters(&view), year).await?)
    };
    let (files, columnar) = (reading.app.files.clone(), asked::columnar(&reading)?);
    let units: BTreeSet<String> = view.units.iter().map(|unit| unit.sec_ejec.clone()).collect();
    let deliveries = deliveries_answering(reading.conn(), &files, known, &units).await?;
    let request = ClaimedRequest { whose: whose(&view), year, on };
    let split = claimed(reading.conn(), &files, columnar.as_ref(), known, &request).await;
    let split = split.map_err(PageError::internal)?;
    let standings = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &Scope::Entity(code)).await?,
        None => Vec::new(),
    };
    let found =
        Found { view, on, plans, findings, by_programme, by_unit, split, deliveries, standings, years };
    let matter = tables::matter(found.plans.iter().map(|held| held.plan.sample));
    let mut shell = reading.shell(&found.view.entity.name, matter);
    origins::add(&mut reading, &mut shell, &found.origin()).await?;
    let page = EntityPage::of(shell, &found);
    if let Some(file) = Table::asked(&page.shell, page.tables()) {
        return file;
    }
    web::html(&page)
}

impl Found {
    /// What it is, and its plans.
    fn origin(&self) -> Vec<Rows> {
        let plans = self.plans.iter().map(|held| held.plan.code.as_str());
        let body = directory::queries::origin::body(self.view.entity.code.as_str());
        [body, planning::queries::origin::plans_of(plans)].concat()
    }
}

/// The money of the state is every row, a sector's that of all its bodies, any other body's told by its code.
fn whose(view: &EntityView) -> Whose<'_> {
    match (view.entity.kind.as_str(), &view.entity.sector) {
        ("state", _) => Whose::State,
        ("sector", Some(sector)) => Whose::Sector(sector),
        _ => Whose::Entity(view.entity.code.as_str()),
    }
}

fn filters(view: &EntityView) -> Vec<(Dimension, String)> {
    match whose(view) {
        Whose::State => Vec::new(),
        Whose::Sector(sector) => vec![(Dimension::Sector, sector.to_owned())],
        Whose::Entity(code) => vec![(Dimension::Entity, code.to_owned())],
    }
}

impl EntityPage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let Found { view, split, standings, years: known, .. } = found;
        let list = shell.t("directory-nav-entities");
        shell = shell.under("/entidades", &list);
        shell.feed = Some(changes::told_of(&shell, &["entidad", view.entity.code.as_str()]));
        let none = found.by_programme.is_empty();
        let rest = view.children.len().saturating_sub(UNDER);
        let children = view.children.iter().take(UNDER);
        let href = |path: &str, name: &str| {
            marks::with_parameters(&shell.link(path), &[(name, view.entity.code.as_str())])
        };
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        Self {
            kicker: view.entity.code.to_string(),
            judged: shell.t1("planning-judged-on", "date", shell.date(found.on)),
            facts: facts(&shell, view),
            years: years(&shell, shown, known.iter().copied()),
            plans: tables::plans(&shell, &found.plans, found.on, LINES),
            incentives: (view.entity.level == Some(Level::Local)).then(|| {
                let code = view.entity.code.as_str();
                shell.view.link_to(&["incentivos", "entidad", code])
            }),
            plans_none: found.plans.is_empty().then(|| plans_none(&shell, &found.findings)),
            findings: tables::findings(&shell, &found.findings, LINES),
            findings_href: href("/hallazgos", "entity"),
            findings_words: marks::count(&shell, "monitoring-entity-findings-counted", found.findings.len()),
            counted: marks::count(&shell, "monitoring-indicators-counted", standings.len()),
            tally: marks::tally(&shell, &tally(standings)),
            indicators: href("/indicadores", "entity"),
            money: if none { Vec::new() } else { money(&shell, found) },
            money_none: if none { no_money(&shell, known) } else { Html::default() },
            shares: split.filter(|split| !split.total().is_zero()).map(|split| shares(&shell, &split)),
            over_claimed: over_claimed(&shell, *split),
            explorer: found.by_programme.href(&shell),
            deliveries: tables::deliveries(&shell, &found.deliveries, LINES),
            under: children
                .map(|child| marks::link(&marks::entity_href(&shell, child.code.as_str()), &child.name))
                .collect(),
            under_left_out: (rest > 0).then(|| marks::count(&shell, "monitoring-left-out", rest)),
            shell,
        }
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let lists = self.plans.iter().chain(&self.findings).chain(&self.money).chain(&self.deliveries);
        lists.map(|short| &short.table)
    }
}

/// The money by what it is for and by who spends it.
fn money(shell: &Shell, found: &Found) -> Vec<Short> {
    let table = |money: &Summary, id: &str, key: &str| {
        let (table, left_out) = money.table(shell, id, &shell.t1(key, "year", year_words(shell)), LINES);
        Short { table, left_out: left_out_words(shell, left_out) }
    };
    let mut tables = vec![table(&found.by_programme, "dinero", "monitoring-entity-money")];
    let by_unit = found.by_unit.as_ref().filter(|money| !money.is_empty());
    tables.extend(by_unit.map(|money| table(money, "unidades", "monitoring-entity-money-units")));
    tables
}

/// A body without plans: a breach where the law asks for one, and only then.
fn plans_none(shell: &Shell, findings: &[Finding]) -> Html {
    let owed: Vec<String> = findings
        .iter()
        .filter(|finding| finding.rule == Rule::PlanAbsent)
        .map(|finding| tables::finding_words(shell, finding))
        .collect();
    if owed.is_empty() {
        return empty(&shell.t("monitoring-entity-plans-none"));
    }
    Html::of(&Notice::new(shell, NoticeKind::Important, owed.join(" ").as_str()))
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

#[cfg(test)]
#[path = "places_tests.rs"]
mod tests;
