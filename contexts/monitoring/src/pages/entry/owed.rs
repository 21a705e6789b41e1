//! `/oficina/entidad/{code}/datos`: what of a body is late and falls due, and where it is put in.
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::codes::EntityCode;
use jiff::ToSpan;
use web::{
    Lang, Matter, PageError, Shell,
    components::{Cell, Column, Field, Form, Input, Notice, NoticeKind, Table},
    gate::Office,
};

use super::words;
use crate::actions::EntryRefusal;
use crate::domain::entry::ValuesDraft;
use crate::domain::review::Review;
use crate::queries::entry::{Asked, OwedValue, open_drafts, owed_values};
use crate::queries::reviews::returned;
use crate::queries::rules::country_rules;

/// What falls due within these days is shown: a quarter, the longest that most reports wait for.
const AHEAD_DAYS: i64 = 90;

#[derive(Template)]
#[template(path = "entry_owed.html")]
pub(super) struct OwedPage {
    shell: Shell,
    notice: Option<Notice>,
    refused: Option<Table>,
    drafts: Option<Table>,
    /// Values that were sent back, and why.
    returned: Option<Table>,
    owed: Table,
    template: String,
    /// Absent for who may look and not put in.
    upload: Option<Form>,
    one: Option<(String, String)>,
}

/// What was wrong with a table that was sent.
pub(super) struct Wrong(pub EntryRefusal);

pub async fn get(office: Office, Path(code): Path<EntityCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

pub(super) async fn show(
    office: &Office,
    code: &EntityCode,
    wrong: Option<Wrong>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let conn = reading.conn();
    let bodies = directory::queries::entities(conn, known, today).await?;
    let body = bodies.get(code.as_str()).ok_or(PageError::NotFound)?.name.clone();
    let owed = owed(conn, &files, Asked { known, today }, code).await?;
    let drafts = open_drafts(conn, code).await?;
    let back = returned(conn, known, code).await?;
    let thing = directory::queries::body(conn, known, today, code).await?.ok_or(PageError::NotFound)?;
    let may_record = office.may("record_values", &thing);
    let matter = owed.iter().map(|one| Matter::of(one.sample)).reduce(Matter::with).unwrap_or(Matter::Real);
    let title = reading.t("monitoring-entry-title");
    let shell = reading
        .shell(&format!("{title}: {body}"), matter)
        .under("/oficina", &reading.t("monitoring-entry-office"));
    let words =
        wrong.as_ref().map(|wrong| words::refused(&office.app, office.view.lang, &wrong.0)).transpose()?;
    let refused = match &wrong {
        Some(Wrong(EntryRefusal::Rows(rows))) => Some(words::rows(&shell, rows)),
        _ => None,
    };
    let page = OwedPage {
        notice: notice(&shell, words.as_deref()),
        refused,
        drafts: (!drafts.is_empty()).then(|| drafts_table(&shell, &drafts)),
        returned: (!back.is_empty()).then(|| returned_table(&shell, &back)),
        owed: table(&shell, code, &owed, may_record).with_files(&shell),
        template: shell.link(&format!("{}/plantilla", super::owed_path(code))),
        upload: may_record.then(|| upload(&shell, code)),
        one: may_record.then(|| {
            (shell.link(&format!("/oficina/entidad/{code}/dato")), shell.t("monitoring-entry-other"))
        }),
        shell,
    };
    if let Some(file) = Table::asked(&page.shell, [&page.owed]) {
        return file;
    }
    let mut response = web::html(&page)?;
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// What is late today, and what falls due in the days ahead.
pub(super) async fn owed(
    conn: &mut db::Conn,
    files: &db::Files,
    asked: Asked,
    code: &EntityCode,
) -> Result<Vec<OwedValue>, PageError> {
    let Asked { known, today } = asked;
    let rules = country_rules(conn, files, known, today, today).await.map_err(PageError::internal)?;
    let until = today.saturating_add(AHEAD_DAYS.days());
    Ok(owed_values(conn, asked, until, (&rules, code)).await?)
}

fn notice(shell: &Shell, wrong: Option<&str>) -> Option<Notice> {
    let done = shell.view.one("hecho").filter(|what| ["registrado", "descartado"].contains(what));
    let done = done.map(|what| (NoticeKind::Done, shell.t(&format!("monitoring-entry-done-{what}"))));
    let (kind, words) = wrong.map(|words| (NoticeKind::Warning, words.to_owned())).or(done)?;
    Some(Notice::new(shell, kind, web::Html::text(&words)))
}

fn upload(shell: &Shell, code: &EntityCode) -> Form {
    Form::new(shell, &super::owed_path(code), &shell.t("monitoring-entry-send"))
        .field(
            Field::new("values", &shell.t("monitoring-entry-file"), Input::File { accept: ".xlsx,.csv" })
                .hint(&shell.t("monitoring-entry-file-hint")),
        )
        .field(
            Field::new("evidence", &shell.t("monitoring-entry-evidence"), Input::File { accept: "" })
                .hint(&shell.t("monitoring-entry-evidence-hint"))
                .optional(),
        )
}

/// Drafts that wait to be recorded.
fn drafts_table(shell: &Shell, drafts: &[ValuesDraft]) -> Table {
    let columns = ["draft", "name", "when"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("monitoring-entry-{name}")))).to_vec();
    let mut table = Table::new("borradores", &shell.t("monitoring-entry-drafts"), columns).stacked();
    for draft in drafts {
        table.push(vec![
            Cell::link(&shell.link(&format!("/oficina/datos/{}", draft.code)), draft.code.as_str()),
            Cell::text(&draft.rows.name),
            Cell::text(&shell.moment(draft.at)),
        ]);
    }
    table
}

