use base::Seq;
use db::Conn;
use jiff::Timestamp;
use journal::Ctx;
use serde_json::json;

use super::{
    Refusal, chance,
    letters::{Writer, post},
};
use crate::{
    domain::{AccountStatus, PassKind, Token, pass_lasts},
    store::{
        accounts::{self, Account},
        passes::{self, Pass},
    },
};

/// A way to a new password, to be sent to its owner and to nobody else.
#[derive(Clone, Debug)]
pub struct Reset {
    pub account: Account,
    pub token: Token,
}

/// Ways that are good at one time, at most: who asks in another's name fills their post box no further, and takes nothing
/// from them that they were sent.
const STANDING_MAX: i64 = 3;

/// Makes a way to a new password for whoever has that address. None where there is no such account, or enough ways stand:
/// who asks is told the same.
pub async fn ask_reset(ctx: &Ctx, email: &str, writer: Option<Writer<'_>>) -> Result<Option<Reset>, Refusal> {
    let token = Token::of(chance()?);
    let mut act = ctx.open_office("accounts.ask_reset").await?;
    let found = accounts::by_email(act.conn(), email).await?;
    let Some(account) = found.filter(|account| account.status != AccountStatus::Closed) else {
        return Ok(None);
    };
    let (seq, at) = (act.seq(), act.at());
    if passes::count(act.conn(), account.code.as_str(), at).await? >= STANDING_MAX {
        return Ok(None);
    }
    give(act.conn(), (seq, at), account.code.as_str(), PassKind::Reset, &token).await?;
    post(act.conn(), (seq, at), "reset", (&account.person, &token), writer).await?;
    act.commit("pass", &json!({ "kind": PassKind::Reset })).await?;
    Ok(Some(Reset { account, token }))
}

/// As [`ask_reset`], asked by whoever administers accounts: for somebody who was invited and lost the letter, too.
pub async fn give_pass(ctx: &Ctx, code: &str) -> Result<Reset, Refusal> {
    let token = Token::of(chance()?);
    let mut act = ctx.open_office("accounts.give_pass").await?;
    let account = accounts::one(act.conn(), code).await?.ok_or(Refusal::NoAccount)?;
    if account.status == AccountStatus::Closed {
        return Err(Refusal::NoAccount);
    }
    let kind = if account.status == AccountStatus::Invited { PassKind::Invitation } else { PassKind::Reset };
    let (seq, at) = (act.seq(), act.at());
    give(act.conn(), (seq, at), code, kind, &token).await?;
    act.commit(&format!("account:{code}"), &json!({ "kind": kind })).await?;
    Ok(Reset { account, token })
}

pub(super) async fn give(
    conn: &mut Conn,
    (seq, at): (Seq, Timestamp),
    account: &str,
    kind: PassKind,
    token: &Token,
) -> Result<(), Refusal> {
    let pass =
        Pass { id: token.digest(), account: account.to_owned(), kind, expires_at: at + pass_lasts(kind) };
    Ok(passes::give(conn, seq, &pass).await?)
}
