//! What an operator writes about the provider, and its judgement.
use std::{collections::BTreeMap, fmt, net::IpAddr, path::PathBuf};

use openidconnect::{ClientId, ClientSecret, IssuerUrl, RedirectUrl, Scope, url::Host};
use serde::Deserialize;

use crate::{IdentityError, Url};

/// The provider and this client of it, as a TOML table tells them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// As the provider's own description writes it, to the last `/`.
    pub issuer: String,
    pub client_id: String,
    /// For tests; an operator writes `client_secret_file`. With neither, the client is a public one.
    #[serde(default)]
    pub client_secret: Option<Secret>,
    /// A file that holds the secret and nothing else.
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// Where the provider sends the browser back to, as registered with it.
    pub redirect_url: String,
    /// What is asked for beside `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
    #[serde(default)]
    pub claims: ClaimNames,
    /// The provider's roles to ours; a role that is not in it is dropped. Without it roles pass as they are.
    #[serde(default)]
    pub roles: Option<BTreeMap<String, String>>,
    /// Admits http for a provider on this machine (`localhost`, a loopback address), and for none else.
    #[serde(default)]
    pub allow_http: bool,
}

/// Which claim tells what. A name with dots leads into nested claims (`realm_access.roles`) unless a claim has just that
/// name.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimNames {
    /// What never changes about a person.
    pub subject: String,
    pub email: String,
    pub email_verified: String,
    /// The provider verifies every address, and says so in no claim.
    pub email_always_verified: bool,
    pub name: String,
    /// A list, or words between blanks. Without it the provider tells no role.
    pub roles: Option<String>,
    /// The code of the entity somebody works for. Without it the provider tells none.
    pub entity: Option<String>,
}

impl Default for ClaimNames {
    fn default() -> Self {
        Self {
            subject: "sub".into(),
            email: "email".into(),
            email_verified: "email_verified".into(),
            email_always_verified: false,
            name: "name".into(),
            roles: None,
            entity: None,
        }
    }
}

/// Never shows itself.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl From<&str> for Secret {
    fn from(secret: &str) -> Self {
        Self(secret.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Settings that were judged.
pub struct Client {
    pub issuer: IssuerUrl,
    pub id: ClientId,
    pub secret: Option<ClientSecret>,
    pub redirect: RedirectUrl,
    pub scopes: Vec<Scope>,
    pub claims: ClaimNames,
    pub roles: Option<BTreeMap<String, String>>,
    pub allow_http: bool,
}

impl Settings {
    /// Whether anything can be made of them, and the secret file be read; asks no provider.
    pub fn check(&self) -> Result<(), IdentityError> {
        self.judged().map(|_| ())
    }

    pub(crate) fn judged(&self) -> Result<Client, IdentityError> {
        if self.client_id.trim().is_empty() {
            return Err(IdentityError::SettingsClient);
        }
        self.check_claims()?;
        Ok(Client {
            issuer: self.judged_issuer()?,
            id: ClientId::new(self.client_id.trim().to_owned()),
            secret: self.secret()?.map(ClientSecret::new),
            redirect: self.judged_redirect()?,
            scopes: self.judged_scopes()?,
            claims: self.claims.clone(),
            roles: self.roles.clone(),
            allow_http: self.allow_http,
        })
    }

    fn judged_issuer(&self) -> Result<IssuerUrl, IdentityError> {
        let unread = || IdentityError::SettingsIssuer(self.issuer.clone());
        let issuer = IssuerUrl::new(self.issuer.clone()).map_err(|_| unread())?;
        let url = issuer.url();
        if !url.has_host() || url.query().is_some() || url.fragment().is_some() || has_password(url) {
            return Err(unread());
        }
        match url.scheme() {
            "https" => Ok(issuer),
            "http" if is_secure(url, self.allow_http) => Ok(issuer),
            "http" => Err(IdentityError::SettingsInsecure(self.issuer.clone())),
            _ => Err(unread()),
        }
    }

    fn judged_redirect(&self) -> Result<RedirectUrl, IdentityError> {
        let unread = || IdentityError::SettingsRedirect(self.redirect_url.clone());
        let redirect = RedirectUrl::new(self.redirect_url.clone()).map_err(|_| unread())?;
        let fit = is_secure(redirect.url(), self.allow_http) && redirect.url().fragment().is_none();
        if fit { Ok(redirect) } else { Err(unread()) }
    }

    fn judged_scopes(&self) -> Result<Vec<Scope>, IdentityError> {
        let asked = self.scopes.iter().filter(|scope| *scope != "openid");
        asked
            .map(|scope| if is_scope(scope) { Ok(Scope::new(scope.clone())) } else { Err(scope) })
            .collect::<Result<_, _>>()
            .map_err(|scope| IdentityError::SettingsScope(scope.clone()))
    }

    fn check_claims(&self) -> Result<(), IdentityError> {
        let claims = &self.claims;
        let named = [
            ("subject", Some(&claims.subject)),
            ("email", Some(&claims.email)),
            ("email_verified", Some(&claims.email_verified)),
            ("name", Some(&claims.name)),
            ("roles", claims.roles.as_ref()),
            ("entity", claims.entity.as_ref()),
        ];
        if let Some((what, _)) =
            named.iter().find(|(_, name)| name.is_some_and(|name| name.trim().is_empty()))
        {
            return Err(IdentityError::SettingsClaim(what));
        }
        if self.roles.is_some() && claims.roles.is_none() {
            return Err(IdentityError::SettingsRoles);
        }
        Ok(())
    }

    fn secret(&self) -> Result<Option<String>, IdentityError> {
        let secret = match (&self.client_secret, &self.client_secret_file) {
            (Some(_), Some(_)) => return Err(IdentityError::SettingsTwoSecrets),
            (None, None) => return Ok(None),
            (Some(Secret(secret)), None) if secret.is_empty() => return Err(IdentityError::SettingsNoSecret),
            (Some(Secret(secret)), None) => secret.clone(),
            (None, Some(path)) => {
                let failed = |reason: String| IdentityError::SettingsSecretFile {
                    path: path.display().to_string(),
                    reason,
                };
                let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
                let secret = text.trim_end_matches(['\r', '\n']);
                if secret.is_empty() || secret.contains('\n') {
                    return Err(failed("it has not one line".into()));
                }
                secret.to_owned()
            }
        };
        Ok(Some(secret))
    }
}

/// RFC 6749 §3.3: signs but `"` and `\`.
fn is_scope(scope: &str) -> bool {
    !scope.is_empty() && scope.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
}

fn has_password(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// Whether what is sent there is read by the other side alone.
pub fn is_secure(url: &Url, allow_http: bool) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => allow_http && is_loopback(url),
        _ => false,
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
