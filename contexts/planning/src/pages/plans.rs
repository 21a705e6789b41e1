//! `/planes`: every plan by type, level and body, and who has none.
use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use base::codes::EntityCode;
use web::components::{Cell, Column, Filters, Pages, Table, empty, years};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::setting::Setting;
use super::{asked_type, links, parameter, words};
use crate::domain::check::{Finding, Rule};
use crate::domain::plan::current;
use crate::domain::portfolio::VersionNode;
use crate::domain::words::Standing;
use crate::queries::origin;

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
    pub absent: Table,
}

/// One plan: the version that counts on the day, and how many there are.
struct Row<'a> {
    node: &'a VersionNode,
    versions: usize,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let setting = Setting::load(&mut reading).await?;
    let mut shell = reading.shell(&reading.t("planning-plans"), Matter::Real);
    origins::add(&mut reading, &mut shell, &origin::versions()).await?;
    let page = PlansPage::of(shell, &setting)?;
    if let Some(file) = Table::asked(&page.shell, [&page.plans, &page.absent]) {
        return file;
    }
    web::html(&page)
}

impl PlansPage {
    pub fn of(mut shell: Shell, setting: &Setting) -> Result<Self, PageError> {
        let asked = Asked::of(&shell, setting)?;
        let rows: Vec<Row<'_>> =
            rows(setting).into_iter().filter(|row| asked.admits(&shell, setting, row)).collect();
        let owed = owed(setting, &setting.findings());
        shell.matter = matter(&rows, &owed);
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => rows.get(part.offset()..).unwrap_or_default(),
            _ => &rows,
        };
        let rows_max = if shell.view.format == Format::Html { ROWS } else { usize::MAX };
        let mut plans = Table::new("planes", &shell.t("planning-plans"), columns(&shell)).stacked();
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
            plans: plans.with_files(&shell),
            nothing,
            absent: absent(&shell, setting, owed),
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

/// What the view narrows the list to.
struct Asked {
    plan_type: Option<String>,
    level: Option<String>,
    state: Option<Standing>,
    entity: Option<EntityCode>,
    words: Option<String>,
}

impl Asked {
    fn of(shell: &Shell, setting: &Setting) -> Result<Self, PageError> {
        let level = shell.view.one("level");
        let types = &setting.law.frame.types;
        let is_level = |level: &&str| types.is_empty() || types.values().any(|t| t.level == *level);
        if let Some(unknown) = level.filter(|level| !is_level(level)) {
            return Err(PageError::parameter("level", unknown));
        }
        Ok(Self {
            plan_type: asked_type(shell, setting)?,
            level: level.map(str::to_owned),
            state: parameter(shell, "state")?,
            entity: parameter(shell, "entity")?,
            words: shell.view.one("q").map(base::text::fold),
        })
    }

    fn admits(&self, shell: &Shell, setting: &Setting, row: &Row<'_>) -> bool {
        let Row { node, .. } = row;
        let plan = &node.plan;
        let level = setting.law.frame.types.get(&plan.plan_type).map(|t| &t.level);
        let entity = plan.entity.as_ref();
        let holds = |words: &String| {
            let name = entity.map(|code| format!("{code} {}", setting.entity_name(code))).unwrap_or_default();
            let text = format!("{} {} {name}", plan.code, words::title(shell, &node.version));
            base::text::fold(&text).contains(words)
        };
        self.plan_type.as_ref().is_none_or(|wanted| plan.plan_type == *wanted)
            && self.level.as_ref().is_none_or(|wanted| level == Some(wanted))
            && self.state.is_none_or(|wanted| node.version.standing(setting.on()) == wanted)
            && self.entity.as_ref().is_none_or(|wanted| entity == Some(wanted))
            && self.words.as_ref().is_none_or(holds)
    }
}

fn filters(shell: &Shell, setting: &Setting) -> Filters {
    let any = || (String::new(), shell.t("planning-any"));
    let mut types: Vec<_> = setting.law.frame.types.values().collect();
    types.sort_by_key(|t| super::rank(setting, &t.code));
    let mut levels: Vec<&str> = types.iter().map(|t| t.level.as_str()).collect();
    // In the order of their types, each once: types of one level need not stand together.
    let mut seen = BTreeSet::new();
    levels.retain(|level| seen.insert(*level));
    let states = Standing::ALL.iter().map(|s| s.as_str());
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
            &words::state_text(shell, setting, &node.version),
        ),
        Cell::count(shell, *versions),
        Cell::html(words::sample(shell, &node.plan), &matter),
    ]
}

