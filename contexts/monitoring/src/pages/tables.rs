//! Tables that the pages of a body, a place and a programme show alike.
use budget::queries::Told;
use planning::domain::check::{Finding, Subject};
use rust_decimal::Decimal;
use web::components::{Cell, Column, Table};
use web::{Arg, Format, Html, Matter, Shell};

use super::marks;
use crate::queries::beside::Beside;
use crate::queries::held_plans::HeldPlan;

/// A table that may hold less than there is: with the words that say so.
#[derive(askama::Template)]
#[template(
    ext = "html",
    source = r#"{{ table }}{% if let Some(words) = left_out %}<p class="govuk-body">{{ words }}</p>{% endif %}"#
)]
pub struct Short {
    pub table: Table,
    pub left_out: Option<String>,
}

impl askama::filters::HtmlSafe for Short {}

/// The first lines on a page, all of them in files; `None` where there is none.
pub fn short<T>(
    shell: &Shell,
    mut table: Table,
    rows: &[T],
    rows_max: usize,
    cells: impl Fn(&T) -> Vec<Cell>,
) -> Option<Short> {
    let shown = if shell.view.format == Format::Html { rows_max } else { rows.len() };
    for row in rows.iter().take(shown) {
        table.push(cells(row));
    }
    let left_out = left_out_words(shell, rows.len().saturating_sub(shown));
    (!rows.is_empty()).then(|| Short { table: table.with_files(shell), left_out })
}

/// `Hay 12 líneas más`; nothing where all are shown.
pub fn left_out_words(shell: &Shell, left_out: usize) -> Option<String> {
    (left_out > 0).then(|| marks::count(shell, "monitoring-lines-left-out", left_out))
}

/// Real, sample, or both.
pub fn matter(samples: impl IntoIterator<Item = bool>) -> Matter {
    samples.into_iter().map(Matter::of).fold(Matter::Real, Matter::with)
}

/// Plans with the version that counts on the day of the view.
pub fn plans(shell: &Shell, plans: &[HeldPlan], on: jiff::civil::Date, rows_max: usize) -> Option<Short> {
    let columns = vec![
        Column::text(&shell.t("planning-plan")),
        Column::text(&shell.t("planning-type")),
        Column::text(&shell.t("planning-horizon")),
        Column::text(&shell.t("planning-state")),
        Column::text(&shell.t("planning-matter")),
    ];
    let table = Table::new("planes", &shell.t("planning-plans"), columns).stacked();
    short(shell, table, plans, rows_max, |HeldPlan { plan, version, .. }| {
        let at = version.reference(&plan.code).to_string();
        let title = marks::said(shell.lang(), &version.title, version.title_en.as_deref());
        let sample = if plan.sample { shell.t("web-sample") } else { String::new() };
        vec![
            Cell::html(marks::link(&marks::plan_href(shell, &at), title), &format!("{at} {title}")),
            Cell::text(&plan.plan_type),
            Cell::text(&format!("{}–{}", version.horizon.from_year(), version.horizon.to_year())),
            Cell::text(
                &shell.t(&format!("planning-state-{}", version.standing(on).as_str().replace('_', "-"))),
            ),
            Cell::html(marks::sample(shell, plan.sample), &sample),
        ]
    })
}

/// What is wrong, in words, with where each rule comes from.
pub fn findings(shell: &Shell, findings: &[Finding], rows_max: usize) -> Option<Short> {
    let columns = vec![
        Column::text(&shell.t("planning-subject")),
        Column::text(&shell.t("planning-says")),
        Column::text(&shell.t("planning-severity")),
        Column::text(&shell.t("planning-source")),
    ];
    let table = Table::new("hallazgos", &shell.t("planning-findings"), columns).stacked();
    short(shell, table, findings, rows_max, |finding| {
        let subject = finding.subject.to_string();
        let name = match &finding.subject {
            // The page is about it: a link would lead here.
            Subject::Entity(_) => Html::text(&subject),
            Subject::Plan(_) => marks::link(&marks::plan_href(shell, &subject), &subject),
            Subject::Element(_) => marks::link(&marks::element_href(shell, &subject), &subject),
            Subject::Indicator(_) => marks::link(&marks::indicator_href(shell, &subject), &subject),
        };
        vec![
            Cell::html(name, &subject),
            Cell::text(&finding_words(shell, finding)),
            Cell::text(&shell.t(&format!("planning-severity-{}", finding.severity.as_str()))),
            Cell::text(&finding.source),
        ]
    })
}

/// A finding in words.
pub fn finding_words(shell: &Shell, finding: &Finding) -> String {
    let args: Vec<(&str, Arg)> =
        finding.args.iter().map(|(name, value)| (*name, Arg::Text(value.clone()))).collect();
    shell.ta(&finding.message(), &args)
}

/// The deliveries from which the money of the page comes.
pub fn deliveries(shell: &Shell, told: &[Told], rows_max: usize) -> Option<Short> {
    let columns = vec![
        Column::text(&shell.t("monitoring-delivery")),
        Column::text(&shell.t("planning-plan-source")),
        Column::text(&shell.t("monitoring-deliveries-years")),
    ];
    let table = Table::new("entregas", &shell.t("monitoring-entity-deliveries"), columns);
    // The last recorded first: what a person asks for is what is new.
    let newest: Vec<&Told> = told.iter().rev().collect();
    short(shell, table, &newest, rows_max, |(delivery, years)| {
        let number = delivery.delivery.to_string();
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        vec![
            Cell::link(
                &shell.view.link_to(&["entrega", &number]),
                &format!("{number} {}", delivery.file_name),
            ),
            Cell::text(&delivery.source),
            Cell::text(&years.join(", ")),
        ]
    })
}

/// What was last measured in a place, and the same of the places that hold it: `others` names them.
pub fn beside(shell: &Shell, found: &[Beside], others: &[String], rows_max: usize) -> Option<Short> {
    let mut columns = vec![
        Column::text(&shell.t("monitoring-beside-measure")),
        Column::text(&shell.t("web-chart-period")),
        Column::number(&shell.t("monitoring-beside-here")),
    ];
    columns.extend(others.iter().map(|name| Column::number(name)));
    columns.push(Column::text(&shell.t("monitoring-column-source")));
    let table = Table::new("medido", &shell.t("monitoring-beside"), columns);
    short(shell, table, found, rows_max, |beside| {
        let series = &beside.series;
        let name = marks::said(shell.lang(), &series.name, series.name_en.as_deref());
        let value = |value: Decimal| Cell::html(Html::text(&shell.value(value)), &value.to_string());
        let mut cells = vec![
            Cell::text(&format!("{name} ({})", series.unit)),
            Cell::text(&shell.period(beside.period)),
            value(beside.value),
        ];
        cells.extend(beside.others.iter().map(|other| other.map_or_else(Cell::default, value)));
        cells.push(Cell::text(&series.source));
        cells
    })
}
