use journal::Ctx;
use serde_json::json;

use super::{Refusal, chance};
use crate::{
    domain::{AccountStatus, Attempt, Means, Person, Stage, Token, digest_of, session_lasts},
    service::Accounts,
    store::{
        accounts,
        credentials::{self, CredentialKind},
        identities,
        sessions::{self, Place, Session},
    },
};

/// What is typed, from where, and what the browser holds.
#[derive(Clone)]
pub struct LogIn<'a> {
    pub email: &'a str,
    pub password: &'a str,
    /// What the browser was given when somebody last logged in from it.
    pub device: Option<&'a str>,
    pub place: Place,
}

/// Let in, or half way: the session, and what the browser keeps to be known by.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    pub session: Token,
    pub stage: Stage,
    /// Absent where the browser is known already.
    pub device: Option<Token>,
}

/// Lets somebody in by address and password; half way, where the account has a second factor. A password takes the same time
/// to refuse whether or not there is such an account.
pub async fn log_in(ctx: &Ctx, service: &Accounts, asked: &LogIn<'_>) -> Result<LoggedIn, Refusal> {
    let mut read = ctx.db.read().await?;
    let account = accounts::by_email(&mut read, asked.email).await?;
    let account = account.filter(|account| account.status == AccountStatus::Active);
    let code = account.as_ref().map_or("", |account| account.code.as_str()).to_owned();
    let own = credentials::of_account(&mut read, &code).await?;
    let device = known_device(&mut read, asked.device, &code).await?;
    drop(read);
    let attempt = Attempt { name: Person::folded(asked.email), device, address: asked.place.address.clone() };
    service.begin(&attempt, ctx.now).map_err(Refusal::Wait)?;
    let stored = own.iter().find(|credential| credential.kind == CredentialKind::Password);
    if !service.hashing.is_right(asked.password, stored.map(|own| own.secret.as_str())).await? {
        service.failed(&code, &asked.place.address, ctx.now);
        return Err(Refusal::Wrong);
    }
    service.succeeded(&attempt, ctx.now);
    let is_half = credentials::asks_second(&own);
    let stage = if is_half { Stage::Half } else { Stage::Full };
    start(
        ctx,
        &Start {
            account: &code,
            stage,
            means: Means::Password,
            place: &asked.place,
            device: attempt.device,
            id_token: None,
        },
        None,
    )
    .await
}

/// Digest of what the browser holds, where somebody logged in to the account from it before.
pub(super) async fn known_device(
    conn: &mut db::Conn,
    held: Option<&str>,
    account: &str,
) -> Result<Option<String>, Refusal> {
    let Some(digest) = held.map(digest_of) else { return Ok(None) };
    Ok(sessions::is_device_of(conn, &digest, account).await?.then_some(digest))
}

/// A session to be started.
pub(super) struct Start<'a> {
    pub account: &'a str,
    pub stage: Stage,
    pub means: Means,
    pub place: &'a Place,
    /// Digest of the known browser.
    pub device: Option<String>,
    /// Of the identity provider that says who it is.
    pub id_token: Option<&'a str>,
}

/// Starts a session in the place of `before`: what the browser held until now opens nothing more. A browser becomes known
/// by a whole login, not by half of one.
pub(super) async fn start(ctx: &Ctx, new: &Start<'_>, before: Option<&str>) -> Result<LoggedIn, Refusal> {
    let session = Token::of(chance()?);
    let device = match (&new.device, new.stage) {
        (None, Stage::Full) => Some(Token::of(chance()?)),
        _ => None,
    };
    let mut act = ctx.open_office("accounts.log_in").await?;
    let (seq, at) = (act.seq(), act.at());
    let mut id_token = new.id_token.map(str::to_owned);
    if let Some(before) = before {
        // Whoever came half way from the provider goes out through it too.
        if id_token.is_none() {
            id_token = identities::token_of(act.conn(), before).await?;
        }
        sessions::end(act.conn(), seq, before).await?;
    }
    let started = Session {
        id: session.digest(),
        account: new.account.to_owned(),
        stage: new.stage,
        means: new.means,
        started_at: at,
        expires_at: at + session_lasts(new.stage),
        place: Some(new.place.clone()),
        is_ended: false,
    };
    sessions::start(act.conn(), seq, &started).await?;
    if let Some(token) = &id_token {
        identities::keep_token(act.conn(), (&started.id, token), started.expires_at, at).await?;
    }
    if let Some(device) = &device {
        sessions::add_device(act.conn(), seq, &device.digest(), new.account).await?;
    }
    // Who it was stands in the row alone, of which the entry keeps a digest that cannot be guessed.
    act.commit("session", &json!({ "stage": new.stage, "means": new.means })).await?;
    Ok(LoggedIn { session, stage: new.stage, device })
}
