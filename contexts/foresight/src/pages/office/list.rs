//! `/oficina/prospectiva`: the studies that a post may see, and where one begins.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::{Known, codes::EntityCode};
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Field, Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        links::OFFICE,
        parts::{Page, Section, plainly, table},
    },
    Wrong,
};
use crate::{
    actions::{Begin, put_study},
    domain::{Study, StudyFault},
    queries,
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, Wrong)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let shell = reading.shell(&reading.t("foresight-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("foresight-office"));
    let conn = reading.conn();
    let mut own = Vec::new();
    for study in queries::studies(conn).await? {
        let body = directory::queries::body(conn, known, today, &study.entity).await?;
        let Some(body) = body else { continue };
        let thing = authz::Resource::of("Study", study.code.clone(), body.within().to_vec());
        if office.may("see_study", &thing) {
            let waiting = queries::waiting(conn, &study.code).await?.len();
            let told = queries::announced(conn, Known::NOW, &study.code).await?;
            own.push((study, waiting, told));
        }
    }
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let columns = ["study", "body", "horizons", "state", "#waiting"];
    let mut table = table(shell, "estudios", "studies", &columns).stacked();
    for (study, waiting, told) in &own {
        let title = plainly(shell, &study.title, study.title_en.as_deref());
        let state = match told {
            None => "office",
            Some(told) if told.is_published => "published",
            Some(_) => "announced",
        };
        let mark = if study.is_sample { shell.sample_mark() } else { Html::default() };
        let link = Cell::link(&shell.link(&format!("{OFFICE}/{}", study.code)), title).shown.and(&mark);
        table.push(vec![
            Cell::html(link, title),
            Cell::text(study.entity.as_str()),
            Cell::text(&study.horizons_text().replace(';', ", ")),
            Cell::text(&shell.t(&format!("foresight-state-{state}"))),
            Cell::count(shell, *waiting),
        ]);
    }
    let section = Section::top().table_or(table, &shell.t("foresight-office-none"));
    let form = form(office, shell, sent.as_ref().map(|(posted, _)| *posted));
    let form = form.map(|form| Section::new("nuevo", &shell.t("foresight-begin")).html(Html::of(&form)));
    if let Some((_, wrong)) = &sent {
        wrong.tell(&mut page);
    }
    page.add_all(std::iter::once(section).chain(form));
    page.answer()
}

/// For who plans.
fn form(office: &Office, shell: &Shell, sent: Option<&Posted>) -> Option<Form> {
    let post = office.somebody.post().filter(|post| post.role == "planner")?;
    let typed = |name: &str| sent.map_or("", |posted| posted.text(name)).to_owned();
    let path = format!("/oficina/entidad/{}/prospectiva", post.entity);
    let form = Form::new(shell, &path, &shell.t("foresight-begin"));
    let code = Field::new("code", &shell.t("foresight-code"), Input::Text)
        .hint(&shell.t("foresight-takes-code"))
        .value(&typed("code"));
    Some(head(shell, form.field(code), typed))
}

/// The fields of what a study says of itself.
pub(super) fn head(shell: &Shell, form: Form, typed: impl Fn(&str) -> String) -> Form {
    let field = |name: &'static str, key: &str| {
        Field::new(name, &shell.t(&format!("foresight-{key}")), Input::Text).value(&typed(name))
    };
    form.field(field("title", "study-title"))
        .field(field("title_en", "study-title-en").optional())
        .field(field("plan", "plan").optional().hint(&shell.t("foresight-plan-hint")))
        .field(field("horizons", "horizons").hint(&shell.t("foresight-horizons-hint")))
        .field(field("scale", "scale").hint(&shell.t("foresight-scale-hint")))
}

/// What the form says.
pub(super) fn written(posted: &Posted, code: &str, entity: &EntityCode) -> Result<Study, StudyFault> {
    let text = |name: &str| Some(posted.text(name).to_owned()).filter(|text| !text.is_empty());
    Ok(Study {
        code: code.to_owned(),
        entity: entity.clone(),
        plan: text("plan").map(|plan| plan.parse().map_err(|_| StudyFault::Code)).transpose()?,
        title: posted.text("title").to_owned(),
        title_en: text("title_en"),
        horizons: Study::horizons_of(posted.text("horizons"))?,
        scale_max: posted.text("scale").parse().map_err(|_| StudyFault::Scale)?,
        is_sample: false,
    })
}

pub async fn begin(
    office: Office,
    Path(entity): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let done = match written(&posted, posted.text("code"), &entity) {
        Ok(study) => put_study(&office.ctx(), study, Begin::New).await,
        Err(fault) => Err(fault.into()),
    };
    match done {
        Ok(study) => {
            let path = format!("{}{OFFICE}/{}?hecho=estudio", office.view.lang.prefix(), study.code);
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let wrong = Wrong::of(&office, refusal)?;
            show(&office, Some((&posted, wrong))).await
        }
    }
}