fn returned_table(shell: &Shell, back: &[Review]) -> Table {
    let names = ["indicator", "territory", "period", "value", "returned-why"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("monitoring-entry-{name}")))).to_vec();
    let mut table = Table::new("devueltos", &shell.t("monitoring-entry-returned"), columns).stacked();
    for review in back {
        let named = format!("{}/{}", review.plan, review.indicator);
        let href = shell.link(&format!("{}/{}", super::super::discipline::REVIEWS, review.code));
        table.push(vec![
            Cell::link(&href, &named),
            Cell::text(review.key.territory.as_str()),
            Cell::text(&shell.period(review.key.period)),
            Cell::text(&shell.value(review.value)),
            Cell::text(&review.reason),
        ]);
    }
    table
}

/// What is owed, each with the way to put it in.
pub fn table(shell: &Shell, code: &EntityCode, owed: &[OwedValue], may_record: bool) -> Table {
    let names = ["indicator", "territory", "period", "due", "how"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("monitoring-entry-{name}")))).to_vec();
    let mut table = Table::new("por-registrar", &shell.t("monitoring-entry-owed"), columns).stacked();
    for one in owed {
        let name = match (shell.lang(), &one.name_en) {
            (Lang::En, Some(name)) => name,
            _ => &one.name,
        };
        let late =
            if one.is_late { format!(" · {}", shell.t("monitoring-entry-late")) } else { String::new() };
        let plan = format!("{}@{}", one.plan, one.version);
        let href = shell.view.link_to(&["indicador", &plan, one.indicator.as_str()]);
        table.push(vec![
            Cell::link(&href, name),
            Cell::text(one.territory.as_ref().map_or("", |place| place.as_str())),
            Cell::text(&shell.period(one.period)),
            Cell::text(&format!("{}{late}", shell.date(one.due_on))),
            how(shell, code, one, may_record),
        ]);
    }
    table
}

fn how(shell: &Shell, code: &EntityCode, one: &OwedValue, may_record: bool) -> Cell {
    if let Some(series) = &one.measured_by {
        return Cell::text(&shell.t1("monitoring-entry-by-series", "series", series.as_str()));
    }
    if !may_record || one.period.end() > shell.today {
        return Cell::default();
    }
    Cell::link(&one_href(shell, code, one), &shell.t("monitoring-entry-record"))
}

/// The form of one value, filled in with what is known of it.
fn one_href(shell: &Shell, code: &EntityCode, one: &OwedValue) -> String {
    let fields = [
        ("indicator", format!("{}/{}", one.plan, one.indicator)),
        ("period", one.period.to_string()),
        ("territory", one.territory.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", web::encode(value))).collect();
    let href = shell.link(&format!("/oficina/entidad/{code}/dato"));
    let joint = if href.contains('?') { '&' } else { '?' };
    format!("{href}{joint}{}", fields.join("&"))
}
