use journal::Ctx;

use super::{
    LoggedIn, Refusal,
    log_in::{Start, known_device, start},
};
use crate::{
    domain::{Attempt, Means, Stage, code_step, digest_of, digest_of_code},
    service::Accounts,
    store::{
        credentials::{self, Credential, CredentialKind},
        sessions::{self, Place},
    },
};

/// Shows the second factor: the code of an application, or one of those written down. The half session ends, a whole one
/// begins.
pub async fn confirm_factor(
    ctx: &Ctx,
    service: &Accounts,
    (half, device): (&str, Option<&str>),
    typed: &str,
    place: &Place,
) -> Result<LoggedIn, Refusal> {
    let half = digest_of(half);
    let mut read = ctx.db.read().await?;
    let session = sessions::standing(&mut read, &half, ctx.now).await?;
    let session = session.filter(|session| session.stage == Stage::Half).ok_or(Refusal::Wrong)?;
    let own = credentials::of_account(&mut read, &session.account).await?;
    let known = known_device(&mut read, device, &session.account).await?;
    drop(read);
    // As at the first half: who knows the password and guesses the code from elsewhere fills no counter of the owner's.
    let attempt = Attempt {
        name: format!("factor:{}", session.account),
        device: known.clone(),
        address: place.address.clone(),
    };
    service.begin(&attempt, ctx.now).map_err(Refusal::Wait)?;
    let Some(shown) = own.iter().find_map(|credential| shown(credential, typed, ctx)) else {
        service.failed(&session.account, &place.address, ctx.now);
        return Err(Refusal::WrongCode);
    };
    spend(ctx, &shown).await?;
    service.succeeded(&attempt, ctx.now);
    let means = shown.means();
    start(
        ctx,
        &Start { account: &session.account, stage: Stage::Full, means, place, device: known, id_token: None },
        Some(&half),
    )
    .await
}

/// A second factor that was shown, and what is left of it.
enum Shown {
    Totp { id: String, step: i64 },
    Recovery { before: Credential, left: String },
}

impl Shown {
    const fn means(&self) -> Means {
        match self {
            Self::Totp { .. } => Means::Totp,
            Self::Recovery { .. } => Means::Recovery,
        }
    }
}

fn shown(credential: &Credential, typed: &str, ctx: &Ctx) -> Option<Shown> {
    match credential.kind {
        CredentialKind::Totp => {
            let step = code_step(&credential.secret, typed, credential.used, ctx.now).ok()?;
            Some(Shown::Totp { id: credential.id.clone(), step })
        }
        CredentialKind::Recovery => {
            let digest = digest_of_code(typed);
            let codes: Vec<&str> = credential.secret.split(' ').collect();
            codes.contains(&digest.as_str()).then(|| {
                let left = codes.into_iter().filter(|code| *code != digest).collect::<Vec<_>>().join(" ");
                Shown::Recovery { before: credential.clone(), left }
            })
        }
        CredentialKind::Password | CredentialKind::Passkey => None,
    }
}

/// So that no code is good twice: of two who show the same at once, the second finds it spent.
async fn spend(ctx: &Ctx, shown: &Shown) -> Result<(), Refusal> {
    let mut act = ctx.open_office("accounts.spend_code").await?;
    let seq = act.seq();
    let (account, kind) = match shown {
        Shown::Totp { id, step } => {
            if !credentials::use_once(act.conn(), id, *step).await? {
                return Err(Refusal::WrongCode);
            }
            (id.clone(), "totp")
        }
        Shown::Recovery { before, left } => {
            let stands = credentials::of_account(act.conn(), &before.account).await?;
            if !stands.contains(before) {
                return Err(Refusal::WrongCode);
            }
            credentials::remove(act.conn(), seq, &before.id).await?;
            if !left.is_empty() {
                let id = digest_of(&format!("{}{}", before.id, seq.0));
                credentials::add(act.conn(), seq, &Credential { id, secret: left.clone(), ..before.clone() })
                    .await?;
            }
            (before.id.clone(), "recovery")
        }
    };
    // The credential's id is made of chance, and names nobody.
    act.commit("code", &serde_json::json!({ "kind": kind, "credential": account })).await?;
    Ok(())
}
