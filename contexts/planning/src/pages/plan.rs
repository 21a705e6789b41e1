//! `/plan/{plan}`: one version of a plan: what it is, what hangs together in it, what it measures and promises.
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use web::components::{Cell, Column, Facts, Figure, Figures, Node, Table};
use web::{Html, Matter, PageError, Reading, Shell};

use super::setting::Setting;
use super::{plan_changes, plan_tables, plan_tree, words};
use crate::domain::check::{Finding, Subject};
use crate::domain::content::Content;
use crate::domain::difference::difference;
use crate::domain::plan::current;
use crate::domain::portfolio::VersionNode;
use crate::domain::reference::PlanRef;
use crate::queries;

/// Everything the page shows of one version.
#[derive(Clone)]
pub struct Found {
    pub content: Content,
    /// The version before it, which it says it updates or extends.
    pub before: Option<Content>,
}

#[derive(Template)]
#[template(path = "plan.html")]
pub struct PlanPage {
    shell: Shell,
    kicker: String,
    state: Html,
    judged: String,
    figures: Figures,
    facts: Facts,
    versions: Table,
    tree: Vec<Node>,
    indicators: Table,
    changes_lead: String,
    changes: Option<Table>,
}

pub async fn get(mut reading: Reading, Path(plan): Path<String>) -> Result<Response, PageError> {
    let at: PlanRef = plan.parse().map_err(|_| PageError::NotFound)?;
    let setting = Setting::load(&mut reading).await?;
    let known = reading.known;
    let content = queries::plan(reading.conn(), known, setting.on(), &at).await?;
    let content = content.ok_or(PageError::NotFound)?;
    let before = match before(&setting, &content) {
        Some(at) => queries::plan(reading.conn(), known, setting.on(), &at).await?,
        None => None,
    };
    let shell = reading.shell("", Matter::of(content.plan.sample));
    let page = PlanPage::of(shell, &setting, &Found { content, before });
    let tables = [&page.indicators, &page.versions].into_iter().chain(&page.changes);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

/// The latest other version of the plan that began no later: what an update or extension is read against.
fn before(setting: &Setting, content: &Content) -> Option<PlanRef> {
    let of = |node: &&VersionNode| node.version.code < content.version.code;
    let earlier: Vec<&VersionNode> = setting.all.versions_of(&content.plan.code).filter(of).collect();
    let latest = current(earlier.iter().map(|node| &node.version), setting.on())?;
    Some(latest.reference(&content.plan.code))
}

impl PlanPage {
    pub fn of(mut shell: Shell, setting: &Setting, found: &Found) -> Self {
        let Found { content, before } = found;
        shell.title = words::title(&shell, &content.version);
        let list = shell.t("planning-plans");
        shell = shell.under("/planes", &list);
        let changes = before.as_ref().map(|before| {
            let changed = difference(before, content);
            plan_changes::table(&shell, content, before, &changed)
        });
        let before = before.as_ref().map(|before| before.version.reference(&before.plan.code).to_string());
        Self {
            kicker: words::plan_type(&shell, setting, &content.plan.plan_type),
            state: words::state(&shell, setting, &content.version),
            judged: shell.t1("planning-judged-on", "date", shell.date(setting.on())),
            figures: figures(&shell, setting, content),
            facts: facts(&shell, setting, content),
            versions: versions(&shell, setting, content),
            tree: plan_tree::nodes(&shell, setting, content),
            indicators: plan_tables::indicators(&shell, content),
            changes_lead: shell.t1("planning-changes-lead", "version", before.unwrap_or_default()),
            changes: changes.filter(|table| !table.is_empty()),
            shell,
        }
    }
}

fn reference(content: &Content) -> PlanRef {
    content.version.reference(&content.plan.code)
}

fn figures(shell: &Shell, setting: &Setting, content: &Content) -> Figures {
    let at = reference(content);
    let findings = setting.findings().iter().filter(|finding| is_of(finding, &at)).count();
    let href = words::findings_href(shell, &at);
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
            figure("planning-plan-findings", findings, Some(href)),
        ],
    }
}

