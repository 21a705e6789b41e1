//! `/oficina/puesto/{post}/entrega`: everything that passes from one holder of a post to the next, for paper too.
use accounts::queries::{Named, named};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Known;
use directory::domain::PostCode;
use formulation::{
    pages::{cases, under_way},
    queries::UnderWay,
};
use monitoring::pages::{Short, findings};
use planning::pages::links::findings_href;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Facts, Table, empty},
    gate::Office,
};

use super::{role, tables};
use crate::queries::{Dates, Duties, duties};

#[derive(Template)]
#[template(path = "handover.html")]
pub struct HandoverPage {
    shell: Shell,
    facts: Facts,
    holders: Table,
    holders_none: Html,
    overdue: Table,
    overdue_none: Html,
    undertakings: Table,
    undertakings_none: Html,
    plans: Table,
    plans_none: Html,
    cases: Table,
    cases_none: Html,
    findings: Option<Short>,
    findings_none: Html,
    findings_link: (String, String),
}

/// Lines of findings on the page; files and the list of findings have the others.
const FINDINGS_MAX: usize = 12;

pub async fn get(office: Office, Path(code): Path<PostCode>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let cases = under_way(&office, &mut reading).await?;
    let (known, on, files) = (reading.known, reading.today, reading.app.files.clone());
    let offset = reading.app.frame.country.offset();
    let conn = reading.conn();
    let view = directory::queries::post(conn, Known::NOW, on, &code).await?.ok_or(PageError::NotFound)?;
    let found = duties(conn, &files, Dates { known, on, offset }, &view.post.entity)
        .await
        .map_err(PageError::internal)?;
    let found = found.ok_or(PageError::NotFound)?;
    let named = named(conn, vec![view]).await?.pop().ok_or(PageError::NotFound)?;
    let name = role(&found.roles, reading.view.lang, named.view.post.role);
    let matter = Matter::of(!found.plans.is_empty() && found.plans.iter().all(|held| held.plan.sample));
    let matter =
        if found.plans.iter().any(|held| held.plan.sample) { matter.with(Matter::Real) } else { matter };
    let shell = reading.shell(&format!("{}: {name}", reading.t("office-handover")), matter);
    let shell = shell.under("/oficina", &reading.t("office-title"));
    // What is closed passes to nobody.
    let cases: Vec<UnderWay> =
        cases.into_iter().filter(|case| !case.is_closed && case.head.entity == found.entity.code).collect();
    let page = HandoverPage::of(shell, &found, &named, &cases);
    let findings = page.findings.iter().map(|short| &short.table);
    let tables = [&page.holders, &page.overdue, &page.undertakings, &page.plans, &page.cases]
        .into_iter()
        .chain(findings);
    if let Some(file) = Table::asked(&page.shell, tables) {
        return file;
    }
    web::html(&page)
}

impl HandoverPage {
    pub fn of(shell: Shell, found: &Duties, named: &Named, open: &[UnderWay]) -> Self {
        let none = |key: &str| empty(&shell.t(key));
        let only = |is_there: bool, key: &str| if is_there { Html::default() } else { none(key) };
        let post = &named.view.post;
        let entity = &found.entity;
        let reach = if accounts::needs_two_factors(&post.scope) {
            post.scope.to_string()
        } else {
            entity.name.clone()
        };
        let facts = Facts::default()
            .with(&shell.t("office-post"), role(&found.roles, shell.lang(), post.role).as_str())
            .with(&shell.t("office-body"), entity.name.as_str())
            .with(&shell.t("office-reach"), reach.as_str())
            .with(&shell.t("office-now"), answering(&shell, named).as_str())
            .with(&shell.t("office-as-of"), shell.date(shell.today).as_str());
        let findings_href = findings_href(&shell.view, &[("entity", entity.code.as_str())]);
        let findings = findings(&shell, &found.findings, FINDINGS_MAX);
        Self {
            facts,
            holders_none: only(!named.holders.is_empty(), "office-holders-none"),
            holders: holders(&shell, named),
            overdue_none: only(!found.overdue.is_empty(), "office-overdue-none"),
            overdue: tables::overdue(&shell, &found.overdue).with_files(&shell),
            undertakings_none: only(!found.undertakings.is_empty(), "office-undertakings-none"),
            undertakings: tables::undertakings(&shell, &found.undertakings).with_files(&shell),
            plans_none: only(!found.plans.is_empty(), "office-plans-none"),
            plans: tables::plans(&shell, &found.plans).with_files(&shell),
            cases_none: only(!open.is_empty(), "office-cases-none"),
            cases: cases(&shell, open).with_files(&shell),
            findings_none: only(findings.is_some(), "office-findings-none"),
            findings,
            findings_link: (findings_href, shell.t("office-findings")),
            shell,
        }
    }
}

fn answering(shell: &Shell, named: &Named) -> String {
    match &named.answering {
        Some(name) if name.is_empty() => shell.t("accounts-erased"),
        Some(name) => name.clone(),
        None => shell.t("accounts-vacant"),
    }
}

fn holders(shell: &Shell, named: &Named) -> Table {
    let columns = ["who", "as", "from", "to", "norm"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("office-{name}")))).to_vec();
    let mut table = Table::new("titulares", &shell.t("office-holders"), columns).stacked();
    for (holder, who) in &named.holders {
        let who = if who.is_empty() { shell.t("accounts-erased") } else { who.clone() };
        let to = holder.validity.to().and_then(|to| to.yesterday().ok());
        table.push(vec![
            Cell::text(&who),
            Cell::text(&shell.t(&format!("accounts-kind-{}", holder.kind.as_str()))),
            Cell::text(&shell.date(holder.validity.from())),
            Cell::text(&to.map(|to| shell.date(to)).unwrap_or_default()),
            Cell::text(&holder.norm),
        ]);
    }
    table.with_files(shell)
}
