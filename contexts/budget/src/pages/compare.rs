//! `/entregas/comparar`: what one delivery says otherwise than another, line by line and measure by measure.
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use base::Money;
use web::components::{Cell, Column, Figure, Figures, Filters, Pages, Table, Tone, empty, tag};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::{
    deliveries,
    deliveries::Arrived,
    explorer,
    labels::{Labels, Wanted},
    links, sources,
};
use crate::{
    columnar::{Columnar, LinePair, line_key},
    domain::{Dimension, Measure},
    queries::{self, DeliveryDiff, DiffError, MeasureDiff},
};

/// Files with more rows than these are not compared while somebody waits for a page.
const COMPARED_MAX: u64 = 300_000;
/// Lines in one page.
const ROWS: usize = 30;
/// What tells a line apart for a reader; the file has every classification.
const SHOWN: [Dimension; 8] = [
    Dimension::SecEjec,
    Dimension::GoalSequence,
    Dimension::Purpose,
    Dimension::Programme,
    Dimension::Product,
    Dimension::Activity,
    Dimension::Source,
    Dimension::SpecificDetail,
];
/// The measures of which a line's change is shown.
const MEASURES: [Measure; 4] = [Measure::Pim, Measure::Certified, Measure::CommittedAnnual, Measure::Accrued];

#[derive(Template)]
#[template(path = "compare.html")]
pub struct ComparePage {
    pub shell: Shell,
    form: Filters,
    nothing: Html,
    warning: Html,
    figures: Option<Figures>,
    measures: Option<Table>,
    lines: Option<Table>,
    pages: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let all = deliveries::load(&mut reading).await?;
    let asked = (number(&reading, "old")?, number(&reading, "new")?);
    let diff = match asked {
        (Some(old), Some(new)) if !is_large(&all, old, new) => Some(diff(&mut reading, old, new).await?),
        _ => None,
    };
    let crumb = reading.t("budget-deliveries");
    let mut shell = reading.shell(&reading.t("budget-compare"), Matter::Real).under("/entregas", &crumb);
    if diff.is_some() {
        sources::add_deliveries(&mut reading, &mut shell, [asked.0, asked.1].into_iter().flatten()).await?;
    }
    let mut wanted = Wanted::new();
    for (at, dimension) in (0..).zip(line_key()).filter(|(_, d)| SHOWN.contains(d)) {
        let shown = diff.iter().flat_map(|diff| shown(&shell, diff, Pages::of(&shell.view, ROWS).ok()));
        let codes = shown.filter_map(|pair| pair.key.get(at).cloned());
        wanted.entry(dimension).or_default().extend(codes);
    }
    let on = reading.known_on();
    let labels = Labels::load(&mut reading, None, &wanted, None, on).await?;
    let page = ComparePage::of(shell, &all, asked, diff.as_ref(), &labels)?;
    if let Some(file) = Table::asked(&page.shell, page.measures.iter().chain(&page.lines)) {
        return file;
    }
    web::html(&page)
}

fn number(reading: &Reading, name: &'static str) -> Result<Option<i64>, PageError> {
    let Some(text) = reading.view.one(name) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| PageError::parameter(name, text))
}

fn is_large(all: &[Arrived], old: i64, new: i64) -> bool {
    let chosen = all.iter().map(|a| &a.view.delivery).filter(|d| d.delivery == old || d.delivery == new);
    chosen.map(|delivery| delivery.rows).sum::<u64>() > COMPARED_MAX
}

async fn diff(reading: &mut Reading, old: i64, new: i64) -> Result<DeliveryDiff, PageError> {
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    match queries::diff(reading.conn(), &app.files, columnar, known, old, new).await {
        Ok(diff) => Ok(diff),
        Err(DiffError::Unknown(number)) => Err(PageError::Refused {
            key: "budget-refused-delivery",
            args: vec![("number", number.to_string().into())],
        }),
        Err(error) => Err(PageError::internal(error)),
    }
}

impl ComparePage {
    pub fn of(
        shell: Shell,
        all: &[Arrived],
        (old, new): (Option<i64>, Option<i64>),
        diff: Option<&DeliveryDiff>,
        labels: &Labels,
    ) -> Result<Self, PageError> {
        let pages = Pages::of(&shell.view, ROWS)?;
        let layout = |number: Option<i64>| {
            let of = all.iter().find(|a| Some(a.view.delivery.delivery) == number)?;
            Some(&of.view.delivery.layout)
        };
        let unlike = diff.is_some() && layout(old) != layout(new);
        let same = diff.is_some_and(|diff| diff.lines.is_empty());
        let large = old.zip(new).is_some_and(|(old, new)| is_large(all, old, new));
        let nothing = match diff {
            None if large => empty(&shell.t("budget-compare-large")),
            None => empty(&shell.t("budget-compare-choose")),
            Some(_) if same => empty(&shell.t("budget-compare-same")),
            Some(_) => Html::default(),
        };
        Ok(Self {
            form: form(&shell, all, old, new),
            nothing,
            warning: if unlike { empty(&shell.t("budget-compare-unlike")) } else { Html::default() },
            figures: diff.map(|diff| figures(&shell, diff)),
            measures: diff.map(|diff| measures(&shell, diff)),
            lines: diff.filter(|_| !same).map(|diff| lines(&shell, diff, pages, labels)),
            pages: pages.links(&shell, diff.map_or(0, |diff| diff.lines.len())),
            shell,
        })
    }
}

