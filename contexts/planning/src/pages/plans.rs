//! `/planes`: every plan by type, level and body, and who has none.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Filters, Pages, Table, empty, years};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::setting::Setting;
use super::words;
use crate::domain::check::{Finding, Rule};
use crate::domain::plan::current;
use crate::domain::portfolio::VersionNode;
use crate::domain::words::PlanState;

/// Plans in one page.
const ROWS: usize = 40;

#[derive(Template)]
#[template(path = "plans.html")]
pub struct PlansPage {
    pub shell: Shell,
    judged: String,
    years: Html,
    filters: Filters,
    plans: Table,
    pages: Html,
    nothing: Html,
    absent: Table,
}

/// One plan: the version that counts on the day, and how many there are.
struct Row<'a> {
    node: &'a VersionNode,
    versions: usize,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let setting = Setting::load(&mut reading).await?;
    let page = PlansPage::of(reading.shell(&reading.t("planning-plans"), Matter::Real), &setting)?;
    if let Some(file) = Table::asked(&page.shell, [&page.plans, &page.absent]) {
        return file;
    }
    web::html(&page)
}

impl PlansPage {
    pub fn of(mut shell: Shell, setting: &Setting) -> Result<Self, PageError> {
        let rows: Vec<Row<'_>> =
            rows(setting).into_iter().filter(|row| is_wanted(&shell, setting, row)).collect();
        shell.matter = rows
            .iter()
            .map(|row| Matter::of(row.node.plan.sample))
            .reduce(Matter::with)
            .unwrap_or(Matter::Real);
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => rows.get(part.offset()..).unwrap_or_default(),
            _ => &rows,
        };
        let rows_max = if shell.view.format == Format::Html { ROWS } else { usize::MAX };
        let mut plans = Table::new("planes", &shell.t("planning-plans"), columns(&shell));
        for row in shown.iter().take(rows_max) {
            plans.push(cells(&shell, setting, row));
        }
        let nothing = match (rows.is_empty(), setting.all.versions().next().is_some()) {
            (false, _) => Html::default(),
            (true, true) => empty(&shell.t("planning-plans-none-such")),
            (true, false) => empty(&shell.t("planning-plans-none")),
        };
        let year = setting.on().year();
        Ok(Self {
            judged: shell.t1("planning-judged-on", "date", shell.date(setting.on())),
            years: years(&shell, year, super::years_around(shell.today.year(), year)),
            filters: filters(&shell, setting),
            pages: part.links(&shell, rows.len()),
            plans: plans.with_csv(&shell),
            nothing,
            absent: absent(&shell, setting, &setting.findings()),
            shell,
        })
    }
}

/// By plan type as the law ranks the level, then by code.
fn rows(setting: &Setting) -> Vec<Row<'_>> {
    let mut by_plan: BTreeMap<_, Vec<&VersionNode>> = BTreeMap::new();
    for (_, node) in setting.all.versions() {
        by_plan.entry((&node.plan.plan_type, &node.plan.code)).or_default().push(node);
    }
    let mut rows: Vec<Row<'_>> = by_plan
        .into_values()
        .filter_map(|nodes| {
            let counts = current(nodes.iter().map(|node| &node.version), setting.on())?.code.clone();
            let node = nodes.iter().find(|node| node.version.code == counts)?;
            Some(Row { node, versions: nodes.len() })
        })
        .collect();
    rows.sort_by_key(|row| super::rank(setting, &row.node.plan.plan_type));
    rows
}

fn is_wanted(shell: &Shell, setting: &Setting, row: &Row<'_>) -> bool {
    let view = &shell.view;
    let plan = &row.node.plan;
    let level = setting.law.frame.types.get(&plan.plan_type).map(|t| t.level.as_str());
    let entity = plan.entity.as_ref();
    let words = view.one("q").map(base::text::fold);
    let holds = |words: &String| {
        let name = entity.map(|code| format!("{code} {}", setting.entity_name(code))).unwrap_or_default();
        let text = format!("{} {} {name}", plan.code, words::title(shell, &row.node.version));
        base::text::fold(&text).contains(words)
    };
    view.one("type").is_none_or(|wanted| plan.plan_type == wanted)
        && view.one("level").is_none_or(|wanted| level == Some(wanted))
        && view.one("state").is_none_or(|wanted| words::state_code(setting, &row.node.version) == wanted)
        && view.one("entity").is_none_or(|wanted| entity.is_some_and(|code| code.as_str() == wanted))
        && words.as_ref().is_none_or(holds)
}

