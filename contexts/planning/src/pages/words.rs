//! Words and marks that several pages show alike.
use base::codes::{EntityCode, TerritoryCode};
use web::components::{Cell, Tone, tag};
use web::{Html, Lang, Shell};

use super::links;
use super::plan::Places;
use super::setting::Setting;
use crate::domain::check::Subject;
use crate::domain::plan::{Plan, Version};
use crate::domain::portfolio::{ElementAt, VersionNode};
use crate::domain::words::{ElementKind, Severity, Standing};

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

/// What is written in Spanish alone: marked so on a page in another language, that it is read out as Spanish
/// (WCAG 2.2, 3.1.2). Names of norms and of sources are not translated.
pub fn spanish(shell: &Shell, text: &str) -> Html {
    #[derive(askama::Template)]
    #[template(ext = "html", source = r#"<span lang="es">{{ text }}</span>"#)]
    struct Spanish<'a> {
        text: &'a str,
    }
    match shell.lang() {
        Lang::Es => Html::text(text),
        Lang::En if text.is_empty() => Html::default(),
        Lang::En => Html::of(&Spanish { text }),
    }
}

/// As [`said`], with its language where it is not the page's.
pub fn said_html(shell: &Shell, text: &str, in_english: Option<&str>) -> Html {
    in_english.filter(|_| shell.lang() == Lang::En).map_or_else(|| spanish(shell, text), Html::text)
}

pub fn said_cell(shell: &Shell, text: &str, in_english: Option<&str>) -> Cell {
    Cell::html(said_html(shell, text, in_english), said(shell.lang(), text, in_english))
}

/// [`spanish`] in a cell; files have the text alone.
pub fn spanish_cell(shell: &Shell, text: &str) -> Cell {
    Cell::html(spanish(shell, text), text)
}

pub fn title(shell: &Shell, version: &Version) -> String {
    said(shell.lang(), &version.title, version.title_en.as_deref()).to_owned()
}

pub fn kind(shell: &Shell, kind: ElementKind) -> String {
    shell.t(&key("kind", kind.as_str()))
}

/// How far a version has come by the day on which plans are judged.
pub fn state(shell: &Shell, setting: &Setting, version: &Version) -> Html {
    let standing = version.standing(setting.on());
    let tone = match standing {
        Standing::InForce => Tone::Good,
        Standing::ApprovedByBoard | Standing::Validated => Tone::Info,
        Standing::Ahead | Standing::Ended | Standing::Over => Tone::Waiting,
        Standing::Draft | Standing::Superseded => Tone::Unknown,
    };
    tag(tone, &shell.t(&key("state", standing.as_str())))
}

/// The same in words, for files.
pub fn state_text(shell: &Shell, setting: &Setting, version: &Version) -> String {
    shell.t(&key("state", version.standing(setting.on()).as_str()))
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

/// How many of some are samples, with the mark where any is.
pub fn sample_count(shell: &Shell, count: usize) -> Cell {
    let mark = if count > 0 { shell.sample_mark() } else { Html::default() };
    Cell::html(Html::text(&shell.count(count)).and(&mark), &count.to_string())
}

/// Name of a plan type, or its code where the law of the day has none of that code.
pub fn plan_type(shell: &Shell, setting: &Setting, code: &str) -> String {
    let found = setting.law.frame.types.get(code);
    found.map_or(code, |t| said(shell.lang(), &t.name, t.name_en.as_deref())).to_owned()
}

pub fn entity_href(shell: &Shell, code: &EntityCode) -> String {
    shell.view.link_to(&["entidad", code.as_str()])
}

pub fn subject_href(shell: &Shell, subject: &Subject) -> String {
    match subject {
        Subject::Entity(code) => entity_href(shell, code),
        Subject::Plan(plan) => links::plan_href(&shell.view, plan),
        Subject::Element(element) => links::element_href(&shell.view, element),
        Subject::Indicator(at) => links::indicator_href(&shell.view, at),
    }
}

/// An element's code and title as a way to its thread, marked where its plan is a sample.
pub fn element_link(shell: &Shell, setting: &Setting, at: ElementAt) -> Html {
    let Some((node, reference)) = setting.all.element(at).zip(setting.all.reference(at)) else {
        return Html::default();
    };
    let element = &node.element;
    let title = said_html(shell, &element.title, element.title_en.as_deref());
    let name = Html::text(element.code.as_str()).and(&title);
    let plan = setting.all.version(node.version).map(|version| &version.plan);
    let mark = plan.map(|plan| sample(shell, plan)).unwrap_or_default();
    link_html(&links::element_href(&shell.view, &reference), &name).and(&mark)
}

pub fn plan_link(shell: &Shell, node: &VersionNode) -> Html {
    let title = said_html(shell, &node.version.title, node.version.title_en.as_deref());
    link_html(&links::plan_href(&shell.view, &node.reference()), &title)
}

pub fn place<'a>(places: &'a Places, code: &'a TerritoryCode) -> &'a str {
    places.get(code.as_str()).map_or(code.as_str(), |place| place.name.as_str())
}

/// By name on the page, by code in files.
pub fn place_cell(places: &Places, code: &TerritoryCode) -> Cell {
    Cell::html(Html::text(place(places, code)), code.as_str())
}

pub fn link(href: &str, text: &str) -> Html {
    link_html(href, &Html::text(text))
}

pub fn link_html(href: &str, text: &Html) -> Html {
    #[derive(askama::Template)]
    #[template(ext = "html", source = r#"<a class="govuk-link" href="{{ href }}">{{ text }}</a>"#)]
    struct Link<'a> {
        href: &'a str,
        text: &'a Html,
    }
    Html::of(&Link { href, text })
}

/// What a reader opens if they want it.
pub fn folded(summary: &str, body: &Html) -> Html {
    #[derive(askama::Template)]
    #[template(
        ext = "html",
        source = r#"<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{ summary }}</span></summary><div class="govuk-details__text">{{ body }}</div></details>"#
    )]
    struct Folded<'a> {
        summary: &'a str,
        body: &'a Html,
    }
    Html::of(&Folded { summary, body })
}

pub fn list(items: &[Html]) -> Html {
    #[derive(askama::Template)]
    #[template(
        ext = "html",
        source = r#"<ul class="govuk-list">{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"#
    )]
    struct Lines<'a> {
        items: &'a [Html],
    }
    Html::of(&Lines { items })
}
