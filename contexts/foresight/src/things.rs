//! Studies as things of the policies.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::{domain::is_code, queries};

/// Tells in which parts of the state a study lies: those of its body.
#[derive(Clone, Copy, Debug, Default)]
pub struct Studies;

impl Things for Studies {
    fn kind(&self) -> &'static str {
        "Study"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            if !is_code(id) {
                return Ok(None);
            }
            let mut read = app.db.read().await?;
            let Some(study) = queries::study(&mut read, id).await? else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let body = directory::queries::body(&mut read, known, today, &study.entity).await?;
            Ok(body.map(|body| Resource::of("Study", id.to_owned(), body.within().to_vec())))
        })
    }
}