/// The end of a name: daily files of one report differ there.
fn tail(name: &str) -> String {
    const LENGTH_MAX: usize = 18;
    let length = name.chars().count();
    if length <= LENGTH_MAX {
        return name.to_owned();
    }
    std::iter::once('…').chain(name.chars().skip(length - LENGTH_MAX)).collect()
}

fn form(shell: &Shell, all: &[Arrived], old: Option<i64>, new: Option<i64>) -> Filters {
    let options = || {
        all.iter().rev().map(|a| {
            let delivery = &a.view.delivery;
            (delivery.delivery.to_string(), format!("{} · {}", delivery.delivery, tail(&delivery.file_name)))
        })
    };
    let none = || [(String::new(), shell.t("budget-by-none"))].into_iter();
    let chosen = |number: Option<i64>| number.map(|n| n.to_string());
    Filters::new(shell)
        .choice("old", &shell.t("budget-compare-old"), chosen(old).as_deref(), none().chain(options()))
        .choice("new", &shell.t("budget-compare-new"), chosen(new).as_deref(), none().chain(options()))
}

fn figures(shell: &Shell, diff: &DeliveryDiff) -> Figures {
    let figure = |key: &str, count: usize, note: String| Figure {
        label: shell.t(key),
        value: Html::text(&shell.count(count)),
        note: Html::text(&note),
        href: None,
    };
    let rows = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
    let of = |key: &str, n: u64| shell.t1(key, "n", rows(n));
    Figures {
        figures: vec![
            figure("budget-lines-added", diff.added, of("budget-rows-new", diff.rows_new)),
            figure("budget-lines-gone", diff.gone, of("budget-rows-old", diff.rows_old)),
            figure("budget-lines-changed", diff.changed, String::new()),
        ],
    }
}

fn measures(shell: &Shell, diff: &DeliveryDiff) -> Table {
    let columns = vec![
        Column::text(&shell.t("budget-measure")),
        Column::number(&shell.t1("budget-delivery", "number", diff.old.to_string())),
        Column::number(&shell.t1("budget-delivery", "number", diff.new.to_string())),
        Column::number(&shell.t("budget-difference")),
    ];
    let mut table = Table::new("medidas", &shell.t("budget-compare-measures"), columns);
    for MeasureDiff { measure, old, new, difference } in &diff.measures {
        table.push(vec![
            Cell::text(&explorer::measure(shell, *measure)),
            explorer::money(shell, *old),
            explorer::money(shell, *new),
            explorer::money(shell, *difference),
        ]);
    }
    table.with_files(shell)
}

/// What a line's measure is more by.
fn change(pair: &LinePair, measure: Measure) -> Option<Money> {
    let amount = |side: &Option<crate::domain::CutRow>| {
        side.as_ref().and_then(|row| row.amounts.get(measure.index()).copied().flatten())
    };
    match (amount(&pair.old), amount(&pair.new)) {
        (None, None) => None,
        (old, new) => Some(new.unwrap_or_default() - old.unwrap_or_default()),
    }
}

/// The lines that the view shows, the largest change of money first: that is what a reader looks for.
fn shown<'d>(shell: &Shell, diff: &'d DeliveryDiff, pages: Option<Pages>) -> Vec<&'d LinePair> {
    let mut lines: Vec<&LinePair> = diff.lines.iter().collect();
    let weight = |pair: &LinePair| {
        MEASURES.iter().filter_map(|m| change(pair, *m)).map(|m| m.as_centimos().unsigned_abs()).max()
    };
    lines.sort_by_key(|pair| std::cmp::Reverse(weight(pair)));
    match pages.filter(|_| shell.view.format == Format::Html) {
        Some(pages) => lines.into_iter().skip(pages.offset()).take(pages.size()).collect(),
        None => lines,
    }
}

/// What a line is, for a reader: the classifications that tell it apart, with their names.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{{ mark }}<ul class="q-line">{% for (dimension, code) in parts %}<li>{{ dimension }}: {{ code }}</li>{% endfor %}</ul>"#
)]
struct LineWords {
    mark: Html,
    parts: Vec<(String, Html)>,
}

