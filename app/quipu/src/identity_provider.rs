//! An identity provider (`app/identity`) as accounts ask for one.
use std::{
    collections::BTreeMap,
    fmt, fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use accounts::{Begun, Identified, IdentityProvider, ProviderError, Rules, SIGN_IN_CHANCE};
use identity::{IdentityError, Pending, Provider, Settings};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::outcome::Usage;

/// Where the provider sends the browser back to, below the address of the service.
pub const BACK: &str = "/ingresar/identidad/vuelta";
/// How long a provider that did not answer is left in peace.
const SEEK_WAIT: SignedDuration = SignedDuration::from_secs(10);

/// The table `accounts` of the file: what the provider's word is worth here.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Table {
    name: Option<String>,
    create: bool,
    posts: bool,
    two_factors: bool,
    /// The provider's codes of bodies to ours; others are dropped. Left out, they pass as they are.
    entities: Option<BTreeMap<String, String>>,
}

/// A provider that is discovered when it is first needed, and sought again while it does not answer.
pub struct Sought {
    name: String,
    rules: Rules,
    entities: Option<BTreeMap<String, String>>,
    settings: Settings,
    /// Held while it is asked, so that one asks and the others wait for it.
    found: Mutex<Found>,
}

#[derive(Default)]
struct Found {
    provider: Option<Arc<Provider>>,
    failed: Option<(Timestamp, IdentityError)>,
}

impl fmt::Debug for Sought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sought").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Sought {
    /// Reads the file and judges it; asks nobody.
    ///
    /// # Errors
    /// What cannot be read, or makes no client of a provider at that site.
    pub fn read(path: &Path, site: &str) -> Result<Self, Usage> {
        let refused = |why: String| Usage(format!("--identity {}: {why}", path.display()));
        let text = fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
        let mut file: toml::Table =
            text.parse().map_err(|error: toml::de::Error| refused(error.to_string()))?;
        let table = file.remove("accounts").map(Table::deserialize).transpose();
        let table = table.map_err(|error| refused(format!("accounts: {error}")))?.unwrap_or_default();
        let settings = Settings::deserialize(file).map_err(|error| refused(error.to_string()))?;
        settings.check().map_err(|error| refused(error.to_string()))?;
        let back = format!("{site}{BACK}");
        if settings.redirect_url != back {
            return Err(refused(format!("redirect_url: write {back}, and register it with the provider")));
        }
        let Table { name, create, posts, two_factors, entities } = table;
        Ok(Self {
            name: name.unwrap_or_else(|| settings.issuer.clone()),
            rules: Rules { create, posts, two_factors },
            entities,
            settings,
            found: Mutex::default(),
        })
    }

    /// The provider as it describes itself, asked for where it is not known yet; at most once in ten seconds while it fails.
    ///
    /// # Errors
    /// A provider that does not answer, or did not a moment ago.
    pub fn seek(&self, now: Timestamp) -> Result<Arc<Provider>, IdentityError> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(provider) = &found.provider {
            return Ok(Arc::clone(provider));
        }
        if let Some((at, error)) = &found.failed
            && now.duration_since(*at).abs() < SEEK_WAIT
        {
            return Err(error.clone());
        }
        match Provider::discover(&self.settings) {
            Ok(provider) => {
                let provider = Arc::new(provider);
                *found = Found { provider: Some(Arc::clone(&provider)), failed: None };
                Ok(provider)
            }
            Err(error) => {
                tracing::warn!(%error, "the identity provider is not known yet");
                found.failed = Some((now, error.clone()));
                Err(error)
            }
        }
    }

    fn entity(&self, told: Option<String>) -> Option<String> {
        match &self.entities {
            Some(entities) => entities.get(&told?).cloned(),
            None => told,
        }
    }
}

/// Whether the provider could not be asked, or said something that proves nothing.
fn failed(error: IdentityError) -> ProviderError {
    match error {
        IdentityError::Unreachable { .. } | IdentityError::Discovery(_) => {
            ProviderError::Down(error.to_string())
        }
        other => ProviderError::Answer(other.to_string()),
    }
}

#[allow(clippy::needless_pass_by_value)] // the signature that `map_err` asks for
fn unread(error: impl ToString) -> ProviderError {
    ProviderError::Answer(error.to_string())
}

impl IdentityProvider for Sought {
    fn name(&self) -> &str {
        &self.name
    }

