//! `/indicadores`: every indicator and how it stands, by status, plan, place and words.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use base::codes::EntityCode;
use web::components::{Cell, Column, Filters, Pages, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::indicator::Places;
use super::{asked, marks};
use crate::domain::Status;
use crate::queries::origin;
use crate::queries::standings::{Scope, Standing, standings, tally};

/// Indicators in one page.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "indicators.html")]
pub struct IndicatorsPage {
    shell: Shell,
    judged: String,
    counted: String,
    tally: Vec<Html>,
    filters: Filters,
    table: Table,
    pages: Html,
    nothing: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let scope = scope(&reading)?;
    let found = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &scope).await?,
        None => Vec::new(),
    };
    let places = asked::places(&mut reading, found.iter().filter_map(|s| s.territory.as_ref())).await?;
    let mut shell = reading.shell(&reading.t("monitoring-nav-indicators"), Matter::Real);
    let facts = [planning::queries::origin::indicators(), origin::observations()].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let page = IndicatorsPage::of(shell, &found, &places, on)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

/// Those of one body where the view names it.
fn scope(reading: &Reading) -> Result<Scope, PageError> {
    let Some(text) = reading.view.one("entity") else { return Ok(Scope::All) };
    let code = EntityCode::new(text).map_err(|_| PageError::parameter("entity", text))?;
    Ok(Scope::Entity(code))
}

impl IndicatorsPage {
    pub fn of(
        mut shell: Shell,
        found: &[Standing],
        places: &Places,
        on: jiff::civil::Date,
    ) -> Result<Self, PageError> {
        let asked = Asked::of(&shell)?;
        let mut wanted: Vec<&Standing> = found.iter().filter(|s| asked.admits(s)).collect();
        // What is real stands before what only shows the system.
        wanted.sort_by_key(|standing| standing.sample);
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => wanted.iter().skip(part.offset()).take(ROWS).copied().collect(),
            _ => wanted.clone(),
        };
        let matter = shown.iter().map(|s| Matter::of(s.sample)).reduce(Matter::with);
        shell.matter = matter.unwrap_or(Matter::Real);
        let table = table(&shell, "indicadores", &shell.t("monitoring-nav-indicators"), shown, places);
        let nothing = match (wanted.is_empty(), found.is_empty()) {
            (false, _) => Html::default(),
            (true, false) => empty(&shell.t("monitoring-indicators-none-such")),
            (true, true) => empty(&shell.t("monitoring-indicators-none")),
        };
        let counts = wanted.iter().copied().cloned().collect::<Vec<_>>();
        Ok(Self {
            judged: shell.t1("monitoring-judged-on", "date", shell.date(on)),
            counted: marks::count(&shell, "monitoring-indicators-counted", wanted.len()),
            tally: statuses(&shell, &tally(&counts)),
            filters: filters(&shell, found, places),
            pages: part.links(&shell, wanted.len()),
            table,
            nothing,
            shell,
        })
    }
}

/// What the view narrows the list to.
struct Asked {
    status: Option<Status>,
    plan: Option<String>,
    territory: Option<String>,
    words: Option<String>,
}

impl Asked {
    fn of(shell: &Shell) -> Result<Self, PageError> {
        let view = &shell.view;
        let status = view.one("status").map(|text| {
            let found = Status::ALL.iter().copied().find(|status| status.as_str() == text);
            found.ok_or_else(|| PageError::parameter("status", text))
        });
        Ok(Self {
            status: status.transpose()?,
            plan: view.one("plan").map(str::to_owned),
            territory: view.territory.as_ref().map(ToString::to_string),
            words: view.one("q").map(base::text::fold),
        })
    }

    fn admits(&self, standing: &Standing) -> bool {
        let names = || {
            let english = standing.name_en.as_deref().unwrap_or_default();
            base::text::fold(&format!("{} {english} {}", standing.name, standing.indicator))
        };
        self.status.is_none_or(|status| standing.status == status)
            && self.plan.as_deref().is_none_or(|plan| plan_of(standing) == plan)
            && self.territory.as_ref().is_none_or(|asked| {
                standing.territory.as_ref().is_some_and(|code| code.as_str() == asked.as_str())
            })
            && self.words.as_ref().is_none_or(|words| names().contains(words.as_str()))
    }
}

