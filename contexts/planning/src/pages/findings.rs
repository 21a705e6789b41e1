//! `/hallazgos`: what is wrong with the plans, by rule, with where each rule comes from.
use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use base::codes::EntityCode;
use web::components::{Cell, Column, Filters, Pages, Table, empty, years};
use web::{Format, Html, Matter, PageError, Reading, Shell, origins};

use super::setting::Setting;
use super::{asked_type, parameter, plan_findings, words};
use crate::domain::check::{Finding, Rule, Subject};
use crate::domain::portfolio::VersionNode;
use crate::domain::reference::PlanRef;
use crate::domain::words::Severity;
use crate::queries::origin;

/// Findings in one page.
const ROWS: usize = 40;

#[derive(Template)]
#[template(path = "findings.html")]
pub struct FindingsPage {
    pub shell: Shell,
    judged: String,
    years: Html,
    pub by_rule: Table,
    filters: Filters,
    findings: Table,
    pages: Html,
    nothing: Html,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let setting = Setting::load(&mut reading).await?;
    let mut shell = reading.shell(&reading.t("planning-findings"), Matter::Real);
    let facts = [origin::versions(), origin::elements(), pack::origin(&["planning/checks.csv"])].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let page = FindingsPage::of(shell, &setting)?;
    if let Some(file) = Table::asked(&page.shell, [&page.findings, &page.by_rule]) {
        return file;
    }
    web::html(&page)
}

impl FindingsPage {
    pub fn of(mut shell: Shell, setting: &Setting) -> Result<Self, PageError> {
        let found = setting.findings();
        let asked = Asked::of(&shell, setting)?;
        let wanted: Vec<&Finding> = found.iter().filter(|f| asked.admits(setting, f)).collect();
        let part = Pages::of(&shell.view, ROWS)?;
        let shown = match shell.view.format {
            Format::Html => wanted.iter().skip(part.offset()).take(ROWS).copied().collect(),
            _ => wanted.clone(),
        };
        // Also what is counted by rule and not listed: a count that rests on samples is one.
        let counted = found.iter().filter(|f| asked.admits_but_rule(setting, f));
        let counted = counted.map(|f| Matter::of(is_sample(setting, f)));
        shell.matter = counted.reduce(Matter::with).unwrap_or(Matter::Real);
        let mut findings = Table::new("hallazgos", &shell.t("planning-findings"), columns(&shell)).stacked();
        for finding in shown {
            findings.push(cells(&shell, setting, finding));
        }
        let checked = Rule::ALL.iter().any(|rule| setting.law.sources.get(*rule).is_some());
        let nothing = match (wanted.is_empty(), found.is_empty()) {
            (false, _) => Html::default(),
            (true, false) => empty(&shell.t("planning-findings-none-such")),
            (true, true) if checked => empty(&shell.t("planning-findings-none")),
            (true, true) => empty(&shell.t("planning-findings-unchecked")),
        };
        let year = setting.on().year();
        Ok(Self {
            judged: shell.t1("planning-judged-on", "date", shell.date(setting.on())),
            years: years(&shell, year, super::years_around(shell.today.year(), year)),
            by_rule: by_rule(&shell, setting, &found, &asked),
            filters: filters(&shell, &found),
            pages: part.links(&shell, wanted.len()),
            findings: findings.with_files(&shell),
            nothing,
            shell,
        })
    }
}

/// What the view narrows the list to.
struct Asked {
    rule: Option<Rule>,
    severity: Option<Severity>,
    entity: Option<EntityCode>,
    plan: Option<PlanRef>,
    plan_type: Option<String>,
}

impl Asked {
    fn of(shell: &Shell, setting: &Setting) -> Result<Self, PageError> {
        Ok(Self {
            rule: parameter(shell, "rule")?,
            severity: parameter(shell, "severity")?,
            entity: parameter(shell, "entity")?,
            plan: parameter(shell, "plan")?,
            plan_type: asked_type(shell, setting)?,
        })
    }

    fn admits(&self, setting: &Setting, finding: &Finding) -> bool {
        self.rule.is_none_or(|rule| finding.rule == rule) && self.admits_but_rule(setting, finding)
    }

    fn admits_but_rule(&self, setting: &Setting, finding: &Finding) -> bool {
        let plan = plan(&finding.subject);
        let node = plan.and_then(|at| node(setting, at));
        self.severity.is_none_or(|severity| finding.severity == severity)
            && self.entity.as_ref().is_none_or(|code| entity(node, &finding.subject) == Some(code))
            && self.plan.as_ref().is_none_or(|asked| {
                plan.is_some_and(|at| at == asked || (asked.version.is_none() && at.plan == asked.plan))
            })
            && self.plan_type.as_deref().is_none_or(|asked| {
                let absent = finding.rule == Rule::PlanAbsent
                    && finding.args.iter().any(|(name, value)| *name == "plan_type" && value == asked);
                absent || node.is_some_and(|node| node.plan.plan_type == asked)
            })
    }
}

