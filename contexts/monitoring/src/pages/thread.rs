//! `/objetivo/{plan}/{code}`: the thread of one element, up to the vision and down to money and results.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use budget::pages::sources;
use planning::domain::reference::ElementRef;
use planning::queries::thread::Step;
use web::components::{Cell, Column, Figure, Figures, Table, years};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::{asked, changes, marks, thread_node::Names};
use crate::queries::thread::{Node, Thread, ThreadRequest, thread};

/// Ways up shown; the nearest are what a reader needs.
const WAYS: usize = 6;

#[derive(Template)]
#[template(path = "thread.html")]
pub struct ThreadPage {
    shell: Shell,
    kicker: String,
    facts: Vec<Html>,
    years: Html,
    judged: String,
    figures: Figures,
    doubts: Vec<String>,
    ways: Vec<Vec<Html>>,
    ways_left_out: Option<String>,
    own: Html,
    results: Option<String>,
    tally: Vec<Html>,
    tree: Vec<web::components::Node>,
    below: String,
    csv: String,
    pdf: String,
    json: String,
    impact: String,
    horizon: String,
    perception: String,
    /// Published scenarios that the objective comes from.
    futures: Vec<Html>,
}

pub async fn get(
    mut reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let element: ElementRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?;
    let rules = asked::rules(&mut reading).await?.ok_or(PageError::NotFound)?;
    let (known, files, columnar) = (reading.known, reading.app.files.clone(), asked::columnar(&reading)?);
    let request = ThreadRequest { element, year: reading.view.year, on: reading.judged_on() };
    let found = thread(reading.conn(), &files, columnar.as_ref(), known, &rules, &request).await;
    let found = found.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    if reading.view.format == Format::Json {
        return asked::json(&found);
    }
    let names = Names::load(&mut reading, &found).await?;
    let futures = match found.tree.step.element.parse() {
        Ok(objective) => foresight::queries::origins_of(reading.conn(), known, &objective).await?,
        Err(_) => Vec::new(),
    };
    let has_sample = futures.iter().any(|origin| origin.is_sample);
    let matter = if has_sample { matter(&found).with(Matter::Sample) } else { matter(&found) };
    let mut shell = reading.shell("", matter);
    sources::add(&mut reading, &mut shell, found.year).await?;
    origins::add(&mut reading, &mut shell, &marks::origin(elements(&found))).await?;
    let mut page = ThreadPage::of(shell, &found, &names, years);
    page.futures = futures.iter().map(|origin| future(&page.shell, origin)).collect();
    if let Some(file) = Table::asked(&page.shell, [&table(&page.shell, &found, &names)]) {
        return file;
    }
    web::html(&page)
}

/// Every element shown, up and down.
fn elements(found: &Thread) -> Vec<&str> {
    fn of<'a>(node: &'a Node, all: &mut Vec<&'a str>) {
        all.push(&node.step.element);
        node.children.iter().for_each(|child| of(child, all));
    }
    let mut all: Vec<&str> = found.above.iter().flatten().map(|step| step.element.as_str()).collect();
    of(&found.tree, &mut all);
    all
}

/// Real, sample, or a real objective with sample plans below.
fn matter(found: &Thread) -> Matter {
    fn of(node: &Node) -> Matter {
        node.children.iter().map(of).fold(Matter::of(node.step.sample), Matter::with)
    }
    of(&found.tree)
}

impl ThreadPage {
    pub fn of(mut shell: Shell, found: &Thread, names: &Names, mut years_known: Vec<i16>) -> Self {
        let root = &found.tree;
        let step = &root.step;
        shell.title = title(&shell, step);
        let plan = step.element.split('/').next().unwrap_or_default().to_owned();
        let plans = shell.t("planning-plans");
        shell = shell.under("/planes", &plans);
        shell.crumbs.push(web::Crumb { href: marks::plan_href(&shell, &step.element), text: plan });
        let (of, code) = step.element.split_once('/').unwrap_or_default();
        shell.feed = Some(changes::told_of(&shell, &["objetivo", of, code]));
        let shown = found.year.unwrap_or_else(|| found.on.year());
        years_known.push(shown);
        years_known.sort_unstable();
        years_known.dedup();
        let amounts = marks::Amounts::of(root.money.as_ref());
        let left_out = found.above.len().saturating_sub(WAYS);
        Self {
            kicker: kicker(&shell, step),
            facts: names.facts(&shell, step),
            years: years(&shell, shown, years_known),
            judged: shell.t1("monitoring-judged-on", "date", shell.date(found.on)),
            figures: figures(&shell, found),
            doubts: amounts.doubts(&shell),
            results: Some(root.tally.values().sum::<usize>())
                .filter(|n| *n > 0)
                .map(|n| marks::count(&shell, "monitoring-indicators-counted", n)),
            tally: marks::tally(&shell, &root.tally),
            ways: found.above.iter().take(WAYS).map(|way| Names::way(&shell, way)).collect(),
            ways_left_out: (left_out > 0)
                .then(|| marks::count(&shell, "monitoring-thread-ways-left-out", left_out)),
            own: names.body(&shell, root, found.year, true),
            tree: names.children(&shell, root, found.year),
            below: Names::below(&shell, root),
            csv: shell.view.with("table", "hilo").with_format(Format::Csv).here(),
            pdf: shell.view.with("table", "hilo").with_format(Format::Pdf).here(),
            json: shell.view.with_format(Format::Json).here(),
            impact: part_href(&shell, step, "impacto"),
            horizon: part_href(&shell, step, "horizonte"),
            perception: part_href(&shell, step, "percepcion"),
            futures: Vec::new(),
            shell,
        }
    }
}

