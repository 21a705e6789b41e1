//! `/oficina/entidad/{code}/dato`: one value, with what shows that it is true.
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::codes::EntityCode;
use web::{
    Matter, PageError, Shell,
    components::{Field, Form, Input},
    gate::{Office, Sent},
};

use super::{asked, see, words};
use crate::actions::{
    EntryRefusal,
    keep_values::{Values, keep_values},
};
use crate::queries::discipline::reasons;

#[derive(Template)]
#[template(path = "entry_one.html")]
struct OnePage {
    shell: Shell,
    form: Form,
}

/// Fields of the form, in the order of its columns; those that may stay empty are marked.
const FIELDS: [(&str, bool); 10] = [
    ("indicator", false),
    ("territory", false),
    ("period", false),
    ("value", true),
    ("numerator", true),
    ("denominator", true),
    ("source", true),
    ("quality_note", true),
    ("no_value", true),
    ("no_value_why", true),
];

pub async fn get(office: Office, Path(code): Path<EntityCode>) -> Result<Response, PageError> {
    let typed = |name: &str| office.view.one(name).unwrap_or_default().to_owned();
    show(&office, &code, &typed, &[]).await
}

/// Keeps the value as a draft; whatever is wrong stands beside its field, and nothing typed is lost.
pub async fn put(
    office: Office,
    Path(code): Path<EntityCode>,
    mut sent: Sent,
) -> Result<Response, PageError> {
    let post = office.somebody.post().map(|post| post.post.clone()).unwrap_or_default();
    let evidence = sent.take("evidence");
    let headers = FIELDS.map(|(name, _)| name.to_owned());
    let row = FIELDS.map(|(name, _)| sent.text(name).to_owned()).to_vec();
    let mut bytes = Vec::new();
    sheets::write_csv(&mut bytes, &headers, &[row]).map_err(PageError::internal)?;
    let name = sent.text("indicator").chars().take(80).collect();
    let values = Values { entity: code.clone(), post, file: (name, bytes), evidence };
    let refusal = match keep_values(&office.ctx(), values, &asked(&office).await?).await {
        Ok(draft) => return Ok(see(&office, &format!("/oficina/datos/{draft}"))),
        Err(refusal) => refusal,
    };
    let wrong = match &refusal {
        EntryRefusal::Rows(rows) => {
            rows.0.iter().map(|row| (row.column.clone(), row.reason.clone())).collect()
        }
        EntryRefusal::Empty => {
            let lang = office.view.lang;
            vec![("value".to_owned(), words::refused(&office.app, lang, &refusal)?)]
        }
        _ => vec![(String::new(), words::refused(&office.app, office.view.lang, &refusal)?)],
    };
    let typed = |name: &str| sent.text(name).to_owned();
    show(&office, &code, &typed, &wrong).await
}

async fn show(
    office: &Office,
    code: &EntityCode,
    typed: &(impl Fn(&str) -> String + Sync),
    wrong: &[(String, String)],
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let mut reasons = reasons(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    reasons.retain(|one| one.valid.holds_on(today));
    let shell = reading.shell(&reading.t("monitoring-entry-one"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("monitoring-entry-office"));
    let shell = shell.under(&super::owed_path(code), &reading.t("monitoring-entry-title"));
    let path = format!("/oficina/entidad/{code}/dato");
    let mut form = Form::new(&shell, &path, &shell.t("monitoring-entry-continue"));
    for (name, is_optional) in FIELDS {
        let input = if name == "no_value" { words::reasons(&shell, &reasons) } else { Input::Text };
        let field = Field::new(name, &shell.t(&format!("monitoring-entry-field-{name}")), input)
            .hint(&shell.t(&format!("monitoring-entry-form-{name}")))
            .value(&typed(name));
        form = form.field(if is_optional { field.optional() } else { field });
    }
    let evidence = Field::new("evidence", &shell.t("monitoring-entry-evidence"), Input::File { accept: "" })
        .hint(&shell.t("monitoring-entry-evidence-hint"))
        .optional();
    form = form.field(evidence);
    for (name, words) in wrong {
        form = form.wrong(name, &shell.reason(words));
    }
    let mut response = web::html(&OnePage { shell, form })?;
    if !wrong.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}
