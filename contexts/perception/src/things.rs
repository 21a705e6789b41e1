//! Waves as things of the policies.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::queries;

/// Tells in which parts of the state a wave lies: where the body lies that conducts it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Waves;

impl Things for Waves {
    fn kind(&self) -> &'static str {
        "SurveyWave"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(found) = queries::office_wave(&mut read, &code).await? else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let entity = &found.wave.card.entity;
            let body = directory::queries::body(&mut read, known, today, entity).await?;
            let within = body.map(|body| body.within().to_vec()).unwrap_or_default();
            Ok(Some(Resource::of(self.kind(), id.to_owned(), within)))
        })
    }
}
