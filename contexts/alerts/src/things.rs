//! Alerts as things of the policies.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::{pages, queries};

/// Tells in which parts of the state an alert lies: where its body does.
#[derive(Clone, Copy, Debug, Default)]
pub struct AlertThings;

impl Things for AlertThings {
    fn kind(&self) -> &'static str {
        "Alert"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let known = Known(journal::last_shown(&mut read).await?);
            let asked = pages::office::asked_now(app, known);
            let columnar = pages::columnar(app)?;
            let found = queries::alert(&mut read, &app.files, &*columnar, asked, &code).await;
            let Some((view, _)) = found.map_err(PageError::internal)? else { return Ok(None) };
            let Some(entity) = &view.alert.entity else { return Ok(None) };
            let body = directory::queries::body(&mut read, known, asked.on, entity).await?;
            Ok(body.map(|body| Resource::of("Alert", id.to_owned(), body.within().to_vec())))
        })
    }
}
