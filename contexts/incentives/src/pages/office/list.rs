//! `/oficina/incentivos`: what a body owes, what waits for it, and where the directorate publishes goals and approves transfers.
use axum::response::Response;
use base::{Money, codes::EntityCode};
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Form, Input, Table},
    gate::{Office, Posted},
    sections::{Page, Section, link, table},
};

use super::{
    super::{links, offset, told, words},
    acting, field, form, see,
};
use crate::{
    actions::{self, NewTransfers, Refusal},
    domain::{Goal, TransferFault},
    queries::{self, Owed, Waiting},
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, on) = (reading.known, reading.today);
    let own = office.somebody.post().map(|post| post.entity.clone()).ok_or(PageError::Forbidden)?;
    let programme = told::programme(&mut reading).await?;
    let conn = reading.conn();
    let goals = queries::goals(conn, known).await?;
    let owed = queries::owed(conn, known, on, &own).await?;
    let waiting = queries::waiting(conn, known, on, &own).await?;
    let shell = reading.shell(&reading.t("incentives-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("incentives-office"));
    let mut page = Page::new(shell);
    page.done("incentives", &["meta", "transferencia"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let typed = sent.as_ref().map(|(posted, _)| *posted);
    let mut all = vec![
        Section::top()
            .say(shell.t("incentives-office-lead"))
            .say(link(&shell.link(links::INCENTIVES), &shell.t("incentives-public"))),
    ];
    if !owed.is_empty() {
        let section = Section::new("parte-por-presentar", &shell.t("incentives-owed"));
        all.push(section.table(owed_table(shell, &owed)));
    }
    if !waiting.is_empty() {
        let section = Section::new("parte-por-verificar", &shell.t("incentives-waiting"));
        all.push(section.table(waiting_table(shell, &waiting)));
    }
    let none = shell.t("incentives-goals-none");
    all.push(
        Section::new("parte-metas", &shell.t("incentives-goals")).table_or(goals_table(shell, &goals), &none),
    );
    if office.may("publish_incentive_goal", &authz::Resource::state()) {
        let to = (links::OFFICE, "incentives-publish-send");
        let form = form::form(shell, to, &programme, (typed, None, &own));
        all.push(
            Section::new("parte-nueva", &shell.t("incentives-publish"))
                .say(shell.t("incentives-publish-lead"))
                .html(Html::of(&form)),
        );
    }
    if office.may("approve_incentive_transfers", &authz::Resource::state()) {
        let section = Section::new("parte-transferir", &shell.t("incentives-transfer"));
        all.push(
            section.say(shell.t("incentives-transfer-lead")).html(Html::of(&transfers(shell, typed, &goals))),
        );
    }
    page.add_all(all);
    page.answer()
}

fn owed_table(shell: &Shell, all: &[Owed]) -> Table {
    let keys = ["goal", "goal-title", "due", "standing"];
    let mut table = table(shell, "incentives", ("por-presentar", "owed"), &keys).stacked();
    for one in all {
        let standing = if one.is_missing { "missing" } else { "not_due" };
        let title = web::sections::plainly(shell, &one.title.0, one.title.1.as_deref());
        table.push(vec![
            Cell::link(&shell.link(&links::offer_path(&one.at)), &one.at.goal.to_string()),
            told::texts(shell, title),
            told::date(shell, one.due_on),
            Cell::text(&shell.t(&format!("incentives-standing-{standing}"))),
        ]);
    }
    table
}

fn waiting_table(shell: &Shell, all: &[Waiting]) -> Table {
    let keys = ["goal", "goal-title", "due", "#waiting-count"];
    let mut table = table(shell, "incentives", ("por-verificar", "waiting"), &keys).stacked();
    for one in all {
        table.push(vec![
            Cell::link(&shell.link(&links::office_goal_path(&one.goal.at)), &one.goal.at.to_string()),
            told::texts(shell, told::title(shell, &one.goal)),
            told::date(shell, one.goal.due_on),
            Cell::count(shell, one.municipalities),
        ]);
    }
    table
}

fn goals_table(shell: &Shell, all: &[Goal]) -> Table {
    let keys = ["goal", "goal-title", "due", "#version", "norm"];
    let mut table = table(shell, "incentives", ("metas", "goals"), &keys).stacked();
    for one in all {
        table.push(vec![
            Cell::link(&shell.link(&links::office_goal_path(&one.at)), &one.at.to_string()),
            told::texts(shell, told::title(shell, one)),
            told::date(shell, one.due_on),
            Cell::text(&one.version.to_string()),
            told::texts(shell, &one.norm),
        ]);
    }
    table
}

fn transfers(shell: &Shell, typed: Option<&Posted>, goals: &[Goal]) -> Form {
    let last = goals.iter().map(|goal| goal.at.year()).max().map(|year| year.to_string());
    let year = typed.map(|posted| posted.text("year").to_owned()).or(last).unwrap_or_default();
    let value = |name: &str| typed.map_or("", |posted| posted.text(name));
    let lines = field(shell, "lines", Input::Area).hint(&shell.t("incentives-hint-lines"));
    Form::new(shell, links::TRANSFERS, &shell.t("incentives-transfer-send"))
        .among("transferencia")
        .warning()
        .field(field(shell, "year", Input::Text).value(&year))
        .field(lines.value(value("lines")).optional())
        .field(field(shell, "norm", Input::Text).value(value("norm")))
        .field(field(shell, "approved_on", Input::Date).value(value("approved_on")))
}

pub async fn publish(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (post, _) = acting(&office)?;
    let mut reading = office.reading().await?;
    let programme = told::programme(&mut reading).await?;
    drop(reading);
    let done = match form::written(&posted, None, &programme, (&post, office.app.now())) {
        Ok(goal) => {
            let at = goal.at.clone();
            let done = actions::publish_goal(&office.ctx(), offset(&office.app), goal, false).await;
            done.map(|()| at)
        }
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(at) => Ok(see(&office, &links::office_goal_path(&at), "meta")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

/// `M:240101-301784 1234.50` in each line.
fn lines(text: &str) -> Result<Vec<(EntityCode, Money)>, Refusal> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let each = lines.map(|line| {
        let unread = || TransferFault::Line(line.chars().take(60).collect());
        let (code, amount) = line.split_once(char::is_whitespace).ok_or_else(unread)?;
        Ok((code.parse().map_err(|_| unread())?, amount.parse().map_err(|_| unread())?))
    });
    each.collect()
}

fn approved(posted: &Posted, post: String) -> Result<NewTransfers, Refusal> {
    Ok(NewTransfers {
        year: posted.text("year").parse().map_err(|_| TransferFault::Year)?,
        lines: lines(posted.text("lines"))?,
        norm: posted.text("norm").to_owned(),
        approved_on: posted.text("approved_on").parse().map_err(|_| TransferFault::Norm)?,
        post,
    })
}

pub async fn transfer(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (post, _) = acting(&office)?;
    let done = match approved(&posted, post) {
        Ok(new) => actions::approve_transfers(&office.ctx(), offset(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(_) => Ok(see(&office, links::OFFICE, "transferencia")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}
