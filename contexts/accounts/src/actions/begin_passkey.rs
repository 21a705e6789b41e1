use journal::Ctx;
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

use super::{Refusal, chance};
use crate::{
    domain::Token,
    passkeys::Asked,
    service::Accounts,
    store::{
        accounts,
        credentials::{self, CredentialKind},
    },
};

/// A question put to a browser that waits for its answer.
pub(crate) enum Ceremony {
    /// For a new key of the account, in that session.
    Register { account: String, session: String, state: Box<PasskeyRegistration> },
    /// For any key of the site.
    Enter { state: Box<DiscoverableAuthentication> },
}

/// Begins to take a key for the account: what the answer must bear, and what the browser is asked. Nothing is written.
pub async fn begin_passkey(
    ctx: &Ctx,
    service: &Accounts,
    (account, session): (&str, &str),
    address: &str,
) -> Result<(Token, String), Refusal> {
    let passkeys = service.passkeys().ok_or(Refusal::NoPasskeys)?;
    let mut read = ctx.db.read().await?;
    let found = accounts::one(&mut read, account).await?.ok_or(Refusal::NoAccount)?;
    let mut own = credentials::of_account(&mut read, account).await?;
    drop(read);
    own.retain(|credential| credential.kind == CredentialKind::Passkey);
    let person = (found.person.email.as_str(), found.person.name.as_str());
    let Asked { options, state } = passkeys.begin_registration(account, person, &own)?;
    let secret = Token::of(chance()?);
    let ceremony = Ceremony::Register {
        account: account.to_owned(),
        session: session.to_owned(),
        state: Box::new(state),
    };
    service.ceremony_began(&secret, address, ceremony, ctx.now);
    Ok((secret, options))
}

/// Begins a login by a key: what the browser keeps, and what it is asked. Nothing is written.
pub fn begin_entry(ctx: &Ctx, service: &Accounts, address: &str) -> Result<(Token, String), Refusal> {
    let passkeys = service.passkeys().ok_or(Refusal::NoPasskeys)?;
    let Asked { options, state } = passkeys.begin_entry()?;
    let secret = Token::of(chance()?);
    service.ceremony_began(&secret, address, Ceremony::Enter { state: Box::new(state) }, ctx.now);
    Ok((secret, options))
}
