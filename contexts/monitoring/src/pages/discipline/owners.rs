//! `/puntualidad/responsables`: owners of indicators of whom nothing is to be expected, for everybody to see.
use axum::response::Response;
use web::{
    Matter, PageError, Reading, Shell,
    components::{Cell, Column, Table},
    origins,
    sections::{Page, Section},
};

use super::super::{asked, marks};
use super::names;
use crate::queries::origin;
use crate::queries::owners::{Owner, owners};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, on, offset) = (reading.known, reading.judged_on(), asked::offset(&reading));
    let files = reading.app.files.clone();
    let found = match asked::rules(&mut reading).await? {
        Some(rules) => {
            let found = owners(reading.conn(), &files, (known, on, offset), &rules).await;
            found.map_err(PageError::internal)?
        }
        None => Vec::new(),
    };
    let bodies = names(&mut reading, found.iter().map(|owner| &owner.entity)).await?;
    let name = |owner: &Owner| bodies.get(&owner.entity).cloned().unwrap_or_else(|| owner.entity.to_string());
    let shell = reading.shell(&reading.t("monitoring-owners-title"), Matter::Real);
    let mut shell = shell.under("/puntualidad", &reading.t("monitoring-board-nav"));
    let facts =
        [planning::queries::origin::indicators(), origin::observations(), origin::discipline()].concat();
    origins::add(&mut reading, &mut shell, &facts).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let top = Section::top()
        .say(shell.t("monitoring-owners-lead"))
        .table_or(table(shell, &found, name), &shell.t("monitoring-owners-none"));
    page.add(top);
    page.answer()
}

fn table(shell: &Shell, found: &[Owner], name: impl Fn(&Owner) -> String) -> Table {
    let text = |name: &str| Column::text(&shell.t(&format!("monitoring-owners-{name}")));
    let columns = vec![
        text("body"),
        text("what"),
        Column::number(&shell.t("monitoring-owners-indicators")),
        Column::number(&shell.t("monitoring-owners-missing")),
        text("since"),
        text("last"),
    ];
    let mut table = Table::new("responsables", &shell.t("monitoring-owners-title"), columns).stacked();
    for owner in found {
        let what = [(owner.is_vacant, "vacant"), (owner.is_silent, "silent")];
        let what = what.into_iter().filter(|(is, _)| *is);
        let what: Vec<String> = what.map(|(_, key)| shell.t(&format!("monitoring-owners-{key}"))).collect();
        let day = |day: Option<jiff::civil::Date>| day.map(|day| shell.date(day)).unwrap_or_default();
        table.push(vec![
            Cell::link(&marks::entity_href(shell, owner.entity.as_str()), &name(owner)),
            Cell::text(&what.join("; ")),
            Cell::count(shell, owner.indicators),
            Cell::count(shell, owner.missing),
            Cell::text(&day(owner.since)),
            Cell::text(&day(owner.last_recorded)),
        ]);
    }
    table.with_files(shell)
}
