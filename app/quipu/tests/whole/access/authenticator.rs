//! A device with keys, made from the specification (Web Authentication Level 3 §6, CTAP 2.1 §8) and not from the library that
//! judges it. What a test tells it to do wrong, it does.
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

#[derive(Clone)]
pub struct Device {
    key: SigningKey,
    id: Vec<u8>,
    /// By which the site named the account.
    pub handle: String,
    /// Of the site that it thinks it talks to.
    pub site: String,
    pub origin: String,
    /// Whether it looked at its owner.
    pub verifies: bool,
    pub count: u32,
}

pub const ORIGIN: &str = "https://quipu.test";

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A text or byte string of CBOR (RFC 8949 §3): major type, length, content.
fn cbor(major: u8, content: &[u8]) -> Vec<u8> {
    let head = match u16::try_from(content.len()).unwrap() {
        short @ 0..24 => vec![major << 5 | short.to_be_bytes()[1]],
        middle @ 24..256 => vec![major << 5 | 0x18, middle.to_be_bytes()[1]],
        long => [vec![major << 5 | 0x19], long.to_be_bytes().to_vec()].concat(),
    };
    [head, content.to_vec()].concat()
}

impl Device {
    /// Its chance is the number, so that a test runs the same each time.
    pub fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            id: vec![number; 20],
            handle: String::new(),
            site: "quipu.test".to_owned(),
            origin: ORIGIN.to_owned(),
            verifies: true,
            count: 1,
        }
    }

    /// Another device with the same key: somebody copied it.
    pub fn with_id_of(mut self, other: &Self) -> Self {
        self.id.clone_from(&other.id);
        self.handle.clone_from(&other.handle);
        self
    }

    /// A key for the site, as it asked (`navigator.credentials.create`).
    pub fn makes(&mut self, options: &Value) -> String {
        let asked = &options["publicKey"];
        assert_eq!(asked["rp"]["id"], "quipu.test");
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        asked["user"]["id"].as_str().unwrap().clone_into(&mut self.handle);
        let point = self.key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        // COSE (RFC 9052 §7): an elliptic curve key for ES256 on P-256.
        let cose = [
            &[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21][..],
            &cbor(2, &point[1..33]),
            &[0x22],
            &cbor(2, &point[33..65]),
        ]
        .concat();
        let length = u16::try_from(self.id.len()).unwrap().to_be_bytes();
        let credential = [&[0; 16][..], &length, &self.id, &cose].concat();
        let data = [self.data(0x40), credential].concat();
        let attestation = [
            vec![0xa3],
            cbor(3, b"fmt"),
            cbor(3, b"none"),
            cbor(3, b"attStmt"),
            vec![0xa0],
            cbor(3, b"authData"),
            cbor(2, &data),
        ]
        .concat();
        let client = self.client("webauthn.create", asked);
        self.counts();
        let response =
            json!({ "attestationObject": text(&attestation), "clientDataJSON": text(client.as_bytes()) });
        json!({ "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "response": response })
            .to_string()
    }

    /// That it holds its key, to what was asked (`navigator.credentials.get`).
    pub fn shows(&mut self, options: &Value) -> String {
        let asked = &options["publicKey"];
        assert_eq!(asked["userVerification"], "required");
        let data = self.data(0);
        let client = self.client("webauthn.get", asked);
        let signed = [&data[..], &Sha256::digest(client.as_bytes())].concat();
        let signature: Signature = self.key.sign(&signed);
        self.counts();
        let response = json!({
            "authenticatorData": text(&data),
            "clientDataJSON": text(client.as_bytes()),
            "signature": text(signature.to_der().as_bytes()),
            "userHandle": self.handle,
        });
        json!({ "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "response": response })
            .to_string()
    }

    /// Once more, where it counts at all.
    fn counts(&mut self) {
        self.count += u32::from(self.count > 0);
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let flags = 0x01 | if self.verifies { 0x04 } else { 0 } | more;
        [&Sha256::digest(self.site.as_bytes())[..], &[flags], &self.count.to_be_bytes()].concat()
    }

    /// What the browser adds: which site it was, and what was asked.
    fn client(&self, kind: &str, asked: &Value) -> String {
        let challenge = asked["challenge"].as_str().unwrap();
        assert!(bytes(challenge).len() >= 16, "a challenge that could be guessed");
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
    }
}
