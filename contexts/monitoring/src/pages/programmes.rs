//! `/programas`: every budget programme of which money or technical sheets are known.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use base::Money;
use budget::pages::sources;
use web::components::{Cell, Column, Table, empty, years};
use web::{Html, Matter, PageError, Reading, Shell, origins};

use super::asked;
use crate::queries::origin;
use crate::queries::programmes::{Programme, programmes};

#[derive(Template)]
#[template(path = "programmes.html")]
pub struct ProgrammesPage {
    shell: Shell,
    years: Html,
    table: Table,
    nothing: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let years = asked::with_year(&mut reading).await?;
    let (known, asked) = (reading.known, (reading.view.year, reading.judged_on()));
    let (files, columnar) = (reading.app.files.clone(), asked::columnar(&reading)?);
    let found = programmes(reading.conn(), &files, columnar.as_ref(), known, asked).await;
    let found = found.map_err(PageError::internal)?;
    let mut shell = reading.shell(&reading.t("monitoring-programmes"), Matter::Real);
    sources::add(&mut reading, &mut shell, asked.0).await?;
    let facts = [budget::queries::origin::claims(), origin::cards(None)].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let page = ProgrammesPage::of(shell, &found, years);
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

impl ProgrammesPage {
    pub fn of(shell: Shell, found: &BTreeMap<String, Programme>, known: Vec<i16>) -> Self {
        let columns = vec![
            Column::text(&shell.t("monitoring-programme")),
            Column::number(&shell.t("budget-column-pim")),
            Column::number(&shell.t("budget-column-accrued")),
            Column::number(&shell.t("budget-progress")),
            Column::number(&shell.t("monitoring-programme-claimed-percent")),
            Column::number(&shell.t("monitoring-programme-cards-count")),
        ];
        let mut table = Table::new("programas", &shell.t("monitoring-programmes"), columns);
        let mut rows: Vec<(&String, &Programme)> = found.iter().collect();
        rows.sort_by_key(|(_, programme)| std::cmp::Reverse(programme.pim.map(|split| split.total())));
        for (code, programme) in rows {
            table.push(row(&shell, code, programme));
        }
        let nothing =
            if found.is_empty() { empty(&shell.t("monitoring-programmes-none")) } else { Html::default() };
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        Self { years: years(&shell, shown, known), table: table.with_files(&shell), nothing, shell }
    }
}

fn row(shell: &Shell, code: &str, programme: &Programme) -> Vec<Cell> {
    let total = programme.pim.map(|split| split.total());
    let money =
        |amount: Option<Money>| amount.map_or_else(Cell::default, |amount| Cell::money(shell, amount));
    let percent = |part: Option<Money>| part.zip(total).and_then(|(part, total)| part.percent_of(total));
    let claimed = programme.pim.map(|split| split.claimed + split.shared);
    vec![
        Cell::link(&shell.view.link_to(&["programa", code]), &format!("{code} {}", programme.name)),
        money(total),
        money(programme.accrued),
        Cell::percent_bar(shell, percent(programme.accrued)),
        Cell::percent_bar(shell, percent(claimed)),
        Cell::count(shell, programme.cards),
    ]
}
