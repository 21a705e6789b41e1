//! The only way to the provider: ten seconds, a megabyte, https, and never where an answer sends to.
use std::{io::Read as _, time::Duration};

use openidconnect::{HttpRequest, HttpResponse, SyncHttpClient, http::Response};
use ureq::Agent;

use crate::{IdentityError, Url, error::brief, settings::is_secure};

/// Far more than descriptions, keys and tokens have.
pub const ANSWER_BYTES_MAX: u64 = 1 << 20;
const WAIT_MAX: Duration = Duration::from_secs(10);

/// A client that the provider cannot lead to other places (server-side request forgery).
pub struct Http {
    agent: Agent,
    allow_http: bool,
}

impl Http {
    pub fn new(allow_http: bool) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(WAIT_MAX))
            .max_redirects(0)
            .max_redirects_will_error(false)
            // What went wrong is told in the body of a 400.
            .http_status_as_error(false)
            .user_agent("quipu");
        // What is on this machine is not asked for through a proxy.
        let config = if allow_http { config.proxy(None) } else { config };
        Self { agent: config.build().new_agent(), allow_http }
    }
}

impl SyncHttpClient for Http {
    type Error = IdentityError;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, IdentityError> {
        let address = address(&request);
        let url = Url::parse(&request.uri().to_string());
        if !url.is_ok_and(|url| is_secure(&url, self.allow_http)) {
            return Err(IdentityError::Insecure(address));
        }
        let unreachable =
            |reason: String| IdentityError::Unreachable { address: address.clone(), reason: brief(&reason) };
        let (parts, body) =
            self.agent.run(request).map_err(|error| unreachable(error.to_string()))?.into_parts();
        if parts.status.is_redirection() {
            return Err(IdentityError::Redirected(address));
        }
        if parts.status.is_server_error() {
            return Err(unreachable(format!("status {}", parts.status.as_u16())));
        }
        let mut bytes = Vec::new();
        // Of what was unpacked, should it have come packed.
        let mut reader = body.into_reader().take(ANSWER_BYTES_MAX + 1);
        reader.read_to_end(&mut bytes).map_err(|error| unreachable(error.to_string()))?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length > ANSWER_BYTES_MAX) {
            return Err(IdentityError::Oversized(address));
        }
        Ok(Response::from_parts(parts, bytes))
    }
}

/// Without its query, which may tell something.
fn address(request: &HttpRequest) -> String {
    let uri = request.uri();
    let host = uri.authority().map(openidconnect::http::uri::Authority::as_str).unwrap_or_default();
    brief(&format!("{}://{host}{}", uri.scheme_str().unwrap_or_default(), uri.path()))
}
