//! Routes as data: what the service answers, and who may ask for it.
use std::fmt;

use axum::{
    Router,
    handler::Handler,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get, post},
};

use crate::{App, gate::pass};

/// What a visitor must be permitted to do, and to which thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guard {
    /// An action of the policies.
    pub action: &'static str,
    pub of: Of,
}

/// The thing that a route is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// No part of the state in particular.
    State,
    /// The visitor's own account.
    Own,
    /// The thing of that kind that a part of the path names.
    Path { kind: &'static str, part: &'static str },
}

/// What everybody is shown.
pub const PUBLIC: Guard = Guard { action: authz::READ_PUBLIC, of: Of::State };

impl Guard {
    pub const fn state(action: &'static str) -> Self {
        Self { action, of: Of::State }
    }

    /// Of the visitor's own account.
    pub const fn own(action: &'static str) -> Self {
        Self { action, of: Of::Own }
    }

    /// Of the thing that `{part}` of the path names.
    pub const fn of(action: &'static str, kind: &'static str, part: &'static str) -> Self {
        Self { action, of: Of::Path { kind, part } }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    Get,
    Post,
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Get => "GET",
            Self::Post => "POST",
        })
    }
}

/// A route as it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    pub verb: Verb,
    /// Without language prefix.
    pub path: &'static str,
    pub guard: Guard,
}

/// The routes of a room. There is no way to add one without saying who may ask for it.
#[derive(Default)]
pub struct Routes(Vec<(Route, MethodRouter<App>)>);

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn get<H, T>(self, path: &'static str, guard: Guard, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Route { verb: Verb::Get, path, guard }, get(handler))
    }

    #[must_use]
    pub fn post<H, T>(self, path: &'static str, guard: Guard, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Route { verb: Verb::Post, path, guard }, post(handler))
    }

    fn add(mut self, route: Route, handler: MethodRouter<App>) -> Self {
        self.0.push((route, handler));
        self
    }

    /// Every route and its guard.
    pub fn listed(&self) -> Vec<Route> {
        self.0.iter().map(|(route, _)| *route).collect()
    }

    /// The router in which each route is guarded. A path that two rooms claim is a defect found here, when the program starts.
    pub(crate) fn guarded(self, app: &App) -> Router<App> {
        let routes = self.0.into_iter();
        routes.fold(Router::new(), |router, (route, handler)| {
            let guarded = handler.layer(from_fn_with_state((app.clone(), route.guard), pass));
            router.route(route.path, guarded)
        })
    }
}
