//! `/indicador/{plan}/{code}`: what an indicator measures, how it stands and why, step by step.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::TerritoryCode;
use journal::Rows;
use planning::domain::reference::IndicatorRef;
use planning::domain::target::Move;
use planning::domain::target_log::Made;
use web::components::{Facts, Figure, Figures, Notice, NoticeKind, Table};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::indicator_tables::{card, chart, no_values, observations, targets};
use super::spread_map::{self, SpreadMap};
use super::{asked, explained, marks};
use crate::domain::records::Series;
use crate::queries::discipline::{NoValueReason, reasons};
use crate::queries::indicator::{IndicatorAnswer, IndicatorRequest, indicator};
use crate::queries::origin;
use crate::queries::standings::{Scope, Standing, explanations, exported};

#[derive(Template)]
#[template(path = "indicator.html")]
pub struct IndicatorPage {
    shell: Shell,
    code: String,
    context: Vec<Html>,
    status: Html,
    judged: String,
    figures: Figures,
    steps: Vec<String>,
    places: Vec<Html>,
    places_left_out: Option<String>,
    lowered: Option<Notice>,
    chart: Html,
    targets: Table,
    observations: Table,
    observations_left_out: Option<String>,
    /// Periods without a value, and why; none where every one has its own.
    no_values: Option<Table>,
    sources: Vec<Facts>,
    card: Facts,
    /// The values of its series by department, where there are such.
    pub spread: Option<SpreadMap>,
    json: String,
}

/// Names of the territories that a page shows.
pub type Places = std::collections::BTreeMap<TerritoryCode, String>;

/// Territories linked; more are in the list of indicators.
const PLACES: usize = 40;