/// How many bodies must have a plan of a type on the day, and how many have none (¶410).
struct Owed<'a> {
    plan_type: &'a str,
    must: usize,
    without: usize,
    /// Of those that have it, bodies whose only plan of the type is a sample.
    by_sample: usize,
}

fn owed<'a>(setting: &'a Setting, findings: &[Finding]) -> Vec<Owed<'a>> {
    let mut real: BTreeSet<(&EntityCode, &str)> = BTreeSet::new();
    for (_, node) in setting.all.versions().filter(|(_, node)| !node.plan.sample) {
        real.extend(node.plan.entity.as_ref().map(|code| (code, node.plan.plan_type.as_str())));
    }
    let mut must: BTreeMap<&str, Vec<&EntityCode>> = BTreeMap::new();
    for entity in setting.entities.iter() {
        for plan_type in setting.law.frame.required_of(&entity.kind, setting.on()) {
            must.entry(&plan_type.code).or_default().push(&entity.code);
        }
    }
    let mut types: Vec<_> = must.into_iter().collect();
    types.sort_by_key(|(code, _)| super::rank(setting, code));
    let count = |(plan_type, must): (&'a str, Vec<&EntityCode>)| {
        let is_of =
            |f: &&Finding| f.rule == Rule::PlanAbsent && f.args.iter().any(|(_, value)| value == plan_type);
        let without: BTreeSet<_> = findings.iter().filter(is_of).map(|f| f.subject.to_string()).collect();
        let have = must.iter().filter(|code| !without.contains(code.as_str()));
        let by_sample = have.filter(|code| !real.contains(&(**code, plan_type))).count();
        Owed { plan_type, must: must.len(), without: without.len(), by_sample }
    };
    types.into_iter().map(count).collect()
}

/// A count that rests on samples is one, whatever the list beside it shows.
fn matter(rows: &[Row<'_>], owed: &[Owed<'_>]) -> Matter {
    let listed = rows.iter().map(|row| Matter::of(row.node.plan.sample));
    let listed = listed.reduce(Matter::with).unwrap_or(Matter::Real);
    let by_sample = owed.iter().any(|owed| owed.by_sample > 0);
    if by_sample { listed.with(Matter::Mixed) } else { listed }
}

fn absent(shell: &Shell, setting: &Setting, owed: Vec<Owed<'_>>) -> Table {
    let columns = vec![
        Column::text(&shell.t("planning-type")),
        Column::number(&shell.t("planning-absent-must")),
        Column::number(&shell.t("planning-absent-have")),
        Column::number(&shell.t("planning-absent-sample")),
        Column::number(&shell.t("planning-absent-without")),
    ];
    let mut table = Table::new("sin-plan", &shell.t("planning-absent"), columns).stacked();
    for Owed { plan_type, must, without, by_sample } in owed {
        let rule = [("rule", Rule::PlanAbsent.as_str()), ("type", plan_type)];
        table.push(vec![
            Cell::text(&words::plan_type(shell, setting, plan_type)),
            Cell::count(shell, must),
            Cell::count(shell, must.saturating_sub(without)),
            words::sample_count(shell, by_sample),
            Cell::html(
                words::link(&links::findings_href(&shell.view, &rule), &shell.count(without)),
                &without.to_string(),
            ),
        ]);
    }
    table.with_files(shell)
}