fn is_of(finding: &Finding, at: &PlanRef) -> bool {
    match &finding.subject {
        Subject::Entity(_) => false,
        Subject::Plan(plan) => plan == at,
        Subject::Element(element) => element.plan == *at,
        Subject::Indicator(indicator) => indicator.plan == *at,
    }
}

fn facts(shell: &Shell, setting: &Setting, content: &Content) -> Facts {
    let Content { plan, version, .. } = content;
    let none = || Html::text(&shell.t("web-none"));
    let entity = plan
        .entity
        .as_ref()
        .map_or_else(none, |code| words::link(&words::entity_href(shell, code), setting.entity_name(code)));
    let place = plan.territory.as_ref().map_or_else(none, |code| {
        words::link(&shell.view.link_to(&["territorio", code.as_str()]), code.as_str())
    });
    let instrument = version.instrument.as_ref().map_or_else(none, |instrument| {
        let date = instrument.date.map(|date| format!(" · {}", shell.date(date))).unwrap_or_default();
        Html::text(&format!("{}{date}", instrument.name))
    });
    let horizon = version.horizon;
    let years = shell.ta(
        "planning-horizon-years",
        &[
            ("from", horizon.from_year().to_string().into()),
            ("to", horizon.to_year().to_string().into()),
            ("n", usize::try_from(horizon.years()).unwrap_or_default().into()),
        ],
    );
    Facts::default()
        .with(&shell.t("planning-plan"), Html::text(&reference(content).to_string()))
        .with(&shell.t("planning-entity"), entity)
        .with(&shell.t("planning-territory"), place)
        .with(&shell.t("planning-horizon"), years)
        .with(&shell.t("planning-version-kind"), shell.t(&words::key("version-kind", version.kind.as_str())))
        .with(&shell.t("planning-instrument"), instrument)
        .with(&shell.t("planning-state-policies"), policies(shell, setting, content))
        .with(&shell.t("planning-plan-source"), version.source.as_str())
}

/// The State policies that its elements name, each once.
fn policies(shell: &Shell, setting: &Setting, content: &Content) -> Html {
    #[derive(askama::Template)]
    #[template(
        ext = "html",
        source = r#"<ul class="govuk-list">{% for name in names %}<li>{{ name }}</li>{% endfor %}</ul>"#
    )]
    struct Names {
        names: Vec<String>,
    }
    let mut codes: Vec<&String> = content.elements.values().flat_map(|e| &e.state_policies).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        return Html::text(&shell.t("planning-state-policies-none"));
    }
    let name = |code: &String| {
        let policy = setting.policies.iter().find(|policy| policy.code == *code);
        let name = policy.map_or("", |p| words::said(shell.lang(), &p.name, p.name_en.as_deref()));
        format!("{code} {name}").trim_end().to_owned()
    };
    Html::of(&Names { names: codes.into_iter().map(name).collect() })
}

fn versions(shell: &Shell, setting: &Setting, content: &Content) -> Table {
    let columns = vec![
        Column::text(&shell.t("planning-version")),
        Column::text(&shell.t("planning-version-kind")),
        Column::text(&shell.t("planning-horizon")),
        Column::text(&shell.t("planning-state")),
        Column::text(&shell.t("planning-instrument")),
    ];
    let mut table = Table::new("versiones", &shell.t("planning-versions"), columns);
    for node in setting.all.versions_of(&content.plan.code) {
        let version = &node.version;
        let (href, code) = (words::plan_href(shell, &node.reference()), node.reference().to_string());
        let here = version.code == content.version.code;
        let name = if here { Cell::text(&code) } else { Cell::link(&href, &code) };
        let state = shell.t(&words::key("state", words::state_code(setting, version)));
        let instrument = version.instrument.as_ref().map_or("", |instrument| instrument.name.as_str());
        table.push(vec![
            name,
            Cell::text(&shell.t(&words::key("version-kind", version.kind.as_str()))),
            Cell::text(&format!("{}–{}", version.horizon.from_year(), version.horizon.to_year())),
            Cell::html(words::state(shell, setting, version), &state),
            Cell::text(instrument),
        ]);
    }
    table.with_csv(shell)
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
