use std::sync::Arc;

use jiff::Timestamp;
use web::Lang;

use super::{Refusal, chance};
use crate::{
    domain::Token,
    identity::{Begun, IdentityProvider, ProviderError},
    service::Accounts,
};

/// A sign-in at the provider that waits for its answer.
#[derive(Clone, Debug)]
pub(crate) struct SignIn {
    pub begun: Begun,
    /// Where the browser goes afterwards.
    pub next: String,
    pub lang: Lang,
}

/// Begins a sign-in at the identity provider: what the browser keeps, and where it is sent. Nothing is written: whoever
/// begins without end makes no entry.
pub async fn begin_identity(
    service: &Accounts,
    address: &str,
    (next, lang): (&str, Lang),
    now: Timestamp,
) -> Result<(Token, String), Refusal> {
    let (secret, sign_in) = (Token::of(chance()?), chance()?);
    let begun = apart(service, move |provider| provider.begin(&sign_in, now)).await?;
    let url = begun.url.clone();
    service.sign_in_began(&secret, address, SignIn { begun, next: next.to_owned(), lang }, now);
    Ok((secret, url))
}

/// Asks the provider where waiting stops nobody, and as few at once as it answers slowly.
pub(super) async fn apart<T: Send + 'static>(
    service: &Accounts,
    ask: impl FnOnce(&dyn IdentityProvider) -> Result<T, ProviderError> + Send + 'static,
) -> Result<T, Refusal> {
    let provider = service.provider().cloned().ok_or(Refusal::NoProvider)?;
    let failed = |error: String| Refusal::Provider(ProviderError::Down(error));
    let permit = Arc::clone(&service.asking).acquire_owned().await.map_err(|e| failed(e.to_string()))?;
    let asked = tokio::task::spawn_blocking(move || {
        let _held = permit;
        ask(provider.as_ref())
    });
    let told = asked.await.map_err(|error| failed(error.to_string()))?;
    told.map_err(|error| {
        match &error {
            // Whoever asks it says so, once for all who try.
            ProviderError::Down(_) => tracing::debug!(%error, "a sign-in was not possible"),
            ProviderError::Answer(_) => tracing::info!(%error, "a sign-in at the identity provider failed"),
        }
        Refusal::Provider(error)
    })
}
