//! `/objetivo/{plan}/{code}/impacto`: what would follow if the element were removed.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use budget::domain::Measure;
use budget::pages::sources;
use planning::domain::reference::ElementRef;
use planning::queries::thread::Step;
use web::components::{Cell, Column, Figure, Figures, Notice, NoticeKind, Table, years};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::{
    asked, marks,
    tables::{self, Short},
    thread,
};
use crate::queries::impact::{Impact, ImpactRequest, MoneyMoved, impact};

/// Lines of each table on the page; files have the others.
const ROWS: usize = 30;

#[derive(Template)]
#[template(path = "impact.html")]
pub struct ImpactPage {
    shell: Shell,
    kicker: String,
    notice: Notice,
    years: Html,
    figures: Figures,
    money: Table,
    parts: Vec<Part>,
    indicators: Option<Short>,
    findings: Option<Short>,
    json: String,
}

/// Elements of one kind of fate.
struct Part {
    lead: String,
    table: Option<Short>,
}

pub async fn get(
    mut reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let element: ElementRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?;
    let law = asked::law(&mut reading).await?.ok_or(PageError::NotFound)?;
    let (known, files, columnar) = (reading.known, reading.app.files.clone(), asked::columnar(&reading)?);
    let request = ImpactRequest { element, year: reading.view.year, on: reading.judged_on() };
    let found = impact(reading.conn(), &files, columnar.as_ref(), known, &law, &request).await;
    let found = found.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    if reading.view.format == Format::Json {
        return asked::json(&found);
    }
    let mut shell = reading.shell("", Matter::Real);
    sources::add(&mut reading, &mut shell, found.year).await?;
    let steps = [&found.gone, &found.orphans, &found.kept].into_iter().flatten().chain([&found.element]);
    let shown = marks::origin(steps.map(|step| step.element.as_str()));
    origins::add(&mut reading, &mut shell, &shown).await?;
    let page = ImpactPage::of(shell, &found, years);
    let parts = page.parts.iter().filter_map(|part| part.table.as_ref());
    let short = parts.chain(&page.indicators).chain(&page.findings).map(|short| &short.table);
    if let Some(file) = Table::asked(&page.shell, std::iter::once(&page.money).chain(short)) {
        return file;
    }
    web::html(&page)
}

impl ImpactPage {
    pub fn of(mut shell: Shell, found: &Impact, mut years_known: Vec<i16>) -> Self {
        let step = &found.element;
        let steps = [&found.gone, &found.orphans, &found.kept].into_iter().flatten();
        shell.matter = tables::matter(steps.map(|step| step.sample).chain([step.sample]));
        let title = thread::title(&shell, step);
        shell.title = shell.t1("monitoring-impact-title", "element", title.as_str());
        let plans = shell.t("planning-plans");
        shell = shell.under("/planes", &plans);
        let href = marks::element_href(&shell, &step.element);
        shell.crumbs.push(web::Crumb { href, text: step.element.clone() });
        let shown = found.year.unwrap_or_else(|| found.on.year());
        years_known.push(shown);
        years_known.sort_unstable();
        years_known.dedup();
        let part = |key: &str, id: &str, steps: &[Step]| Part {
            lead: marks::count(&shell, &format!("monitoring-impact-{key}"), steps.len()),
            table: elements(&shell, key, id, steps),
        };
        Self {
            kicker: thread::kicker(&shell, step),
            notice: Notice::new(
                &shell,
                NoticeKind::Important,
                Html::text(&shell.t("monitoring-impact-nothing-removed")),
            ),
            years: years(&shell, shown, years_known),
            figures: figures(&shell, found),
            money: money(&shell, found),
            parts: vec![
                part("gone", "se-van", &found.gone),
                part("orphans", "huerfanos", &found.orphans),
                part("kept", "quedan", &found.kept),
            ],
            indicators: indicators(&shell, found),
            findings: tables::findings(&shell, &found.findings, ROWS),
            json: shell.view.with_format(Format::Json).here(),
            shell,
        }
    }
}

fn figures(shell: &Shell, found: &Impact) -> Figures {
    let lost = found.money.iter().find(|moved| moved.measure == Measure::Pim).map(MoneyMoved::lost);
    let reaching = marks::Amounts::of(found.reaching.as_ref()).pim_total();
    let reaching =
        reaching.map_or_else(|| Html::text(&shell.t("monitoring-money-none")), |held| shell.money(held));
    let count = |n: usize| Html::text(&shell.count(n));
    let figure = |key: &str, value: Html| Figure {
        label: shell.t(&format!("monitoring-impact-{key}-figure")),
        value,
        note: Html::text(&shell.t(&format!("monitoring-impact-{key}-note"))),
        href: None,
    };
    let money = lost.map_or_else(|| Html::text(&shell.t("monitoring-money-none")), |lost| shell.money(lost));
    Figures {
        figures: vec![
            figure("reaching", reaching),
            figure("lost", money),
            figure("orphans", count(found.orphans.len())),
            figure("indicators", count(found.indicators.len())),
        ],
    }
}

fn money(shell: &Shell, found: &Impact) -> Table {
    let keys = [
        "measure",
        "claimed",
        "shared",
        "unclaimed",
        "claimed-after",
        "shared-after",
        "unclaimed-after",
        "total",
    ];
    let columns = keys.iter().enumerate().map(|(at, key)| {
        let name = shell.t(&format!("monitoring-impact-{key}"));
        if at == 0 { Column::text(&name) } else { Column::number(&name) }
    });
    let mut table = Table::new("dinero", &shell.t("monitoring-impact-money"), columns.collect());
    for MoneyMoved { measure, before, after } in &found.money {
        let amounts = [
            before.claimed,
            before.shared,
            before.unclaimed,
            after.claimed,
            after.shared,
            after.unclaimed,
            after.total(),
        ];
        let name = Cell::text(&shell.t(&format!("budget-measure-{}", measure.code())));
        table.push(std::iter::once(name).chain(amounts.map(|amount| Cell::money(shell, amount))).collect());
    }
    table.with_files(shell)
}

fn elements(shell: &Shell, key: &str, id: &str, steps: &[Step]) -> Option<Short> {
    let columns =
        ["element", "kind", "title"].map(|name| Column::text(&shell.t(&format!("monitoring-column-{name}"))));
    let caption = shell.t(&format!("monitoring-impact-{key}-table"));
    let table = Table::new(id, &caption, columns.to_vec()).stacked();
    tables::short(shell, table, steps, ROWS, |step| {
        vec![
            element_cell(shell, step),
            Cell::text(&marks::kind(shell, step.kind.as_str())),
            Cell::text(&thread::title(shell, step)),
        ]
    })
}

fn element_cell(shell: &Shell, step: &Step) -> Cell {
    let link = marks::link(&marks::element_href(shell, &step.element), &step.element);
    Cell::html(link.and(&marks::sample(shell, step.sample)), &step.element)
}

fn indicators(shell: &Shell, found: &Impact) -> Option<Short> {
    let columns = vec![Column::text(&shell.t("monitoring-impact-indicator"))];
    let caption = shell.t1("monitoring-impact-indicators", "targets", found.targets);
    let table = Table::new("indicadores", &caption, columns);
    tables::short(shell, table, &found.indicators, ROWS, |indicator| {
        vec![Cell::link(&marks::indicator_href(shell, indicator), indicator)]
    })
}
