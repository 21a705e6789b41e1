//! `/entregas`: every file that arrived, what it holds, and what it still answers for.
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use base::{Digest, Seq};
use jiff::civil::Date;
use web::components::{Cell, Column, Figure, Figures, Pages, Table, Tone, empty, tag};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::links;
use crate::{
    Catalogue, CatalogueError,
    queries::{self, DeliveryView},
};

const ROWS: usize = 40;

#[derive(Template)]
#[template(path = "deliveries.html")]
pub struct DeliveriesPage {
    pub shell: Shell,
    figures: Figures,
    table: Table,
    pages: Html,
    nothing: Html,
}

/// A delivery and the day it was recorded.
pub struct Arrived {
    pub view: DeliveryView,
    pub on: Option<Date>,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let arrived = load(&mut reading).await?;
    let shell = reading.shell(&reading.t("budget-deliveries"), Matter::Real);
    let page = DeliveriesPage::of(shell, &arrived)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table]) {
        return file;
    }
    web::html(&page)
}

/// Every delivery known, in the order of arrival.
pub async fn load(reading: &mut Reading) -> Result<Vec<Arrived>, PageError> {
    let (known, app) = (reading.known, reading.app.clone());
    let views = queries::deliveries(reading.conn(), &app.files, known).await?;
    let seqs = views.iter().map(|view| Seq(view.delivery.seq)).collect();
    let days = journal::days_of(reading.conn(), &seqs, app.frame.country.offset()).await?;
    let arrived = |view: DeliveryView| Arrived { on: days.get(&Seq(view.delivery.seq)).copied(), view };
    Ok(views.into_iter().map(arrived).collect())
}

/// What the country pack known says of budget files; `None` before one was recorded.
pub async fn catalogue(reading: &mut Reading) -> Result<Option<Arc<Catalogue>>, PageError> {
    let (known, files) = (reading.known, reading.app.files.clone());
    match Catalogue::known(reading.conn(), &files, known).await {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(CatalogueError::Pack(pack::Error::NoPack)) => Ok(None),
        Err(error) => Err(PageError::internal(error)),
    }
}

impl DeliveriesPage {
    pub fn of(shell: Shell, arrived: &[Arrived]) -> Result<Self, PageError> {
        let pages = Pages::of(&shell.view, ROWS)?;
        let year = shell.view.year;
        let of_year = |a: &&Arrived| {
            year.is_none_or(|y| a.view.delivery.year_first <= y && y <= a.view.delivery.year_last)
        };
        // The newest first: what arrived today is what people come to see.
        let wanted: Vec<&Arrived> = arrived.iter().rev().filter(of_year).collect();
        let (from, size) = match shell.view.format {
            Format::Html => (pages.offset(), ROWS),
            _ => (0, usize::MAX),
        };
        let mut table = Table::new("entregas", &shell.t("budget-deliveries"), columns(&shell));
        for one in wanted.iter().skip(from).take(size) {
            table.push(cells(&shell, one));
        }
        let nothing = match (wanted.is_empty(), arrived.is_empty()) {
            (false, _) => Html::default(),
            (true, true) => empty(&shell.t("budget-nothing-delivered")),
            (true, false) => empty(&shell.t("budget-deliveries-none-in-year")),
        };
        Ok(Self {
            figures: figures(&shell, &wanted),
            table: table.wide().with_files(&shell),
            pages: pages.links(&shell, wanted.len()),
            nothing,
            shell,
        })
    }
}

fn figures(shell: &Shell, arrived: &[&Arrived]) -> Figures {
    let figure = |key: &str, count: usize, note: String| Figure {
        label: shell.t(key),
        value: Html::text(&shell.count(count)),
        note: Html::text(&note),
        href: None,
    };
    let sum = |of: fn(&DeliveryView) -> usize| arrived.iter().map(|a| of(&a.view)).sum::<usize>();
    let rows = sum(|v| usize::try_from(v.delivery.rows).unwrap_or(usize::MAX));
    let refused = sum(|v| usize::try_from(v.delivery.refused).unwrap_or(usize::MAX));
    let superseded = arrived.iter().filter(|a| a.view.is_superseded()).count();
    Figures {
        figures: vec![
            figure("budget-deliveries", arrived.len(), shell.t1("budget-superseded-count", "n", superseded)),
            figure("budget-rows", rows, shell.t1("budget-refused-count", "n", refused)),
            figure("budget-units-answering", sum(|v| v.units_answering), shell.t("budget-units-note")),
        ],
    }
}

