use journal::Ctx;
use serde_json::json;

use super::{Refusal, accept_pass::set_password};
use crate::{
    domain::{Attempt, judge},
    service::Accounts,
    store::{
        accounts,
        credentials::{self, CredentialKind},
        sessions,
    },
};

/// Chooses another password, knowing the one there is. Other sessions end; `session` goes on.
pub async fn change_password(
    ctx: &Ctx,
    service: &Accounts,
    (account, session): (&str, &str),
    (before, password): (&str, &str),
) -> Result<(), Refusal> {
    let mut read = ctx.db.read().await?;
    let found = accounts::one(&mut read, account).await?.ok_or(Refusal::NoAccount)?;
    let own = credentials::of_account(&mut read, account).await?;
    drop(read);
    let stored = own.iter().find(|credential| credential.kind == CredentialKind::Password);
    // Who sits at a browser left open guesses no more than a stranger.
    let attempt = Attempt { name: format!("password:{account}"), device: None, address: session.to_owned() };
    service.begin(&attempt, ctx.now).map_err(Refusal::Wait)?;
    if !service.hashing.is_right(before, stored.map(|own| own.secret.as_str())).await? {
        return Err(Refusal::Wrong);
    }
    service.succeeded(&attempt, ctx.now);
    judge(password, &[&found.person.name, &found.person.email])?;
    let secret = service.hashing.hash(password).await?;
    let mut act = ctx.open_office("accounts.change_password").await?;
    let seq = act.seq();
    set_password(act.conn(), seq, account, secret).await?;
    for other in sessions::open_of_account(act.conn(), account).await? {
        if other != session {
            sessions::end(act.conn(), seq, &other).await?;
        }
    }
    act.commit(&format!("account:{account}"), &json!({})).await?;
    Ok(())
}
