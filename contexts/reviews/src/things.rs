//! Sessions and decisions as things of the policies.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::{domain::BodyRef, queries};

/// Tells in which parts of the state a session lies: what its body reviews, and the bodies that have a seat in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reviews;

/// Tells in which parts of the state a decision lies: where its owner's body lies, and where the session does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decisions;

async fn within(
    app: &App,
    conn: &mut db::Conn,
    known: Known,
    body: &BodyRef,
) -> Result<Vec<authz::Scope>, PageError> {
    let today = app.frame.country.date_of(app.now());
    let bodies = queries::bodies(conn, &app.files, (known, today, today)).await;
    let bodies = bodies.map_err(PageError::internal)?;
    Ok(bodies.map(|bodies| bodies.within(body, today)).unwrap_or_default())
}

impl Things for Reviews {
    fn kind(&self) -> &'static str {
        "Review"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(found) = queries::review_head(&mut read, Known::NOW, &code).await? else {
                return Ok(None);
            };
            let known = Known(journal::last_shown(&mut read).await?);
            let within = within(app, &mut read, known, &found.body).await?;
            Ok(Some(Resource::of(self.kind(), id.to_owned(), within)))
        })
    }
}

impl Things for Decisions {
    fn kind(&self) -> &'static str {
        "ReviewDecision"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let known = Known(journal::last_shown(&mut read).await?);
            let (today, offset) = (app.frame.country.date_of(app.now()), app.frame.country.offset());
            let Some(found) = queries::decision(&mut read, known, (today, offset), &code).await? else {
                return Ok(None);
            };
            let mut within = within(app, &mut read, known, &found.body).await?;
            let owner = &found.decision.owner.entity;
            if let Some(body) = directory::queries::body(&mut read, known, today, owner).await? {
                within.extend(body.within().iter().cloned());
            }
            within.sort();
            within.dedup();
            Ok(Some(Resource::of(self.kind(), id.to_owned(), within)))
        })
    }
}