const fn plan(subject: &Subject) -> Option<&PlanRef> {
    match subject {
        Subject::Entity(_) => None,
        Subject::Plan(plan) => Some(plan),
        Subject::Element(at) => Some(&at.plan),
        Subject::Indicator(at) => Some(&at.plan),
    }
}

fn node<'a>(setting: &'a Setting, at: &PlanRef) -> Option<&'a VersionNode> {
    setting.all.version(setting.all.find_version(at)?)
}

fn entity<'a>(node: Option<&'a VersionNode>, subject: &'a Subject) -> Option<&'a EntityCode> {
    match subject {
        Subject::Entity(code) => Some(code),
        _ => node?.plan.entity.as_ref(),
    }
}

fn is_sample(setting: &Setting, finding: &Finding) -> bool {
    plan(&finding.subject).and_then(|at| node(setting, at)).is_some_and(|node| node.plan.sample)
}

/// How many of each rule, of what is asked for besides the rule, and how many of them are of samples.
fn by_rule(shell: &Shell, setting: &Setting, found: &[Finding], asked: &Asked) -> Table {
    let mut counts: BTreeMap<Rule, [usize; 2]> = BTreeMap::new();
    for finding in found.iter().filter(|f| asked.admits_but_rule(setting, f)) {
        let [all, samples] = counts.entry(finding.rule).or_default();
        *all += 1;
        *samples += usize::from(is_sample(setting, finding));
    }
    let columns = vec![
        Column::text(&shell.t("planning-rule")),
        Column::number(&shell.t("planning-count")),
        Column::number(&shell.t("planning-count-sample")),
        Column::text(&shell.t("planning-severity")),
        Column::text(&shell.t("planning-source")),
    ];
    let mut table = Table::new("por-regla", &shell.t("planning-by-rule"), columns).stacked();
    let mut counts: Vec<(Rule, [usize; 2])> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    for (rule, [all, samples]) in counts {
        let Some(source) = setting.law.sources.get(rule) else { continue };
        let href = shell.view.without("page").without("table").with("rule", rule.as_str());
        let name = shell.t(&words::key("rule", rule.as_str()));
        table.push(vec![
            Cell::link(&href.with_format(Format::Html).here(), &name),
            Cell::count(shell, all),
            words::sample_count(shell, samples),
            Cell::html(
                words::severity(shell, source.severity),
                &shell.t(&words::key("severity", source.severity.as_str())),
            ),
            words::spanish_cell(shell, &source.source),
        ]);
    }
    table.with_files(shell)
}

fn filters(shell: &Shell, found: &[Finding]) -> Filters {
    let any = || (String::new(), shell.t("planning-any"));
    let mut rules: Vec<Rule> = found.iter().map(|f| f.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let rules = rules.iter().map(|r| (r.as_str().to_owned(), shell.t(&words::key("rule", r.as_str()))));
    let severities =
        Severity::ALL.iter().map(|s| (s.as_str().to_owned(), shell.t(&words::key("severity", s.as_str()))));
    let view = &shell.view;
    Filters::new(shell)
        .choice("rule", &shell.t("planning-rule"), view.one("rule"), [any()].into_iter().chain(rules))
        .choice(
            "severity",
            &shell.t("planning-severity"),
            view.one("severity"),
            [any()].into_iter().chain(severities),
        )
        .text("entity", &shell.t("planning-entity-code"), view.one("entity"))
        .text("plan", &shell.t("planning-plan-code"), view.one("plan"))
}

fn columns(shell: &Shell) -> Vec<Column> {
    ["subject", "entity", "rule", "says", "severity", "source", "matter"]
        .iter()
        .map(|name| Column::text(&shell.t(&format!("planning-{name}"))))
        .collect()
}

fn cells(shell: &Shell, setting: &Setting, finding: &Finding) -> Vec<Cell> {
    let at = plan(&finding.subject).and_then(|at| node(setting, at));
    let of = entity(at, &finding.subject);
    let is_sample = is_sample(setting, finding);
    let mark = if is_sample { shell.sample_mark() } else { Html::default() };
    vec![
        Cell::link(&words::subject_href(shell, &finding.subject), &finding.subject.to_string()),
        of.map_or_else(Cell::default, |code| {
            Cell::link(&words::entity_href(shell, code), setting.entity_name(code))
        }),
        Cell::text(&shell.t(&words::key("rule", finding.rule.as_str()))),
        Cell::text(&plan_findings::says(shell, finding)),
        Cell::html(
            words::severity(shell, finding.severity),
            &shell.t(&words::key("severity", finding.severity.as_str())),
        ),
        words::spanish_cell(shell, &finding.source),
        Cell::html(mark, &if is_sample { shell.t("web-sample") } else { String::new() }),
    ]
}
