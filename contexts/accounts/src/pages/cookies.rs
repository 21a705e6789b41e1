//! What a browser holds, and for how long. Never read by a script; sent to no other site.
use axum::http::{HeaderValue, header};
use axum::response::Response;
use jiff::SignedDuration;
use web::PageError;

use crate::Site;

macro_rules! cookie {
    ($($(#[$doc:meta])* $function:ident => $name:literal;)+) => {$(
        $(#[$doc])*
        pub(crate) fn $function(site: &Site) -> &'static str {
            // Where pages travel encrypted, the name itself forbids any other: RFC 6265bis §4.1.3.2.
            if site.is_secure() { concat!("__Host-quipu_", $name) } else { concat!("quipu_", $name) }
        }
    )+};
}

cookie! {
    /// Opens the session.
    session => "session";
    /// Opens the second half of a login.
    half => "half";
    /// That somebody logged in from this browser before.
    device => "device";
    /// That a sign-in at the identity provider was begun in this browser.
    identity => "identity";
    /// That a login by a key was begun in this browser.
    key => "key";
    /// The post acted through.
    post => "post";
}

/// A known browser stays known for a year.
pub(crate) const DEVICE_LASTS: SignedDuration = SignedDuration::from_hours(365 * 24);

/// Adds a cookie to the answer; without `lasts` it is taken away.
pub(crate) fn set(
    response: &mut Response,
    site: &Site,
    (name, value): (&str, &str),
    lasts: Option<SignedDuration>,
) -> Result<(), PageError> {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    let seconds = lasts.map_or(0, |lasts| lasts.as_secs());
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    let line = HeaderValue::from_str(&line).map_err(PageError::internal)?;
    response.headers_mut().append(header::SET_COOKIE, line);
    Ok(())
}

/// The line that keeps the post acted through, for as long as a session lasts.
pub(crate) fn chosen_post(site: &Site, post: &str) -> String {
    let secure = if site.is_secure() { "; Secure" } else { "" };
    let seconds = crate::domain::session_lasts(crate::domain::Stage::Full).as_secs();
    format!("{}={post}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", self::post(site))
}