fn columns(shell: &Shell) -> Vec<Column> {
    let text = |key: &str| Column::text(&shell.t(key));
    let number = |key: &str| Column::number(&shell.t(key));
    vec![
        text("budget-delivery-column"),
        text("budget-state"),
        text("budget-arrived"),
        text("budget-source-column"),
        text("budget-layout"),
        text("budget-dimension-year"),
        number("budget-rows"),
        number("budget-refused"),
        number("budget-units"),
        number("budget-units-answering"),
        text("budget-digest"),
    ]
}

fn cells(shell: &Shell, arrived: &Arrived) -> Vec<Cell> {
    let view = &arrived.view;
    let delivery = &view.delivery;
    let count = |n: u64| Cell::count(shell, usize::try_from(n).unwrap_or(usize::MAX));
    let name = format!("{} · {}", delivery.delivery, delivery.file_name);
    vec![
        Cell::link(&links::delivery(shell, delivery.delivery), &name),
        state(shell, view),
        arrived.on.map_or_else(Cell::default, |on| Cell::text(&on.to_string())),
        Cell::text(&delivery.source),
        Cell::text(&delivery.layout),
        Cell::text(&years(view)),
        count(delivery.rows),
        count(delivery.refused),
        Cell::count(shell, view.units),
        Cell::count(shell, view.units_answering),
        digest(&delivery.digest),
    ]
}

/// Fiscal years that a delivery tells of.
pub fn years(view: &DeliveryView) -> String {
    let (first, last) = (view.delivery.year_first, view.delivery.year_last);
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// Whether a delivery answers, wholly or for a part, or another does in its place.
pub fn state(shell: &Shell, view: &DeliveryView) -> Cell {
    let (tone, key) = match view.units_answering {
        0 => (Tone::Unknown, "budget-superseded"),
        answering if answering < view.units => (Tone::Info, "budget-answers-in-part"),
        _ => (Tone::Good, "budget-answers"),
    };
    let word = shell.t(key);
    Cell::html(tag(tone, &word), &word)
}

/// The first digits of a hash, all of them on hover and in files.
pub fn digest(digest: &Digest) -> Cell {
    #[derive(Template)]
    #[template(ext = "html", source = r#"<abbr class="q-digest" title="{{ whole }}">{{ first }}…</abbr>"#)]
    struct Short<'a> {
        whole: &'a str,
        first: &'a str,
    }
    let whole = digest.to_string();
    let first = whole.get(..12).unwrap_or(&whole);
    Cell::html(Html::of(&Short { whole: &whole, first }), &whole)
}

#[cfg(test)]
pub mod tests {
    use base::Money;
    use web::{Lang, testing};

    use super::*;
    use crate::{Stored, TotalRow, domain::Measure};

    pub fn arrived(number: i64, units: usize, units_answering: usize, name: &str) -> Arrived {
        let delivery = Stored {
            delivery: number,
            file_name: name.to_owned(),
            source: "MEF".into(),
            layout: "mef_monthly".into(),
            precedence: 1,
            year_first: 2020,
            year_last: if number == 3 { 2021 } else { 2020 },
            month_last: 12,
            digest: Digest::of(name.as_bytes()),
            parquet: Digest::of(b"rows"),
            rows: 71_038,
            refused: u64::from(number == 2),
            rollups: Vec::new(),
            shrunk_reason: (number == 2).then(|| "<b>el ministerio</b> retiró filas".to_owned()),
            seq: number,
        };
        let total = |measure, centimos| TotalRow { measure, total: Money::centimos(centimos), negatives: 3 };
        let totals = vec![total(Measure::Pim, 123_456_789_012), total(Measure::Accrued, -1)];
        let on = Date::new(2026, 3, 2).ok();
        Arrived { view: DeliveryView { delivery, units, units_answering, totals }, on }
    }

    pub fn sample() -> Vec<Arrived> {
        let long = "gasto".repeat(40) + " <script>.csv";
        vec![arrived(1, 25, 0, "a.csv"), arrived(2, 25, 20, &long), arrived(3, 25, 25, "c.csv.gz")]
    }

    #[test]
    fn every_sample_in_every_language() {
        let many: Vec<Arrived> = (1..100).map(|n| arrived(n, 1, 1, "a.csv")).collect();
        for lang in Lang::ALL {
            for (url, arrived) in [
                ("/entregas", &sample()),
                ("/entregas?page=2", &many),
                ("/entregas?year=2019", &sample()),
                ("/entregas", &Vec::new()),
            ] {
                let shell =
                    testing::shell(lang, url, "budget-deliveries", Matter::Real, &[crate::MESSAGES]).unwrap();
                let page = DeliveriesPage::of(shell, arrived).unwrap();
                let text = page.render().unwrap();
                assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new(), "{url}");
                assert_eq!(page.nothing.is_empty(), !page.table.is_empty(), "{url}");
            }
        }
    }
}
