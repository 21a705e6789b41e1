//! `/oficina/recomendaciones`: recommendations that a post may see, what it may do with each, and the calendar of audits.
use axum::{extract::Path, response::Response};
use jiff::civil::Date;
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        country, links,
        parts::{Page, Section, link},
        recommendations::{listed, sections},
        told, words,
    },
    choice, field, fields, list, see,
};
use crate::{
    actions::{self, NewAudit, NewRecommendation, Refusal},
    domain::{
        Matter as Of, Nature, NoAudit, RecommendationCode, Source,
        recommendation::{Course, Move, Wrong, course},
    },
    queries,
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let shell = reading.shell(&reading.t("evaluations-office-recommendations"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let conn = reading.conn();
    let mut own = Vec::new();
    for (one, steps) in queries::recommendations(conn, known).await? {
        let body = directory::queries::body(conn, known, today, &one.entity).await?;
        let Some(body) = body else { continue };
        let thing = authz::Resource::of("Recommendation", one.code.to_string(), body.within().to_vec());
        if office.may("see_recommendation", &thing) {
            own.push((one, steps));
        }
    }
    let codes: Vec<&str> = own.iter().map(|(one, _)| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(conn, known, today, &codes).await?);
    let on = country(&office.app).date(office.app.now());
    let mut page = Page::new(shell);
    page.done("evaluations", &["auditoria"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let href = |code: &RecommendationCode| shell.link(&format!("{}/{code}", links::OFFICE_RECOMMENDATIONS));
    let table = listed(shell, (&own, on), &bodies, href);
    let audits = link(&shell.link(links::AUDITS), &shell.t("evaluations-audits-title"));
    let mut all =
        vec![Section::top().say(audits).table_or(table, &shell.t("evaluations-recommendations-none"))];
    let typed = |name: &str| sent.as_ref().map_or("", |(posted, _)| posted.text(name));
    let role = office.somebody.post().map_or("", |post| post.role);
    if office.may("register_recommendation", &authz::Resource::state()) {
        let form = registering(shell, role, typed);
        all.push(Section::new("parte-nueva", &shell.t("evaluations-recommend")).html(Html::of(&form)));
        let form = scheduling(shell, typed);
        all.push(Section::new("parte-auditoria", &shell.t("evaluations-audit-new")).html(Html::of(&form)));
    }
    page.add_all(all);
    page.answer()
}

fn registering<'a>(shell: &Shell, role: &str, typed: impl Fn(&str) -> &'a str) -> Form {
    let sources = Source::of_role(role).iter().map(|one| one.as_str());
    let natures = Nature::ALL.iter().map(|one| one.as_str());
    let names = [
        ("source", choice(shell, "source", sources)),
        ("nature", choice(shell, "nature", natures)),
        ("entity", Input::Text),
        ("text", Input::Area),
        ("document", Input::Text),
        ("made_on", Input::Date),
    ];
    let form = Form::new(shell, links::OFFICE_RECOMMENDATIONS, &shell.t("evaluations-recommend-send"));
    let form = fields(shell, form.among("recomendacion"), names, &typed);
    form.field(field(shell, "due_on", Input::Date).value(typed("due_on")).optional())
        .field(field(shell, "programme", Input::Text).value(typed("programme")).optional())
}

fn scheduling<'a>(shell: &Shell, typed: impl Fn(&str) -> &'a str) -> Form {
    let matters = choice(shell, "matter", Of::ALL.iter().map(|one| one.as_str()));
    let names = [
        ("auditor", Input::Text),
        ("entity", Input::Text),
        ("matter", matters),
        ("title", Input::Text),
        ("from", Input::Date),
        ("to", Input::Date),
    ];
    let form = Form::new(shell, links::OFFICE_AUDITS, &shell.t("evaluations-audit-send"));
    let form = fields(shell, form.among("auditoria"), names, &typed);
    let reason = field(shell, "overlap_reason", Input::Area).hint(&shell.t("evaluations-overlap-hint"));
    form.field(reason.value(typed("overlap_reason")).optional())
}

fn date(posted: &Posted, name: &str, refusal: impl Into<Refusal>) -> Result<Date, Refusal> {
    posted.text(name).parse().map_err(|_| refusal.into())
}

fn written(posted: &Posted, by: (&'static str, String)) -> Result<NewRecommendation, Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    let due =
        if posted.text("due_on").is_empty() { None } else { Some(date(posted, "due_on", Wrong::Dates)?) };
    Ok(NewRecommendation {
        source: posted.text("source").parse().map_err(|()| Wrong::Source)?,
        nature: posted.text("nature").parse().unwrap_or(Nature::Corrective),
        entity: list::body(posted.text("entity"))?,
        programme: Some(text("programme")).filter(|code| !code.is_empty()),
        text: text("text"),
        document: text("document"),
        made_on: date(posted, "made_on", Wrong::Dates)?,
        due_on: due,
        by,
    })
}

fn by(office: &Office) -> Result<(&'static str, String), PageError> {
    office.somebody.post().map(|post| (post.role, post.post.clone())).ok_or(PageError::Forbidden)
}

pub async fn register(office: Office, posted: Posted) -> Result<Response, PageError> {
    let done = match written(&posted, by(&office)?) {
        Ok(new) => actions::recommend(&office.ctx(), country(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("{}/{code}", links::OFFICE_RECOMMENDATIONS), "recomendacion")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

fn scheduled(posted: &Posted, post: String) -> Result<NewAudit, Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    Ok(NewAudit {
        auditor: text("auditor"),
        entity: list::body(posted.text("entity"))?,
        matter: posted.text("matter").parse().map_err(|()| NoAudit::Title)?,
        title: text("title"),
        from: date(posted, "from", NoAudit::Period)?,
        to: date(posted, "to", NoAudit::Period)?,
        overlap_reason: text("overlap_reason"),
        post,
    })
}

pub async fn schedule(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (_, post) = by(&office)?;
    let done = match scheduled(&posted, post) {
        Ok(new) => actions::schedule_audit(&office.ctx(), country(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(_) => Ok(see(&office, links::OFFICE_RECOMMENDATIONS, "auditoria")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

pub async fn one(office: Office, Path(code): Path<RecommendationCode>) -> Result<Response, PageError> {
    show_one(&office, &code, None).await
}

async fn show_one(
    office: &Office,
    code: &RecommendationCode,
    wrong: Option<&str>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let found = queries::recommendation(reading.conn(), known, code).await?.ok_or(PageError::NotFound)?;
    let body = [found.0.entity.as_str()];
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &body).await?);
    let shell = reading.shell(&format!("{} {code}", reading.t("evaluations-recommendation")), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let shell = shell.under(links::OFFICE_RECOMMENDATIONS, &reading.t("evaluations-office-recommendations"));
    let on = country(&office.app).date(office.app.now());
    let mut page = Page::new(shell);
    page.done("evaluations", &["recomendacion", "seguimiento"]);
    if let Some(words) = wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let mut all = sections(shell, (&found.0, &found.1, on), &bodies);
    let possible: &[Move] = match course(&found.1) {
        Course::Open => &[Move::Accept, Move::Refuse],
        Course::Accepted => &[Move::Report],
        Course::Refused | Course::Reported => &[Move::Close, Move::Reopen],
        Course::Closed => &[],
    };
    let role = office.somebody.post().map_or("", |post| post.role);
    let may = |action: &str| office.may(action, &office.resource);
    let (answers, follows) = (may("answer_recommendation"), role == found.0.role);
    let may = |step: &&Move| if step.is_of_body() { answers } else { follows };
    let possible: Vec<Move> = possible.iter().filter(may).copied().collect();
    if let Some(first) = possible.first() {
        let door = if first.is_of_body() { "respuesta" } else { "seguimiento" };
        let path = format!("{}/{code}/{door}", links::OFFICE_RECOMMENDATIONS);
        let steps = choice(shell, "move", possible.iter().map(|step| step.as_str()));
        let form = Form::new(shell, &path, &shell.t("evaluations-followup-send"))
            .field(field(shell, "step", steps))
            .field(field(shell, "text", Input::Area));
        all.push(Section::new("parte-paso", &shell.t("evaluations-followup-send")).html(Html::of(&form)));
    }
    page.add_all(all);
    page.answer()
}

/// A step of the body.
pub async fn answer(
    office: Office,
    Path(code): Path<RecommendationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    step(office, &code, &posted, Move::is_of_body).await
}

/// A step of whoever registered it.
pub async fn follow(
    office: Office,
    Path(code): Path<RecommendationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    step(office, &code, &posted, |step| !step.is_of_body()).await
}

async fn step(
    office: Office,
    code: &RecommendationCode,
    posted: &Posted,
    is_of_door: fn(Move) -> bool,
) -> Result<Response, PageError> {
    let (role, post) = by(&office)?;
    let step = posted.text("step").parse::<Move>().ok().filter(|step| is_of_door(*step));
    let done = match step {
        Some(step) => {
            actions::follow_up(&office.ctx(), (code, role, &post), (step, posted.text("text"))).await
        }
        None => Err(Wrong::NotNow.into()),
    };
    match done {
        Ok(()) => Ok(see(&office, &format!("{}/{code}", links::OFFICE_RECOMMENDATIONS), "seguimiento")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show_one(&office, code, Some(&words)).await
        }
    }
}
