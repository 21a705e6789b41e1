use journal::Ctx;
use serde_json::json;

use super::{Refusal, chance};
use crate::{
    domain::{CODES, Token, code_step, codes, digest_of_code},
    store::{
        credentials::{self, Credential, CredentialKind},
        sessions,
    },
};

/// Takes an application on a telephone as second factor, once it shows the code of now, and gives the codes to write down.
/// Those of before are void. Other sessions end: they showed one factor alone.
pub async fn enrol_totp(
    ctx: &Ctx,
    (account, session): (&str, &str),
    secret: &str,
    typed: &str,
) -> Result<Vec<String>, Refusal> {
    let step = code_step(secret, typed, 0, ctx.now).map_err(|_| Refusal::WrongCode)?;
    let codes = written_codes()?;
    let mut act = ctx.open_office("accounts.enrol_totp").await?;
    let seq = act.seq();
    remove(act.conn(), seq, account).await?;
    for (kind, secret, used) in
        [(CredentialKind::Totp, secret.to_owned(), step), (CredentialKind::Recovery, codes.digests, 0)]
    {
        let id = Token::of(chance()?).digest();
        let new = Credential { id, account: account.to_owned(), kind, secret, name: String::new(), used };
        credentials::add(act.conn(), seq, &new).await?;
    }
    for other in sessions::open_of_account(act.conn(), account).await? {
        if other != session {
            sessions::end(act.conn(), seq, &other).await?;
        }
    }
    act.commit(&format!("account:{account}"), &json!({})).await?;
    Ok(codes.written)
}

/// Codes to write down, and what is stored of them.
pub(super) struct WrittenCodes {
    pub written: Vec<String>,
    pub digests: String,
}

pub(super) fn written_codes() -> Result<WrittenCodes, Refusal> {
    let written = codes(chance::<{ CODES * 10 }>()?);
    let digests: Vec<String> = written.iter().map(|code| digest_of_code(code)).collect();
    Ok(WrittenCodes { written, digests: digests.join(" ") })
}

async fn remove(conn: &mut db::Conn, seq: base::Seq, account: &str) -> Result<(), Refusal> {
    for before in credentials::of_account(conn, account).await? {
        if matches!(before.kind, CredentialKind::Totp | CredentialKind::Recovery) {
            credentials::remove(conn, seq, &before.id).await?;
        }
    }
    Ok(())
}
