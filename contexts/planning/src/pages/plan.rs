//! `/plan/{plan}`: one version of a plan: what it is, what hangs together in it, what it measures and promises,
//! what it does not keep, how its promises changed.
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use directory::domain::{Held, Territory};
use jiff::tz::Offset;
use journal::Rows;
use web::components::{Cell, Column, Facts, Figure, Figures, Node, Table};
use web::{Html, Lang, Matter, PageError, Reading, Shell, origins};

use super::setting::Setting;
use super::{links, plan_changes, plan_facts, plan_findings, plan_log, plan_tables, plan_tree, words};
use crate::domain::check::Finding;
use crate::domain::content::Content;
use crate::domain::difference::difference;
use crate::domain::plan::Version;
use crate::domain::portfolio::VersionNode;
use crate::domain::reference::PlanRef;
use crate::domain::target_log::Change;
use crate::domain::versions::{self, Place};
use crate::queries;

/// Names of territories; a code that the register of the day does not hold stands for itself.
pub type Places = Held<Territory>;

/// Everything the page shows of one version.
#[derive(Clone)]
pub struct Found {
    pub content: Content,
    /// The version before it, which it says it updates or extends.
    pub before: Option<Content>,
    pub places: Arc<Places>,
    /// How its targets changed after they were first recorded.
    pub log: Vec<Change>,
}

impl Found {
    /// Its own facts, and those of the version that it is read against.
    fn origin(&self) -> Vec<Rows> {
        let shown = [Some(&self.content), self.before.as_ref()].into_iter().flatten();
        shown.flat_map(|content| queries::origin::version(&reference(content))).collect()
    }
}

#[derive(Template)]
#[template(path = "plan.html")]
pub struct PlanPage {
    shell: Shell,
    /// The title is in Spanish on a page that is not.
    is_title_spanish: bool,
    kicker: String,
    state: Html,
    judged: String,
    figures: Figures,
    facts: Facts,
    workbook: String,
    matrix: String,
    versions: Table,
    tree: Vec<Node>,
    indicators: Table,
    findings: Table,
    findings_left_out: Option<(String, String)>,
    log: Table,
    log_left_out: Option<String>,
    changes_lead: String,
    changes: Option<Table>,
}

pub async fn get(mut reading: Reading, Path(plan): Path<String>) -> Result<Response, PageError> {
    let setting = Setting::load(&mut reading).await?;
    let found = find(&mut reading, &setting, &plan).await?;
    let mut shell = reading.shell("", Matter::of(found.content.plan.sample));
    origins::add(&mut reading, &mut shell, &found.origin()).await?;
    let page = PlanPage::of(shell, &setting, &found);
    let tables = [&page.indicators, &page.findings, &page.log, &page.versions];
    if let Some(file) = Table::asked(&page.shell, tables.into_iter().chain(&page.changes)) {
        return file;
    }
    web::html(&page)
}

async fn find(reading: &mut Reading, setting: &Setting, plan: &str) -> Result<Found, PageError> {
    let at: PlanRef = plan.parse().map_err(|_| PageError::NotFound)?;
    let (known, on) = (reading.known, setting.on());
    let minutes = reading.app.frame.country.utc_offset_minutes;
    let offset = Offset::from_seconds(i32::from(minutes) * 60).unwrap_or(Offset::UTC);
    let content = queries::plan(reading.conn(), known, on, &at).await?.ok_or(PageError::NotFound)?;
    let compared = compared(reading, setting, &content)?;
    let conn = reading.conn();
    let before = match compared {
        Some(at) => queries::plan(conn, known, on, &at).await?,
        None => None,
    };
    let places = directory::queries::territories(conn, known, on).await?;
    let log = queries::target_changes(conn, known, &content, offset).await?;
    Ok(Found { content, before, places, log })
}

/// The version that the reader names in `with`, else the one right before.
fn compared(reading: &Reading, setting: &Setting, content: &Content) -> Result<Option<PlanRef>, PageError> {
    let Some(asked) = reading.view.one("with") else { return Ok(before(setting, content)) };
    let mut others = setting.all.versions_of(&content.plan.code).map(|node| &node.version);
    let found = others.find(|version| version.code.as_str() == asked && version.code != content.version.code);
    let version = found.ok_or_else(|| PageError::parameter("with", asked))?;
    Ok(Some(version.reference(&content.plan.code)))
}

/// The version right before: what an update or extension is read against.
fn before(setting: &Setting, content: &Content) -> Option<PlanRef> {
    let all = setting.all.versions_of(&content.plan.code).map(|node| &node.version);
    Some(versions::before(&content.version, all)?.reference(&content.plan.code))
}

