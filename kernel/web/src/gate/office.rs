//! What handlers of the office are given: who asks, through which post, and the page around what they see.
use std::{collections::BTreeMap, sync::Arc};

use authz::Resource;
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};
use journal::Ctx;

use super::{Doorkeeper, Holding, Somebody, Visitor};
use crate::{App, PageError, Reading, View, parse_query};

/// A request of somebody who was let in. Its answer is made for them alone, from everything recorded by now.
///
/// It holds no connection: an act waits for one of its own, and as many requests that held one each would wait for ever.
pub struct Office {
    pub view: View,
    pub app: App,
    pub somebody: Somebody,
    /// The thing that the guard judged.
    pub resource: Resource,
}

impl Office {
    /// For an act: who, when, on which state.
    pub fn ctx(&self) -> Ctx {
        ctx(&self.app, self.somebody.actor())
    }

    /// A snapshot of everything recorded by now, for a page.
    ///
    /// # Errors
    /// An address that names no view; a database that cannot be read.
    pub async fn reading(&self) -> Result<Reading, PageError> {
        let mut reading = Reading::open(&self.app, self.view.clone()).await?;
        reading.tells_of_more();
        reading.somebody = Some(Box::new(self.somebody.clone()));
        Ok(reading)
    }

    /// Whether the same visitor may do something else, to show or leave out what leads there.
    pub fn may(&self, action: &str, resource: &Resource) -> bool {
        let door = self.app.part::<Arc<dyn Doorkeeper>>();
        door.is_ok_and(|door| door.policies().decide(&self.somebody.principal(), action, resource).is_allowed)
    }

    /// Whether they may through any of the posts they hold: for what gathers all of them.
    pub fn may_through_any(&self, action: &str, resource: &Resource) -> bool {
        let door = self.app.part::<Arc<dyn Doorkeeper>>();
        door.is_ok_and(|door| {
            let may = |held: &Holding| {
                door.policies().decide(&self.somebody.principal_through(held), action, resource).is_allowed
            };
            self.somebody.posts.iter().any(may)
        })
    }
}

/// For an act in the name of `actor`.
pub fn ctx(app: &App, actor: String) -> Ctx {
    Ctx { db: app.db.clone(), files: app.files.clone(), actor, now: app.now() }
}

impl FromRequestParts<App> for Office {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let view = View::from_request_parts(parts, app).await?;
        let visitor: Option<Visitor> = parts.extensions.get().cloned();
        let resource: Option<Resource> = parts.extensions.get().cloned();
        match (visitor, resource) {
            (Some(Visitor::Somebody(somebody)), Some(resource)) => {
                Ok(Self { view, app: app.clone(), somebody: *somebody, resource })
            }
            // The guard of the route let nobody known in: a defect of the route.
            _ => Err(PageError::Internal("a page of the office behind a public guard".to_owned())),
        }
    }
}

/// The fields of a form, each once, as they were sent: no blanks around, no control characters but line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted(BTreeMap<String, String>);

impl Posted {
    /// What was written in the field; nothing where it was left out.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// To the letter: for what is never shown again, such as a password.
    pub fn exact(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Reads the body of a form.
    ///
    /// # Errors
    /// A body that is no form, a field sent twice, a text with control characters.
    pub fn parse(body: &str) -> Result<Self, PageError> {
        let refused = |value: &str| PageError::Refused {
            key: "web-refused-form",
            args: vec![("value", value.chars().take(80).collect::<String>().into())],
        };
        let mut fields = BTreeMap::new();
        for (name, value) in parse_query(body).map_err(|error| refused(&error.0))? {
            if value.chars().any(|c| c.is_control() && !"\r\n\t".contains(c)) {
                return Err(refused(&name));
            }
            if fields.insert(name.clone(), value).is_some() {
                return Err(refused(&name));
            }
        }
        Ok(Self(fields))
    }
}

impl FromRequest<App> for Posted {
    type Rejection = PageError;

    async fn from_request(request: Request, app: &App) -> Result<Self, PageError> {
        let refused = || PageError::Refused { key: "web-refused-form", args: vec![("value", "".into())] };
        let bytes = Bytes::from_request(request, app).await.map_err(|_| refused())?;
        Self::parse(std::str::from_utf8(&bytes).map_err(|_| refused())?)
    }
}
