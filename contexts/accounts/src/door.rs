//! The doors of the service: whose session a cookie opens, and which thing a path names.
use std::sync::Arc;

use authz::{Grant, Policies, Resource};
use axum::http::request::Parts;
use base::Known;
use futures::future::BoxFuture;
use web::{
    App, PageError,
    gate::{Doorkeeper, Keys, Somebody, Visitor},
};

use crate::{
    domain::{AccountStatus, Stage, digest_of},
    pages::cookies,
    service::{Accounts, holdings},
    store::{accounts, sessions},
};

impl Doorkeeper for Accounts {
    fn policies(&self) -> &Policies {
        &self.policies
    }

    fn visitor<'a>(&'a self, app: &'a App, keys: &'a Keys) -> BoxFuture<'a, Result<Visitor, PageError>> {
        Box::pin(self.known(app, keys))
    }

    fn program<'a>(
        &'a self,
        app: &'a App,
        token: &'a str,
        parts: &'a Parts,
    ) -> BoxFuture<'a, Result<Somebody, PageError>> {
        Box::pin(self.program_of(app, token, parts))
    }

    fn resource<'a>(
        &'a self,
        app: &'a App,
        kind: &'static str,
        id: &'a str,
    ) -> BoxFuture<'a, Result<Option<Resource>, PageError>> {
        Box::pin(async move {
            match self.things.iter().find(|things| things.kind() == kind) {
                Some(things) => things.thing(app, id).await,
                None => named(app, kind, id).await,
            }
        })
    }

    fn entrance(&self) -> &'static str {
        crate::pages::DOORS.entrance
    }
}

impl Accounts {
    /// The accounts of the service that answers.
    pub(crate) fn of(app: &App) -> Result<Self, PageError> {
        Ok(app.part::<Self>()?.clone())
    }

    async fn known(&self, app: &App, keys: &Keys) -> Result<Visitor, PageError> {
        let Some(held) = keys.cookie(cookies::session(&self.site)) else { return Ok(Visitor::Nobody) };
        let now = app.now();
        let mut read = app.db.read().await?;
        let session = sessions::standing(&mut read, &digest_of(held), now).await?;
        let Some(session) = session.filter(|session| session.stage == Stage::Full) else {
            return Ok(Visitor::Nobody);
        };
        let account = accounts::one(&mut read, &session.account).await?;
        let Some(account) = account.filter(|account| account.status == AccountStatus::Active) else {
            return Ok(Visitor::Nobody);
        };
        let today = app.frame.country.date_of(now);
        let mut posts = holdings(&mut read, &session.account, session.means.is_strong(), today).await?;
        // The post chosen before, where it is still held; a cookie gives nobody a post.
        if let Some(chosen) = keys.cookie(cookies::post(&self.site)) {
            posts.sort_by_key(|held| held.post != chosen);
        }
        Ok(Visitor::Somebody(Box::new(Somebody {
            account: session.account,
            name: account.person.name,
            session: session.id,
            posts,
            grants: None,
        })))
    }
}

/// Whoever an account is of, as a secret address that they gave themselves makes them known: as one factor does, and to read
/// alone. None where the account lets nobody in.
///
/// # Errors
/// A database that cannot be read.
pub async fn holder_of(app: &App, account: &str) -> Result<Option<Somebody>, PageError> {
    let mut read = app.db.read().await?;
    let found = accounts::one(&mut read, account).await?;
    let Some(found) = found.filter(|account| account.status == AccountStatus::Active) else {
        return Ok(None);
    };
    let today = app.frame.country.date_of(app.now());
    let posts = holdings(&mut read, account, false, today).await?;
    let (account, name) = (account.to_owned(), found.person.name);
    Ok(Some(Somebody { account, name, session: String::new(), posts, grants: Some(vec![Grant::Read]) }))
}

async fn named(app: &App, kind: &'static str, id: &str) -> Result<Option<Resource>, PageError> {
    let mut read = app.db.read().await?;
    let known = Known(journal::last_shown(&mut read).await?);
    let today = app.frame.country.date_of(app.now());
    match kind {
        "Body" => {
            let Ok(code) = id.parse() else { return Ok(None) };
            Ok(directory::queries::body(&mut read, known, today, &code).await?)
        }
        "Duty" => {
            let Ok(code) = id.parse() else { return Ok(None) };
            let Some(found) = directory::queries::post(&mut read, known, today, &code).await? else {
                return Ok(None);
            };
            let body = directory::queries::body(&mut read, known, today, &found.post.entity).await?;
            Ok(body.map(|body| Resource::of("Duty", id.to_owned(), body.within().to_vec())))
        }
        other => Err(PageError::Internal(format!("no room tells what a {other} is"))),
    }
}

/// As a part of the service.
pub fn doorkeeper(accounts: &Accounts) -> Arc<dyn Doorkeeper> {
    Arc::new(accounts.clone())
}
