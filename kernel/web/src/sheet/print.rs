//! From a sheet to the file that travels. Printing is work for a processor, so it is done aside, few sheets at once.
use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{Printer, Sheet};
use crate::{App, PageError};

/// Sheets printed at once; who comes later waits, and the others' pages do not.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// A page's answer before it is printed: pages say what is to be printed and need not know by whom.
#[derive(Clone)]
pub struct Unprinted(Arc<Sheet>);

impl Unprinted {
    pub fn new(sheet: Sheet) -> Self {
        Self(Arc::new(sheet))
    }

    #[cfg(test)]
    pub fn sheet(&self) -> &Sheet {
        &self.0
    }
}

impl IntoResponse for Unprinted {
    fn into_response(self) -> Response {
        // What nobody prints is no answer.
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Prints what the pages within it ask to be printed.
pub(crate) async fn print(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Unprinted>() {
        Some(Unprinted(sheet)) => {
            let mut file = printed(&app, sheet).await.unwrap_or_else(IntoResponse::into_response);
            // What was made for one person stays theirs on paper.
            if let Some(kept) = response.headers_mut().remove(header::CACHE_CONTROL) {
                file.headers_mut().insert(header::CACHE_CONTROL, kept);
            }
            file
        }
        None => response,
    }
}

async fn printed(app: &App, sheet: Arc<Sheet>) -> Result<Response, PageError> {
    let printer = app.part::<Arc<dyn Printer>>()?.clone();
    let press = PRESSES.acquire().await.map_err(PageError::internal)?;
    let disposition = format!("attachment; filename=\"{}.pdf\"", sheet.name);
    let work = move || {
        let bytes = printer.pdf(&sheet);
        // Held to the end of the work, which goes on where the reader has left.
        drop(press);
        bytes
    };
    let bytes = spawn_blocking(work).await.map_err(PageError::internal)?.map_err(PageError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
