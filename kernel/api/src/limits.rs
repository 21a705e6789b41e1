//! How many calls one caller may make, so that no program can take the service from everyone else.
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, Response, StatusCode},
    response::IntoResponse,
};
use tower_governor::{
    GovernorError, GovernorLayer,
    governor::GovernorConfigBuilder,
    key_extractor::{KeyExtractor, SmartIpKeyExtractor},
};
use web::{App, gate::Visitor};

/// Calls that one address may make: `per_second` lasting, `burst` at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub per_second: u32,
    pub burst: u32,
    /// Whether a proxy in front names the caller (`X-Forwarded-For`). Without one anybody could name anyone.
    pub behind_proxy: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_second: 20, burst: 200, behind_proxy: false }
    }
}

/// Whose calls are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    behind_proxy: bool,
}

/// Programs with a token are counted each by itself: those of one ministry share its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Counted {
    Address(IpAddr),
    /// Digest of the token.
    Token(String),
}

impl KeyExtractor for Caller {
    type Key = Counted;

    fn extract<T>(&self, request: &Request<T>) -> Result<Counted, GovernorError> {
        if let Some(Visitor::Somebody(somebody)) = request.extensions().get()
            && somebody.grants.is_some()
        {
            return Ok(Counted::Token(somebody.session.clone()));
        }
        self.address(request).map(Counted::Address)
    }
}

impl Caller {
    #[allow(clippy::result_large_err)] // as the library's own
    fn address<T>(self, request: &Request<T>) -> Result<IpAddr, GovernorError> {
        if self.behind_proxy {
            return SmartIpKeyExtractor.extract(request);
        }
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        // Without a connection (in a test) all are one caller.
        Ok(peer.map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(address)| address.ip()))
    }
}

/// `routes`, counted. Limits that make no sense (a burst of nothing) count nothing.
pub(crate) fn limited(routes: Router<App>, limits: Limits) -> Router<App> {
    let Some(period) = Duration::from_secs(1).checked_div(limits.per_second) else { return routes };
    let config = GovernorConfigBuilder::default()
        .period(period)
        .burst_size(limits.burst)
        .key_extractor(Caller { behind_proxy: limits.behind_proxy })
        .use_headers()
        .finish();
    let Some(config) = config else { return routes };
    routes.layer(GovernorLayer::new(Arc::new(config)).error_handler(refused))
}

/// A bare status with what the caller must know; it is put into words where the language is known.
fn refused(error: GovernorError) -> Response<Body> {
    let (status, headers) = match error {
        GovernorError::TooManyRequests { headers, .. } => (StatusCode::TOO_MANY_REQUESTS, headers),
        GovernorError::UnableToExtractKey => (StatusCode::BAD_REQUEST, None),
        GovernorError::Other { code, headers, .. } => (code, headers),
    };
    (status, headers.unwrap_or_default()).into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use web::gate::Somebody;

    use super::*;

    #[test]
    fn who_calls_by_a_token_is_counted_by_it() {
        let caller = Caller { behind_proxy: false };
        let asked = |grants| {
            let mut request = Request::new(());
            request.extensions_mut().insert(Visitor::Somebody(Box::new(Somebody {
                account: "a".into(),
                name: "Ana".into(),
                session: "digest".into(),
                posts: Vec::new(),
                grants,
            })));
            caller.extract(&request).unwrap()
        };
        let address = Counted::Address(IpAddr::from([0, 0, 0, 0]));
        assert_eq!(asked(Some(Vec::new())), Counted::Token("digest".into()));
        assert_eq!(asked(None), address, "somebody at a browser");
        assert_eq!(caller.extract(&Request::new(())).unwrap(), address);
    }
}
