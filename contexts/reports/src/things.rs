//! Duties and editions as things of the policies: they lie where the body lies that owes the report.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::{domain::Duty, pages::country, queries};

/// Tells in which parts of the state a duty lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Duties;

/// Tells in which parts of the state an edition lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Editions;

async fn of_duty(
    app: &App,
    (kind, id): (&'static str, &str),
    conn: &mut db::Conn,
    duty: Option<Duty>,
) -> Result<Option<Resource>, PageError> {
    let Some(duty) = duty else { return Ok(None) };
    let known = Known(journal::last_shown(conn).await?);
    let today = app.frame.country.date_of(app.now());
    let body = directory::queries::body(conn, known, today, &duty.entity).await?;
    Ok(body.map(|body| Resource::of(kind, id.to_owned(), body.within().to_vec())))
}

impl Things for Duties {
    fn kind(&self) -> &'static str {
        "ReportDuty"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let mut read = app.db.read().await?;
            let found = queries::duty(&mut read, &app.files, Known::NOW, id).await;
            of_duty(app, (self.kind(), id), &mut read, found.map_err(PageError::internal)?).await
        })
    }
}

impl Things for Editions {
    fn kind(&self) -> &'static str {
        "ReportEdition"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let found = queries::edition(&mut read, country(app), Known::NOW, &code).await?;
            let Some((edition, _)) = found else { return Ok(None) };
            let duty = queries::duty(&mut read, &app.files, Known::NOW, &edition.duty).await;
            of_duty(app, (self.kind(), id), &mut read, duty.map_err(PageError::internal)?).await
        })
    }
}
