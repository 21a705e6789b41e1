use db::{Conn, Error};

use crate::store::{
    accounts,
    credentials::{self, CredentialKind},
    failures, sessions, tokens,
};
pub use crate::store::{
    failures::Failures,
    sessions::{Place, Session},
    tokens::{ProgramToken, Use},
};

/// What the owner of an account is shown of it.
#[derive(Clone, Debug, Default)]
pub struct Own {
    pub name: String,
    pub email: String,
    pub has_second_factor: bool,
    /// Keys of devices: id, and what their owner calls them.
    pub passkeys: Vec<(String, String)>,
    /// Codes that are left of those written down.
    pub codes_left: usize,
    /// Logins, the newest first.
    pub sessions: Vec<Session>,
    pub failures: Vec<Failures>,
    /// Of programs: those that nobody ended first.
    pub tokens: Vec<ProgramToken>,
}

const SHOWN_MAX: i64 = 50;

/// Everything of the account: empty where there is none.
pub async fn own(conn: &mut Conn, account: &str) -> Result<Own, Error> {
    let Some(found) = accounts::one(conn, account).await? else { return Ok(Own::default()) };
    let credentials = credentials::of_account(conn, account).await?;
    let of = |kind: CredentialKind| credentials.iter().find(move |own| own.kind == kind);
    Ok(Own {
        name: found.person.name,
        email: found.person.email,
        passkeys: credentials
            .iter()
            .filter(|own| own.kind == CredentialKind::Passkey)
            .map(|own| (own.id.clone(), own.name.clone()))
            .collect(),
        has_second_factor: of(CredentialKind::Totp).is_some(),
        codes_left: of(CredentialKind::Recovery).map_or(0, |own| own.secret.split(' ').count()),
        sessions: sessions::of_account(conn, account, SHOWN_MAX).await?,
        failures: failures::of_account(conn, account, SHOWN_MAX).await?,
        tokens: tokens::of_account(conn, account, SHOWN_MAX).await?,
    })
}
