//! `/cobertura`: how much of the money stands behind an objective, and the two gaps.
mod gaps;
mod listing;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub use gaps::why;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use askama::Template;
use axum::response::Response;
use base::{Money, codes::EntityCode};
use planning::domain::{portfolio::Portfolio, reference::ElementRef};
use web::components::{Filters, Notice, NoticeKind, Pages, Shares, Table, empty, years};
use web::{Html, Lang, Matter, PageError, Reading, Shell, judged_on};

use super::labels::{Labels, Wanted};
use super::sources;
use crate::{
    columnar::Columnar,
    domain::{
        Dimension, Measure,
        attribution::{Coverage, Line, Split},
    },
    queries::{self, CoverageBy, CutRequest, UnfundedObjective, usual_year},
};

#[derive(Template)]
#[template(path = "coverage.html")]
pub struct CoveragePage {
    pub shell: Shell,
    years: Html,
    form: Filters,
    nothing: Html,
    shares: Shares,
    identity: String,
    over: Option<Notice>,
    table: Table,
    pages: Html,
    gaps: Table,
    gaps_left_out: String,
    unfunded: Table,
    unfunded_lead: String,
    unfunded_left_out: String,
}

/// What is known of an objective that a list names.
#[derive(Clone, Debug, Default)]
pub struct Objective {
    pub title: String,
    pub is_sample: bool,
    pub entity: Option<EntityCode>,
}

/// What the view asks.
#[derive(Clone, Debug)]
pub struct Asked {
    pub by: CoverageBy,
    /// `None`: every year.
    pub year: Option<i16>,
    pub measure: Measure,
    pub years: Vec<i16>,
}

/// Everything that the page shows.
pub struct Found {
    pub asked: Asked,
    pub coverage: Coverage,
    /// By what the money without an objective is listed.
    pub gaps_by: CoverageBy,
    pub gaps: Vec<Line>,
    pub unfunded: Vec<UnfundedObjective>,
    /// The treasury total of the same cut, asked apart from the coverage.
    pub treasury: Option<Money>,
    /// By `PLAN@VERSION/CODE`.
    pub objectives: BTreeMap<String, Objective>,
    pub labels: Labels,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let known = reading.known;
    let years = queries::fiscal_years(reading.conn(), known).await?;
    let mut shell = reading.shell(&reading.t("budget-coverage"), Matter::Real);
    let asked = Asked::of(&mut shell, &years)?;
    let found = find(&mut reading, asked).await?;
    sources::add(&mut reading, &mut shell, found.asked.year).await?;
    web::origins::add(&mut reading, &mut shell, &queries::origin::claims()).await?;
    let page = CoveragePage::of(shell, &found)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table, &page.gaps, &page.unfunded]) {
        return file;
    }
    web::html(&page)
}

impl Asked {
    /// The view becomes the address of what is shown, with its year.
    fn of(shell: &mut Shell, years: &BTreeMap<i16, usize>) -> Result<Self, PageError> {
        let view = &mut shell.view;
        let by = match view.one("by") {
            None => CoverageBy::default(),
            Some(text) => text.parse().map_err(|_| PageError::Refused {
                key: "budget-refused-coverage-by",
                args: vec![("value", text.chars().take(80).collect::<String>().into())],
            })?,
        };
        let measure = match view.one("measure") {
            None => Measure::Pim,
            Some(text) => text
                .parse()
                .ok()
                .filter(|measure| MEASURES.contains(measure))
                .ok_or_else(|| PageError::parameter("measure", text))?,
        };
        if view.year.is_none() && by != CoverageBy::Year {
            view.year = usual_year(years);
        }
        Ok(Self { by, year: view.year, measure, years: years.keys().copied().collect() })
    }
}

/// What can be asked of the page: how much is there to spend, how much is spent.
const MEASURES: [Measure; 2] = [Measure::Pim, Measure::Accrued];
/// Code and words of each listing.
pub const LISTINGS: [(CoverageBy, &str); 7] = [
    (CoverageBy::Entity, "entity"),
    (CoverageBy::Objective, "objective"),
    (CoverageBy::Programme, "programme"),
    (CoverageBy::Sector, "sector"),
    (CoverageBy::Territory, "territory"),
    (CoverageBy::Seat, "seat"),
    (CoverageBy::Year, "year"),
];

async fn find(reading: &mut Reading, asked: Asked) -> Result<Found, PageError> {
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let on = judged_on(asked.year, reading.known_on());
    let portfolio = planning::queries::portfolio(reading.conn(), known, on).await?;
    let conn = reading.conn();
    let ledger = queries::ledger(conn, &app.files, columnar, known, &portfolio, asked.year).await;
    let ledger = ledger.map_err(PageError::internal)?;
    let total = CutRequest { year: asked.year, measures: vec![asked.measure], ..CutRequest::default() };
    let treasury =
        queries::cut(conn, &app.files, columnar, known, &total).await.map_err(PageError::internal)?;
    let gaps_by = if asked.by == CoverageBy::Objective { CoverageBy::Entity } else { asked.by };
    let coverage = ledger.coverage(asked.by);
    let gaps = ledger.money_without_objective(gaps_by, asked.measure);
    let unfunded = ledger.objectives_without_money(&portfolio);
    let named = coverage.lines.iter().map(|line| &line.code).filter(|_| asked.by == CoverageBy::Objective);
    let objectives =
        objectives(reading.view.lang, &portfolio, named.chain(unfunded.iter().map(|u| &u.element)));
    // Objectives are shown with the bodies that answer for them.
    let mut wanted = Wanted::from([(Dimension::Entity, BTreeSet::new())]);
    for (by, lines) in [(asked.by, &coverage.lines), (gaps_by, &gaps)] {
        if let Some(dimension) = dimension(by) {
            wanted.entry(dimension).or_default().extend(lines.iter().map(|line| line.code.clone()));
        }
    }
    let labels = Labels::load(reading, None, &wanted, asked.year, on).await?;
    let treasury = treasury.total(asked.measure);
    Ok(Found { asked, coverage, gaps_by, gaps, unfunded, treasury, objectives, labels })
}

