//! `/oficina/prospectiva/{study}`: a study being worked on: its parts, what it lacks, the workbook, announcing and publishing.
use axum::{extract::Path, response::Response};
use base::Known;
use web::{
    Html, PageError, Shell,
    components::{Cell, Form},
    gate::{Office, Posted},
};

use super::{
    super::{
        analysis,
        links::{self, OFFICE},
        parts::{Page, Section, Upload, link, plainly, table},
        study::lacks,
        words,
    },
    Wrong, list, matter, see, study_of,
};
use crate::{
    actions::{self, Begin, Refusal},
    domain::{Content, Kind, Panel, Study, gaps},
    queries::{self, Announced},
};

const DONE: [&str; 6] = ["estudio", "libro", "anuncio", "publicacion", "fila", "respuesta"];

pub async fn get(office: Office, Path(code): Path<String>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

pub(super) async fn show(office: &Office, code: &str, wrong: Option<Wrong>) -> Result<Response, PageError> {
    let study = study_of(office, code).await?;
    let mut reading = office.reading().await?;
    let conn = reading.conn();
    let content = queries::draft(conn, code).await?;
    let told = queries::announced(conn, Known::NOW, code).await?;
    let waiting = queries::waiting(conn, code).await?.len();
    let shell = reading.shell("", matter(&study));
    let [own, all] = ["foresight-office", "foresight-office-title"].map(|key| shell.t(key));
    let mut shell = shell.under("/oficina", &own).under(OFFICE, &all);
    let title = plainly(&shell, &study.title, study.title_en.as_deref()).to_owned();
    shell.title = title;
    let mut page = Page::new(shell);
    page.done("foresight", &DONE);
    if let Some(wrong) = &wrong {
        wrong.tell(&mut page);
    }
    let shell = &page.shell;
    let mut sections = vec![top(shell, &study, told.as_ref(), waiting), parts(shell, &study, &content)];
    if office.may("draft_study", &office.resource) {
        sections.push(workbook(shell, &study));
    }
    sections.push(lacks(shell, &gaps(&study, &content)));
    if !Panel::of(&content).variables.is_empty() {
        sections.extend(analysis::sections(shell, &content));
    }
    if office.may("publish_study", &office.resource) {
        sections.push(publishing(shell, &study, told.as_ref()));
    }
    if office.may("draft_study", &office.resource) {
        sections.push(itself(shell, &study));
    }
    page.add_all(sections);
    page.answer()
}

fn top(shell: &Shell, study: &Study, told: Option<&Announced>, waiting: usize) -> Section {
    let state = match told {
        None => "office",
        Some(told) if told.is_published => "published",
        Some(_) => "announced",
    };
    let args = [("state", shell.t(&format!("foresight-state-{state}")).into()), ("waiting", waiting.into())];
    let proposals = shell.link(&format!("{OFFICE}/{}/propuestas", study.code));
    let mut section = Section::top()
        .say(shell.ta("foresight-office-lead", &args))
        .say(link(&proposals, &shell.t1("foresight-see-waiting", "n", waiting)));
    if told.is_some() {
        section = section
            .say(link(&links::study_href(&shell.view, &study.code), &shell.t("foresight-public-page")));
    }
    section
}

/// The kinds in the order of the steps, with how many rows each has.
fn parts(shell: &Shell, study: &Study, content: &Content) -> Section {
    let mut table = table(shell, "partes", "parts", &["step", "part", "#rows-held"]).stacked();
    for kind in Kind::ALL {
        let href = shell.link(&format!("{OFFICE}/{}/parte/{}", study.code, kind.sheet().1));
        table.push(vec![
            Cell::text(&shell.t(&format!("foresight-step-{}", kind.step().as_str()))),
            Cell::link(&href, &words::kinds(shell, kind)),
            Cell::count(shell, content.get(&kind).map_or(0, std::collections::BTreeMap::len)),
        ]);
    }
    Section::new("partes-del-estudio", &shell.t("foresight-parts")).table(table)
}

fn workbook(shell: &Shell, study: &Study) -> Section {
    let path = shell.link(&format!("{OFFICE}/{}/libro", study.code));
    Section::new("libro", &shell.t("foresight-workbook"))
        .say(link(&path, &shell.t("foresight-workbook-get")))
        .upload(Upload {
            action: path,
            label: shell.t("foresight-workbook-file"),
            hint: shell.t("foresight-workbook-hint"),
            button: shell.t("foresight-workbook-send"),
        })
}

fn publishing(shell: &Shell, study: &Study, told: Option<&Announced>) -> Section {
    let path = |last: &str| format!("{OFFICE}/{}/{last}", study.code);
    let takes = told.is_some_and(|told| told.takes_proposals);
    let call = if takes { "foresight-call-close" } else { "foresight-call-open" };
    let announce =
        Form::new(shell, &path("anuncio"), &shell.t(call)).keep("takes", if takes { "no" } else { "yes" });
    let publish = Form::new(shell, &path("publicacion"), &shell.t("foresight-publish")).warning();
    Section::new("publicar", &shell.t("foresight-publish"))
        .say(shell.t("foresight-call-words"))
        .html(Html::of(&announce))
        .say(shell.t("foresight-publish-words"))
        .html(Html::of(&publish))
}

fn itself(shell: &Shell, study: &Study) -> Section {
    let path = format!("{OFFICE}/{}", study.code);
    let form = Form::new(shell, &path, &shell.t("foresight-change"));
    let typed = |name: &str| match name {
        "title" => study.title.clone(),
        "title_en" => study.title_en.clone().unwrap_or_default(),
        "plan" => study.plan.as_ref().map(ToString::to_string).unwrap_or_default(),
        "horizons" => study.horizons_text(),
        _ => study.scale_max.to_string(),
    };
    Section::new("datos", &shell.t("foresight-itself")).html(Html::of(&list::head(shell, form, typed)))
}

pub async fn change(office: Office, Path(code): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let before = study_of(&office, &code).await?;
    let done = match list::written(&posted, &code, &before.entity) {
        Ok(study) => {
            let study = Study { is_sample: before.is_sample, ..study };
            actions::put_study(&office.ctx(), study, Begin::Change).await.map(|_| ())
        }
        Err(fault) => Err(fault.into()),
    };
    answer(&office, &code, done, "estudio").await
}

pub async fn announce(
    office: Office,
    Path(code): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = actions::announce(&office.ctx(), &code, posted.text("takes") == "yes").await;
    answer(&office, &code, done, "anuncio").await
}

pub async fn publish(office: Office, Path(code): Path<String>) -> Result<Response, PageError> {
    let today = office.app.frame.country.date_of(office.app.now());
    let done = actions::publish(&office.ctx(), &code, today).await;
    answer(&office, &code, done, "publicacion").await
}

pub(super) async fn answer(
    office: &Office,
    code: &str,
    done: Result<(), Refusal>,
    what: &str,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, code, what)),
        Err(refusal) => {
            let wrong = Wrong::of(office, refusal)?;
            show(office, code, Some(wrong)).await
        }
    }
}
