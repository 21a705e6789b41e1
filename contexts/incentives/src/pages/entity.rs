//! `/incentivos/entidad/{entity}`: a municipality's part: its goals, what it filed, what was found, what it got.
use std::collections::BTreeMap;

use axum::{extract::Path, response::Response};
use base::codes::EntityCode;
use web::{
    Matter, PageError, Reading, Shell,
    components::{Cell, Table},
    origins,
    sections::{Page, Section, link, table},
};

use super::{board, files, links, told};
use crate::{
    domain::{Dossier, Goal, OfferRef},
    queries::{self, Line, Money, Of, Programme, origin},
};

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = EntityCode::new(&code).map_err(|_| PageError::NotFound)?;
    let (known, on) = (reading.known, reading.known_on());
    let programme = told::programme(&mut reading).await?;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let body = bodies.get(code.as_str()).ok_or(PageError::NotFound)?;
    let lines = queries::board(reading.conn(), known, Of::Entity(&code)).await?;
    let money = queries::money_of(reading.conn(), known, Of::Entity(&code), on).await?;
    let transfers = queries::transfers(reading.conn(), known, Of::Entity(&code)).await?;
    let mut shell = reading.shell("", Matter::Real);
    shell.title = shell.t1("incentives-entity-title", "body", body.name.as_str());
    let mut shell = shell.under(links::INCENTIVES, &reading.t("incentives-title"));
    origins::add(&mut reading, &mut shell, &origin::entity(code.as_str())).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let whole: Vec<(&Goal, OfferRef, &Dossier)> =
        lines.iter().map(|line| (&line.goal, line.offer.at(), &line.dossier)).collect();
    let evidence = told::evidence(shell, &whole, |at, dossier, digest| {
        dossier.shows(digest).then(|| files::href(shell, &at.goal, digest))
    });
    let none = |key: &str| shell.t(&format!("incentives-{key}-none"));
    let goals = goals(shell, &programme, (&lines, on));
    let sections = [
        Section::top()
            .say(link(&shell.view.link_to(&["entidad", code.as_str()]), &body.name))
            .table_or(years(shell, &money).with_files(shell), &none("entity")),
        Section::new("parte-metas", &shell.t("incentives-goals"))
            .table_or(goals.with_files(shell), &none("entity")),
        Section::new("parte-evidencias", &shell.t("incentives-evidence"))
            .table_or(evidence.with_files(shell), &none("evidence")),
        Section::new("parte-verificaciones", &shell.t("incentives-verifications"))
            .table_or(told::verdicts(shell, &whole).with_files(shell), &none("verifications")),
        Section::new("parte-transferencias", &shell.t("incentives-transfers"))
            .table_or(told::transfers(shell, &transfers).with_files(shell), &none("transfers")),
    ];
    page.add_all(sections);
    page.answer()
}

fn years(shell: &Shell, all: &BTreeMap<(i16, EntityCode), Money>) -> Table {
    let keys = ["year", "#offered", "#earned", "#unearned", "#open", "#transferred", "#left"];
    let mut table = table(shell, "incentives", ("anios", "money-by-year"), &keys);
    for ((year, _), money) in all.iter().rev() {
        let tally = &money.tally;
        let amounts =
            [tally.offered, tally.earned, tally.unearned, tally.open, money.transferred, money.left()];
        let year = Cell::text(&year.to_string());
        table.push(std::iter::once(year).chain(amounts.map(|one| Cell::money(shell, one))).collect());
    }
    table
}

fn goals(shell: &Shell, programme: &Programme, (lines, on): (&[Line], jiff::civil::Date)) -> Table {
    let keys =
        ["goal", "goal-title", "objective", "target", "due", "standing", "#value", "#offered", "outcome"];
    let mut table = table(shell, "incentives", ("metas", "goals"), &keys).stacked();
    for line in lines.iter().rev() {
        let goal = &line.goal;
        let standing = board::standing(shell, line.dossier.standing(goal.due_on, on));
        table.push(vec![
            Cell::link(&links::goal_href(&shell.view, &goal.at), &goal.at.to_string()),
            told::texts(shell, told::title(shell, goal)),
            Cell::text(told::objective(shell, programme, &goal.objective)),
            told::texts(shell, &told::target(shell, goal)),
            told::date(shell, goal.due_on),
            Cell::text(&standing),
            told::value(shell, line.dossier.counts().and_then(|one| one.value)),
            Cell::money(shell, line.offer.offered),
            Cell::text(&board::became(shell, line, on)),
        ]);
    }
    table
}