impl PlanPage {
    pub fn of(mut shell: Shell, setting: &Setting, found: &Found) -> Self {
        let Found { content, before, places, log } = found;
        let at = reference(content);
        shell.title = words::title(&shell, &content.version);
        shell.matter = plan_tree::matter(setting, content);
        let list = shell.t("planning-plans");
        shell = shell.under("/planes", &list);
        let changes = before.as_ref().map(|before| {
            let changed = difference(before, content);
            plan_changes::table(&shell, [before, content], places, &changed)
        });
        let before = before.as_ref().map(|before| before.version.reference(&before.plan.code).to_string());
        let all = setting.findings();
        let own = plan_findings::of(&all, &at);
        let figures = figures(&shell, content, &own);
        let (findings, findings_rest) = plan_findings::table(&shell, own);
        let (log, log_rest) = plan_log::table(&shell, content, places, log);
        Self {
            is_title_spanish: shell.lang() != Lang::Es && content.version.title_en.is_none(),
            kicker: words::plan_type(&shell, setting, &content.plan.plan_type),
            state: words::state(&shell, setting, &content.version),
            judged: shell.t1("planning-judged-on", "date", shell.date(setting.on())),
            figures,
            facts: plan_facts::facts(&shell, setting, found),
            workbook: links::workbook_href(&shell.view, &at),
            matrix: links::matrix_href(&shell.view, &at),
            versions: versions(&shell, setting, content),
            tree: plan_tree::nodes(&shell, setting, content),
            indicators: plan_tables::indicators(&shell, content, places),
            findings,
            findings_left_out: left_out(&shell, "planning-plan-findings-more", findings_rest)
                .map(|words| (findings_href(&shell, &at), words)),
            log,
            log_left_out: left_out(&shell, "planning-log-more", log_rest),
            changes_lead: shell.t1("planning-changes-lead", "version", before.unwrap_or_default()),
            changes: changes.filter(|table| !table.is_empty()),
            shell,
        }
    }
}

fn left_out(shell: &Shell, key: &str, rest: usize) -> Option<String> {
    (rest > 0).then(|| shell.t1(key, "n", rest))
}

fn reference(content: &Content) -> PlanRef {
    content.version.reference(&content.plan.code)
}

fn findings_href(shell: &Shell, at: &PlanRef) -> String {
    links::findings_href(&shell.view, &[("plan", &at.to_string())])
}

fn figures(shell: &Shell, content: &Content, findings: &[&Finding]) -> Figures {
    let href = findings_href(shell, &reference(content));
    let figure = |key: &str, count: usize, href: Option<String>| Figure {
        label: shell.t(key),
        value: Html::text(&shell.count(count)),
        note: Html::text(&shell.t(&format!("{key}-note"))),
        href,
    };
    Figures {
        figures: vec![
            figure("planning-plan-elements", content.elements.len(), None),
            figure("planning-plan-indicators", content.indicators.len(), None),
            figure("planning-plan-findings", findings.len(), Some(href)),
        ],
    }
}

fn versions(shell: &Shell, setting: &Setting, content: &Content) -> Table {
    let columns = ["version", "version-kind", "horizon", "state", "instrument", "version-with"];
    let columns = columns.iter().map(|name| Column::text(&shell.t(&format!("planning-{name}")))).collect();
    let mut table = Table::new("versiones", &shell.t("planning-versions"), columns).stacked();
    let mut nodes: Vec<&VersionNode> = setting.all.versions_of(&content.plan.code).collect();
    nodes.sort_by_cached_key(|node| Place::of(&node.version));
    for node in nodes {
        table.push(version(shell, setting, node, &content.version));
    }
    table.with_files(shell)
}

fn version(shell: &Shell, setting: &Setting, node: &VersionNode, shown: &Version) -> Vec<Cell> {
    let version = &node.version;
    let (href, code) = (links::plan_href(&shell.view, &node.reference()), node.reference().to_string());
    let instrument = version.instrument.as_ref().map_or("", |instrument| instrument.name.as_str());
    vec![
        if version.code == shown.code { Cell::text(&code) } else { Cell::link(&href, &code) },
        Cell::text(&shell.t(&words::key("version-kind", version.kind.as_str()))),
        Cell::text(&format!("{}–{}", version.horizon.from_year(), version.horizon.to_year())),
        Cell::html(words::state(shell, setting, version), &words::state_text(shell, setting, version)),
        words::spanish_cell(shell, instrument),
        compare_cell(shell, version, shown),
    ]
}

/// The way to the two versions side by side.
fn compare_cell(shell: &Shell, version: &Version, shown: &Version) -> Cell {
    if version.code == shown.code {
        return Cell::text("");
    }
    let href = format!("{}#cambios", shell.view.with("with", version.code.as_str()).here());
    Cell::link(&href, &shell.t1("planning-version-compare", "version", version.code.as_str()))
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
