use base::Known;
use db::Conn;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    service::needs_two_factors,
    store::credentials::{self, CredentialKind},
};

/// A second factor that its owner does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor<'a> {
    /// The application with codes.
    Totp,
    /// A key of a device, by its id.
    Passkey(&'a str),
}

/// Does without a second factor from now on; with the last one go the codes that were written down. Who holds a post that asks
/// for two factors and has no other says so by `confirmed`.
pub async fn drop_factor(
    ctx: &Ctx,
    account: &str,
    (factor, confirmed): (Factor<'_>, bool),
    today: Date,
) -> Result<(), Refusal> {
    let act_name = match factor {
        Factor::Totp => "accounts.drop_totp",
        Factor::Passkey(_) => "accounts.drop_passkey",
    };
    let mut act = ctx.open_office(act_name).await?;
    let seq = act.seq();
    let own = credentials::of_account(act.conn(), account).await?;
    let is_it = |kind: CredentialKind, id: &str| match factor {
        Factor::Totp => kind == CredentialKind::Totp,
        Factor::Passkey(named) => kind == CredentialKind::Passkey && id == named,
    };
    if !own.iter().any(|own| is_it(own.kind, &own.id)) {
        return Ok(());
    }
    let is_last = own.iter().all(|own| {
        is_it(own.kind, &own.id) || !matches!(own.kind, CredentialKind::Totp | CredentialKind::Passkey)
    });
    if is_last && !confirmed && holds_wide(act.conn(), account, today).await? {
        return Err(Refusal::LastFactor);
    }
    for one in own {
        if is_it(one.kind, &one.id) || (is_last && one.kind == CredentialKind::Recovery) {
            credentials::remove(act.conn(), seq, &one.id).await?;
        }
    }
    act.commit(&format!("account:{account}"), &json!({})).await?;
    Ok(())
}

async fn holds_wide(conn: &mut Conn, account: &str, today: Date) -> Result<bool, Refusal> {
    let held = directory::queries::posts_held(conn, Known::NOW, today, account).await?;
    Ok(held.iter().any(|post| needs_two_factors(&post.scope)))
}
