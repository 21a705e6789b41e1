//! What is known of the provider at a time: its description and keys, and the client made of them.
use openidconnect::{
    AdditionalClaims, AuthType, Client, DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenFields, ProviderMetadataWithLogout, StandardErrorResponse,
    StandardTokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
        CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
        CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{IdentityError, Url, error::brief, http::Http, settings};

/// Claims that the standard does not name.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct OtherClaims(Map<String, Value>);

impl AdditionalClaims for OtherClaims {}

pub type Fields = IdTokenFields<
    OtherClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
pub type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
pub type TokenError = StandardErrorResponse<CoreErrorResponseType>;

/// A client of a provider that was discovered: where to send the browser is known, the rest may be.
type Discovered = Client<
    OtherClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    TokenError,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

pub struct Known {
    pub metadata: ProviderMetadataWithLogout,
    pub client: Discovered,
}

impl Known {
    /// Asks the provider for its description (`OpenID Connect` Discovery 1.0) and its keys.
    pub fn discover(own: &settings::Client, http: &Http) -> Result<Self, IdentityError> {
        let metadata = ProviderMetadataWithLogout::discover(&own.issuer, http).map_err(undiscovered)?;
        if metadata.token_endpoint().is_none() {
            return Err(IdentityError::NoTokenEndpoint);
        }
        for url in browsed(&metadata) {
            if !settings::is_secure(url, own.allow_http) {
                return Err(IdentityError::Insecure(brief(url.as_str())));
            }
        }
        let client = Client::from_provider_metadata(metadata.clone(), own.id.clone(), own.secret.clone())
            .set_redirect_uri(own.redirect.clone())
            .set_auth_type(auth_type(&metadata));
        Ok(Self { metadata, client })
    }
}

/// Where the browser is sent; the places that are asked directly are judged when they are asked.
fn browsed(metadata: &ProviderMetadataWithLogout) -> impl Iterator<Item = &Url> {
    let end_session = metadata.additional_metadata().end_session_endpoint.as_ref();
    std::iter::once(metadata.authorization_endpoint().url())
        .chain(end_session.map(openidconnect::EndSessionUrl::url))
}

/// The secret goes into the header, which is what every provider has to admit (RFC 6749 §2.3.1), unless it describes
/// itself as one that wants it in the body.
fn auth_type(metadata: &ProviderMetadataWithLogout) -> AuthType {
    let admits = |method: &CoreClientAuthMethod| {
        metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| methods.contains(method))
    };
    let in_body = admits(&CoreClientAuthMethod::ClientSecretPost);
    if in_body && !admits(&CoreClientAuthMethod::ClientSecretBasic) {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }
}

fn undiscovered(error: DiscoveryError<IdentityError>) -> IdentityError {
    let reason = match error {
        DiscoveryError::Request(error) => return error,
        DiscoveryError::Parse(error) => error.to_string(),
        DiscoveryError::Response(_, _, reason)
        | DiscoveryError::Validation(reason)
        | DiscoveryError::Other(reason) => reason,
        other => other.to_string(),
    };
    IdentityError::Discovery(brief(&reason))
}
