//! Evaluations, requests and recommendations as things of the policies: they lie where the body lies that they are about.
use authz::Resource;
use base::{Known, codes::EntityCode};
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::queries;

/// Tells in which parts of the state an evaluation lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evaluations;

/// Tells in which parts of the state a request lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Requests;

/// Tells in which parts of the state a recommendation lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recommendations;

async fn of_body(
    app: &App,
    (kind, id): (&'static str, &str),
    conn: &mut db::Conn,
    entity: &EntityCode,
) -> Result<Option<Resource>, PageError> {
    let known = Known(journal::last_shown(conn).await?);
    let today = app.frame.country.date_of(app.now());
    let body = directory::queries::body(conn, known, today, entity).await?;
    Ok(body.map(|body| Resource::of(kind, id.to_owned(), body.within().to_vec())))
}

impl Things for Evaluations {
    fn kind(&self) -> &'static str {
        "Evaluation"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(found) = queries::evaluation(&mut read, Known::NOW, &code).await? else {
                return Ok(None);
            };
            of_body(app, (self.kind(), id), &mut read, &found.entity).await
        })
    }
}

impl Things for Requests {
    fn kind(&self) -> &'static str {
        "BudgetRequest"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(found) = queries::request_head(&mut read, Known::NOW, &code).await? else {
                return Ok(None);
            };
            of_body(app, (self.kind(), id), &mut read, &found.entity).await
        })
    }
}

impl Things for Recommendations {
    fn kind(&self) -> &'static str {
        "Recommendation"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some((found, _)) = queries::recommendation(&mut read, Known::NOW, &code).await? else {
                return Ok(None);
            };
            of_body(app, (self.kind(), id), &mut read, &found.entity).await
        })
    }
}
