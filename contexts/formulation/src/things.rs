//! Plans under way as things of the policies.
use authz::{Resource, Scope};
use base::Known;
use futures::future::BoxFuture;
use web::{App, PageError, gate::Things};
use workflow::Procedures;

use crate::{domain::CaseHead, queries};

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
            let Some(body) = body else { return Ok(None) };
            let all = procedures::queries::procedures(&mut read, &app.files, known).await;
            let all = all.map_err(PageError::internal)?;
            Ok(Some(thing(&all, &head, body.within())))
        })
    }
}

/// A case as the policies know it: whom beside its body its procedure gives a part in it says of what kind it is.
pub(crate) fn thing(all: &Procedures, head: &CaseHead, within: &[Scope]) -> Resource {
    let has = |role: &str| {
        all.version(&head.procedure).is_some_and(|one| one.roles.iter().any(|own| own.code == role))
    };
    let kind = match (has("congress"), has("council_of_ministers")) {
        (true, _) => "CongressCase",
        (false, true) => "CouncilCase",
        (false, false) => "PlanCase",
    };
    Resource::of(kind, head.code.to_string(), within.to_vec())
}
