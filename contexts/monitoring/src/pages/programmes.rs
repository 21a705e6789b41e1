//! `/programas`: every budget programme of which money or technical sheets are known.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use base::Money;
use budget::domain::{Dimension, Measure, attribution::Split};
use budget::queries::{CoverageBy, LedgerRequest, ledger};
use web::components::{Cell, Column, Table, bar, empty, years};
use web::{Html, Matter, PageError, Reading, Shell};

use super::asked;
use crate::queries::cards::cards;

#[derive(Template)]
#[template(path = "programmes.html")]
pub struct ProgrammesPage {
    shell: Shell,
    years: Html,
    table: Table,
    nothing: Html,
}

/// One programme.
#[derive(Clone, Debug, Default)]
pub struct Programme {
    pub name: String,
    pub pim: Option<Split>,
    pub accrued: Option<Money>,
    pub cards: usize,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let years = asked::with_year(&mut reading).await?.into_keys().collect();
    let found = programmes(&mut reading).await?;
    let shell = reading.shell(&reading.t("monitoring-programmes"), Matter::Real);
    let page = ProgrammesPage::of(shell, &found, years);
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

async fn programmes(reading: &mut Reading) -> Result<BTreeMap<String, Programme>, PageError> {
    let (known, files, columnar) = (reading.known, reading.app.files.clone(), asked::columnar(reading)?);
    let (on, year) = (reading.judged_on(), reading.view.year);
    let portfolio = planning::queries::portfolio(reading.conn(), known, on).await?;
    let request = LedgerRequest { year, measures: vec![Measure::Pim, Measure::Accrued] };
    let ledger = ledger(reading.conn(), &files, columnar.as_ref(), known, &portfolio, &request).await;
    let coverage = ledger.map_err(PageError::internal)?.coverage(CoverageBy::Programme);
    let names = budget::queries::names(reading.conn(), known, Dimension::Programme).await?;
    let mut found: BTreeMap<String, Programme> = BTreeMap::new();
    for (_, card) in cards(reading.conn(), known, None).await? {
        let programme = found.entry(card.programme).or_default();
        programme.name = card.programme_name;
        programme.cards += 1;
    }
    let at = |measure| coverage.measures.iter().position(|m| *m == measure);
    let (pim, accrued) = (at(Measure::Pim), at(Measure::Accrued));
    for line in coverage.lines.into_iter().filter(|line| !line.code.is_empty()) {
        let programme = found.entry(line.code.clone()).or_default();
        if let Some(name) = names.name(&line.code) {
            name.clone_into(&mut programme.name);
        }
        programme.pim = pim.and_then(|at| line.amounts.get(at).copied());
        programme.accrued = accrued.and_then(|at| line.amounts.get(at)).map(Split::total);
    }
    Ok(found)
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
        Self { years: years(&shell, shown, known), table: table.with_csv(&shell), nothing, shell }
    }
}

fn row(shell: &Shell, code: &str, programme: &Programme) -> Vec<Cell> {
    let total = programme.pim.map(|split| split.total());
    let money = |amount: Option<Money>| amount.map_or_else(Cell::default, Cell::money);
    let percent = |part: Option<Money>| part.zip(total).and_then(|(part, total)| part.percent_of(total));
    let shown = |percent: Option<f64>| {
        percent.map_or_else(Cell::default, |p| Cell::html(bar(p, &shell.percent(p)), &p.to_string()))
    };
    let claimed = programme.pim.map(|split| split.claimed + split.shared);
    vec![
        Cell::link(&shell.view.link_to(&["programa", code]), &format!("{code} {}", programme.name)),
        money(total),
        money(programme.accrued),
        shown(percent(programme.accrued)),
        shown(percent(claimed)),
        Cell::count(shell, programme.cards),
    ]
}
