use journal::Ctx;
use serde_json::json;

use super::{
    Ceremony, LoggedIn, Refusal,
    log_in::{Start, known_device, start},
};
use crate::{
    domain::{AccountStatus, Means, Stage, digest_of},
    passkeys::{KeyAnswer, KeyError},
    service::Accounts,
    store::{
        accounts,
        credentials::{self, Credential, CredentialKind},
        sessions::Place,
    },
};

/// What the browser brings.
#[derive(Clone)]
pub struct ByPasskey<'a> {
    /// What it was given when the login began.
    pub begun: &'a str,
    pub answer: &'a str,
    pub device: Option<&'a str>,
    /// The session, or half of one, that it held.
    pub before: Option<&'a str>,
    pub place: &'a Place,
}

/// Lets somebody in by a key of their device, which verified them: two factors at once. Who the account is, the key says.
pub async fn enter_by_passkey(
    ctx: &Ctx,
    service: &Accounts,
    asked: ByPasskey<'_>,
) -> Result<LoggedIn, Refusal> {
    let passkeys = service.passkeys().ok_or(Refusal::NoPasskeys)?;
    let is_entry = |ceremony: &Ceremony| matches!(ceremony, Ceremony::Enter { .. });
    let Some(Ceremony::Enter { state }) = service.ceremony_of(asked.begun, ctx.now, is_entry) else {
        return Err(Refusal::NoCeremony);
    };
    let answer = KeyAnswer::parse(asked.answer)?;
    let mut read = ctx.db.read().await?;
    let own = credentials::by_id(&mut read, &answer.credential()).await?;
    let own = own.filter(|own| own.kind == CredentialKind::Passkey).ok_or(Refusal::UnknownKey)?;
    let account = accounts::one(&mut read, &own.account).await?;
    if account.is_none_or(|account| account.status != AccountStatus::Active) {
        return Err(Refusal::UnknownKey);
    }
    let device = known_device(&mut read, asked.device, &own.account).await?;
    drop(read);
    let entered = match passkeys.entered(&answer, *state, &own) {
        Ok(count) => spend(ctx, &own, count).await,
        Err(error) => Err(error.into()),
    };
    if let Err(refusal) = entered {
        tracing::info!(%refusal, "a login by a key failed");
        // Its owner sees it among the attempts that failed.
        service.failed(&own.account, &asked.place.address, ctx.now);
        return Err(refusal);
    }
    let new = Start {
        account: &own.account,
        stage: Stage::Full,
        means: Means::Passkey,
        place: asked.place,
        device,
        id_token: None,
    };
    start(ctx, &new, asked.before.map(digest_of).as_deref()).await
}

/// Notes how often the key was used, so that a copy that counts for itself is found. Keys that several devices share count
/// nothing: they say nought each time.
async fn spend(ctx: &Ctx, own: &Credential, count: u32) -> Result<(), Refusal> {
    if count == 0 && own.used == 0 {
        return Ok(());
    }
    let mut act = ctx.open_office("accounts.use_passkey").await?;
    if !credentials::use_once(act.conn(), &own.id, i64::from(count)).await? {
        return Err(KeyError::Copied.into());
    }
    act.commit("key", &json!({ "credential": own.id })).await?;
    Ok(())
}
