//! A letter as it travels: RFC 5322, plain text in UTF-8.
use std::time::SystemTime;

use base::Digest;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use lettre::{
    Address,
    address::Envelope,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

use crate::{Letter, letter};

/// Who writes, and of which site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    from: Mailbox,
    domain: String,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SenderError {
    #[error(
        "{0:?} is no sender: write an address, or a name and an address as in `Quipu <avisos@example.org>`"
    )]
    From(String),
    #[error("{0:?} is no domain of a site, as example.org is")]
    Domain(String),
}

impl Sender {
    /// `from`: address or `Name <address>`. `domain`: of the site; stands in each `Message-ID`, so one that changes
    /// makes another letter of each that is handed over again.
    pub fn new(from: &str, domain: &str) -> Result<Self, SenderError> {
        let refused = || SenderError::From(from.to_owned());
        if from.chars().any(char::is_control) {
            return Err(refused());
        }
        let from = from.parse().map_err(|_| refused())?;
        // Message-ID and EHLO are ASCII.
        if !domain.is_ascii() || Address::new("site", domain).is_err() {
            return Err(SenderError::Domain(domain.to_owned()));
        }
        Ok(Self { from, domain: domain.to_owned() })
    }

    pub fn domain(&self) -> &str {
        &self.domain
    }
}

/// A letter ready to be handed over.
#[derive(Clone, Debug)]
pub struct Message {
    digest: Digest,
    id: String,
    envelope: Envelope,
    bytes: Vec<u8>,
}

impl Message {
    /// SHA-256 of the ledger's id.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// `<digest@domain>`: the same whenever the letter is handed over, so that a second copy is known as one.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// From whom to whom, for the server; who receives the letter reads its headers.
    pub const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Headers and body, encoded.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The letter as it is handed over at `now`; otherwise why there can be none.
pub(crate) fn compose(sender: &Sender, letter: &Letter, now: Timestamp) -> Result<Message, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    // What is in the ledger was checked when it was posted; a row changed by hand was not.
    letter.check().map_err(|e| told(&e))?;
    let to = letter::address(&letter.recipient).map_err(|e| told(&e))?;
    let envelope = Envelope::new(Some(sender.from.email.clone()), vec![to.clone()]).map_err(|e| told(&e))?;
    let digest = Digest::of(letter.id.as_bytes());
    let id = format!("<{digest}@{}>", sender.domain);
    let message = lettre::Message::builder()
        .from(sender.from.clone())
        .to(to.into())
        .raw_header(subject(&letter.subject))
        .message_id(Some(id.clone()))
        .date(date(now))
        // RFC 3834: programs that answer letters do not answer this one.
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", &letter.lang))
        .envelope(envelope.clone())
        .singlepart(SinglePart::plain(letter.body.clone()))
        .map_err(|e| told(&e))?;
    Ok(Message { digest, id, envelope, bytes: message.formatted() })
}

/// The header's writer knows no date before 1970.
fn date(now: Timestamp) -> SystemTime {
    SystemTime::try_from(now.max(Timestamp::UNIX_EPOCH)).unwrap_or(SystemTime::UNIX_EPOCH)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Bytes in one encoded word: its line then has at most 78 characters (RFC 2047, 2).
const WORD_BYTES_MAX: usize = 42;

/// The header's writer leaves ASCII as it is, also what a reader would take for an encoded word: line breaks could be
/// hidden in one. A subject with such a beginning is encoded whole.
fn subject(text: &str) -> HeaderValue {
    if !text.contains("=?") {
        return header("Subject", text);
    }
    let mut words = vec![String::new()];
    for c in text.chars() {
        match words.last_mut().filter(|word| word.len() + c.len_utf8() <= WORD_BYTES_MAX) {
            Some(word) => word.push(c),
            None => words.push(c.into()),
        }
    }
    let words: Vec<String> =
        words.iter().map(|word| format!("=?utf-8?b?{}?=", BASE64_STANDARD.encode(word))).collect();
    let name = HeaderName::new_from_ascii_str("Subject");
    HeaderValue::dangerous_new_pre_encoded(name, text.to_owned(), words.join("\r\n "))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
