//! `/consulta/{consultation}`: the draft, element by element; what was said of it, and what became of that.
use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::codes::{ElementCode, TerritoryCode};
use planning::domain::content::Content;
use web::{
    Format, Html, Lang, Matter, PageError, Reading, Shell,
    components::{Cell, Column, Facts, Field, Form, Input, Pages, Table, empty},
    gate::Posted,
    origins,
};

use super::{
    consultations::{moment, said},
    country,
};
use crate::{
    domain::{Admitted, ConsultationCode, TEXT_CHARS_MAX, TakenUp, Tally, Voice, tally},
    queries::{self, ConsultationView, Course},
};

/// Comments in one page.
const ROWS: usize = 50;

#[derive(Template)]
#[template(path = "consultation.html")]
struct ConsultationPage {
    shell: Shell,
    facts: Facts,
    procedure: String,
    plan: Option<String>,
    because: Option<String>,
    elements: Vec<ElementView>,
    by_element: Table,
    by_region: Table,
    comments: Table,
    pages: Html,
    none: Html,
    form: Option<Form>,
}

/// An element as a reader sees it; its anchor is its code.
struct ElementView {
    anchor: String,
    title: String,
    indicators: Vec<String>,
    comment: Option<String>,
    said: Option<String>,
}

/// What was sent and could not be taken.
pub(super) type Wrong<'a> = (&'a Posted, &'static str, String);

pub async fn get(reading: Reading, Path(code): Path<ConsultationCode>) -> Result<Response, PageError> {
    show(reading, &code, None).await
}

pub(super) async fn show(
    mut reading: Reading,
    code: &ConsultationCode,
    wrong: Option<Wrong<'_>>,
) -> Result<Response, PageError> {
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let (of, now) = (country(&reading.app), moment(&reading));
    let view = queries::consultation(reading.conn(), &files, of, (code, known, now)).await;
    let view = view.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    let draft = queries::shown_draft(reading.conn(), &files, known, &view.consultation).await;
    let draft = draft.map_err(PageError::internal)?;
    let admitted = queries::admitted(reading.conn(), known, today, &draft).await?;
    let places = directory::queries::territories(reading.conn(), known, today).await?;
    let regions: BTreeMap<TerritoryCode, String> = admitted
        .regions
        .iter()
        .map(|code| {
            (code.clone(), places.get(code.as_str()).map(|place| place.name.clone()).unwrap_or_default())
        })
        .collect();
    let body =
        directory::queries::entities_of(reading.conn(), known, today, &[view.consultation.entity.as_str()])
            .await?;
    let body = body.into_iter().next().map_or_else(|| view.consultation.entity.to_string(), |body| body.name);
    let matter = if draft.plan.sample { Matter::Sample } else { Matter::Real };
    let title = reading.app.frame.texts.t(
        reading.view.lang,
        "formulation-consultation",
        &[("title", titled(reading.view.lang, &draft).into())],
    );
    let mut shell = reading.shell(&title, matter);
    shell = shell.under(super::CONSULTATIONS, &reading.t("formulation-consultations"));
    let rows = [
        journal::Rows::of("formulation_consultations").with("code", [code.as_str()]),
        journal::Rows::of("formulation_responses").with("consultation", [code.as_str()]),
    ];
    origins::add(&mut reading, &mut shell, &rows).await?;
    let shown = Shown { view: &view, draft: &draft, admitted: &admitted, regions: &regions, body: &body };
    let is_wrong = wrong.is_some();
    let page = ConsultationPage::of(shell, &shown, wrong)?;
    if let Some(file) = Table::asked(&page.shell, [&page.comments, &page.by_element, &page.by_region]) {
        return file;
    }
    let mut response = web::html(&page)?;
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Everything the page is made of.
struct Shown<'a> {
    view: &'a ConsultationView,
    draft: &'a Content,
    admitted: &'a Admitted,
    regions: &'a BTreeMap<TerritoryCode, String>,
    body: &'a str,
}

fn titled(lang: Lang, draft: &Content) -> &str {
    let version = &draft.version;
    match lang {
        Lang::En => version.title_en.as_deref().unwrap_or(&version.title),
        Lang::Es => &version.title,
    }
}