fn objectives<'a>(
    lang: Lang,
    all: &Portfolio,
    named: impl Iterator<Item = &'a String>,
) -> BTreeMap<String, Objective> {
    let of = |name: &String| {
        let at = all.find(&name.parse::<ElementRef>().ok()?)?;
        let node = all.element(at)?;
        let plan = &all.version(node.version)?.plan;
        let english = node.element.title_en.as_ref().filter(|_| lang == Lang::En);
        let title = english.unwrap_or(&node.element.title).clone();
        Some((name.clone(), Objective { title, is_sample: plan.sample, entity: plan.entity.clone() }))
    };
    named.filter_map(of).collect()
}

/// The budget dimension of a listing; objectives are none.
const fn dimension(by: CoverageBy) -> Option<Dimension> {
    match by {
        CoverageBy::Entity => Some(Dimension::Entity),
        CoverageBy::Objective => None,
        CoverageBy::Territory => Some(Dimension::MetaDepartment),
        CoverageBy::Seat => Some(Dimension::Department),
        CoverageBy::Programme => Some(Dimension::Programme),
        CoverageBy::Sector => Some(Dimension::Sector),
        CoverageBy::Year => Some(Dimension::Year),
    }
}

impl CoveragePage {
    pub fn of(mut shell: Shell, found: &Found) -> Result<Self, PageError> {
        let Found { asked, coverage, .. } = found;
        let pages = Pages::of(&shell.view, listing::ROWS)?;
        // Claims come from plans: where any plan named is a sample, so is what it claims.
        if found.objectives.values().any(|objective| objective.is_sample) {
            shell.matter = Matter::Mixed;
        }
        let split = listing::split(coverage, asked.measure, &coverage.total);
        let nothing = match (split, asked.years.is_empty()) {
            (Some(_), _) => Html::default(),
            (None, true) => empty(&shell.t("budget-nothing-delivered")),
            (None, false) => empty(&shell.t("budget-coverage-nothing")),
        };
        let split = split.unwrap_or_default();
        let lines = listing::sorted(found);
        Ok(Self {
            years: years(&shell, asked.year.unwrap_or_default(), asked.years.iter().copied()),
            form: form(&shell, asked),
            nothing,
            shares: shares(&shell, &split),
            identity: identity(&shell, &split, found.treasury),
            over: over(&shell, &split),
            table: listing::table(&shell, found, &lines, pages),
            pages: pages.links(&shell, lines.len()),
            gaps: gaps::money_without_objective(&shell, found),
            gaps_left_out: gaps::left_out(&shell, found.gaps.len()),
            unfunded: gaps::objectives_without_money(&shell, found),
            unfunded_lead: shell.t1("budget-unfunded-lead", "n", found.unfunded.len()),
            unfunded_left_out: gaps::left_out(&shell, found.unfunded.len()),
            shell,
        })
    }
}

fn form(shell: &Shell, asked: &Asked) -> Filters {
    let chosen = LISTINGS.iter().find(|(by, _)| *by == asked.by).map(|(_, code)| *code);
    let listings = LISTINGS.map(|(_, code)| (code, shell.t(&format!("budget-coverage-by-{code}"))));
    let measures = MEASURES.map(|m| (m.code(), super::explorer::measure(shell, m)));
    Filters::new(shell).choice("by", &shell.t("budget-coverage-by"), chosen, listings).choice(
        "measure",
        &shell.t("budget-measure"),
        Some(asked.measure.code()),
        measures,
    )
}

/// The whole in its three parts.
fn shares(shell: &Shell, split: &Split) -> Shares {
    let parts = [("claimed", split.claimed), ("shared", split.shared), ("unclaimed", split.unclaimed)];
    parts.into_iter().fold(Shares::new(), |shares, (key, money)| {
        let percent = money.percent_of(split.total()).unwrap_or_default();
        shares.part(shell, &shell.t(&format!("budget-coverage-{key}")), percent, shell.money(money))
    })
}

/// That the parts are the treasury's total, with the numbers to check it by.
fn identity(shell: &Shell, split: &Split, treasury: Option<Money>) -> String {
    let exact = |money: Money| format!("{}\u{a0}{}", shell.currency(), shell.money_exact(money));
    let treasury = treasury.unwrap_or_default();
    let difference = split.total() - treasury;
    let args = [
        ("claimed", exact(split.claimed).into()),
        ("shared", exact(split.shared).into()),
        ("unclaimed", exact(split.unclaimed).into()),
        ("treasury", exact(treasury).into()),
        ("difference", difference.as_centimos().into()),
    ];
    shell.ta("budget-coverage-identity", &args)
}

fn over(shell: &Shell, split: &Split) -> Option<Notice> {
    (!split.over_claimed.is_zero()).then(|| {
        let words = shell.t1("budget-coverage-over", "money", shell.money_text(split.over_claimed));
        Notice::new(shell, NoticeKind::Warning, words)
    })
}
