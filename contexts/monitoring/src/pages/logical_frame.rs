//! `/programa/{code}/marco`: the five levels of a programme as the sources tell them, and what is missing.
use axum::extract::Path;
use axum::response::Response;
use base::Money;
use budget::domain::Dimension;
use budget::pages::sources;
use budget::queries::name_history;
use web::components::{Cell, Column, Table};
use web::sections::{Page, Section, link};
use web::{Html, PageError, Reading, Shell, origins};

use super::{asked, designs, marks, tables};
use crate::domain::design::Aspect;
use crate::queries::logical_frame::{Gap, Line, LogicalFrame, Product, logical_frame};
use crate::queries::origin;
use crate::queries::programme::ProgrammeRequest;

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    asked::with_year(&mut reading).await?;
    let (known, year, on) = (reading.known, reading.view.year, reading.judged_on());
    let (files, columnar) = (reading.app.files.clone(), asked::columnar(&reading)?);
    let today = reading.today;
    let names = name_history(reading.conn(), known, Dimension::Programme, &code).await?;
    let request = ProgrammeRequest { code: &code, year, on };
    let found = logical_frame(reading.conn(), &files, columnar.as_ref(), (known, today), &request).await;
    let found = found.map_err(PageError::internal)?;
    let of_card = found.specific.first().map(|(_, card)| card.programme_name.clone());
    let name = names.last().map(|at| at.name.clone()).or(of_card).ok_or(PageError::NotFound)?;
    let samples = found.final_results.iter().map(|claim| claim.sample);
    let mut shell = reading.shell("", tables::matter(samples));
    shell.title = shell.t1("monitoring-frame-title", "programme", name.as_str());
    sources::add(&mut reading, &mut shell, year).await?;
    let facts =
        [budget::queries::origin::claims(), origin::cards(Some(&code)), origin::designs(&code)].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let shell = shell.under("/programas", &reading.t("monitoring-programmes"));
    let mut page = Page::new(shell);
    let sections = sections(&page.shell, (&code, &name), year, &found);
    page.add_all(sections);
    page.answer()
}

fn sections(
    shell: &Shell,
    (code, name): (&str, &str),
    year: Option<i16>,
    found: &LogicalFrame,
) -> Vec<Section> {
    let say = |key: &str| shell.t(&format!("monitoring-frame-{key}"));
    let href = shell.view.link_to(&["programa", code]);
    vec![
        Section::top()
            .say(say("lead"))
            .say(link(&href, name))
            .table_or(gaps(shell, &found.gaps), &say("complete"))
            .say(say("not-told")),
        Section::new("parte-diseno", &say("design"))
            .table_or(designs::statements(shell, &found.described()), &say("design-none")),
        Section::new("parte-final", &say("final")).table_or(finals(shell, found), &say("final-none")),
        Section::new("parte-especifico", &say("specific"))
            .table_or(specific(shell, found), &say("specific-none")),
        Section::new("parte-productos", &say("products"))
            .say(say("unit-cost-about"))
            .table_or(products(shell, &found.products, year), &say("products-none")),
        Section::new("parte-insumos", &say("inputs"))
            .table_or(inputs(shell, &found.inputs), &say("products-none")),
    ]
}

fn text(shell: &Shell, key: &str) -> Column {
    Column::text(&shell.t(&format!("monitoring-frame-{key}")))
}

fn number(shell: &Shell, key: &str) -> Column {
    Column::number(&shell.t(&format!("monitoring-frame-{key}")))
}

fn gaps(shell: &Shell, all: &[Gap]) -> Table {
    let mut table = Table::new(
        "vacios",
        &shell.t("monitoring-frame-gaps"),
        vec![text(shell, "gap"), text(shell, "gap-of")],
    );
    for gap in all {
        let (key, of) = match gap {
            Gap::NoFinalResult => ("no-final", String::new()),
            Gap::NoSpecificResult => ("no-specific", String::new()),
            Gap::NoProblem => ("no-problem", String::new()),
            Gap::NoTargetPopulation => ("no-target-population", String::new()),
            Gap::NoBeneficiaries(n) => ("no-beneficiaries", shell.count(*n)),
            Gap::NoMagnitude(n) => ("no-magnitude", shell.count(*n)),
            Gap::Unmeasured(code) => ("unmeasured", code.clone()),
            Gap::Unfunded(code) => ("unfunded", code.clone()),
            Gap::NoDimension(n) => ("no-dimension", shell.count(*n)),
            Gap::NoInterval(n) => ("no-interval", shell.count(*n)),
            Gap::NotMeasurable(n) => ("not-measurable", shell.count(*n)),
        };
        table.push(vec![Cell::text(&shell.t(&format!("monitoring-frame-gap-{key}"))), Cell::text(&of)]);
    }
    table.with_files(shell)
}

