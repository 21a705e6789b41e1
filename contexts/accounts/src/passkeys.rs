//! Keys of a device (Web Authentication Level 3): what is asked of a browser, and whether what it answers proves anything.
//! A key is of one site, verifies its owner by itself, and is found without a name: two factors in one.
use std::{fmt, sync::Arc, time::Duration};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{Site, domain::CEREMONY_LASTS, domain::digest_of, store::credentials::Credential};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// An answer of another site, to another question, without its owner, or none at all.
    #[error("the key's answer proves nothing: {0}")]
    Answer(String),
    /// It counts less than it did: somebody else has the same key.
    #[error("the key counts less than it did: it may have been copied")]
    Copied,
}

fn refused(error: WebauthnError) -> KeyError {
    match error {
        WebauthnError::CredentialPossibleCompromise => KeyError::Copied,
        other => KeyError::Answer(format!("{other:?}")),
    }
}

/// The site as keys know it; cheap to clone.
#[derive(Clone)]
pub struct Passkeys(Arc<Webauthn>);

impl fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passkeys")
    }
}

/// A question that was put to a browser, with what its answer is judged by.
pub struct Asked<T> {
    /// For the browser, as JSON.
    pub options: String,
    pub state: T,
}

/// What a device answered when it made a key.
pub struct MadeKey {
    /// By which the credential is found again.
    pub id: String,
    /// The public key and what is known of it, as it is stored.
    pub stored: String,
}

impl Passkeys {
    /// None where browsers let no site have keys: an address without a name, or without encryption on another machine than
    /// one's own. Keys are of exactly the site that `--site` names, whatever a request calls it.
    pub fn of(site: &Site) -> Option<Self> {
        let origin = Url::parse(&site.origin).ok()?;
        let name = origin.domain()?;
        if !(site.is_secure() || name == "localhost") {
            return None;
        }
        let lasts = Duration::from_secs(CEREMONY_LASTS.as_secs().unsigned_abs());
        let builder = WebauthnBuilder::new(name, &origin).ok()?.rp_name("Quipu").timeout(lasts);
        builder.build().ok().map(|webauthn| Self(Arc::new(webauthn)))
    }

    /// Asks for a new key for the account, none of a device that has one. What the device shows is the person's own address.
    pub fn begin_registration(
        &self,
        account: &str,
        (email, name): (&str, &str),
        own: &[Credential],
    ) -> Result<Asked<PasskeyRegistration>, KeyError> {
        let there: Vec<CredentialID> =
            own.iter().filter_map(|own| passkey(&own.secret).ok()).map(|key| key.cred_id().clone()).collect();
        let asked = self.0.start_passkey_registration(handle(account), email, name, Some(there));
        let (options, state) = asked.map_err(refused)?;
        let mut options =
            serde_json::to_value(&options).map_err(|error| KeyError::Answer(error.to_string()))?;
        // Found without a name, or it could not let anybody in by itself.
        if let Some(wanted) =
            options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut)
        {
            wanted.insert("residentKey".to_owned(), "required".into());
            wanted.insert("requireResidentKey".to_owned(), true.into());
        }
        Ok(Asked { options: options.to_string(), state })
    }

    /// The key that was made, where the answer is of this site, to this question, and by its verified owner.
    pub fn registered(&self, answer: &str, state: &PasskeyRegistration) -> Result<MadeKey, KeyError> {
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|error| KeyError::Answer(error.to_string()))?;
        let key = self.0.finish_passkey_registration(&answer, state).map_err(refused)?;
        let stored = serde_json::to_string(&key).map_err(|error| KeyError::Answer(error.to_string()))?;
        Ok(MadeKey { id: credential_id(key.cred_id().as_slice()), stored })
    }

    /// Asks for any key of this site.
    pub fn begin_entry(&self) -> Result<Asked<DiscoverableAuthentication>, KeyError> {
        let (options, state) = self.0.start_discoverable_authentication().map_err(refused)?;
        let options = serde_json::to_string(&options).map_err(|error| KeyError::Answer(error.to_string()))?;
        Ok(Asked { options, state })
    }

    /// How often the key was used, where the answer proves that its owner holds it.
    pub fn entered(
        &self,
        answer: &KeyAnswer,
        state: DiscoverableAuthentication,
        own: &Credential,
    ) -> Result<u32, KeyError> {
        let (named, _) = self.0.identify_discoverable_authentication(&answer.0).map_err(refused)?;
        if named != handle(&own.account) {
            return Err(KeyError::Answer("the key names another account".to_owned()));
        }
        let key = passkey(&own.secret)?;
        let entered =
            self.0.finish_discoverable_authentication_v2(&answer.0, state, &key).map_err(refused)?;
        if !entered.user_verified() {
            return Err(KeyError::Answer("its owner was not verified".to_owned()));
        }
        Ok(entered.counter())
    }
}

/// What a browser answered to the question for any key.
pub struct KeyAnswer(PublicKeyCredential);

impl KeyAnswer {
    pub fn parse(answer: &str) -> Result<Self, KeyError> {
        serde_json::from_str(answer).map(Self).map_err(|error| KeyError::Answer(error.to_string()))
    }

    /// Of the credential that it says it is by.
    pub fn credential(&self) -> String {
        credential_id(self.0.get_credential_id())
    }
}

fn passkey(stored: &str) -> Result<Passkey, KeyError> {
    serde_json::from_str(stored).map_err(|error| KeyError::Answer(error.to_string()))
}

/// A device chooses the id with chance of its own: its digest names nobody.
fn credential_id(raw: &[u8]) -> String {
    digest_of(&format!("passkey:{}", URL_SAFE_NO_PAD.encode(raw)))
}

/// By which the device knows the account: opaque, and not its code.
fn handle(account: &str) -> Uuid {
    let digest = Sha256::digest(format!("passkey handle:{account}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(own, byte)| *own = byte);
    Uuid::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_of_sites_that_browsers_let_have_them() {
        let check = |origin: &str, expect: bool| {
            let site = Site { origin: origin.to_owned(), is_behind_proxy: false };
            assert_eq!(Passkeys::of(&site).is_some(), expect, "{origin}");
        };
        check("https://quipu.gob.pe", true);
        check("https://quipu.gob.pe:8443", true);
        check("http://localhost:8080", true);
        check("http://quipu.gob.pe", false);
        check("http://127.0.0.1:8080", false);
        check("https://127.0.0.1", false);
        check("https://[::1]:8443", false);
        check("nothing", false);
    }
}
