//! `/auditorias`: the calendar of audits, and where two of them fall on one body at once.
use axum::response::Response;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Table},
    origins,
};

use super::{
    links,
    parts::{Page, Section, said, table},
    told::{self, Bodies},
};
use crate::{
    domain::{Audit, overlaps},
    queries::{self, origin},
};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let (known, today) = (reading.known, reading.today);
    let all = queries::audits(reading.conn(), known).await?;
    let codes: Vec<&str> = all.iter().map(|one| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &codes).await?);
    let mut shell = reading.shell(&reading.t("evaluations-audits-title"), Matter::Real);
    shell = shell.under(links::RECOMMENDATIONS, &reading.t("evaluations-recommendations-title"));
    origins::add(&mut reading, &mut shell, &origin::audits()).await?;
    let mut page = Page::new(shell);
    let sections = sections(&page.shell, &all, &bodies);
    page.add_all(sections);
    page.answer()
}

fn dated(shell: &Shell, on: jiff::civil::Date) -> Cell {
    Cell::html(Html::text(&shell.date(on)), &on.to_string())
}

/// The calendar, and the pairs that have days in common.
pub(super) fn sections(shell: &Shell, all: &[Audit], bodies: &Bodies) -> Vec<Section> {
    let say = |key: &str| shell.t(&format!("evaluations-{key}"));
    let columns = ["audit", "audit-title", "audit-auditor", "body", "audit-matter", "audit-from", "audit-to"];
    let mut calendar: Table = table(shell, "auditorias", "audits", &columns).stacked();
    for one in all {
        calendar.push(vec![
            Cell::text(one.code.as_str()),
            Cell::html(said(shell, &one.title, None), &one.title),
            Cell::html(said(shell, &one.auditor, None), &one.auditor),
            Cell::html(told::body(shell, bodies, one.entity.as_str()), one.entity.as_str()),
            Cell::text(&say(&format!("matter-{}", one.matter.as_str()))),
            dated(shell, one.from),
            dated(shell, one.to),
        ]);
    }
    let columns =
        ["body", "audit-matter", "audit-one", "audit-other", "audit-from", "audit-to", "audit-reason"];
    let mut pairs: Table = table(shell, "superposiciones", "overlaps", &columns).stacked();
    for pair in overlaps(all) {
        let reasons = [&pair.one.overlap_reason, &pair.other.overlap_reason];
        let reason =
            reasons.into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        pairs.push(vec![
            Cell::html(told::body(shell, bodies, pair.one.entity.as_str()), pair.one.entity.as_str()),
            Cell::text(&say(&format!("matter-{}", pair.one.matter.as_str()))),
            Cell::text(pair.one.code.as_str()),
            Cell::text(pair.other.code.as_str()),
            dated(shell, pair.from),
            dated(shell, pair.to),
            Cell::html(said(shell, &reason, None), &reason),
        ]);
    }
    vec![
        Section::top()
            .say(say("audits-lead").as_str())
            .table_or(calendar.with_files(shell), &say("audits-none")),
        Section::new("parte-superposiciones", &say("overlaps"))
            .table_or(pairs.with_files(shell), &say("overlaps-none")),
    ]
}
