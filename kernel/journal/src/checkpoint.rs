//! Signed checkpoints: C2SP `tlog-checkpoint` in a C2SP `signed-note` (Ed25519).
use std::{fmt, io::Write, path::Path, str::FromStr};

use base::Digest;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use ed25519_dalek::{Signature, Signer, Verifier, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// A statement that the first `size` entries have this root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub size: i64,
    pub root: Digest,
    key_id: [u8; 4],
    signature: [u8; 64],
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    #[error("not a checkpoint: {0}")]
    Malformed(&'static str),
    #[error("the checkpoint was signed with another key, or its text was changed")]
    BadSignature,
    #[error("not a verifier key (NAME+ID+KEY, as a log gives it at /log/key)")]
    VerifierKey,
    #[error("signing key {path}: {reason}")]
    Key { path: String, reason: String },
}

/// What others check a log's signatures with, as C2SP `signed-note` writes it: `NAME+ID+KEY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    origin: String,
    key: VerifyingKey,
}

/// The Ed25519 key of one data folder.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Never shows the key.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

impl SigningKey {
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// Reads the key file, or makes a new key readable by its owner alone.
    pub fn load_or_create(path: &Path) -> Result<Self, CheckpointError> {
        let failed = |reason: String| CheckpointError::Key { path: path.display().to_string(), reason };
        if !path.exists() {
            let mut seed = [0_u8; 32];
            getrandom::fill(&mut seed).map_err(|e| failed(e.to_string()))?;
            write_private(path, &Digest::new(seed).to_string()).map_err(|e| failed(e.to_string()))?;
        }
        let text = std::fs::read_to_string(path).map_err(|e| failed(e.to_string()))?;
        let seed: Digest = text.trim().parse().map_err(|_| failed("not 64 hexadecimal digits".into()))?;
        Ok(Self::from_seed(seed.as_bytes()))
    }

    /// The key to publish, as C2SP `signed-note` writes verifier keys.
    pub fn verifier(&self, origin: &str) -> VerifierKey {
        VerifierKey { origin: origin.to_owned(), key: self.0.verifying_key() }
    }
}

/// Before the public bytes of an Ed25519 key.
const ED25519: u8 = 1;

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(key_id(&self.origin, &self.key));
        let mut public = vec![ED25519];
        public.extend(self.key.as_bytes());
        write!(f, "{}+{id:08x}+{}", self.origin, BASE64.encode(public))
    }
}

impl FromStr for VerifierKey {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let unread = CheckpointError::VerifierKey;
        // The key's base64 may hold a `+`, the name and the identity none.
        let mut parts = text.trim().splitn(3, '+');
        let mut part = || parts.next().filter(|part| !part.is_empty());
        let (origin, id, key) = part().zip(part()).zip(part()).map(|((o, i), k)| (o, i, k)).ok_or(unread)?;
        let bytes = BASE64.decode(key).map_err(|_| CheckpointError::VerifierKey)?;
        let public = bytes.strip_prefix(&[ED25519]).and_then(|bytes| bytes.try_into().ok());
        let key = public.and_then(|bytes| VerifyingKey::from_bytes(bytes).ok());
        let key = Self { origin: origin.to_owned(), key: key.ok_or(CheckpointError::VerifierKey)? };
        let same = format!("{:08x}", u32::from_be_bytes(key_id(origin, &key.key))) == id;
        same.then_some(key).ok_or(CheckpointError::VerifierKey)
    }
}

/// Written beside and named when whole: a key half written would lock the folder for good. Where another
/// process named its key first, that one stays.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(file, "{text}")?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Err(failed) if failed.error.kind() != std::io::ErrorKind::AlreadyExists => Err(failed.error),
        _ => std::fs::File::open(folder)?.sync_all(),
    }
}