fn lines(shell: &Shell, diff: &DeliveryDiff, pages: Pages, labels: &Labels) -> Table {
    let is_file = shell.view.format != Format::Html;
    let keys: Vec<(usize, Dimension)> = (0..).zip(line_key()).collect();
    let mut columns = vec![Column::text(&shell.t("budget-line-change"))];
    if is_file {
        columns.extend(keys.iter().map(|(_, d)| Column::text(&links::dimension(shell, *d))));
    }
    let word = |m: Measure| shell.t1("budget-change-of", "measure", explorer::measure_short(shell, m));
    columns.extend(MEASURES.map(|m| Column::number(&word(m))));
    let mut table = Table::new("lineas", &shell.t("budget-compare-lines"), columns);
    for pair in shown(shell, diff, Some(pages)) {
        let (tone, key) = match (&pair.old, &pair.new) {
            (None, _) => (Tone::Good, "budget-line-added"),
            (_, None) => (Tone::Behind, "budget-line-gone"),
            _ => (Tone::Info, "budget-line-changed"),
        };
        let word = shell.t(key);
        let code = |at: &usize| pair.key.get(*at).map_or("", String::as_str);
        let mut cells = if is_file {
            let codes = keys.iter().map(|(at, _)| Cell::text(code(at)));
            std::iter::once(Cell::text(&word)).chain(codes).collect()
        } else {
            let told = keys.iter().filter(|(at, d)| SHOWN.contains(d) && !code(at).is_empty());
            let parts = told
                .map(|(at, d)| (links::dimension(shell, *d), labels.coded(shell, *d, code(at), &[], None)));
            let words = LineWords { mark: tag(tone, &word), parts: parts.collect() };
            vec![Cell::html(Html::of(&words), &word)]
        };
        cells.extend(
            MEASURES.map(|m| change(pair, m).map_or_else(Cell::default, |amount| Cell::money(shell, amount))),
        );
        table.push(cells);
    }
    table.with_files(shell)
}

#[cfg(test)]
mod tests {
    use web::{Lang, testing};

    use super::*;
    use crate::domain::CutRow;

    fn sample() -> DeliveryDiff {
        let row = |centimos| CutRow {
            codes: Vec::new(),
            amounts: vec![Some(Money::centimos(centimos)); Measure::COUNT],
        };
        let key = || line_key().iter().map(|d| format!("{d}<1>")).collect();
        let pair = |old: Option<i64>, new: Option<i64>| LinePair {
            key: key(),
            old: old.map(row),
            new: new.map(row),
        };
        let mut lines = vec![pair(None, Some(5)), pair(Some(500), None)];
        lines.extend((0..60).map(|n| pair(Some(0), Some(-n))));
        let difference = |measure, old: Option<i64>, new: Option<i64>| MeasureDiff {
            measure,
            old: old.map(Money::centimos),
            new: new.map(Money::centimos),
            difference: old.zip(new).map(|(old, new)| Money::centimos(new - old)),
        };
        DeliveryDiff {
            old: 1,
            new: 3,
            rows_old: 320,
            rows_new: 323,
            added: 1,
            gone: 1,
            changed: 60,
            measures: vec![
                difference(Measure::Pim, Some(1), Some(-2)),
                difference(Measure::Paid, None, Some(1)),
            ],
            lines,
        }
    }

    #[test]
    fn every_sample_in_every_language() {
        let same = DeliveryDiff { lines: Vec::new(), added: 0, gone: 0, changed: 0, ..sample() };
        let all = deliveries::tests::sample();
        for lang in Lang::ALL {
            for (url, diff) in [
                ("/entregas/comparar?old=1&new=3", Some(&sample())),
                ("/entregas/comparar?old=1&new=3&page=3", Some(&sample())),
                ("/entregas/comparar?old=1&new=3", Some(&same)),
                ("/entregas/comparar", None),
            ] {
                let shell =
                    testing::shell(lang, url, "budget-compare", Matter::Real, &[crate::MESSAGES]).unwrap();
                let asked = (diff.map(|d| d.old), diff.map(|d| d.new));
                let page = ComparePage::of(shell, &all, asked, diff, &Labels::default()).unwrap();
                let text = page.render().unwrap();
                assert_eq!(testing::defects(&text, Matter::Real), Vec::<String>::new(), "{url}");
                assert_eq!(page.nothing.is_empty(), page.lines.is_some());
            }
        }
    }

    #[test]
    fn the_largest_change_comes_first_whatever_its_sign() {
        let shell = testing::shell(
            Lang::En,
            "/entregas/comparar?format=csv",
            "budget-compare",
            Matter::Real,
            &[crate::MESSAGES],
        );
        let shell = shell.unwrap();
        let pages = Pages::of(&shell.view, ROWS).unwrap();
        let text = lines(&shell, &sample(), pages, &Labels::default()).to_csv(&shell).to_text().unwrap();
        let first: Vec<&str> =
            text.lines().skip(1).take(2).filter_map(|line| line.rsplit(',').next()).collect();
        assert_eq!(first, ["-5.00", "-0.59"]);
        assert_eq!(text.lines().count(), 63, "the file has every line");
    }
}
