//! What a goal offers a municipality, as a thing of the policies.
use authz::{Resource, Scope};
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};

use crate::{domain::OfferRef, queries};

/// Tells in which parts of the state an offer lies: where the municipality lies, and in the verifying body.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offers;

impl Things for Offers {
    fn kind(&self) -> &'static str {
        "IncentiveOffer"
    }

    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            let Ok(at) = id.parse::<OfferRef>() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(found) = queries::offer(&mut read, Known::NOW, &at).await? else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let body = directory::queries::body(&mut read, known, today, &at.entity).await?;
            let mut within = body.map(|body| body.within().to_vec()).unwrap_or_default();
            within.push(Scope::Entity(found.goal.verifier));
            Ok(Some(Resource::of(self.kind(), id.to_owned(), within)))
        })
    }
}
