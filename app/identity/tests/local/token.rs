//! Tokens as a provider signs them, and as nobody should.
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use openidconnect::{
    PrivateSigningKey as _,
    core::{CoreHmacKey, CoreJwsSigningAlgorithm},
};
use serde_json::{Value, json};

/// A key of the provider; another number is another key.
pub struct Key {
    pub kid: String,
    key: SigningKey,
}

impl Key {
    pub fn new(number: u8) -> Self {
        Self { kid: format!("key-{number}"), key: SigningKey::from_bytes(&[number; 32]) }
    }

    /// Under the name of another.
    pub fn named(self, kid: &str) -> Self {
        Self { kid: kid.to_owned(), ..self }
    }

    pub fn public_bytes(&self) -> [u8; 32] {
        self.key.verifying_key().to_bytes()
    }

    pub fn public(&self) -> Value {
        let x = URL_SAFE_NO_PAD.encode(self.public_bytes());
        json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.kid, "x": x })
    }

    pub fn signs(&self, claims: &Value) -> String {
        self.signs_under(&json!({ "alg": "EdDSA", "typ": "JWT", "kid": self.kid }), claims)
    }

    /// With a header that may say anything.
    pub fn signs_under(&self, header: &Value, claims: &Value) -> String {
        let text = unsigned(header, claims);
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(self.key.sign(text.as_bytes()).to_bytes()))
    }
}

/// Signed with what both sides share, or with what everybody has.
pub fn shared(secret: &[u8], kid: Option<&str>, claims: &Value) -> String {
    let header = kid.map_or(json!({ "alg": "HS256" }), |kid| json!({ "alg": "HS256", "kid": kid }));
    let text = unsigned(&header, claims);
    let key = CoreHmacKey::new(secret.to_vec());
    let signature = key.sign(&CoreJwsSigningAlgorithm::HmacSha256, text.as_bytes()).unwrap();
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

pub fn unsigned(header: &Value, claims: &Value) -> String {
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", encoded(header), encoded(claims))
}