pub async fn get(
    mut reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let named: IndicatorRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
    let rules = asked::rules(&mut reading).await?.ok_or(PageError::NotFound)?;
    let (known, on, files) = (reading.known, reading.judged_on(), reading.app.files.clone());
    let territory = reading.view.territory.clone();
    if reading.view.format == Format::Json {
        let scope = Scope::Indicator(named);
        let mut found = explanations(reading.conn(), known, on, &rules, &scope).await?;
        found.retain(|(standing, _)| territory.is_none() || standing.territory == territory);
        if found.is_empty() {
            return Err(PageError::NotFound);
        }
        return asked::json(&exported(found.iter().map(|(s, e)| (s, e))));
    }
    let offset = asked::offset(&reading);
    // A territory kept from another page, for which this indicator promises nothing, is not insisted on.
    let mut request = IndicatorRequest { indicator: named, territory, on, offset };
    let mut found = indicator(reading.conn(), known, &rules, &request).await?;
    if found.is_none() {
        request.territory = None;
        found = indicator(reading.conn(), known, &rules, &request).await?;
    }
    let found = found.ok_or(PageError::NotFound)?;
    let places =
        asked::places(&mut reading, found.places.iter().filter_map(|s| s.territory.as_ref())).await?;
    let series: Vec<Series> = found.series.iter().map(|measuring| measuring.series.clone()).collect();
    let spread = spread_map::find(&mut reading, &series).await?;
    let mut shell = reading.shell("", Matter::of(found.standing.sample));
    origins::add(&mut reading, &mut shell, &origin_of(&found)).await?;
    let reasons = reasons(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let mut page = IndicatorPage::of(shell, &found, (&places, &reasons));
    page.spread = spread.map(|spread| SpreadMap::of(&page.shell, &spread));
    let all = observations(&page.shell, &found, None).0;
    let own = [&page.targets, &all, &chart(&page.shell, &found).1];
    let more = page.spread.iter().map(|spread| &spread.table).chain(&page.no_values);
    if let Some(file) = Table::asked(&page.shell, own.into_iter().chain(more)) {
        return file;
    }
    web::html(&page)
}

/// What it promises, and what measures it.
fn origin_of(found: &IndicatorAnswer) -> Vec<Rows> {
    let view = &found.view;
    let plan = view.version.reference(&view.plan.code);
    let promised = planning::queries::origin::indicator(&plan, view.card.code.as_str());
    let series: Vec<&str> = found.series.iter().map(|measuring| measuring.series.code.as_str()).collect();
    [promised, origin::series_of(&series)].concat()
}

impl IndicatorPage {
    pub fn of(
        mut shell: Shell,
        found: &IndicatorAnswer,
        (places, reasons): (&Places, &[NoValueReason]),
    ) -> Self {
        let standing = &found.standing;
        marks::said(shell.lang(), &standing.name, standing.name_en.as_deref()).clone_into(&mut shell.title);
        let list = shell.t("monitoring-nav-indicators");
        shell = shell.under("/indicadores", &list);
        let (observations, left_out) = observations(&shell, found, Some(40));
        let (chart, table) = chart(&shell, found);
        let others = found.places.len().saturating_sub(PLACES);
        Self {
            code: found.view.card.code.to_string(),
            context: context(&shell, found, places),
            status: marks::status(&shell, standing.status),
            judged: shell.t1("monitoring-indicator-judged", "date", shell.date(found.explanation.on)),
            figures: figures(&shell, found),
            steps: explained::steps(&shell, &found.explanation),
            places: place_links(&shell, standing, &found.places, places),
            places_left_out: (others > 0)
                .then(|| marks::count(&shell, "monitoring-indicator-places-left-out", others)),
            lowered: lowered(&shell, found),
            chart: chart.to_html(&shell, &table),
            targets: targets(&shell, found),
            observations,
            observations_left_out: (left_out > 0)
                .then(|| marks::count(&shell, "monitoring-observations-left-out", left_out)),
            no_values: Some(no_values(&shell, found, reasons)).filter(|table| !table.is_empty()),
            sources: found.series.iter().map(|m| super::indicator_tables::source(&shell, m)).collect(),
            card: card(&shell, found),
            spread: None,
            json: shell.view.with_format(Format::Json).here(),
            shell,
        }
    }
}

/// Whose it is: plan, element, territory.
fn context(shell: &Shell, found: &IndicatorAnswer, places: &Places) -> Vec<Html> {
    let standing = &found.standing;
    let plan = standing.indicator.split('/').next().unwrap_or_default();
    let code = standing.element.split_once('/').map_or("", |(_, code)| code);
    let plan = Html::text(&shell.t("planning-plan"))
        .and(&marks::link(&marks::plan_href(shell, &standing.indicator), plan))
        .and(&marks::sample(shell, standing.sample));
    let element = marks::link(
        &marks::element_href(shell, &standing.element),
        &shell.t1("monitoring-indicator-thread", "code", code),
    );
    let place = standing.territory.as_ref().map(|code| {
        let name = places.get(code).map_or(code.as_str(), String::as_str);
        marks::link(&marks::territory_href(shell, code.as_str()), name)
    });
    [Some(plan), Some(element), place].into_iter().flatten().collect()
}

/// Last value, what was expected by then, progress.
fn figures(shell: &Shell, found: &IndicatorAnswer) -> Figures {
    let explained = &found.explanation;
    let none = || Html::text(&shell.t("web-none"));
    let unit = found.view.card.unit.clone().unwrap_or_default();
    let figure = |key: &str, value: Html, note: Html| Figure { label: shell.t(key), value, note, href: None };
    let none_comparable = || Html::text(&shell.t("monitoring-none-comparable"));
    let last = explained.last.map_or_else(none_comparable, |last| Html::text(&shell.value(last.value)));
    let when = explained.last.map_or_else(Html::default, |last| Html::text(&shell.period(last.period)));
    let expected =
        explained.measured.map_or_else(none, |m| Html::text(&explained::bounds(shell, m.expected.bounds)));
    let progress = explained.progress_percent.map_or_else(none, |p| {
        let sign = if shell.lang() == web::Lang::Es { "\u{a0}%" } else { "%" };
        Html::text(&format!("{}{sign}", shell.value(p)))
    });
    let unit_at = if when.is_empty() { when } else { Html::text(&unit).and(&Html::text("·")).and(&when) };
    Figures {
        figures: vec![
            figure("monitoring-figure-last", last, unit_at),
            figure(
                "monitoring-figure-expected",
                expected,
                Html::text(&shell.t("monitoring-figure-expected-note")),
            ),
            figure("monitoring-figure-done", progress, Html::text(&shell.t("monitoring-figure-done-note"))),
        ],
    }
}

fn place_links(shell: &Shell, here: &Standing, all: &[Standing], names: &Places) -> Vec<Html> {
    if all.len() < 2 {
        return Vec::new();
    }
    let link = |standing: &Standing| {
        let code = standing.territory.as_ref()?;
        let name = names.get(code).map_or(code.as_str(), String::as_str);
        let link = if standing.territory == here.territory {
            Html::text(name)
        } else {
            marks::link(&shell.view.with_territory(Some(code.clone())).here(), name)
        };
        Some(marks::status(shell, standing.status).and(&link))
    };
    all.iter().take(PLACES).filter_map(link).collect()
}

/// The change nobody should make: a target lowered or withdrawn once its result was known.
fn lowered(shell: &Shell, found: &IndicatorAnswer) -> Option<Notice> {
    let change = found.changes.iter().find(|change| change.after_result_of.is_some())?;
    let key = match change.made {
        Made::Moved(Move::Lowered) => "monitoring-target-lowered",
        _ => "monitoring-target-withdrawn",
    };
    let args = [
        ("period", shell.period(change.key.period).into()),
        ("on", shell.date(change.on).into()),
        ("known", change.after_result_of.map(|day| shell.date(day)).unwrap_or_default().into()),
    ];
    Some(Notice::new(shell, NoticeKind::Warning, shell.ta(key, &args)))
}

#[cfg(test)]
#[path = "indicator_tests.rs"]
mod tests;
