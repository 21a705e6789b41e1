//! `/oficina/incentivo/{offer}`: one municipality and one goal: where it files and objects, and the verifying body decides.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Shell,
    components::{Facts, Form, Input},
    gate::{Office, Posted, Sent},
    sections::{Page, Section, link},
};

use super::{
    super::{board, links, offset, told, words},
    acting, by, choice, field, form, see,
};
use crate::{
    actions::{self, Found, Refusal},
    domain::{EvidenceFault, Needs, NewEvidence, OfferRef, Standing, Verdict, VerdictFault},
    queries::{self, Line},
};

/// What was typed into a field.
type Typed<'a> = &'a (dyn Fn(&str) -> String + Sync);
/// Where an act was refused: its words, and what was typed.
type Wrong<'a> = (String, Typed<'a>);

pub async fn get(office: Office, Path(at): Path<String>) -> Result<Response, PageError> {
    show(&office, &at.parse().map_err(|_| PageError::NotFound)?, None).await
}

async fn show(office: &Office, at: &OfferRef, wrong: Option<Wrong<'_>>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, on) = (reading.known, reading.today);
    let line = queries::offer(reading.conn(), known, at).await?.ok_or(PageError::NotFound)?;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let mut shell = reading.shell("", Matter::Real);
    let name = bodies.get(at.entity.as_str()).map_or(at.entity.as_str(), |body| body.name.as_str());
    shell.title = format!("{}: {name}", at.goal);
    let shell = shell.under("/oficina", &reading.t("incentives-office"));
    let shell = shell.under(links::OFFICE, &reading.t("incentives-office-title"));
    let mut page = Page::new(shell);
    page.done("incentives", &["evidencia", "objecion", "verificacion"]);
    if let Some((words, _)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let typed = |name: &str| wrong.as_ref().map(|(_, typed)| typed(name)).unwrap_or_default();
    let whole = [(&line.goal, at.clone(), &line.dossier)];
    let evidence = told::evidence(shell, &whole, |at, _, digest| {
        Some(shell.link(&format!("{}/archivo/{digest}", links::offer_path(at))))
    });
    let none = |key: &str| shell.t(&format!("incentives-{key}-none"));
    let mut all = vec![
        Section::top().html(Html::of(&facts(shell, &line, &bodies, on))),
        Section::new("parte-evidencias", &shell.t("incentives-evidence"))
            .table_or(evidence, &none("evidence")),
        Section::new("parte-verificaciones", &shell.t("incentives-verifications"))
            .table_or(told::verdicts(shell, &whole), &none("verifications")),
    ];
    all.extend(work(office, shell, &line, (on, &typed)));
    page.add_all(all);
    page.answer()
}

fn facts(shell: &Shell, line: &Line, bodies: &told::Bodies, on: jiff::civil::Date) -> Facts {
    let say = |key: &str| shell.t(&format!("incentives-{key}"));
    let goal = &line.goal;
    let way = link(&links::goal_href(&shell.view, &goal.at), told::title(shell, goal));
    Facts::default()
        .with(&say("goal"), way)
        .with(&say("municipality"), told::body(shell, bodies, line.offer.entity.as_str()))
        .with(&say("target"), told::target(shell, goal).as_str())
        .with(&say("needs"), web::sections::said(shell, &goal.evidence, None))
        .with(&say("due"), shell.date(goal.due_on).as_str())
        .with(&say("offered"), shell.money(line.offer.offered))
        .with(&say("standing"), board::standing(shell, line.dossier.standing(goal.due_on, on)).as_str())
        .with(&say("outcome"), board::became(shell, line, on).as_str())
}

/// The forms that whoever looks may send now.
fn work(
    office: &Office,
    shell: &Shell,
    line: &Line,
    (on, typed): (jiff::civil::Date, Typed<'_>),
) -> Vec<Section> {
    let Some(post) = office.somebody.post() else { return Vec::new() };
    let path = links::offer_path(&line.offer.at());
    let standing = line.dossier.standing(line.goal.due_on, on);
    let may = |action: &str| office.may(action, &office.resource);
    let is_own = post.entity == line.offer.entity && may("file_incentive_evidence");
    let verifies = post.entity == line.goal.verifier && may("verify_incentive");
    let is_told = matches!(standing, Standing::Fulfilled | Standing::NotFulfilled);
    let mut all = Vec::new();
    if is_own && !is_told {
        let form = filing(shell, (&path, line), typed);
        let section = Section::new("parte-presentar", &shell.t("incentives-file"));
        all.push(section.say(shell.t("incentives-file-lead")).html(Html::of(&form)));
    }
    if is_own && standing == Standing::NotFulfilled && line.dossier.objection.is_none() {
        let form = Form::new(shell, &format!("{path}/objecion"), &shell.t("incentives-object-send"))
            .among("objecion")
            .field(field(shell, "reason", Input::Area).value(&typed("reason")));
        let section = Section::new("parte-objetar", &shell.t("incentives-object"));
        all.push(section.say(shell.t("incentives-object-lead")).html(Html::of(&form)));
    }
    if verifies && !is_told && !line.dossier.evidence.is_empty() {
        let verdicts = choice(shell, "verdict", Verdict::ALL.iter().map(|one| one.as_str()));
        let form = Form::new(shell, &format!("{path}/verificacion"), &shell.t("incentives-verify-send"))
            .among("verificacion")
            .field(field(shell, "verdict", verdicts).value(&typed("verdict")))
            .field(field(shell, "reason", Input::Area).value(&typed("reason")));
        let section = Section::new("parte-verificar", &shell.t("incentives-verify"));
        all.push(section.say(shell.t("incentives-verify-lead")).html(Html::of(&form)));
    }
    all
}

fn filing(shell: &Shell, (path, line): (&str, &Line), typed: Typed<'_>) -> Form {
    let mut form =
        Form::new(shell, &format!("{path}/evidencia"), &shell.t("incentives-file-send")).among("evidencia");
    if line.goal.needs != Needs::Document {
        let value = field(shell, "value", Input::Text).hint(&line.goal.target.unit);
        form = form.field(value.value(&typed("value")));
    }
    let document = field(shell, "file", Input::File { accept: "" });
    let document = if line.goal.needs == Needs::Value { document.optional() } else { document };
    form.field(document).field(field(shell, "text", Input::Area).value(&typed("text")))
}

async fn answer(
    office: &Office,
    at: &OfferRef,
    (done, what): (Result<(), Refusal>, &str),
    typed: Typed<'_>,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, &links::offer_path(at), what)),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(office, at, Some((words, typed))).await
        }
    }
}