/// A scenario as a way to it, with the year it looks to; marked where its study is a sample.
fn future(shell: &Shell, origin: &foresight::queries::Origin) -> Html {
    let href = foresight::pages::links::scenario_href(&shell.view, &origin.study, &origin.scenario);
    let title = marks::said(shell.lang(), &origin.title, origin.title_en.as_deref());
    let key = if origin.is_central { "monitoring-thread-future-central" } else { "monitoring-thread-future" };
    let words = Html::text(&shell.t1(key, "year", origin.horizon.to_string()));
    words.and(&Cell::link(&href, title).shown).and(&marks::sample(shell, origin.is_sample))
}

/// A page about the element: what would follow if it were removed, its years and their money.
fn part_href(shell: &Shell, step: &Step, part: &str) -> String {
    let (plan, code) = step.element.split_once('/').unwrap_or_default();
    shell.view.link_to(&["objetivo", plan, code, part])
}

pub fn title(shell: &Shell, step: &Step) -> String {
    marks::said(shell.lang(), &step.title, step.title_en.as_deref()).to_owned()
}

/// `Objetivo OE2`.
pub fn kicker(shell: &Shell, step: &Step) -> String {
    let code = step.element.split_once('/').map_or("", |(_, code)| code);
    let kind = marks::kind(shell, step.kind.as_str());
    let mut letters = kind.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{} {code}", letters.as_str())
}

fn figures(shell: &Shell, found: &Thread) -> Figures {
    let root = &found.tree;
    let amounts = marks::Amounts::of(root.money.as_ref());
    let none = || Html::text(&shell.t("monitoring-money-none"));
    let money = |amount: Option<base::Money>| amount.map_or_else(none, |amount| shell.money(amount));
    let figure = |key: &str, value: Html, note: Html| Figure { label: shell.t(key), value, note, href: None };
    let year = found.year.map_or_else(String::new, |year| year.to_string());
    let note = |key: &str| Html::text(&shell.t1(key, "year", year.as_str()));
    let percent = amounts.percent().map_or_else(none, |p| Html::text(&shell.percent(p)));
    Figures {
        figures: vec![
            figure("budget-measure-pim", money(amounts.pim_total()), note("monitoring-figure-pim-note")),
            figure(
                "budget-measure-accrued",
                money(amounts.accrued_total()),
                note("monitoring-figure-accrued-note"),
            ),
            figure("budget-progress", percent, amounts.bar(shell)),
        ],
    }
}

/// Every element of the tree as a row of a file.
fn table(shell: &Shell, found: &Thread, names: &Names) -> Table {
    let text = |key: &str| Column::text(&shell.t(key));
    let number = |key: &str| Column::number(&shell.t(key));
    let columns = vec![
        number("monitoring-column-depth"),
        text("monitoring-column-element"),
        text("monitoring-column-kind"),
        text("monitoring-column-title"),
        text("planning-entity"),
        text("planning-matter"),
        number("budget-measure-pim"),
        number("budget-measure-accrued"),
        number("budget-progress"),
        number("budget-coverage-shared"),
        number("budget-coverage-estimated"),
        number("budget-coverage-over_claimed"),
        text("monitoring-column-results"),
        text("monitoring-column-claims"),
    ];
    let mut table = Table::new("hilo", &shell.title, columns);
    rows(shell, names, &found.tree, 0, &mut table);
    table
}

fn rows(shell: &Shell, names: &Names, node: &Node, depth: usize, table: &mut Table) {
    let amounts = marks::Amounts::of(node.money.as_ref());
    let [pim, accrued, percent] = amounts.cells(shell);
    let of =
        |amount: Option<base::Money>| amount.map_or_else(Cell::default, |amount| Cell::money(shell, amount));
    let sample = if node.step.sample { shell.t("web-sample") } else { String::new() };
    table.push(vec![
        Cell::text(&depth.to_string()),
        Cell::text(&node.step.element),
        Cell::text(&marks::kind(shell, node.step.kind.as_str())),
        Cell::text(&title(shell, &node.step)),
        Cell::text(node.step.entity.as_deref().unwrap_or_default()),
        Cell::text(&sample),
        pim,
        accrued,
        percent,
        of(amounts.pim.map(|held| held.shared)),
        of(amounts.pim.map(|held| held.estimated)),
        of(amounts.pim.map(|held| held.over_claimed)),
        Cell::text(&marks::tally_words(shell, &node.tally)),
        Cell::text(&names.claims(shell, node).join(" | ")),
    ]);
    for child in &node.children {
        rows(shell, names, child, depth + 1, table);
    }
}

#[cfg(test)]
#[path = "thread_tests.rs"]
mod tests;
