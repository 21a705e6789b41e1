//! A whole table of values: the form to fill in, and what was sent.
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use base::codes::EntityCode;
use sheets::Form;
use web::{
    Lang, PageError,
    gate::{Office, Sent},
};

use super::{
    asked,
    owed::{Wrong, show},
    see,
};
use crate::actions::{
    EntryRefusal,
    keep_values::{Values, keep_values},
};
use crate::queries::discipline::{NoValueReason, reasons};
use crate::queries::entry::Asked;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Keeps what was sent as a draft, where every row passes.
pub async fn put(
    office: Office,
    Path(code): Path<EntityCode>,
    mut sent: Sent,
) -> Result<Response, PageError> {
    let post = office.somebody.post().map(|post| post.post.clone()).unwrap_or_default();
    let Some(file) = sent.take("values") else {
        return show(&office, &code, Some(Wrong(EntryRefusal::Empty))).await;
    };
    let values = Values { entity: code.clone(), post, file, evidence: sent.take("evidence") };
    match keep_values(&office.ctx(), values, &asked(&office).await?).await {
        Ok(draft) => Ok(see(&office, &format!("/oficina/datos/{draft}"))),
        Err(refusal) => show(&office, &code, Some(Wrong(refusal))).await,
    }
}

/// A workbook with a row for each value that is owed, to be filled in: it is read as it is sent back.
pub async fn form(office: Office, Path(code): Path<EntityCode>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, reading.app.files.clone());
    let owed = super::owed::owed(reading.conn(), &files, Asked { known, today }, &code).await?;
    let mut reasons = reasons(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    reasons.retain(|one| one.valid.holds_on(today));
    let t = |key: &str| reading.t(&format!("monitoring-entry-form-{key}"));
    let rows = owed.iter().filter(|one| one.measured_by.is_none() && one.period.end() <= today);
    let rows = rows.map(|one| {
        let place = one.territory.as_ref().map(ToString::to_string).unwrap_or_default();
        let unit = one.unit.clone().unwrap_or_default();
        let named = format!("{}/{}", one.plan, one.indicator);
        let empty = String::new;
        vec![
            named,
            one.name.clone(),
            unit,
            place,
            one.period.to_string(),
            empty(),
            empty(),
            empty(),
            empty(),
            empty(),
        ]
    });
    let names = [
        "indicator",
        "name",
        "unit",
        "territory",
        "period",
        "value",
        "source",
        "quality_note",
        "no_value",
        "no_value_why",
    ];
    let note = |name: &str| match name {
        // The codes that a row may say, with what they mean.
        "no_value" => format!("{} {}", t(name), codes(&reasons, reading.view.lang)),
        _ => t(name),
    };
    let form = Form {
        name: t("sheet"),
        // As the reader of values knows them.
        headers: [
            "indicador",
            "nombre",
            "unidad",
            "territorio",
            "periodo",
            "valor",
            "fuente",
            "nota_calidad",
            "sin_dato",
            "sin_dato_por",
        ]
        .map(str::to_owned)
        .to_vec(),
        notes: names.map(note).to_vec(),
        rows: rows.collect(),
    };
    let bytes = sheets::xlsx(&[form]).map_err(PageError::internal)?;
    let name: String =
        code.as_str().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let headers = [
        (header::CONTENT_TYPE, XLSX.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"datos-{name}.xlsx\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// `survey_not_done: La encuesta no se hizo; …`
fn codes(all: &[NoValueReason], lang: Lang) -> String {
    let one = |reason: &NoValueReason| {
        let name = if lang == Lang::En { &reason.name.1 } else { &reason.name.0 };
        format!("{}: {name}", reason.code)
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}
