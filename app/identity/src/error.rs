use crate::http::ANSWER_BYTES_MAX;

/// Why nobody was identified. Messages say what to do; they hold no token, code or secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    // Settings.
    #[error(
        "issuer: {0:?} is no address of a provider; write the `issuer` of its description, https://… without ? or #"
    )]
    SettingsIssuer(String),
    #[error(
        "issuer: {0} is http; write https (allow_http is for tests against a provider on this machine alone)"
    )]
    SettingsInsecure(String),
    #[error(
        "redirect_url: {0:?} is no https:// address; write the one that was registered with the provider"
    )]
    SettingsRedirect(String),
    #[error("client_id is empty; write the one that the provider gave")]
    SettingsClient,
    #[error("client_secret and client_secret_file are both there; keep client_secret_file alone")]
    SettingsTwoSecrets,
    #[error(
        "client_secret_file {path}: {reason}; write the provider's secret into it, on one line, readable by this user"
    )]
    SettingsSecretFile { path: String, reason: String },
    #[error("client_secret is empty; write the provider's, or leave it out for a public client")]
    SettingsNoSecret,
    #[error("scopes: {0:?} is no scope; write one word a scope, in a list")]
    SettingsScope(String),
    #[error("claims.{0} is empty; name the claim that tells it, or leave the line out")]
    SettingsClaim(&'static str),
    #[error("roles: there is a table but claims.roles is missing; name the claim that tells the roles")]
    SettingsRoles,

    // The provider and the way to it.
    #[error(
        "{address} does not answer ({reason}); try again in some minutes, and look after the network if it lasts"
    )]
    Unreachable { address: String, reason: String },
    #[error("{0} is not https; ask the provider to serve and describe itself by https alone")]
    Insecure(String),
    #[error("{0} sends elsewhere, which is not followed; write the issuer as the provider itself names it")]
    Redirected(String),
    #[error(
        "{0} answers with more than {ANSWER_BYTES_MAX} bytes; it is hardly an identity provider: check the issuer"
    )]
    Oversized(String),
    #[error(
        "the provider's description or keys cannot be used ({0}); check the issuer, then ask the provider"
    )]
    Discovery(String),
    #[error(
        "the provider describes no token endpoint; it does not offer the authorization code flow: ask the provider"
    )]
    NoTokenEndpoint,

    // The answer that the browser brought.
    #[error("the answer belongs to another sign-in than the one begun here; sign in again")]
    State,
    #[error("the sign-in was begun more than ten minutes ago; sign in again")]
    TooOld,
    #[error("the provider does not know the code, or it was used before; sign in again")]
    Code,
    #[error("the provider does not accept this client; check client_id, the secret and redirect_url")]
    Client,
    #[error("the provider refuses to give a token ({0}); check the client's registration with the provider")]
    TokenRefused(String),
    #[error("the provider's token answer cannot be read ({0}); report it to the provider")]
    TokenAnswer(String),

    // The ID token.
    #[error("the provider gave no ID token; check that the client is registered for OpenID Connect")]
    NoIdToken,
    #[error("the ID token is not by the issuer of the settings; write the issuer as the provider names it")]
    Issuer,
    #[error("the ID token is for somebody else than this client; check client_id")]
    Audience,
    #[error(
        "the ID token has expired; sign in again, and compare this machine's clock with the provider's if it recurs"
    )]
    Expired,
    #[error("the ID token is of the future; compare this machine's clock with the provider's")]
    IssuedLater,
    #[error("the ID token answers another sign-in than the one begun here; sign in again")]
    Nonce,
    #[error(
        "the ID token is unsigned, or signed in a way that anybody could; ask the provider for RS256, ES256 or EdDSA"
    )]
    Algorithm,
    #[error(
        "the ID token is signed with a key that the provider does not publish; sign in again in a minute"
    )]
    UnknownKey,
    #[error(
        "the signature of the ID token is wrong; sign in again, and report it to the provider if it recurs"
    )]
    Signature,
    #[error("the ID token cannot be used ({0}); report it to the provider")]
    IdToken(String),
    #[error(
        "the ID token does not belong to the access token beside it; sign in again, and report it if it recurs"
    )]
    AccessToken,

    // Who it is.
    #[error("the provider's userinfo tells of somebody else than the ID token; report it to the provider")]
    OtherSubject,
    #[error("the provider's userinfo cannot be read ({0}); report it to the provider")]
    UserInfo(String),
    #[error(
        "no claim {0:?} tells who it is, in one word of at most 255 letters; check claims.subject and the scopes"
    )]
    NoSubject(String),
}

/// Words of the other side, short enough for a line and without what would break it.
pub fn brief(words: &str) -> String {
    const LETTERS_MAX: usize = 200;
    words.chars().take(LETTERS_MAX).map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
