use journal::Ctx;
use serde_json::json;

use super::{
    Refusal,
    ask_reset::give,
    chance,
    letters::{Writer, post},
};
use crate::{
    domain::{AccountCode, AccountStatus, PassKind, Person, Token},
    store::accounts::{self, Account},
};

/// A new account, and what lets its owner choose a password.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub code: AccountCode,
    /// Stands in the invitation; shown to nobody else.
    pub invitation: Token,
}

/// Makes an account without a password: nobody but its owner ever knows one.
pub async fn create_account(
    ctx: &Ctx,
    person: &Person,
    writer: Option<Writer<'_>>,
) -> Result<NewAccount, Refusal> {
    let (code, salt) = (AccountCode::of(chance()?), Token::of(chance()?));
    let invitation = Token::of(chance()?);
    let mut act = ctx.open_office("accounts.create_account").await?;
    if accounts::by_email(act.conn(), &person.email).await?.is_some() {
        return Err(Refusal::Taken);
    }
    let (seq, at) = (act.seq(), act.at());
    let account = Account { code: code.clone(), status: AccountStatus::Invited, person: person.clone() };
    accounts::put_person(act.conn(), &code, person, salt.as_str()).await?;
    accounts::put(act.conn(), seq, &account).await?;
    give(act.conn(), (seq, at), code.as_str(), PassKind::Invitation, &invitation).await?;
    post(act.conn(), (seq, at), "invitation", (person, &invitation), writer).await?;
    act.commit(&format!("account:{code}"), &json!({})).await?;
    Ok(NewAccount { code, invitation })
}
