//! A mail server, spoken to by SMTP. A connection for each letter: one that was left in the middle of a letter is
//! never used for another, whose answers it would mistake.
use std::{fmt, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    transport::smtp::{
        self,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};
use tokio::time::timeout;
use url::{Host, Url};

use crate::{BoxFuture, Handed, Message, Sender, Transport};

/// A server that answers nothing holds the others' letters up; the shortest times of RFC 5321 (4.5.3.2) are longer, and
/// a letter that was cut off is tried again.
const READY_MAX: Duration = Duration::from_secs(30);
const HAND_MAX: Duration = Duration::from_mins(2);

/// Hands letters to a mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    ready_max: Duration,
    hand_max: Duration,
}

/// Why a server cannot be spoken to as told. Never repeats the address, which holds a password.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    #[error(
        "the mail server's address is none: {0}; write smtps://user:password@host or smtp://host:587?tls=required"
    )]
    Url(String),
    #[error("the password would travel unencrypted: write smtps://… or add ?tls=required")]
    Clear,
    #[error("the authority's certificate cannot be read: give a PEM file, which says BEGIN CERTIFICATE")]
    Certificate,
}

impl Smtp {
    /// `url`: `smtps://user:password@host:465` (encrypted from the start), `smtp://…:587?tls=required` (encrypted before
    /// anything is said), `smtp://host:25` (not encrypted; refused where there is a password and the host is another
    /// machine). A path is the name the house gives itself; otherwise it is the sender's domain. `authority`: PEM of one
    /// more authority to trust, for servers whose certificate is of the institution's own.
    pub fn new(url: &str, sender: &Sender, authority: Option<&[u8]>) -> Result<Self, SmtpError> {
        let parsed = Url::parse(url).map_err(|error| SmtpError::Url(error.to_string()))?;
        if parsed.password().is_some() && !is_encrypted(&parsed) && !is_here(&parsed) {
            return Err(SmtpError::Clear);
        }
        let told = |error: smtp::Error| SmtpError::Url(error.to_string());
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(told)?;
        if parsed.path().trim_matches('/').is_empty() {
            builder = builder.hello_name(ClientId::Domain(sender.domain().to_owned()));
        }
        if let Some(pem) = authority {
            let host = parsed.host_str().unwrap_or_default().to_owned();
            builder = builder.tls(tls(&parsed, trusting(host, pem)?));
        }
        let transport = builder.timeout(Some(READY_MAX)).build();
        Ok(Self { transport, ready_max: READY_MAX, hand_max: HAND_MAX })
    }

    async fn probe(&self) -> Result<(), String> {
        match timeout(self.ready_max, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("the mail server ended the connection".to_owned()),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("the mail server does not answer".to_owned()),
        }
    }

    async fn send(&self, message: &Message) -> Handed {
        let sent = self.transport.send_raw(message.envelope(), message.bytes());
        match timeout(self.hand_max, sent).await {
            Ok(Ok(_)) => Handed::Sent,
            Ok(Err(error)) if is_of_the_letter(&error) => self.refused(error.to_string()).await,
            Ok(Err(error)) => Handed::Later(error.to_string()),
            Err(_) => Handed::Later("the mail server does not answer".to_owned()),
        }
    }

    /// A server that turns everybody away says so with the same codes: the letter is refused only by one that takes others.
    async fn refused(&self, why: String) -> Handed {
        match self.probe().await {
            Ok(()) => Handed::Never(why),
            Err(_) => Handed::Later(why),
        }
    }
}

/// Permanent (5xx) but for what RFC 5321 and RFC 4954 say of commands and of who may speak: those are no fault of a letter.
fn is_of_the_letter(error: &smtp::Error) -> bool {
    error.is_permanent() && error.status().is_some_and(|code| !NOT_OF_A_LETTER.contains(&u16::from(code)))
}

const NOT_OF_A_LETTER: [u16; 10] = [500, 501, 502, 503, 504, 521, 530, 534, 535, 538];

fn wants_tls(url: &Url) -> bool {
    url.query_pairs().any(|(key, value)| key == "tls" && value == "required")
}

fn is_encrypted(url: &Url) -> bool {
    url.scheme() == "smtps" || wants_tls(url)
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        // Of a scheme it does not know the reader leaves hosts as texts.
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        None => false,
    }
}

fn trusting(host: String, pem: &[u8]) -> Result<TlsParameters, SmtpError> {
    // Of a file without certificates the reader makes an authority that trusts nobody.
    if !String::from_utf8_lossy(pem).contains("BEGIN CERTIFICATE") {
        return Err(SmtpError::Certificate);
    }
    let refused = |_| SmtpError::Certificate;
    let certificate = Certificate::from_pem(pem).map_err(refused)?;
    TlsParameters::builder(host).add_root_certificate(certificate).build().map_err(refused)
}

fn tls(url: &Url, parameters: TlsParameters) -> Tls {
    match url.scheme() {
        "smtps" => Tls::Wrapper(parameters),
        _ if wants_tls(url) => Tls::Required(parameters),
        _ => Tls::Opportunistic(parameters),
    }
}

/// Without the password.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").finish_non_exhaustive()
    }
}

impl Transport for Smtp {
    fn ready(&self) -> BoxFuture<'_, Result<(), String>> {
        Box::pin(self.probe())
    }

    fn hand<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Handed> {
        Box::pin(self.send(message))
    }
}

#[cfg(test)]
#[path = "smtp_tests.rs"]
mod tests;
