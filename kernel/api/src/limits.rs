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
use web::App;

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

impl KeyExtractor for Caller {
    type Key = IpAddr;

    fn extract<T>(&self, request: &Request<T>) -> Result<IpAddr, GovernorError> {
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
