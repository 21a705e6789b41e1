//! Answers as responses.
use std::{io, sync::Arc};

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use dataset::{Rows, RowsEncoder};
use serde_json::{Map, Value as Json, json};
use web::{App, Lang, PageError};

use crate::{Call, Format, Operation, Problem, call::Walk};

/// A page of rows.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Rows,
    /// What `after` must be for the next page.
    pub next: Option<String>,
    /// What the JSON says beside the rows, such as totals.
    pub beside: Map<String, Json>,
}

#[derive(Clone, Debug)]
pub enum Reply {
    Rows(Page),
    Document(Json),
}

impl From<Page> for Reply {
    fn from(page: Page) -> Self {
        Self::Rows(page)
    }
}

/// What is known of an answer before it is found: its form, and the state it tells of.
pub(crate) struct Form {
    format: Format,
    lang: Lang,
    known: Json,
    /// Address of this call, without its place in the list.
    here: Walk,
}

impl Form {
    pub(crate) async fn of(call: &mut Call, operation: &Operation) -> Result<Self, Problem> {
        let seq = call.reading.known.0;
        let at = journal::time_of(call.reading.conn(), seq).await?;
        let known = json!({ "entry": seq.0, "at": at });
        let here = call.walk(operation, at.map(|at| at.to_string()));
        Ok(Self { format: call.format, lang: call.lang, known, here })
    }

    /// The answer in the format that was asked for.
    pub(crate) fn respond(self, app: &App, reply: Reply) -> Result<Response, Problem> {
        let page = match reply {
            Reply::Document(mut document) => {
                if let Some(object) = document.as_object_mut() {
                    object.insert("known".to_owned(), self.known.clone());
                }
                return Ok(self.bare(document.to_string().into_bytes()).into_response());
            }
            Reply::Rows(page) => page,
        };
        let next = page.next.as_deref().map(|after| self.here.behind(after));
        let body = match self.format {
            Format::Json => json_of(&page, next.as_deref(), self.known.clone()),
            Format::Csv => page.rows.to_csv().map_err(failed)?,
            Format::Parquet => parquet(app, &page.rows)?,
        };
        let mut response = self.bare(body).into_response();
        let link = next.map(|next| format!("<{next}>; rel=\"next\""));
        if let Some(link) = link.and_then(|link| HeaderValue::from_str(&link).ok()) {
            response.headers_mut().insert(header::LINK, link);
        }
        Ok(response)
    }

    fn bare(&self, body: Vec<u8>) -> impl IntoResponse + use<> {
        let headers = [
            (header::CONTENT_TYPE, self.format.media_type()),
            (header::CONTENT_LANGUAGE, self.lang.tag()),
            (header::VARY, "accept"),
            (header::CACHE_CONTROL, "no-cache"),
        ];
        (headers, body)
    }
}

fn json_of(page: &Page, next: Option<&str>, known: Json) -> Vec<u8> {
    let mut document = page.beside.clone();
    document.insert("data".to_owned(), page.rows.to_json());
    document.insert("next".to_owned(), json!(next));
    document.insert("known".to_owned(), known);
    Json::Object(document).to_string().into_bytes()
}

fn parquet(app: &App, rows: &Rows) -> Result<Vec<u8>, Problem> {
    let encoder = app.part::<Arc<dyn RowsEncoder>>()?;
    let mut body = Vec::new();
    let mut writer = encoder.parquet(&rows.fields, Box::new(&mut body)).map_err(failed)?;
    writer.write(&rows.rows).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(body)
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn failed(error: io::Error) -> Problem {
    PageError::internal(error).into()
}
