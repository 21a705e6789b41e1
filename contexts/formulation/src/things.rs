//! Plans under way as things of the policies.
use authz::Resource;
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::queries;

/// Tells in which parts of the state a plan's case lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanCases;

impl Things for PlanCases {
    fn kind(&self) -> &'static str {
        "PlanCase"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(head) = queries::head(&mut read, &code).await? else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let body = directory::queries::body(&mut read, known, today, &head.entity).await?;
            Ok(body.map(|body| Resource::of("PlanCase", id.to_owned(), body.within().to_vec())))
        })
    }
}
