//! `/programa/{code}`: a budget programme: its money, who claims it, how it says it is measured.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use budget::domain::{Dimension, Measure, attribution::Split};
use budget::pages::{Summary, summary};
use budget::queries::{CoverageBy, LedgerRequest, ledger};
use web::components::{Cell, Column, Figure, Figures, Shares, Table, years};
use web::{Html, Matter, PageError, Reading, Shell};

use super::entity::{left_out_words, no_money, year_words};
use super::{asked, marks};
use crate::domain::records::{Card, CardKey};
use crate::queries::cards::cards;

const LINES: usize = 10;
const CARDS: usize = 40;

#[derive(Template)]
#[template(path = "programme.html")]
pub struct ProgrammePage {
    shell: Shell,
    code: String,
    years: Html,
    figures: Option<Figures>,
    shares: Option<Shares>,
    over_claimed: Option<String>,
    money_none: Html,
    tables: Vec<(Table, Option<String>, String)>,
    claims: Option<Table>,
    cards: Option<Table>,
    cards_left_out: Option<String>,
}

/// An element that claims money of the programme.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub element: String,
    pub title: String,
    pub title_en: Option<String>,
    pub sample: bool,
    pub pattern: String,
    pub share_percent: String,
    pub basis: &'static str,
}

/// Everything the page shows of a programme.
pub struct Found {
    pub code: String,
    pub by_entity: Summary,
    pub by_place: Summary,
    pub by_product: Summary,
    pub split: Option<Split>,
    pub claims: Vec<Claimed>,
    pub cards: Vec<(CardKey, Card)>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let years = asked::with_year(&mut reading).await?.into_keys().collect();
    let (known, year) = (reading.known, reading.view.year);
    let cards = cards(reading.conn(), known, Some(&code)).await?;
    let names = budget::queries::names(reading.conn(), known, Dimension::Programme).await?;
    let name =
        names.name(&code).map(str::to_owned).or_else(|| cards.first().map(|(_, c)| c.programme_name.clone()));
    if name.is_none() {
        return Err(PageError::NotFound);
    }
    let filter = || vec![(Dimension::Programme, code.clone())];
    let by_entity = summary(&mut reading, Dimension::Entity, filter(), year).await?;
    let by_place = summary(&mut reading, Dimension::MetaDepartment, filter(), year).await?;
    let by_product = summary(&mut reading, Dimension::Product, filter(), year).await?;
    let (split, claims) = claims(&mut reading, &code).await?;
    let shell = reading.shell(name.as_deref().unwrap_or(&code), Matter::Real);
    let found = Found { code, by_entity, by_place, by_product, split, claims, cards, years };
    let page = ProgrammePage::of(shell, &found);
    let tables = page.tables.iter().map(|(table, ..)| table).chain(&page.claims).chain(&page.cards);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

/// How much of the programme's PIM stands behind an objective, and which elements name it in their claims.
async fn claims(reading: &mut Reading, code: &str) -> Result<(Option<Split>, Vec<Claimed>), PageError> {
    let (known, files, columnar) = (reading.known, reading.app.files.clone(), asked::columnar(reading)?);
    let (on, year) = (reading.judged_on(), reading.view.year);
    let portfolio = planning::queries::portfolio(reading.conn(), known, on).await?;
    let request = LedgerRequest { year, measures: vec![Measure::Pim] };
    let ledger = ledger(reading.conn(), &files, columnar.as_ref(), known, &portfolio, &request).await;
    let ledger = ledger.map_err(PageError::internal)?;
    let coverage = ledger.coverage(CoverageBy::Programme);
    let line = coverage.lines.iter().find(|line| line.code == code);
    let split = line.and_then(|line| line.amounts.first().copied());
    let names = |claim: &&budget::domain::attribution::Attribution| {
        let terms = claim.pattern.terms();
        terms.iter().any(|(column, term)| *column == Dimension::Programme && term.meets(code))
    };
    let claimed = ledger.claims.iter().filter(names).map(|claim| {
        let step =
            portfolio.find(&claim.element).and_then(|at| planning::queries::thread::step(&portfolio, at));
        Claimed {
            element: step.as_ref().map_or_else(|| claim.element.to_string(), |step| step.element.clone()),
            title: step.as_ref().map(|step| step.title.clone()).unwrap_or_default(),
            title_en: step.as_ref().and_then(|step| step.title_en.clone()),
            sample: step.as_ref().is_some_and(|step| step.sample),
            pattern: claim.pattern.to_string(),
            share_percent: claim.share.to_string(),
            basis: claim.basis.code(),
        }
    });
    Ok((split, claimed.collect()))
}

impl ProgrammePage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let samples = found.claims.iter().map(|claim| Matter::of(claim.sample));
        shell.matter = samples.fold(Matter::Real, Matter::with);
        let list = shell.t("monitoring-programmes");
        shell = shell.under("/programas", &list);
        let table = |money: &Summary, id: &str, key: &str| {
            let caption = shell.t1(key, "year", year_words(&shell));
            let (table, left_out) = money.table(&shell, id, &caption, LINES);
            (table, left_out_words(&shell, left_out), money.href(&shell))
        };
        let none = found.by_entity.is_empty();
        let tables = vec![
            table(&found.by_product, "productos", "monitoring-programme-products"),
            table(&found.by_entity, "entidades", "monitoring-programme-entities"),
            table(&found.by_place, "lugares", "monitoring-programme-places"),
        ];
        let rest = found.cards.len().saturating_sub(CARDS);
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        Self {
            code: found.code.clone(),
            years: years(&shell, shown, found.years.iter().copied()),
            figures: (!none).then(|| figures(&shell, found)),
            shares: found.split.filter(|split| !split.total().is_zero()).map(|split| shares(&shell, &split)),
            over_claimed: over_claimed(&shell, found.split),
            money_none: if none { no_money(&shell, &found.years) } else { Html::default() },
            tables: if none { Vec::new() } else { tables },
            claims: (!found.claims.is_empty()).then(|| claim_table(&shell, &found.claims)),
            cards: (!found.cards.is_empty()).then(|| card_table(&shell, &found.cards)),
            cards_left_out: (rest > 0).then(|| marks::count(&shell, "monitoring-lines-left-out", rest)),
            shell,
        }
    }
}