pub async fn file(office: Office, Path(at): Path<String>, mut sent: Sent) -> Result<Response, PageError> {
    let at: OfferRef = at.parse().map_err(|_| PageError::NotFound)?;
    let own = acting(&office)?;
    let done = match form::number(sent.text("value")) {
        Err(()) => Err(EvidenceFault::Value.into()),
        Ok(value) => {
            let document = match sent.take("file") {
                Some((name, bytes)) => Some((office.app.files.put(bytes.as_slice())?, name)),
                None => None,
            };
            let new = NewEvidence { value, document, text: sent.text("text").to_owned() };
            actions::file_evidence(&office.ctx(), offset(&office.app), (&at, by(&own)), new).await
        }
    };
    answer(&office, &at, (done, "evidencia"), &|name| sent.text(name).to_owned()).await
}

pub async fn object(office: Office, Path(at): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let at: OfferRef = at.parse().map_err(|_| PageError::NotFound)?;
    let own = acting(&office)?;
    let done = actions::object(&office.ctx(), (&at, by(&own)), posted.text("reason")).await;
    answer(&office, &at, (done, "objecion"), &|name| posted.text(name).to_owned()).await
}

pub async fn verify(office: Office, Path(at): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let at: OfferRef = at.parse().map_err(|_| PageError::NotFound)?;
    let own = acting(&office)?;
    let done = match posted.text("verdict").parse() {
        Ok(verdict) => {
            let found = Found { verdict, reason: posted.text("reason") };
            actions::verify(&office.ctx(), offset(&office.app), (&at, by(&own)), found).await
        }
        Err(()) => Err(VerdictFault::Reason.into()),
    };
    answer(&office, &at, (done, "verificacion"), &|name| posted.text(name).to_owned()).await
}