    /// Not while it is being asked: nobody waits to be shown the login.
    fn is_down(&self) -> bool {
        self.found.try_lock().is_ok_and(|found| found.failed.is_some())
    }

    fn rules(&self) -> Rules {
        self.rules
    }

    fn begin(&self, chance: &[u8; SIGN_IN_CHANCE], now: Timestamp) -> Result<Begun, ProviderError> {
        let provider = self.seek(now).map_err(|error| ProviderError::Down(error.to_string()))?;
        let begun = provider.begin(chance, now);
        let pending = serde_json::to_string(&begun.pending).map_err(unread)?;
        Ok(Begun { url: begun.url.to_string(), state: begun.pending.state().to_owned(), pending })
    }

    fn finish(
        &self,
        pending: &str,
        code: &str,
        state: &str,
        now: Timestamp,
    ) -> Result<Identified, ProviderError> {
        let provider = self.seek(now).map_err(failed)?;
        let pending: Pending = serde_json::from_str(pending).map_err(unread)?;
        let told = provider.finish(&pending, code, state, now).map_err(|error| {
            tracing::warn!(%error, "nobody was identified");
            failed(error)
        })?;
        Ok(Identified {
            issuer: told.issuer,
            subject: told.subject,
            email: told.email,
            name: told.name,
            roles: told.roles,
            entity: self.entity(told.entity),
            id_token: told.id_token,
        })
    }

    fn logout_url(&self, id_token: &str, back: &str) -> Option<String> {
        let provider = self.found.try_lock().ok()?.provider.clone()?;
        // No state: whoever comes back is anybody.
        provider.logout_url(id_token, back, "").map(|url| url.to_string())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const FILE: &str = "issuer = \"http://127.0.0.1:1\"\nclient_id = \"quipu\"\nallow_http = true\n\
                        redirect_url = \"http://127.0.0.1:8080/ingresar/identidad/vuelta\"\n";
    const SITE: &str = "http://127.0.0.1:8080";

    fn read(text: &str, site: &str) -> Result<Sought, Usage> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity.toml");
        fs::write(&path, text).unwrap();
        Sought::read(&path, site)
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        let check = |text: &str, site: &str, expect: &str| {
            let error = read(text, site).unwrap_err().to_string();
            assert!(error.contains(expect), "{error}");
        };
        check("issuer", SITE, "identity.toml");
        check("client_id = \"x\"", SITE, "issuer");
        check(&format!("{FILE}[accounts]\nadmin = true"), SITE, "admin");
        check(&format!("{FILE}[acounts]\nname = \"x\""), SITE, "acounts");
        check(FILE, "https://quipu.example", "write https://quipu.example/ingresar/identidad/vuelta");
    }

    #[test]
    fn one_that_does_not_answer_is_sought_again() {
        let sought = read(&format!("{FILE}[accounts]\nname = \"ID\"\ntwo_factors = true"), SITE).unwrap();
        assert_eq!((sought.name(), sought.is_down()), ("ID", false));
        assert_eq!(sought.rules(), Rules { create: false, posts: false, two_factors: true });
        let now = Timestamp::UNIX_EPOCH;
        assert!(matches!(sought.begin(&[0; SIGN_IN_CHANCE], now), Err(ProviderError::Down(_))));
        assert!(sought.is_down());
        let asked = || sought.found.lock().unwrap().failed.clone().unwrap().0;
        assert!(sought.seek(now + SignedDuration::from_secs(9)).is_err());
        assert_eq!(asked(), now, "left in peace");
        assert!(sought.seek(now + SignedDuration::from_secs(11)).is_err());
        assert_eq!(asked(), now + SignedDuration::from_secs(11));
        assert_eq!(sought.logout_url("", SITE), None);
    }

    #[test]
    fn bodies_are_called_by_our_codes() {
        let entities = "[accounts.entities]\n20131370998 = \"E:11-011\"";
        let sought = read(&format!("{FILE}{entities}"), SITE).unwrap();
        assert_eq!(sought.entity(Some("20131370998".into())).as_deref(), Some("E:11-011"));
        assert_eq!(sought.entity(Some("E:01-001".into())), None);
        assert_eq!(read(FILE, SITE).unwrap().entity(Some("E:01-001".into())).as_deref(), Some("E:01-001"));
    }
}