/// Statuses as marks, each a way to those that stand so.
fn statuses(shell: &Shell, counts: &BTreeMap<Status, usize>) -> Vec<Html> {
    let view = shell.view.without("page").without("table").with_format(Format::Html);
    let some = counts.iter().filter(|(_, n)| **n > 0);
    let linked = some.flat_map(|(status, n)| {
        let href = view.with("status", status.as_str()).here();
        let marks = marks::tally(shell, &[(*status, *n)].into());
        marks.into_iter().map(move |mark| marks::linked(&href, &mark))
    });
    linked.collect()
}

/// The plan without its version.
fn plan_of(standing: &Standing) -> &str {
    standing.indicator.split(['@', '/']).next().unwrap_or_default()
}

fn filters(shell: &Shell, found: &[Standing], places: &Places) -> Filters {
    let all = || (String::new(), shell.t("planning-any"));
    let statuses = Status::ALL.iter().copied().map(|s| (s.as_str().to_owned(), marks::status_word(shell, s)));
    let mut plans: Vec<&str> = found.iter().map(plan_of).collect();
    plans.sort_unstable();
    plans.dedup();
    let plans = plans.into_iter().map(|plan| (plan.to_owned(), plan.to_owned()));
    let places = places.iter().map(|(code, name)| (code.to_string(), format!("{name} ({code})")));
    let view = &shell.view;
    let place = view.territory.as_ref().map(ToString::to_string);
    Filters::new(shell)
        .choice(
            "status",
            &shell.t("planning-state"),
            view.one("status"),
            std::iter::once(all()).chain(statuses),
        )
        .choice("plan", &shell.t("planning-plan"), view.one("plan"), std::iter::once(all()).chain(plans))
        .choice(
            "territory",
            &shell.t("monitoring-column-territory"),
            place.as_deref(),
            std::iter::once(all()).chain(places),
        )
        .text("q", &shell.t("monitoring-indicators-search"), view.one("q"))
}

/// Indicators and how they stand, one line each.
pub fn table<'s>(
    shell: &Shell,
    id: &str,
    caption: &str,
    standings: impl IntoIterator<Item = &'s Standing>,
    places: &Places,
) -> Table {
    let mut table = Table::new(id, caption, columns(shell)).stacked();
    for standing in standings {
        table.push(cells(shell, standing, places));
    }
    table.with_files(shell)
}

fn columns(shell: &Shell) -> Vec<Column> {
    vec![
        Column::text(&shell.t("monitoring-indicator")),
        Column::text(&shell.t("planning-state")),
        Column::text(&shell.t("monitoring-column-territory")),
        Column::number(&shell.t("monitoring-figure-last")),
        Column::text(&shell.t("web-chart-period")),
        Column::number(&shell.t("monitoring-figure-expected")),
        Column::number(&shell.t("monitoring-figure-done")),
        Column::text(&shell.t("monitoring-column-serves")),
    ]
}

fn cells(shell: &Shell, standing: &Standing, places: &Places) -> Vec<Cell> {
    let name = marks::said(shell.lang(), &standing.name, standing.name_en.as_deref());
    let place = standing.territory.as_ref();
    let place_name = place.map_or("", |code| places.get(code).map_or(code.as_str(), String::as_str));
    let view = shell.view.with_territory(place.cloned());
    let (plan, code) = standing.indicator.split_once('/').unwrap_or((&standing.indicator, ""));
    let link = marks::link(&view.link_to(&["indicador", plan, code]), name);
    let value = |value: Option<rust_decimal::Decimal>| {
        value.map_or_else(Cell::default, |v| Cell::html(Html::text(&shell.value(v)), &v.to_string()))
    };
    let expected = standing.expected.map(|expected| expected.bounds);
    let status = marks::status_word(shell, standing.status);
    let mark = if standing.sample { format!(" [{}]", shell.t("web-sample")) } else { String::new() };
    vec![
        Cell::html(
            link.and(&marks::sample(shell, standing.sample)),
            &format!("{} {name}{mark}", standing.indicator),
        ),
        Cell::html(marks::status(shell, standing.status), &status),
        Cell::text(place_name),
        value(standing.last.map(|(_, value)| value)),
        standing.last.map_or_else(Cell::default, |(period, _)| Cell::text(&shell.period(period))),
        expected.map_or_else(Cell::default, |bounds| Cell::text(&super::explained::bounds(shell, bounds))),
        standing.progress_percent.map_or_else(Cell::default, |p| {
            let sign = if shell.lang() == web::Lang::Es { "\u{a0}%" } else { "%" };
            Cell::html(Html::text(&format!("{}{sign}", shell.value(p))), &p.to_string())
        }),
        Cell::link(&marks::element_href(shell, &standing.element), &standing.element),
    ]
}

#[cfg(test)]
#[path = "indicators_tests.rs"]
mod tests;