/// First four bytes of `SHA-256(name ‖ "\n" ‖ 0x01 ‖ key)`.
fn key_id(origin: &str, key: &VerifyingKey) -> [u8; 4] {
    let hasher = Sha256::new().chain_update(origin).chain_update(b"\n\x01").chain_update(key.as_bytes());
    let digest: [u8; 32] = hasher.finalize().into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

impl Checkpoint {
    pub(crate) fn sign(
        origin: &str,
        size: i64,
        root: Digest,
        key: &SigningKey,
    ) -> Result<Self, CheckpointError> {
        if origin.is_empty() || origin.contains(['\n', '+']) || origin.contains(char::is_whitespace) {
            return Err(CheckpointError::Malformed("the origin is one word without `+`"));
        }
        let signature = key.0.sign(body(origin, size, &root).as_bytes()).to_bytes();
        let key_id = key_id(origin, &key.0.verifying_key());
        Ok(Self { origin: origin.to_owned(), size, root, key_id, signature })
    }

    /// Whether this data folder's key signed it.
    pub fn check(&self, key: &SigningKey) -> Result<(), CheckpointError> {
        self.check_with(&key.verifier(&self.origin))
    }

    /// Whether the log of that key signed it.
    pub fn check_with(&self, verifier: &VerifierKey) -> Result<(), CheckpointError> {
        let signature = Signature::from_bytes(&self.signature);
        let text = body(&self.origin, self.size, &self.root);
        let same_key = self.origin == verifier.origin && self.key_id == key_id(&self.origin, &verifier.key);
        let valid = same_key && verifier.key.verify(text.as_bytes(), &signature).is_ok();
        valid.then_some(()).ok_or(CheckpointError::BadSignature)
    }
}

fn body(origin: &str, size: i64, root: &Digest) -> String {
    format!("{origin}\n{size}\n{}\n", BASE64.encode(root.as_bytes()))
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut signature = self.key_id.to_vec();
        signature.extend(self.signature);
        let text = body(&self.origin, self.size, &self.root);
        writeln!(f, "{text}\n\u{2014} {} {}", self.origin, BASE64.encode(signature))
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        use CheckpointError::Malformed;
        let (body, signatures) =
            text.split_once("\n\n").ok_or(Malformed("no blank line before the signature"))?;
        let mut lines = body.lines();
        let origin = lines.next().filter(|o| !o.is_empty()).ok_or(Malformed("no origin"))?.to_owned();
        let size =
            lines.next().and_then(|s| s.parse().ok()).filter(|s| *s >= 0).ok_or(Malformed("no tree size"))?;
        let root = lines.next().and_then(|r| BASE64.decode(r).ok()).and_then(|r| r.try_into().ok());
        let root = Digest::new(root.ok_or(Malformed("no root hash"))?);
        let own = |line: &str| {
            line.strip_prefix("\u{2014} ")?.strip_prefix(&origin)?.strip_prefix(' ').map(str::to_owned)
        };
        let encoded = signatures.lines().find_map(own).ok_or(Malformed("no signature of the origin"))?;
        let bytes = BASE64.decode(encoded).map_err(|_| Malformed("the signature is not base64"))?;
        let (id, signature) = bytes.split_at_checked(4).ok_or(Malformed("the signature is too short"))?;
        Ok(Self {
            key_id: id.try_into().map_err(|_| Malformed("no key id"))?,
            signature: signature.try_into().map_err(|_| Malformed("an Ed25519 signature has 64 bytes"))?,
            origin,
            size,
            root,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_verifier_key_is_read_as_it_is_written() {
        let (mine, other) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
        let key = mine.verifier("quipu/pe");
        assert_eq!(key.to_string().parse::<VerifierKey>().unwrap(), key);
        assert_eq!(format!("{key}\n").parse::<VerifierKey>().unwrap(), key);
        // The example of the Go library's documentation.
        let published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assert_eq!(published.parse::<VerifierKey>().unwrap().to_string(), published);
        let signed = Checkpoint::sign("quipu/pe", 1, Digest::of(b""), &mine).unwrap();
        let refused = Err(CheckpointError::BadSignature);
        assert_eq!(signed.check_with(&key), Ok(()));
        assert_eq!(signed.check_with(&other.verifier("quipu/pe")), refused);
        assert_eq!(signed.check_with(&mine.verifier("quipu/co")), refused);
    }

    #[test]
    fn what_is_no_verifier_key_is_refused() {
        let key = SigningKey::from_seed(&[7; 32]).verifier("quipu/pe").to_string();
        let wrong = [
            "",
            "quipu/pe",
            "quipu/pe+00000000",
            "++",
            &key[1..],
            &key[..key.len() - 4],
            &key.replace("+A", "+B"),
        ];
        for text in wrong {
            assert_eq!(text.parse::<VerifierKey>(), Err(CheckpointError::VerifierKey), "{text:?}");
        }
    }
}
