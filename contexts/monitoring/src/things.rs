//! Drafts of values, and values on their way up, as things of the policies.
use std::future::Future;
use std::pin::Pin;

use authz::Resource;
use base::Known;
use web::{App, PageError, gate::Things};

use crate::store::{
    drafts,
    reviews::{self, Which},
};

/// Tells in which parts of the state a draft of values lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct ValuesDrafts;

impl Things for ValuesDrafts {
    fn kind(&self) -> &'static str {
        "ValuesDraft"
    }

    fn thing<'a>(
        &'a self,
        app: &'a App,
        id: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Resource>, PageError>> + Send + 'a>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let Some(draft) = drafts::one(&mut read, &code).await? else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let body = directory::queries::body(&mut read, known, today, &draft.entity).await?;
            Ok(body.map(|body| Resource::of("ValuesDraft", id.to_owned(), body.within().to_vec())))
        })
    }
}

/// Tells in which parts of the state a value lies that is to be accepted.
#[derive(Clone, Copy, Debug, Default)]
pub struct ValueReviews;

impl Things for ValueReviews {
    fn kind(&self) -> &'static str {
        "ValueReview"
    }

    fn thing<'a>(
        &'a self,
        app: &'a App,
        id: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Resource>, PageError>> + Send + 'a>> {
        Box::pin(async move {
            let Ok(code) = id.parse() else { return Ok(None) };
            let mut read = app.db.read().await?;
            let found = reviews::all(&mut read, Known::NOW, Which::One(&code)).await?.pop();
            let Some(review) = found else { return Ok(None) };
            let known = Known(journal::last_shown(&mut read).await?);
            let today = app.frame.country.date_of(app.now());
            let body = directory::queries::body(&mut read, known, today, &review.entity).await?;
            Ok(body.map(|body| Resource::of("ValueReview", id.to_owned(), body.within().to_vec())))
        })
    }
}
