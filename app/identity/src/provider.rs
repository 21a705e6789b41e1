use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use jiff::{SignedDuration, Timestamp};
use openidconnect::{
    AuthenticationFlow, CsrfToken, IdToken, LogoutRequest, PostLogoutRedirectUrl,
    core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreResponseType},
};

use crate::{
    CHANCE_BYTES, IdentityError, Pending, Settings, Url, http::Http, known::Known, known::OtherClaims,
    settings,
};

/// How long the provider is left in peace after it was asked for its keys because a token had an unknown one.
const REFETCH_WAIT: SignedDuration = SignedDuration::from_mins(1);

type AnyIdToken =
    IdToken<OtherClaims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// An identity provider that was discovered. One for the program: its keys are kept, and fetched anew when they change.
pub struct Provider {
    pub(crate) own: settings::Client,
    pub(crate) http: Http,
    known: RwLock<Arc<Known>>,
    /// When the keys were last fetched anew. Held while they are, so that one asks and the others wait for it.
    refetched: Mutex<Option<Timestamp>>,
}

/// Where to send the browser, and what to keep until it comes back.
pub struct Begun {
    pub url: Url,
    pub pending: Pending,
}

/// The address holds what the answer is known by.
impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Begun").field("pending", &self.pending).finish_non_exhaustive()
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider").field("issuer", &self.own.issuer.as_str()).finish_non_exhaustive()
    }
}

impl Provider {
    /// Judges the settings, reads the secret, and asks the provider for its description and keys. Blocks.
    pub fn discover(settings: &Settings) -> Result<Self, IdentityError> {
        let own = settings.judged()?;
        let http = Http::new(own.allow_http);
        let known = RwLock::new(Arc::new(Known::discover(&own, &http)?));
        Ok(Self { own, http, known, refetched: Mutex::new(None) })
    }

    /// Begins a sign-in: an authorization request with state, nonce and PKCE (S256), made of chance that nobody can guess.
    /// Asks nobody.
    pub fn begin(&self, chance: &[u8; CHANCE_BYTES], now: Timestamp) -> Begun {
        let pending = Pending::new(chance, now);
        let known = self.known();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (state, nonce) = (pending.csrf(), pending.nonce());
        let request = known
            .client
            .authorize_url(flow, move || state, move || nonce)
            .add_scopes(self.own.scopes.iter().cloned())
            .set_pkce_challenge(pending.challenge());
        let (url, _, _) = request.url();
        Begun { url, pending }
    }

    /// Where to send the browser so that the provider ends its session too (RP-Initiated Logout 1.0); `None` where the
    /// provider offers no such thing, or `back` is no address. `back` has to be registered with the provider, which sends
    /// the browser there with `state`. An ID token that cannot be read is left out; the provider asks then.
    pub fn logout_url(&self, id_token: &str, back: &str, state: &str) -> Option<Url> {
        let endpoint = self.known().metadata.additional_metadata().end_session_endpoint.clone()?;
        let back = PostLogoutRedirectUrl::new(back.to_owned()).ok()?;
        let request = LogoutRequest::from(endpoint)
            .set_client_id(self.own.id.clone())
            .set_post_logout_redirect_uri(back)
            .set_state(CsrfToken::new(state.to_owned()));
        let request = match id_token.parse::<AnyIdToken>() {
            Ok(hint) => request.set_id_token_hint(&hint),
            Err(_) => request,
        };
        Some(request.http_get_url())
    }

    /// As the settings name it.
    pub fn issuer(&self) -> &str {
        self.own.issuer.as_str()
    }

    pub(crate) fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is known after `seen` did not suffice: what another sign-in has fetched meanwhile, or what the provider says now,
    /// or nothing if it was asked less than a minute ago, so that many bad tokens make few questions.
    pub(crate) fn refetched(
        &self,
        seen: &Arc<Known>,
        now: Timestamp,
    ) -> Result<Option<Arc<Known>>, IdentityError> {
        let mut last = self.refetched.lock().unwrap_or_else(PoisonError::into_inner);
        let known = self.known();
        if !Arc::ptr_eq(&known, seen) {
            return Ok(Some(known));
        }
        if last.is_some_and(|last| now.duration_since(last).abs() < REFETCH_WAIT) {
            return Ok(None);
        }
        *last = Some(now);
        let fresh = Arc::new(Known::discover(&self.own, &self.http)?);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        Ok(Some(fresh))
    }
}
