//! `/pedidos-presupuestales`: who asked for what, where it stands, and what was passed over; and the ceilings.
use axum::response::Response;
use web::{
    Matter, PageError, Reading, Shell,
    components::{Cell, Table},
    origins,
};

use super::{
    links,
    parts::{Page, Section, link, table},
    told::{self, Bodies},
};
use crate::{
    domain::{Ceiling, Decision, Request, request},
    queries::{self, origin},
};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today) = (reading.known, reading.today);
    let all = queries::requests(reading.conn(), known).await?;
    let ceilings = queries::ceilings(reading.conn(), known).await?;
    let codes = all.iter().map(|(one, _)| one.entity.as_str());
    let codes: Vec<&str> = codes.chain(ceilings.iter().map(|one| one.entity.as_str())).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let mut shell = reading.shell(&reading.t("evaluations-requests-title"), Matter::Real);
    shell = shell.under(links::EVALUATIONS, &reading.t("evaluations-title"));
    origins::add(&mut reading, &mut shell, &origin::requests()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let href = |one: &Request| links::request_href(&shell.view, &one.code);
    let requests = listed(shell, &all, &bodies, href).with_files(shell);
    let ceilings = ceilings_table(shell, &ceilings, &bodies).with_files(shell);
    let top = Section::top()
        .say(shell.t("evaluations-requests-lead").as_str())
        .table_or(requests, &shell.t("evaluations-requests-none"));
    let section = Section::new("parte-topes", &shell.t("evaluations-ceilings"))
        .table_or(ceilings, &shell.t("evaluations-ceilings-none"));
    page.add_all([top, section]);
    page.answer()
}

/// Requests as a table, each with the way to it.
pub(super) fn listed(
    shell: &Shell,
    all: &[(Request, Vec<Decision>)],
    bodies: &Bodies,
    href: impl Fn(&Request) -> String,
) -> Table {
    let columns = [
        "request",
        "request-year",
        "body",
        "about-programme",
        "#request-amount",
        "request-standing",
        "request-overrides",
    ];
    let mut table = table(shell, "pedidos", "requests", &columns).stacked();
    for (one, decisions) in all {
        let standing = request::standing(decisions);
        let passed: usize = decisions.iter().map(|step| step.blocks.len()).sum();
        table.push(vec![
            Cell::html(link(&href(one), one.code.as_str()), one.code.as_str()),
            Cell::text(&one.year.to_string()),
            Cell::html(told::body(shell, bodies, one.entity.as_str()), one.entity.as_str()),
            Cell::text(&one.programme),
            Cell::money(shell, one.amount),
            Cell::text(&shell.t(&format!("evaluations-standing-{}", standing.as_str()))),
            Cell::count(shell, passed),
        ]);
    }
    table
}

fn ceilings_table(shell: &Shell, all: &[Ceiling], bodies: &Bodies) -> Table {
    let columns = ["request-year", "body", "about-programme", "#ceiling-has", "#ceiling", "ceiling-source"];
    let mut table = table(shell, "topes", "ceilings", &columns).stacked();
    for one in all {
        table.push(vec![
            Cell::text(&one.year.to_string()),
            Cell::html(told::body(shell, bodies, one.entity.as_str()), one.entity.as_str()),
            Cell::text(&one.programme),
            Cell::money(shell, one.has),
            Cell::money(shell, one.ceiling),
            Cell::text(&one.source),
        ]);
    }
    table
}