fn filters(shell: &Shell, setting: &Setting) -> Filters {
    let any = || (String::new(), shell.t("planning-any"));
    let mut types: Vec<_> = setting.law.frame.types.values().collect();
    types.sort_by_key(|t| super::rank(setting, &t.code));
    let mut levels: Vec<&str> = types.iter().map(|t| t.level.as_str()).collect();
    levels.dedup();
    let states = PlanState::ALL.iter().map(|s| s.as_str()).chain(["over"]);
    let word = |list: &'static str| move |w: &str| (w.to_owned(), shell.t(&words::key(list, w)));
    let types = types.iter().map(|t| (t.code.clone(), words::plan_type(shell, setting, &t.code)));
    let view = &shell.view;
    Filters::new(shell)
        .choice("type", &shell.t("planning-type"), view.one("type"), [any()].into_iter().chain(types))
        .choice(
            "level",
            &shell.t("planning-plan-level"),
            view.one("level"),
            [any()].into_iter().chain(levels.into_iter().map(word("plan-level"))),
        )
        .choice(
            "state",
            &shell.t("planning-state"),
            view.one("state"),
            [any()].into_iter().chain(states.map(word("state"))),
        )
        .text("q", &shell.t("planning-search-plan"), view.one("q"))
}

fn columns(shell: &Shell) -> Vec<Column> {
    let text = |key: &str| Column::text(&shell.t(key));
    vec![
        text("planning-plan"),
        text("planning-type"),
        text("planning-entity"),
        text("planning-horizon"),
        text("planning-state"),
        Column::number(&shell.t("planning-versions")),
        text("planning-matter"),
    ]
}

fn cells(shell: &Shell, setting: &Setting, row: &Row<'_>) -> Vec<Cell> {
    let Row { node, versions } = row;
    let title = words::title(shell, &node.version);
    let entity = node.plan.entity.as_ref().map_or_else(Cell::default, |code| {
        Cell::link(&words::entity_href(shell, code), setting.entity_name(code))
    });
    let horizon = node.version.horizon;
    let matter = if node.plan.sample { shell.t("web-sample") } else { String::new() };
    let plan_type = words::plan_type(shell, setting, &node.plan.plan_type);
    vec![
        Cell::html(words::plan_link(shell, node), &format!("{} {title}", node.reference())),
        Cell::html(super::abbreviation(&node.plan.plan_type, &plan_type), &node.plan.plan_type),
        entity,
        Cell::text(&format!("{}–{}", horizon.from_year(), horizon.to_year())),
        Cell::html(
            words::state(shell, setting, &node.version),
            &shell.t(&words::key("state", words::state_code(setting, &node.version))),
        ),
        Cell::count(shell, *versions),
        Cell::html(words::sample(shell, &node.plan), &matter),
    ]
}

/// Who must have a plan of each type, and who has none approved for the day (¶410).
fn absent(shell: &Shell, setting: &Setting, findings: &[Finding]) -> Table {
    let mut must: BTreeMap<&str, usize> = BTreeMap::new();
    for entity in setting.entities.values() {
        for plan_type in setting.law.frame.required_of(&entity.kind, setting.on()) {
            *must.entry(&plan_type.code).or_default() += 1;
        }
    }
    let columns = vec![
        Column::text(&shell.t("planning-type")),
        Column::number(&shell.t("planning-absent-must")),
        Column::number(&shell.t("planning-absent-have")),
        Column::number(&shell.t("planning-absent-without")),
    ];
    let mut types: Vec<(&str, usize)> = must.into_iter().collect();
    types.sort_by_key(|(code, _)| super::rank(setting, code));
    let mut table = Table::new("sin-plan", &shell.t("planning-absent"), columns);
    for (code, must) in types {
        let is_of = |f: &&Finding| f.rule == Rule::PlanAbsent && f.args.iter().any(|(_, v)| v == code);
        let without = findings.iter().filter(is_of).count();
        let href = shell.link("/hallazgos");
        let joint = if href.contains('?') { '&' } else { '?' };
        let href = format!("{href}{joint}rule={}&type={}", Rule::PlanAbsent.as_str(), web::encode(code));
        table.push(vec![
            Cell::text(&words::plan_type(shell, setting, code)),
            Cell::count(shell, must),
            Cell::count(shell, must.saturating_sub(without)),
            Cell::html(words::link(&href, &shell.count(without)), &without.to_string()),
        ]);
    }
    table.with_csv(shell)
}