impl ConsultationPage {
    fn of(shell: Shell, shown: &Shown<'_>, wrong: Option<Wrong<'_>>) -> Result<Self, PageError> {
        let counted = tally(&shown.view.voices);
        let is_open = matches!(shown.view.course, Course::Open(_));
        let asked = shell.view.one("elemento").and_then(|code| code.parse::<ElementCode>().ok());
        let asked = asked.filter(|code| shown.draft.elements.contains_key(code));
        let of_asked = |voice: &&Voice| asked.is_none() || voice.element == asked;
        let heard: Vec<&Voice> =
            shown.view.voices.iter().filter(|voice| voice.response.is_some()).filter(of_asked).collect();
        let part = Pages::of(&shell.view, ROWS)?;
        let is_page = shell.view.format == Format::Html;
        let listed = if is_page { heard.get(part.offset()..).unwrap_or_default() } else { &heard };
        let mut comments = comments(&shell);
        for voice in listed.iter().take(if is_page { ROWS } else { usize::MAX }) {
            comments.push(comment(&shell, voice));
        }
        let consultation = &shown.view.consultation;
        let plan = format!("/plan/{}", consultation.plan);
        Ok(Self {
            facts: facts(&shell, shown, &counted),
            procedure: shell.link(&format!("/procedimiento/{}", shown.view.procedure)),
            plan: shown.view.is_approved.then(|| shell.link(&plan)),
            because: shown.view.unanswered_because.clone(),
            elements: elements(&shell, shown.draft, (&counted, is_open)),
            by_element: by_element(&shell, shown, &counted),
            by_region: by_region(&shell, shown.regions, &counted),
            pages: part.links(&shell, heard.len()),
            none: if heard.is_empty() { empty(&shell.t("formulation-said-none")) } else { Html::default() },
            comments: comments.with_files(&shell),
            form: is_open.then(|| form(&shell, shown, wrong)),
            shell,
        })
    }
}

fn facts(shell: &Shell, shown: &Shown<'_>, counted: &Tally) -> Facts {
    let consultation = &shown.view.consultation;
    let taken = |what: TakenUp| counted.taken_up.get(&what).copied().unwrap_or_default();
    let count = |n: usize| shell.count(n);
    let mut facts = Facts::default()
        .with(
            &shell.t("formulation-plan"),
            format!("{}@{}", consultation.plan, consultation.version).as_str(),
        )
        .with(&shell.t("formulation-body"), shown.body)
        .with(&shell.t("formulation-consultations-opened"), shell.moment(consultation.opened_at).as_str())
        .with(&shell.t("formulation-consultations-course"), said(shell, &shown.view.course).as_str());
    if counted.said > 0 {
        facts = facts
            .with(&shell.t("formulation-tally-said"), count(counted.said).as_str())
            .with(&shell.t("formulation-tally-waiting"), count(counted.waiting).as_str())
            .with(&shell.t("formulation-tally-withheld"), count(counted.withheld).as_str())
            .with(&shell.t("formulation-tally-unanswered"), count(counted.unanswered).as_str());
        for what in TakenUp::ALL {
            let name = shell.t(&format!("formulation-taken-up-{}", what.as_str()));
            facts = facts.with(&name, count(taken(what)).as_str());
        }
    }
    facts
}

fn elements(shell: &Shell, draft: &Content, (counted, is_open): (&Tally, bool)) -> Vec<ElementView> {
    let view = |element: &planning::domain::element::Element| {
        let cards = draft.indicators.values().filter(|card| card.element == element.code);
        let indicators = cards.map(|card| {
            let targets = draft.targets.iter().filter(|(key, _)| key.indicator == card.code);
            let targets: Vec<String> = targets
                .map(|(key, target)| {
                    format!("{}: {}", shell.period(key.period), shell.value(target.goal.value))
                })
                .collect();
            let name = match shell.lang() {
                Lang::En => card.name_en.as_ref().unwrap_or(&card.name),
                Lang::Es => &card.name,
            };
            format!("{} {name}. {}", card.code, targets.join("; "))
        });
        let title = match shell.lang() {
            Lang::En => element.title_en.as_ref().unwrap_or(&element.title),
            Lang::Es => &element.title,
        };
        let here = shell.view.without("page").with("elemento", element.code.as_str());
        let said = counted.by_element.get(&Some(element.code.clone())).copied().unwrap_or_default();
        ElementView {
            anchor: element.code.to_string(),
            title: format!("{} {title}", element.code),
            indicators: indicators.collect(),
            comment: is_open.then(|| format!("{}#comentar", here.here())),
            said: (said > 0).then(|| format!("{}#comentarios", here.here())),
        }
    };
    draft.elements.values().map(view).collect()
}