fn figures(shell: &Shell, found: &Found) -> Figures {
    let total = |measure| found.by_entity.total(measure);
    let (pim, accrued) = (total(Measure::Pim), total(Measure::Accrued));
    let none = || Html::text(&shell.t("web-none"));
    let figure = |key: &str, value: Html, note: Html| Figure { label: shell.t(key), value, note, href: None };
    let percent = accrued.zip(pim).and_then(|(accrued, pim)| accrued.percent_of(pim));
    let bar = percent.map_or_else(Html::default, |p| web::components::bar(p, &shell.percent(p)));
    Figures {
        figures: vec![
            figure("budget-measure-pim", pim.map_or_else(none, |m| shell.money(m)), Html::default()),
            figure("budget-measure-accrued", accrued.map_or_else(none, |m| shell.money(m)), Html::default()),
            figure("budget-progress", percent.map_or_else(none, |p| Html::text(&shell.percent(p))), bar),
        ],
    }
}

pub fn shares(shell: &Shell, split: &Split) -> Shares {
    let parts = [("claimed", split.claimed), ("shared", split.shared), ("unclaimed", split.unclaimed)];
    let some = parts.into_iter().filter(|(_, money)| !money.is_zero());
    some.fold(Shares::new(), |shares, (key, money)| {
        let percent = money.percent_of(split.total()).unwrap_or_default();
        shares.part(shell, &shell.t(&format!("budget-coverage-{key}")), percent, shell.money(money))
    })
}

/// What is claimed beyond the whole: beside the parts, never in them.
pub fn over_claimed(shell: &Shell, split: Option<Split>) -> Option<String> {
    let over = split?.over_claimed;
    (!over.is_zero()).then(|| shell.t1("monitoring-money-over-claimed", "amount", shell.money_text(over)))
}

fn claim_table(shell: &Shell, claims: &[Claimed]) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-column-element")),
        Column::text(&shell.t("monitoring-programme-pattern")),
        Column::number(&shell.t("monitoring-programme-share")),
        Column::text(&shell.t("monitoring-programme-basis")),
        Column::text(&shell.t("planning-matter")),
    ];
    let mut table = Table::new("reclamos", &shell.t("monitoring-programme-claims"), columns);
    for claim in claims {
        let title = marks::said(shell.lang(), &claim.title, claim.title_en.as_deref());
        let text = format!("{} {title}", claim.element);
        let sample = if claim.sample { shell.t("web-sample") } else { String::new() };
        table.push(vec![
            Cell::link(&marks::element_href(shell, &claim.element), &text),
            Cell::text(&claim.pattern.replace(';', "; ")),
            Cell::text(&claim.share_percent),
            Cell::text(&shell.t(&format!("monitoring-basis-{}", claim.basis))),
            Cell::html(marks::sample(shell, claim.sample), &sample),
        ]);
    }
    table.with_csv(shell)
}

fn card_table(shell: &Shell, cards: &[(CardKey, Card)]) -> Table {
    let columns = vec![
        Column::text(&shell.t("monitoring-indicator")),
        Column::text(&shell.t("monitoring-sheet-level")),
        Column::text(&shell.t("monitoring-sheet-product")),
        Column::text(&shell.t("planning-unit")),
        Column::text(&shell.t("monitoring-sheet-source")),
    ];
    let mut table = Table::new("fichas", &shell.t("monitoring-programme-cards"), columns);
    let is_page = shell.view.format == web::Format::Html;
    for (key, card) in cards.iter().take(if is_page { CARDS } else { cards.len() }) {
        table.push(vec![
            Cell::text(&format!("{} {} ({})", key.code, card.name, key.year)),
            Cell::text(&shell.t(&format!("card-level-{}", card.level.as_str()))),
            Cell::text(card.product_name.as_deref().unwrap_or_default()),
            Cell::text(&card.unit),
            Cell::text(card.data_source.as_deref().unwrap_or_default()),
        ]);
    }
    table.with_csv(shell)
}
