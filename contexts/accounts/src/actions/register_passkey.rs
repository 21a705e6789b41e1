use journal::Ctx;
use serde_json::json;

use super::{Ceremony, Refusal, chance, enrol_totp::written_codes};
use crate::{
    domain::key_name,
    passkeys::KeyError,
    service::Accounts,
    store::{
        credentials::{self, Credential, CredentialKind},
        sessions,
    },
};

/// Takes a key of a device, as what was begun in this session is answered. With the first second factor of an account come
/// codes to write down. Other sessions end: they showed one factor alone.
pub async fn register_passkey(
    ctx: &Ctx,
    service: &Accounts,
    (account, session): (&str, &str),
    (begun, answer): (&str, &str),
    name: &str,
) -> Result<Option<Vec<String>>, Refusal> {
    let passkeys = service.passkeys().ok_or(Refusal::NoPasskeys)?;
    let name = key_name(name).ok_or(Refusal::KeyName)?;
    let is_own = |ceremony: &Ceremony| matches!(ceremony, Ceremony::Register { account: a, session: s, .. } if a == account && s == session);
    let Some(Ceremony::Register { state, .. }) = service.ceremony_of(begun, ctx.now, is_own) else {
        return Err(Refusal::NoCeremony);
    };
    let made = passkeys.registered(answer, &state)?;
    let codes = written_codes()?;
    let recovery = super::Token::of(chance()?).digest();
    let mut act = ctx.open_office("accounts.register_passkey").await?;
    let seq = act.seq();
    // A device that gives out the id of another's key takes nothing from them.
    if credentials::by_id(act.conn(), &made.id).await?.is_some() {
        return Err(KeyError::Answer("another key has this id".to_owned()).into());
    }
    let own = credentials::of_account(act.conn(), account).await?;
    let is_first = own.iter().all(|credential| credential.kind != CredentialKind::Recovery);
    let key = Credential {
        id: made.id,
        account: account.to_owned(),
        kind: CredentialKind::Passkey,
        secret: made.stored,
        name,
        used: 0,
    };
    credentials::add(act.conn(), seq, &key).await?;
    if is_first {
        let kept = Credential {
            id: recovery,
            kind: CredentialKind::Recovery,
            secret: codes.digests,
            name: String::new(),
            ..key
        };
        credentials::add(act.conn(), seq, &kept).await?;
    }
    for other in sessions::open_of_account(act.conn(), account).await? {
        if other != session {
            sessions::end(act.conn(), seq, &other).await?;
        }
    }
    act.commit(&format!("account:{account}"), &json!({})).await?;
    Ok(is_first.then_some(codes.written))
}