fn by_element(shell: &Shell, shown: &Shown<'_>, counted: &Tally) -> Table {
    let columns = vec![
        Column::text(&shell.t("formulation-said-element")),
        Column::number(&shell.t("formulation-tally-shown")),
        Column::number(&shell.t("formulation-taken-up-yes")),
        Column::number(&shell.t("formulation-taken-up-partly")),
        Column::number(&shell.t("formulation-taken-up-no")),
    ];
    let mut table = Table::new("por-elemento", &shell.t("formulation-by-element"), columns).stacked();
    for (element, n) in &counted.by_element {
        let became = |what: TakenUp| {
            let own = shown.view.voices.iter().filter(|voice| voice.element == *element);
            let answers = own.filter_map(|voice| voice.response.as_ref()?.answer.as_ref());
            Cell::count(shell, answers.filter(|(taken_up, _)| *taken_up == what).count())
        };
        let name = element.as_ref().map_or_else(|| shell.t("formulation-said-whole"), ToString::to_string);
        let mut row = vec![Cell::text(&name), Cell::count(shell, *n)];
        row.extend(TakenUp::ALL.map(became));
        table.push(row);
    }
    table.with_files(shell)
}

fn by_region(shell: &Shell, regions: &BTreeMap<TerritoryCode, String>, counted: &Tally) -> Table {
    let columns = vec![
        Column::text(&shell.t("formulation-said-region")),
        Column::number(&shell.t("formulation-tally-said")),
    ];
    let mut table = Table::new("por-region", &shell.t("formulation-by-region"), columns).stacked();
    for (region, n) in &counted.by_region {
        let name = regions.get(region).map_or(region.as_str(), String::as_str);
        table.push(vec![Cell::text(name), Cell::count(shell, *n)]);
    }
    table.with_files(shell)
}

fn comments(shell: &Shell) -> Table {
    let names = ["number", "element", "text", "taken-up", "answer"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("formulation-said-{name}")))).to_vec();
    Table::new("comentarios", &shell.t("formulation-said"), columns).stacked()
}

/// A comment that was read: with its words, or with why they are withheld.
fn comment(shell: &Shell, voice: &Voice) -> Vec<Cell> {
    let response = voice.response.as_ref();
    let text = match response.filter(|response| !response.is_shown) {
        Some(withheld) => shell.t1("formulation-said-withheld", "reason", withheld.reason.as_str()),
        None => voice.text.clone().unwrap_or_else(|| shell.t("formulation-said-erased")),
    };
    let answer = response.and_then(|response| response.answer.as_ref());
    let element = voice.element.as_ref().map(ToString::to_string);
    vec![
        Cell::text(&voice.number.to_string()),
        Cell::text(&element.unwrap_or_else(|| shell.t("formulation-said-whole"))),
        Cell::text(&text),
        Cell::text(&answer.map(|(what, _)| super::taken_up(shell, *what)).unwrap_or_default()),
        Cell::text(answer.map_or("", |(_, words)| words.as_str())),
    ]
}

fn form(shell: &Shell, shown: &Shown<'_>, wrong: Option<Wrong<'_>>) -> Form {
    let typed = |name: &str| wrong.as_ref().map_or("", |(posted, ..)| posted.text(name)).to_owned();
    let element = match typed("element") {
        typed if typed.is_empty() => shell.view.one("elemento").unwrap_or_default().to_owned(),
        typed => typed,
    };
    let none = |key: &str| (String::new(), shell.t(key));
    let elements = shown.admitted.elements.iter().filter_map(|code| shown.draft.elements.get(code));
    let elements = elements.map(|one| {
        let title: String = one.title.chars().take(80).collect();
        (one.code.to_string(), format!("{} {title}", one.code))
    });
    let regions = shown.regions.iter().map(|(code, name)| (code.to_string(), name.clone()));
    let path = format!("/consulta/{}/comentario", shown.view.consultation.code);
    let hint = shell.t1("formulation-speak-hint", "n", TEXT_CHARS_MAX);
    let form = Form::new(shell, &path, &shell.t("formulation-speak"))
        .field(
            Field::new(
                "element",
                &shell.t("formulation-said-element"),
                Input::Choice([none("formulation-said-whole")].into_iter().chain(elements).collect()),
            )
            .value(&element),
        )
        .field(
            Field::new("text", &shell.t("formulation-said-text"), Input::Area)
                .hint(&hint)
                .value(&typed("text")),
        )
        .field(
            Field::new(
                "region",
                &shell.t("formulation-said-region"),
                Input::Choice([none("formulation-region-unsaid")].into_iter().chain(regions).collect()),
            )
            .value(&typed("region"))
            .optional(),
        );
    match wrong {
        Some((_, field, words)) => form.wrong(field, &words),
        None => form,
    }
}
