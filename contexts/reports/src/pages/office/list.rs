//! `/oficina/informes`: the reports that a post's body owes, and where one is frozen.
use axum::{extract::Path, response::Response};
use base::Known;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Field, Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section, link, table},
};

use super::{
    super::{asked, columnar, country, links, told, unread, words},
    post, see,
};
use crate::{
    actions::{self, NewEdition, Refusal},
    domain::{Duty, Refused},
    queries::{self, CalendarAsked},
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

/// The duties that the post may prepare.
async fn own(
    office: &Office,
    reading: &mut web::Reading,
    asked: CalendarAsked,
) -> Result<Vec<Duty>, PageError> {
    let files = office.app.files.clone();
    let conn = reading.conn();
    let mut own = Vec::new();
    for duty in queries::duties(conn, &files, asked.known).await.map_err(unread)? {
        let body = directory::queries::body(conn, asked.known, asked.on, &duty.entity).await?;
        let Some(body) = body else { continue };
        let thing = authz::Resource::of("ReportDuty", duty.code.clone(), body.within().to_vec());
        if office.may("prepare_report", &thing) {
            own.push(duty);
        }
    }
    Ok(own)
}

async fn show(office: &Office, wrong: Option<(&str, &Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let mut asked = asked(&reading);
    asked.known = Known(reading.known.0);
    let files = office.app.files.clone();
    let duties = own(office, &mut reading, asked).await?;
    let all = queries::editions(reading.conn(), asked.country, asked.known).await?;
    let shell = reading.shell(&reading.t("reports-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("reports-office"));
    let mut page = Page::new(shell);
    if let Some((_, _, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let calendar = link(&shell.link(links::CALENDAR), &shell.t("reports-title"));
    let mut sections = vec![Section::top().say(calendar)];
    let mut waiting = table(
        shell,
        "reports",
        ("informes", "office-list"),
        &["report", "period", "due", "state", "editions"],
    )
    .stacked();
    for duty in &duties {
        let instances =
            queries::instances_of(reading.conn(), &files, asked, duty, &all).await.map_err(unread)?;
        for one in instances {
            let due = one.due_on();
            let editions: Vec<String> = one.editions.iter().map(|of| of.code.to_string()).collect();
            let linked = one.editions.iter().map(|of| {
                let href = shell.link(&format!("/oficina/informe/{}", of.code));
                link(&href, of.code.as_str())
            });
            let linked = linked.reduce(|all, one| all.and(&Html::text(" ")).and(&one)).unwrap_or_default();
            waiting.push(vec![
                Cell::text(told::name(shell, duty)),
                Cell::html(Html::text(&shell.period(one.period)), &one.period.to_string()),
                due.map_or_else(Cell::default, |due| {
                    Cell::html(Html::text(&shell.date(due)), &due.to_string())
                }),
                Cell::text(&shell.t(&format!("reports-state-{}", one.state.as_str()))),
                Cell::html(linked, &editions.join(" ")),
            ]);
        }
    }
    sections.push(
        Section::new("parte-propios", &shell.t("reports-office-own"))
            .table_or(waiting, &shell.t("reports-office-none")),
    );
    for duty in &duties {
        let typed = wrong.as_ref().filter(|(of, ..)| *of == duty.code).map(|(_, posted, _)| *posted);
        let heading = Html::of(&form(shell, duty, typed));
        sections.push(Section::new(id(&duty.code, &duties), told::name(shell, duty)).html(heading));
    }
    page.add_all(sections);
    page.answer()
}

/// A post has few duties; each form has a heading of its own.
fn id(code: &str, duties: &[Duty]) -> &'static str {
    const IDS: [&str; 8] =
        ["parte-d1", "parte-d2", "parte-d3", "parte-d4", "parte-d5", "parte-d6", "parte-d7", "parte-d8"];
    let at = duties.iter().position(|duty| duty.code == code).unwrap_or(0);
    IDS.get(at).copied().unwrap_or("parte-d")
}

fn form(shell: &Shell, duty: &Duty, typed: Option<&Posted>) -> Form {
    let typed = |name: &str| typed.map_or("", |posted| posted.text(name));
    let field = |name: &'static str, input: Input| {
        let field = Field::new(name, &shell.t(&format!("reports-field-{name}")), input);
        field.hint(&shell.t(&format!("reports-field-{name}-hint"))).value(typed(name))
    };
    Form::new(shell, &format!("{}/{}", links::OFFICE, duty.code), &shell.t("reports-prepare"))
        .among(&duty.code)
        .field(field("period", Input::Text))
        .field(field("known", Input::Date).optional())
        .field(field("reason", Input::Area).optional())
}

fn written(posted: &Posted, duty: &str, (role, post): (&'static str, String)) -> Result<NewEdition, Refusal> {
    let known = Some(posted.text("known")).filter(|text| !text.is_empty());
    let known = known.map(|text| web::figures::day(text).ok_or(Refused::Known)).transpose()?;
    Ok(NewEdition {
        duty: duty.to_owned(),
        period: posted.text("period").to_owned(),
        known,
        reason: posted.text("reason").to_owned(),
        role,
        post,
    })
}

pub async fn prepare(
    office: Office,
    Path(duty): Path<String>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (by, engine) = (post(&office)?, columnar(&office.app)?);
    let done = match written(&posted, &duty, by) {
        Ok(new) => actions::prepare(&office.ctx(), &*engine, country(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("/oficina/informe/{code}"), "preparado")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, refusal)?;
            show(&office, Some((&duty, &posted, words))).await
        }
    }
}
