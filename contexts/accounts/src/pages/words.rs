//! Refusals in words, and what is called how.
use web::{App, Lang, PageError, Shell};

use crate::{
    actions::Refusal,
    domain::{Means, NotAdmitted, PersonError, TokenError, Weakness},
    identity::ProviderError,
    passkeys::KeyError,
};

/// The message of a refusal that a person can do something about.
pub(crate) const fn key(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Wrong => "accounts-refused-wrong",
        Refusal::WrongCode => "accounts-refused-code",
        Refusal::NoPass => "accounts-refused-pass",
        Refusal::Taken => "accounts-refused-taken",
        Refusal::NoAccount => "accounts-refused-account",
        Refusal::Provider(ProviderError::Down(_)) => "accounts-refused-provider-down",
        Refusal::Provider(ProviderError::Answer(_)) => "accounts-refused-provider",
        Refusal::NotAdmitted(NotAdmitted::Uninvited) => "accounts-refused-uninvited",
        Refusal::NotAdmitted(NotAdmitted::Unverified) => "accounts-refused-unverified",
        Refusal::NotAdmitted(NotAdmitted::Linked) => "accounts-refused-linked",
        Refusal::Weak(Weakness::Short) => "accounts-weak-short",
        Refusal::Weak(Weakness::Long) => "accounts-weak-long",
        Refusal::Weak(Weakness::Guessable) => "accounts-weak-guessable",
        Refusal::Person(PersonError::Name) => "accounts-refused-name",
        Refusal::Person(PersonError::Email) => "accounts-refused-email",
        Refusal::Token(TokenError::Name) => "accounts-token-refused-name",
        Refusal::Token(TokenError::Grants) => "accounts-token-refused-grants",
        Refusal::Token(TokenError::Days) => "accounts-token-refused-days",
        Refusal::Token(TokenError::Post) => "accounts-token-refused-post",
        Refusal::Token(TokenError::Many) => "accounts-token-refused-many",
        Refusal::NoCeremony => "accounts-key-refused-over",
        Refusal::UnknownKey => "accounts-key-refused-unknown",
        Refusal::KeyName => "accounts-key-refused-name",
        Refusal::LastFactor => "accounts-factor-last",
        Refusal::Key(KeyError::Answer(_)) => "accounts-key-refused-answer",
        Refusal::Key(KeyError::Copied) => "accounts-key-refused-copied",
        Refusal::Wait(_)
        | Refusal::NoPasskeys
        | Refusal::NoProvider
        | Refusal::Appointment(_)
        | Refusal::Hashing(_)
        | Refusal::Chance(_)
        | Refusal::Mail(_)
        | Refusal::Db(_)
        | Refusal::Journal(_) => {
            return None;
        }
    })
}

/// What is said of a refusal.
///
/// # Errors
/// Too many attempts are told by an answer of their own; what the system failed at is its defect.
pub(crate) fn refused(app: &App, lang: Lang, refusal: Refusal) -> Result<String, PageError> {
    match (&refusal, key(&refusal)) {
        (Refusal::Wait(wait), _) => Err(PageError::TooMany { seconds: wait.0.as_secs().unsigned_abs() }),
        (_, Some(key)) => Ok(app.frame.texts.t(lang, key, &[])),
        (_, None) => Err(PageError::internal(refusal)),
    }
}

pub(crate) fn means(shell: &Shell, means: Means) -> String {
    shell.t(&format!("accounts-means-{}", means.as_str()))
}
