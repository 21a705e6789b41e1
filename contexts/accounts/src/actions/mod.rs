//! What a person can do with accounts, one file each.
mod accept_pass;
mod ask_reset;
mod begin_identity;
mod begin_passkey;
mod change_password;
mod close_account;
mod confirm_factor;
mod create_account;
mod drop_factor;
mod end_token;
mod enrol_totp;
mod enter_by_identity;
mod enter_by_passkey;
mod letters;
mod log_in;
mod log_out;
mod make_token;
mod posts_told;
mod record_failures;
mod record_uses;
mod register_passkey;

use getrandom::fill;

pub use accept_pass::{accept_pass, standing_pass};
pub use ask_reset::{Reset, ask_reset, give_pass};
pub(crate) use begin_identity::SignIn;
pub use begin_identity::begin_identity;
pub(crate) use begin_passkey::Ceremony;
pub use begin_passkey::{begin_entry, begin_passkey};
pub use change_password::change_password;
pub use close_account::close_account;
pub use confirm_factor::confirm_factor;
pub use create_account::{NewAccount, create_account};
pub use drop_factor::{Factor, drop_factor};
pub use end_token::end_token;
pub use enrol_totp::enrol_totp;
pub use enter_by_identity::Brought;
pub(crate) use enter_by_identity::enter_by_identity;
pub use enter_by_passkey::{ByPasskey, enter_by_passkey};
pub use letters::{Words, Writer};
pub use log_in::{LogIn, LoggedIn, log_in};
pub use log_out::{end_session, log_out};
pub use make_token::make_token;
pub use record_failures::record_failures;
pub use record_uses::record_uses;
pub use register_passkey::register_passkey;

use crate::{
    domain::{NotAdmitted, PersonError, Token, TokenError, Wait, Weakness},
    hashing::HashingError,
    identity::ProviderError,
    passkeys::KeyError,
};

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No such account, or not its password: which of the two is not told.
    #[error("the address or the password is not right")]
    Wrong,
    #[error("the code is not right")]
    WrongCode,
    #[error("too many attempts; wait {} seconds", .0.0.as_secs())]
    Wait(Wait),
    #[error("the link is not good any more: it was used, or its time is over")]
    NoPass,
    #[error("an account has this address already")]
    Taken,
    #[error("there is no such account")]
    NoAccount,
    #[error("browsers let this site have no keys of a device")]
    NoPasskeys,
    #[error("nothing was begun that this answers, or its time is over")]
    NoCeremony,
    #[error("no account has this key")]
    UnknownKey,
    #[error("write what you call the key, in at most 60 characters")]
    KeyName,
    #[error("it is the last second factor of somebody whose post asks for two")]
    LastFactor,
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error("there is no identity provider")]
    NoProvider,
    #[error(transparent)]
    Provider(#[from] ProviderError),
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    #[error(transparent)]
    Appointment(directory::actions::Appointment),
    #[error(transparent)]
    Weak(#[from] Weakness),
    #[error(transparent)]
    Person(#[from] PersonError),
    #[error(transparent)]
    Token(#[from] TokenError),
    #[error(transparent)]
    Hashing(#[from] HashingError),
    #[error("the system gives no chance: {0}")]
    Chance(String),
    #[error(transparent)]
    Mail(#[from] mail::Error),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// Bytes of chance from the system.
pub fn chance<const N: usize>() -> Result<[u8; N], Refusal> {
    let mut bytes = [0; N];
    fill(&mut bytes).map_err(|error| Refusal::Chance(error.to_string()))?;
    Ok(bytes)
}
