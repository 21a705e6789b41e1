//! `/puntualidad`: which of the values that bodies owe came when, by month; published for everybody.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::response::Response;
use base::codes::EntityCode;
use web::components::{Cell, Column, Filters, Table, empty};
use web::sections::{Page, Section};
use web::{Html, Matter, PageError, Reading, Shell, origins};

use super::discipline::OWNERS;
use super::{asked, marks};
use crate::domain::board::Tally;
use crate::queries::board::{Board, BoardAsked, Submitted, board};
use crate::queries::origin;
use crate::queries::standings::Scope;

/// Values of one body that its page lists.
const VALUES_MAX: usize = 500;

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let entity = match reading.view.one("entity") {
        Some(text) => Some(EntityCode::new(text).map_err(|_| PageError::parameter("entity", text))?),
        None => None,
    };
    let year = reading.view.year.unwrap_or_else(|| reading.today.year());
    let (known, on, offset) = (reading.known, reading.judged_on(), asked::offset(&reading));
    let scope = entity.clone().map_or(Scope::All, Scope::Entity);
    let found = match asked::rules(&mut reading).await? {
        Some(rules) => {
            let asked = BoardAsked { known, on, year, offset, scope };
            board(reading.conn(), &asked, &rules).await.map_err(PageError::internal)?
        }
        None => Arc::default(),
    };
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let name = |code: &EntityCode| {
        bodies.get(code.as_str()).map_or_else(|| code.to_string(), |body| body.name.clone())
    };
    let matter = found.values.iter().map(|one| Matter::of(one.sample)).reduce(Matter::with);
    let mut shell = reading.shell("", matter.unwrap_or(Matter::Real));
    shell.title = shell.t1("monitoring-board-title", "year", year.to_string());
    origins::add(
        &mut reading,
        &mut shell,
        &[planning::queries::origin::indicators(), origin::observations(), origin::discipline()].concat(),
    )
    .await?;
    let lead = shell.t("monitoring-board-lead");
    let told = rate(&shell, found.total());
    let filters =
        Filters::new(&shell).text("entity", &shell.t("monitoring-board-entity"), shell.view.one("entity"));
    let none = shell.t("monitoring-board-none");
    let table = bodies_table(&shell, &found, name);
    let mut sections =
        vec![Section::top().say(lead).say(told).html(Html::of(&filters)).table_or(table, &none)];
    if entity.is_some() && !found.values.is_empty() {
        let words = shell.t("monitoring-board-values");
        sections.push(Section::new("parte-valores", &words).table(values_table(&shell, &found.values)));
    }
    if found.values.is_empty() {
        sections.push(Section::new("", "").html(empty(&shell.t("monitoring-board-why-none"))));
    }
    let owners = marks::link(&shell.link(OWNERS), &shell.t("monitoring-owners-title"));
    let known = shell.view.known_text().map(|known| format!("&known={}", web::encode(&known)));
    let known = known.unwrap_or_default();
    let series = format!("{}/punctuality?year={year}&on={on}&format=csv{known}", api::BASE);
    let series = marks::link(&series, &shell.t("monitoring-board-series"));
    sections.push(Section::new("parte-mas", &shell.t("monitoring-board-more")).list(vec![owners, series]));
    let mut page = Page::new(shell);
    page.add_all(sections);
    page.answer()
}

/// The on-time rate in words.
fn rate(shell: &Shell, tally: Tally) -> String {
    match tally.on_time_percent() {
        Some(percent) => shell.ta(
            "monitoring-board-rate",
            &[
                ("percent", shell.percent(percent).into()),
                ("on_time", tally.on_time.into()),
                ("owed", tally.owed().into()),
            ],
        ),
        None => shell.t("monitoring-board-nothing-owed"),
    }
}

fn bodies_table(shell: &Shell, found: &Board, name: impl Fn(&EntityCode) -> String) -> Table {
    let mut columns = vec![
        Column::text(&shell.t("monitoring-board-body")),
        Column::number(&shell.t("monitoring-board-percent")),
    ];
    let counts = ["on-time", "late", "missing", "under-review", "not-due"];
    columns.extend(counts.map(|name| Column::number(&shell.t(&format!("monitoring-board-{name}")))));
    // Months in which nothing falls due say nothing.
    let due: BTreeSet<i8> = found.months.values().flat_map(BTreeMap::keys).copied().collect();
    columns.extend(due.iter().map(|month| Column::text(&shell.t(&format!("web-month-{month}")))));
    let mut table = Table::new("puntualidad", &shell.t("monitoring-board-caption"), columns).stacked();
    for (entity, months) in &found.months {
        let tally = found.of_entity(entity);
        let href = shell.view.with("entity", entity.as_str()).here();
        let mut cells = vec![Cell::link(&href, &name(entity)), Cell::percent(shell, tally.on_time_percent())];
        let counts = [tally.on_time, tally.late, tally.missing, tally.under_review, tally.not_due];
        cells.extend(counts.map(|n| Cell::count(shell, n)));
        cells.extend(due.iter().map(|month| Cell::text(&month_words(shell, months.get(month).copied()))));
        table.push(cells);
    }
    table.with_files(shell)
}

/// `3 a tiempo, 1 tarde`; nothing where nothing was owed.
fn month_words(shell: &Shell, tally: Option<Tally>) -> String {
    let Some(tally) = tally else { return String::new() };
    let parts = [
        ("on-time", tally.on_time),
        ("late", tally.late),
        ("missing", tally.missing),
        ("under-review", tally.under_review),
        ("not-due", tally.not_due),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    parts
        .map(|(key, n)| format!("{} {}", shell.count(n), shell.t(&format!("monitoring-board-{key}-short"))))
        .collect::<Vec<_>>()
        .join(", ")
}

fn values_table(shell: &Shell, values: &[Submitted]) -> Table {
    let columns = ["indicator", "place", "period", "due", "recorded", "what"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("monitoring-board-{name}")))).to_vec();
    let mut table = Table::new("valores", &shell.t("monitoring-board-values"), columns).stacked();
    for one in values.iter().take(VALUES_MAX) {
        let english = one.name_en.as_deref().filter(|_| shell.lang() == web::Lang::En);
        let name = english.unwrap_or(&one.name);
        let (plan, code) = one.indicator.split_once('/').unwrap_or((&one.indicator, ""));
        let view = shell.view.without("entity").with_territory(one.territory.clone());
        table.push(vec![
            Cell::link(&view.link_to(&["indicador", plan, code]), name),
            Cell::text(one.territory.as_ref().map_or("", |place| place.as_str())),
            Cell::text(&shell.period(one.period)),
            Cell::text(&shell.date(one.due_on)),
            Cell::text(&one.recorded_on.map(|day| shell.date(day)).unwrap_or_default()),
            Cell::text(&what(shell, one)),
        ]);
    }
    if values.len() > VALUES_MAX {
        let left = values.len() - VALUES_MAX;
        table.note(Html::text(&shell.t1("monitoring-board-left-out", "n", left)));
    }
    table.with_files(shell)
}

/// `A tiempo`; where the answer was why there is no value, that too.
fn what(shell: &Shell, one: &Submitted) -> String {
    let word = shell.t(&format!("monitoring-board-{}", one.what.as_str().replace('_', "-")));
    if one.is_no_value { format!("{word}: {}", shell.t("monitoring-board-no-value")) } else { word }
}
