//! `/programa/{code}`: a budget programme: its money, who claims it, what it achieves, how it is measured.
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use budget::domain::{Dimension, Measure, attribution::Split};
use budget::pages::{Summary, sources, summary};
use budget::queries::{NameAt, name_history};
use web::components::{Cell, Column, Facts, Figure, Figures, Shares, Table, years};
use web::{Html, PageError, Reading, Shell, origins};

use super::entity::{no_money, year_words};
use super::indicator::Places;
use super::tables::{self, Short, left_out_words};
use super::{asked, indicators, marks};
use crate::domain::records::{Card, CardKey};
use crate::queries::cards::{Sheets, cards};
use crate::queries::origin;
use crate::queries::programme::{Claimed, ProgrammeClaims, ProgrammeRequest, programme_claims};
use crate::queries::standings::{Scope, Standing, standings};

const LINES: usize = 10;
const CARDS: usize = 40;

#[derive(Template)]
#[template(path = "programme.html")]
pub struct ProgrammePage {
    shell: Shell,
    code: String,
    /// Where its logical frame is told.
    frame: String,
    years: Html,
    names: Option<Facts>,
    figures: Option<Figures>,
    shares: Option<Shares>,
    over_claimed: Option<String>,
    money_none: Html,
    money: Vec<(Short, String)>,
    claims: Option<Table>,
    results: Option<Table>,
    cards: Option<Short>,
}

/// Everything the page shows of a programme.
pub struct Found {
    pub code: String,
    /// What it was called, the oldest first.
    pub names: Vec<NameAt>,
    pub by_entity: Summary,
    pub by_place: Summary,
    pub by_product: Summary,
    pub claims: ProgrammeClaims,
    /// Indicators bound to it as its results.
    pub results: Vec<Standing>,
    pub places: Places,
    pub cards: Arc<Sheets>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let years = asked::with_year(&mut reading).await?;
    let (known, year, on) = (reading.known, reading.view.year, reading.judged_on());
    let cards = cards(reading.conn(), known, Some(&code)).await?;
    let names = name_history(reading.conn(), known, Dimension::Programme, &code).await?;
    let name = name_in(&names, year).or_else(|| cards.first().map(|(_, card)| card.programme_name.clone()));
    let name = name.ok_or(PageError::NotFound)?;
    let filter = || vec![(Dimension::Programme, code.clone())];
    let by_entity = summary(&mut reading, Dimension::Entity, filter(), year).await?;
    let by_place = summary(&mut reading, Dimension::MetaDepartment, filter(), year).await?;
    let by_product = summary(&mut reading, Dimension::Product, filter(), year).await?;
    let (files, columnar) = (reading.app.files.clone(), asked::columnar(&reading)?);
    let request = ProgrammeRequest { code: &code, year, on };
    let claims = programme_claims(reading.conn(), &files, columnar.as_ref(), known, &request).await;
    let claims = claims.map_err(PageError::internal)?;
    let results = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &Scope::Programme(code.clone())).await?,
        None => Vec::new(),
    };
    let places = asked::places(&mut reading, results.iter().filter_map(|s| s.territory.as_ref())).await?;
    let samples = claims.claims.iter().map(|claim| claim.sample).chain(results.iter().map(|s| s.sample));
    let mut shell = reading.shell(&name, tables::matter(samples));
    sources::add(&mut reading, &mut shell, year).await?;
    let facts = [budget::queries::origin::claims(), origin::cards(Some(&code))].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let found = Found { code, names, by_entity, by_place, by_product, claims, results, places, cards, years };
    let page = ProgrammePage::of(shell, &found);
    if let Some(file) = Table::asked(&page.shell, page.tables()) {
        return file;
    }
    web::html(&page)
}

/// The name of the year, or the latest: a code whose name changes keeps both, dated.
fn name_in(names: &[NameAt], year: Option<i16>) -> Option<String> {
    let holds =
        |at: &&NameAt| year.is_some_and(|year| (at.year_first..=at.year_last).contains(&i64::from(year)));
    let latest = || names.iter().max_by_key(|at| at.year_last);
    names.iter().filter(holds).max_by_key(|at| at.year_last).or_else(latest).map(|at| at.name.clone())
}

