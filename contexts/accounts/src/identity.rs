//! What accounts ask of an identity provider, without knowing its protocol.
use std::fmt;

use jiff::Timestamp;

/// Bytes of chance that a sign-in is made of.
pub const SIGN_IN_CHANCE: usize = 96;

/// A provider that says who somebody is. The program that runs accounts implements it (`app/quipu`).
///
/// `begin` and `finish` may ask the provider and wait for it: they are called where waiting stops nobody.
pub trait IdentityProvider: Send + Sync + fmt::Debug {
    /// As people know it: stands on the button.
    fn name(&self) -> &str;

    /// Whether it did not answer when it was last asked.
    fn is_down(&self) -> bool;

    fn rules(&self) -> Rules;

    /// Begins a sign-in.
    ///
    /// # Errors
    /// A provider that does not answer.
    fn begin(&self, chance: &[u8; SIGN_IN_CHANCE], now: Timestamp) -> Result<Begun, ProviderError>;

    /// Who came back with that code and state to what was begun.
    ///
    /// # Errors
    /// A provider that does not answer; an answer that proves nothing.
    fn finish(
        &self,
        pending: &str,
        code: &str,
        state: &str,
        now: Timestamp,
    ) -> Result<Identified, ProviderError>;

    /// Where the browser is sent so that the provider ends its own session and sends it `back`; none where it cannot.
    fn logout_url(&self, id_token: &str, back: &str) -> Option<String>;
}

/// What the provider's word is worth here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Somebody of a body that is known is given an account, without posts, if they have none.
    pub create: bool,
    /// Roles that the provider tells name people to the vacant posts of their body.
    pub posts: bool,
    /// The provider asks everybody for two factors: whoever comes from it may act through posts that want them.
    pub two_factors: bool,
}

/// A sign-in that was begun.
#[derive(Clone, PartialEq, Eq)]
pub struct Begun {
    /// Where the browser is sent.
    pub url: String,
    /// What the answer will bear.
    pub state: String,
    /// What the answer is judged by.
    pub pending: String,
}

/// Somebody whom the provider knows. Only issuer and subject together, and they for good, mean one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Identified {
    pub issuer: String,
    pub subject: String,
    /// Only if the provider verified it.
    pub email: Option<String>,
    pub name: Option<String>,
    /// In our words.
    pub roles: Vec<String>,
    /// Code of the body they work for.
    pub entity: Option<String>,
    /// For [`IdentityProvider::logout_url`].
    pub id_token: String,
}

/// Why nobody was identified; the words are for who runs the service, and hold no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    #[error("the identity provider cannot be asked: {0}")]
    Down(String),
    #[error("the identity provider's answer proves nothing: {0}")]
    Answer(String),
}

macro_rules! never_shown {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            /// Not in a log by accident.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}

never_shown!(Begun, Identified);
