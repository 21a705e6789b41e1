use journal::Ctx;
use serde_json::json;

use super::{Refusal, chance};
use crate::{
    domain::{AccountStatus, Token, digest_of, judge},
    service::Accounts,
    store::{
        accounts::{self, Account},
        credentials::{self, Credential, CredentialKind},
        passes::{self, Pass},
        sessions, tokens,
    },
};

/// The pass that somebody holds, and whose it is, before it is used: to show the form.
pub async fn standing_pass(ctx: &Ctx, held: &str) -> Result<(Pass, Account), Refusal> {
    let mut read = ctx.db.read().await?;
    let pass = passes::standing(&mut read, &digest_of(held), ctx.now).await?.ok_or(Refusal::NoPass)?;
    let account = accounts::one(&mut read, &pass.account).await?.ok_or(Refusal::NoPass)?;
    Ok((pass, account))
}

/// Chooses a password by what stood in a letter. Every session and every token of a program ends,
/// every other letter is void; second factors stay.
pub async fn accept_pass(ctx: &Ctx, service: &Accounts, held: &str, password: &str) -> Result<(), Refusal> {
    let (_, account) = standing_pass(ctx, held).await?;
    judge(password, &[&account.person.name, &account.person.email])?;
    let secret = service.hashing.hash(password).await?;
    let mut act = ctx.open_office("accounts.accept_pass").await?;
    let at = act.at();
    // Asked again inside the act: of two who hold the same letter, one is first.
    let pass = passes::standing(act.conn(), &digest_of(held), at).await?.ok_or(Refusal::NoPass)?;
    let seq = act.seq();
    set_password(act.conn(), seq, &pass.account, secret).await?;
    if account.status == AccountStatus::Invited {
        accounts::put(act.conn(), seq, &Account { status: AccountStatus::Active, ..account }).await?;
    }
    passes::close_all(act.conn(), seq, &pass.account).await?;
    sessions::end_all(act.conn(), seq, &pass.account).await?;
    // Whoever had the account before made them, perhaps.
    tokens::end_all(act.conn(), seq, &pass.account).await?;
    act.commit(&format!("account:{}", pass.account), &json!({ "kind": pass.kind })).await?;
    Ok(())
}

/// Puts a password in the place of the one before, whose hash is erased.
pub(super) async fn set_password(
    conn: &mut db::Conn,
    seq: base::Seq,
    account: &str,
    secret: String,
) -> Result<(), Refusal> {
    for before in credentials::of_account(conn, account).await? {
        if before.kind == CredentialKind::Password {
            credentials::remove(conn, seq, &before.id).await?;
        }
    }
    let id = Token::of(chance()?).digest();
    let new = Credential {
        id,
        account: account.to_owned(),
        kind: CredentialKind::Password,
        secret,
        name: String::new(),
        used: 0,
    };
    Ok(credentials::add(conn, seq, &new).await?)
}