fn finals(shell: &Shell, found: &LogicalFrame) -> Table {
    let columns = vec![Column::text(&shell.t("monitoring-column-element")), number(shell, "held")];
    let mut table = Table::new("finales", &shell.t("monitoring-frame-final"), columns).stacked();
    for claim in &found.final_results {
        let title = marks::said(shell.lang(), &claim.title, claim.title_en.as_deref());
        let name =
            marks::link(&marks::element_href(shell, &claim.element), &format!("{} {title}", claim.element));
        table.push(vec![
            Cell::html(name.and(&marks::sample(shell, claim.sample)), &format!("{} {title}", claim.element)),
            claim.held.map_or_else(Cell::default, |held| Cell::money(shell, held)),
        ]);
    }
    table.with_files(shell)
}

fn specific(shell: &Shell, found: &LogicalFrame) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-indicator")),
        Column::text(&shell.t("planning-unit")),
        Column::text(&shell.t("monitoring-sheet-source")),
        text(shell, "dimension"),
    ];
    let mut table = Table::new("especificos", &shell.t("monitoring-frame-specific"), columns).stacked();
    for (key, card) in &found.specific {
        table.push(vec![
            Cell::text(&format!("{} {} ({})", key.code, card.name, key.year)),
            Cell::text(&card.unit),
            Cell::text(card.data_source.as_deref().unwrap_or_default()),
            Cell::text(card.dimension.as_deref().unwrap_or_default()),
        ]);
    }
    table.with_files(shell)
}

fn money(shell: &Shell, line: &Line) -> [Cell; 3] {
    let percent = line.accrued.percent_of(line.pim);
    let cell = |money: Money| Cell::money(shell, money);
    [cell(line.pim), cell(line.accrued), Cell::percent(shell, percent)]
}

fn products(shell: &Shell, all: &[Product], year: Option<i16>) -> Table {
    let columns = vec![
        text(shell, "product"),
        number(shell, "pim"),
        number(shell, "accrued"),
        Column::number(&shell.t("budget-progress")),
        number(shell, "activities"),
        number(shell, "indicators"),
        text(shell, "planned"),
        number(shell, "unit-cost"),
    ];
    let mut table = Table::new("productos", &shell.t("monitoring-frame-products"), columns).stacked();
    for product in all {
        let mut cells = vec![Cell::text(&format!("{} {}", product.line.code, product.line.name))];
        cells.extend(money(shell, &product.line));
        cells.extend([product.activities, product.cards].map(|n| Cell::count(shell, n)));
        let planned = product.said(Aspect::Magnitude).and_then(|said| said.amount.as_ref());
        cells.push(planned.map_or_else(Cell::default, |amount| designs::amount(shell, amount)));
        let cost = year.and_then(|year| product.unit_cost(year));
        cells.push(cost.map_or_else(Cell::default, |(cost, _)| Cell::money(shell, cost)));
        table.push(cells);
    }
    table.with_files(shell)
}

fn inputs(shell: &Shell, all: &[Line]) -> Table {
    let columns = vec![
        text(shell, "input"),
        number(shell, "pim"),
        number(shell, "accrued"),
        Column::number(&shell.t("budget-progress")),
    ];
    let mut table = Table::new("insumos", &shell.t("monitoring-frame-inputs"), columns).stacked();
    for line in all {
        let mut cells = vec![Cell::html(Html::text(&format!("{} {}", line.code, line.name)), &line.code)];
        cells.extend(money(shell, line));
        table.push(cells);
    }
    table.with_files(shell)
}
