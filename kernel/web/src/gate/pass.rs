//! The one layer that lets in.
use std::sync::Arc;

use authz::Resource;
use axum::{
    RequestExt,
    extract::{OriginalUri, RawPathParams, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Doorkeeper, Guard, Keys, Of, PUBLIC, Visitor};
use crate::{App, Lang, PageError, encode, html::RunsScript};

/// Asks who it is, and whether they may; then lets the handler answer. What was decided goes with the request.
pub(crate) async fn pass(State((app, guard)): State<(App, Guard)>, request: Request, next: Next) -> Response {
    match let_in(&app, guard, request).await {
        Ok(request) => {
            let visitor = request.extensions().get::<Visitor>();
            let is_known = visitor.is_some_and(|visitor| *visitor != Visitor::Nobody);
            let mut response = next.run(request).await;
            if is_known {
                // Made for one person: no cache between keeps it for another.
                let private = HeaderValue::from_static("no-store");
                response.headers_mut().insert(header::CACHE_CONTROL, private);
                // Their pages keep what they type ([`crate::Shell::script`]).
                response.extensions_mut().insert(RunsScript);
            }
            response
        }
        Err(answer) => *answer,
    }
}

async fn let_in(app: &App, guard: Guard, mut request: Request) -> Result<Request, Box<Response>> {
    let refused = |error: PageError| Box::new(error.into_response());
    // No code and no name holds it, and not every database takes it: what would be asked for is not there.
    if guard == PUBLIC && request.uri().path().contains("%00") {
        return Err(refused(PageError::NotFound));
    }
    let keys = Keys::of(request.headers());
    if guard == PUBLIC && keys.is_empty() {
        return Ok(request);
    }
    let Ok(door) = app.part::<Arc<dyn Doorkeeper>>() else {
        // A service without accounts has its public pages.
        return if guard == PUBLIC { Ok(request) } else { Err(refused(PageError::NotFound)) };
    };
    // For whom a program asks is known before any route is looked at.
    let visitor = match request.extensions().get::<Visitor>() {
        Some(program) => program.clone(),
        None => door.visitor(app, &keys).await.map_err(refused)?,
    };
    let resource = match guard.of {
        Of::State => Resource::state(),
        Of::Own => match visitor.somebody() {
            Some(somebody) => Resource::account(&somebody.account),
            None => return Err(Box::new(to_entrance(door.entrance(), &request))),
        },
        Of::Path { kind, part } => {
            let named = request.extract_parts::<RawPathParams>().await.ok();
            let id = named.as_ref().and_then(|named| named.iter().find(|(name, _)| *name == part));
            let Some((_, id)) = id else { return Err(refused(PageError::NotFound)) };
            let found = door.resource(app, kind, id).await.map_err(refused)?;
            match found {
                Some(found) => found,
                // Who is not known learns nothing of what there is.
                None if visitor == Visitor::Nobody => {
                    return Err(Box::new(to_entrance(door.entrance(), &request)));
                }
                None => return Err(refused(PageError::NotFound)),
            }
        }
    };
    if !door.policies().decide(&visitor.principal(), guard.action, &resource).is_allowed {
        return Err(match &visitor {
            Visitor::Nobody => Box::new(to_entrance(door.entrance(), &request)),
            Visitor::Somebody(_) => refused(PageError::Forbidden),
        });
    }
    request.extensions_mut().insert(visitor);
    request.extensions_mut().insert(resource);
    Ok(request)
}

/// Whoever is not known is asked to log in, and then shown what they asked for, where that only reads.
fn to_entrance(entrance: &str, request: &Request) -> Response {
    let original = request.extensions().get::<OriginalUri>().map_or(request.uri(), |uri| &uri.0);
    let (lang, _) = Lang::of_path(original.path());
    let asked = original.path_and_query().map_or("/", |asked| asked.as_str());
    let mut address = format!("{}{entrance}", lang.prefix());
    if request.method() == Method::GET {
        address = format!("{address}?next={}", encode(asked));
    }
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}
