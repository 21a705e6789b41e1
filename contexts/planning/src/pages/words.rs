//! Words and marks that several pages show alike.
use base::codes::EntityCode;
use web::components::{Tone, tag};
use web::{Html, Lang, Shell};

use super::setting::Setting;
use crate::domain::check::Subject;
use crate::domain::plan::{Plan, Version};
use crate::domain::portfolio::{ElementAt, VersionNode};
use crate::domain::reference::{ElementRef, PlanRef};
use crate::domain::words::{ElementKind, PlanState, Severity};

/// The key of a word out of a closed list: `planning-state-in-force`.
pub fn key(list: &str, word: &str) -> String {
    format!("planning-{list}-{}", word.replace('_', "-"))
}

/// What is written in Spanish, or its translation where there is one and English is read.
pub fn said<'a>(lang: Lang, text: &'a str, in_english: Option<&'a str>) -> &'a str {
    match lang {
        Lang::Es => text,
        Lang::En => in_english.unwrap_or(text),
    }
}

pub fn title(shell: &Shell, version: &Version) -> String {
    said(shell.lang(), &version.title, version.title_en.as_deref()).to_owned()
}

pub fn kind(shell: &Shell, kind: ElementKind) -> String {
    shell.t(&key("kind", kind.as_str()))
}

/// How far a version has come. One that says it is in force and whose years are over is told apart.
pub fn state(shell: &Shell, setting: &Setting, version: &Version) -> Html {
    if is_over(setting, version) {
        return tag(Tone::Waiting, &shell.t("planning-state-over"));
    }
    let tone = match version.state {
        PlanState::InForce => Tone::Good,
        PlanState::ApprovedByBoard | PlanState::Validated => Tone::Info,
        PlanState::Draft | PlanState::Superseded => Tone::Unknown,
    };
    tag(tone, &shell.t(&key("state", version.state.as_str())))
}

/// The same in one word, for files and filters.
pub fn state_code(setting: &Setting, version: &Version) -> &'static str {
    if is_over(setting, version) { "over" } else { version.state.as_str() }
}

fn is_over(setting: &Setting, version: &Version) -> bool {
    version.state == PlanState::InForce
        && !version.in_force_on(setting.on())
        && version.horizon.to_year() < setting.on().year()
}

pub fn severity(shell: &Shell, severity: Severity) -> Html {
    let tone = match severity {
        Severity::Breach => Tone::Bad,
        Severity::Gap => Tone::Behind,
        Severity::Notice => Tone::Info,
    };
    tag(tone, &shell.t(&key("severity", severity.as_str())))
}

pub fn sample(shell: &Shell, plan: &Plan) -> Html {
    if plan.sample { shell.sample_mark() } else { Html::default() }
}

/// Name of a plan type, or its code where the law of the day has none of that code.
pub fn plan_type(shell: &Shell, setting: &Setting, code: &str) -> String {
    let found = setting.law.frame.types.get(code);
    found.map_or(code, |t| said(shell.lang(), &t.name, t.name_en.as_deref())).to_owned()
}

pub fn plan_href(shell: &Shell, plan: &PlanRef) -> String {
    shell.view.link_to(&["plan", &plan.to_string()])
}

/// The findings of one version of a plan.
pub fn findings_href(shell: &Shell, plan: &PlanRef) -> String {
    let href = shell.link("/hallazgos");
    let joint = if href.contains('?') { '&' } else { '?' };
    format!("{href}{joint}plan={}", web::encode(&plan.to_string()))
}

pub fn element_href(shell: &Shell, element: &ElementRef) -> String {
    shell.view.link_to(&["objetivo", &element.plan.to_string(), element.code.as_str()])
}

pub fn entity_href(shell: &Shell, code: &EntityCode) -> String {
    shell.view.link_to(&["entidad", code.as_str()])
}

pub fn subject_href(shell: &Shell, subject: &Subject) -> String {
    match subject {
        Subject::Entity(code) => entity_href(shell, code),
        Subject::Plan(plan) => plan_href(shell, plan),
        Subject::Element(element) => element_href(shell, element),
        Subject::Indicator(at) => shell.view.link_to(&["indicador", &at.plan.to_string(), at.code.as_str()]),
    }
}

/// An element's code and title as a way to its thread.
pub fn element_link(shell: &Shell, setting: &Setting, at: ElementAt) -> Html {
    let Some((node, reference)) = setting.all.element(at).zip(setting.all.reference(at)) else {
        return Html::default();
    };
    let element = &node.element;
    let title = said(shell.lang(), &element.title, element.title_en.as_deref());
    link(&element_href(shell, &reference), &format!("{} {title}", element.code))
}

pub fn plan_link(shell: &Shell, node: &VersionNode) -> Html {
    link(&plan_href(shell, &node.reference()), &title(shell, &node.version))
}

pub fn link(href: &str, text: &str) -> Html {
    web::components::Cell::link(href, text).shown
}
