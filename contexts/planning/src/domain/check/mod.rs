//! Checks of articulation and quality. Each finding names its rule, the rule's source and its subject.
mod cards;
mod elements;
mod entities;
mod plans;
mod rules;

use std::collections::HashMap;
use std::sync::Arc;

use base::codes::EntityCode;
use directory::domain::Entity;
use serde::{Serialize, Serializer};

pub use rules::{Rule, RuleSource, RuleSources};

use super::articulation::Frame;
use super::portfolio::{Portfolio, VersionNode};
use super::reference::{ElementRef, IndicatorRef, PlanRef};
use super::verbs::VagueVerbs;
use super::words::Severity;

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Entity(EntityCode),
    Plan(PlanRef),
    Element(ElementRef),
    Indicator(IndicatorRef),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entity(code) => code.fmt(f),
            Self::Plan(plan) => plan.fmt(f),
            Self::Element(element) => element.fmt(f),
            Self::Indicator(indicator) => indicator.fmt(f),
        }
    }
}

impl Subject {
    /// What kind of thing it is: `entity`, `plan`, `element` or `indicator`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Entity(_) => "entity",
            Self::Plan(_) => "plan",
            Self::Element(_) => "element",
            Self::Indicator(_) => "indicator",
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Something that is not as a rule wants it. Its words are the message `planning-finding-RULE` with `args`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub rule: Rule,
    pub severity: Severity,
    /// Norm and article, or paragraph.
    #[serde(serialize_with = "as_text")]
    pub source: Arc<str>,
    pub subject: Subject,
    pub args: Vec<(&'static str, String)>,
}

fn as_text<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

impl Finding {
    /// Key of the message that says it.
    pub fn message(&self) -> String {
        format!("planning-finding-{}", self.rule.as_str().replace('_', "-"))
    }
}

/// What the checks need to know of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityFacts {
    pub code: EntityCode,
    pub kind: String,
}

impl EntityFacts {
    pub fn of(entity: &Entity) -> Self {
        Self { code: entity.code.clone(), kind: entity.kind.clone() }
    }
}

/// Everything the checks read besides the plans.
#[derive(Clone, Debug)]
pub struct Judge<'a> {
    pub frame: &'a Frame,
    pub verbs: &'a VagueVerbs,
    /// A rule without its source here is not checked.
    pub sources: &'a RuleSources,
    pub entities: &'a [EntityFacts],
}

/// All findings on the portfolio's day, in the order entities, plans, elements, indicators.
pub fn check(all: &Portfolio, judge: &Judge<'_>) -> Vec<Finding> {
    let kinds: HashMap<&EntityCode, &str> =
        judge.entities.iter().map(|e| (&e.code, e.kind.as_str())).collect();
    let mut report = Report { sources: judge.sources, findings: Vec::new() };
    entities::check(all, judge, &mut report);
    for (_, node) in all.versions() {
        let kind = node.plan.entity.as_ref().and_then(|code| kinds.get(code).copied());
        version(all, judge, (node, kind), &mut report);
    }
    report.findings
}

/// The findings about one version, its elements and its indicators: those that [`check`] has about it. Of the other plans the
/// portfolio needs the other versions of the same plan, and those it hangs from, up to the top.
pub fn check_version(all: &Portfolio, judge: &Judge<'_>, at: &PlanRef) -> Vec<Finding> {
    let mut report = Report { sources: judge.sources, findings: Vec::new() };
    if let Some(node) = all.find_version(at).and_then(|at| all.version(at)) {
        let own = node.plan.entity.as_ref();
        let kind = judge.entities.iter().find(|e| Some(&e.code) == own).map(|e| e.kind.as_str());
        version(all, judge, (node, kind), &mut report);
    }
    report.findings
}

fn version(
    all: &Portfolio,
    judge: &Judge<'_>,
    (node, kind): (&VersionNode, Option<&str>),
    report: &mut Report<'_>,
) {
    plans::check(all, judge, node, report);
    elements::check(all, judge, node, kind, report);
    cards::check(all, node, report);
}

/// Where checks write. Only rules that the pack gives a source reach the list.
struct Report<'a> {
    sources: &'a RuleSources,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn add(&mut self, rule: Rule, subject: Subject, args: Vec<(&'static str, String)>) {
        if let Some(RuleSource { severity, source, .. }) = self.sources.get(rule) {
            let (severity, source) = (*severity, Arc::clone(source));
            self.findings.push(Finding { rule, severity, source, subject, args });
        }
    }
}