impl ProgrammePage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let list = shell.t("monitoring-programmes");
        shell = shell.under("/programas", &list);
        let money = |money: &Summary, id: &str, key: &str| {
            let caption = shell.t1(key, "year", year_words(&shell));
            let (table, left_out) = money.table(&shell, id, &caption, LINES);
            (Short { table, left_out: left_out_words(&shell, left_out) }, money.href(&shell))
        };
        let none = found.by_entity.is_empty();
        let tables = vec![
            money(&found.by_product, "productos", "monitoring-programme-products"),
            money(&found.by_entity, "entidades", "monitoring-programme-entities"),
            money(&found.by_place, "lugares", "monitoring-programme-places"),
        ];
        let split = found.claims.split;
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        let results = shell.t("monitoring-programme-results");
        Self {
            code: found.code.clone(),
            frame: shell.view.link_to(&["programa", &found.code, "marco"]),
            years: years(&shell, shown, found.years.iter().copied()),
            names: names(&shell, &found.names),
            figures: (!none).then(|| figures(&shell, &found.by_entity)),
            shares: split.filter(|split| !split.total().is_zero()).map(|split| shares(&shell, &split)),
            over_claimed: over_claimed(&shell, split),
            money_none: if none { no_money(&shell, &found.years) } else { Html::default() },
            money: if none { Vec::new() } else { tables },
            claims: claim_table(&shell, &found.claims.claims),
            results: (!found.results.is_empty())
                .then(|| indicators::table(&shell, "resultados", &results, &found.results, &found.places)),
            cards: card_table(&shell, &found.cards),
            shell,
        }
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let money = self.money.iter().map(|(short, _)| &short.table);
        let cards = self.cards.iter().map(|short| &short.table);
        money.chain(&self.claims).chain(&self.results).chain(cards)
    }
}

/// Its names with their years, where it had several.
fn names(shell: &Shell, names: &[NameAt]) -> Option<Facts> {
    let distinct: std::collections::BTreeSet<&str> = names.iter().map(|at| at.name.as_str()).collect();
    let with = |facts: Facts, at: &NameAt| {
        let years = match (at.year_first, at.year_last) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        };
        facts.with(&shell.t1("monitoring-programme-named", "years", years), at.name.as_str())
    };
    (distinct.len() > 1).then(|| names.iter().fold(Facts::default(), with))
}

/// Every phase of the money that is reported, each beside the PIM.
fn figures(shell: &Shell, money: &Summary) -> Figures {
    let pim = money.total(Measure::Pim);
    let figure = |measure: Measure| {
        let total = money.total(measure)?;
        let percent = pim.filter(|_| !matches!(measure, Measure::Pia | Measure::Pim));
        let percent = percent.and_then(|pim| total.percent_of(pim));
        let of_pim = |p: f64| {
            web::components::bar(p, &shell.t1("monitoring-percent-of-pim", "percent", shell.percent(p)))
        };
        Some(Figure {
            label: shell.t(&format!("budget-measure-{}", measure.code())),
            value: shell.money(total),
            note: percent.map_or_else(Html::default, of_pim),
            href: None,
        })
    };
    Figures { figures: Measure::USUAL.into_iter().filter_map(figure).collect() }
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

fn claim_table(shell: &Shell, claims: &[Claimed]) -> Option<Table> {
    let columns = vec![
        Column::text(&shell.t("monitoring-column-element")),
        Column::text(&shell.t("monitoring-programme-pattern")),
        Column::number(&shell.t("monitoring-programme-share")),
        Column::number(&shell.t("monitoring-programme-held")),
        Column::text(&shell.t("monitoring-programme-basis")),
        Column::text(&shell.t("planning-matter")),
    ];
    let mut table = Table::new("reclamos", &shell.t("monitoring-programme-claims"), columns).stacked();
    for claim in claims {
        let title = marks::said(shell.lang(), &claim.title, claim.title_en.as_deref());
        let text = format!("{} {title}", claim.element);
        let sample = if claim.sample { shell.t("web-sample") } else { String::new() };
        table.push(vec![
            Cell::link(&marks::element_href(shell, &claim.element), &text),
            Cell::text(&claim.pattern.replace(';', "; ")),
            Cell::text(&claim.share_percent),
            claim.held.map_or_else(
                || Cell::text(&shell.t("monitoring-programme-unmet")),
                |held| Cell::money(shell, held),
            ),
            Cell::text(&shell.t(&format!("monitoring-basis-{}", claim.basis))),
            Cell::html(marks::sample(shell, claim.sample), &sample),
        ]);
    }
    (!claims.is_empty()).then(|| table.with_files(shell))
}

fn card_table(shell: &Shell, cards: &[(CardKey, Card)]) -> Option<Short> {
    let columns = vec![
        Column::text(&shell.t("monitoring-indicator")),
        Column::text(&shell.t("monitoring-sheet-level")),
        Column::text(&shell.t("monitoring-sheet-product")),
        Column::text(&shell.t("planning-unit")),
        Column::text(&shell.t("monitoring-sheet-source")),
    ];
    let table = Table::new("fichas", &shell.t("monitoring-programme-cards"), columns);
    tables::short(shell, table, cards, CARDS, |(key, card)| {
        vec![
            Cell::text(&format!("{} {} ({})", key.code, card.name, key.year)),
            Cell::text(&shell.t(&format!("card-level-{}", card.level.as_str()))),
            Cell::text(card.product_name.as_deref().unwrap_or_default()),
            Cell::text(&card.unit),
            Cell::text(card.data_source.as_deref().unwrap_or_default()),
        ]
    })
}
