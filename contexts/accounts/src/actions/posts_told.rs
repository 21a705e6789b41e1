use base::{Known, Validity, codes::EntityCode};
use directory::{
    actions::{Appointment, appoint, relieve},
    domain::{Holder, HolderKind, Post, PostCode},
    queries::PostView,
};
use jiff::civil::Date;
use journal::Ctx;

use super::Refusal;
use crate::service::needs_two_factors;

/// What stands where a resolution would.
const NORM: &str = "identity provider";

/// Makes the posts that the provider gives somebody those that it tells now.
pub(super) async fn follow(
    ctx: &Ctx,
    account: &str,
    body: Option<&EntityCode>,
    roles: &[String],
    today: Date,
) -> Result<(), Refusal> {
    relieve_untold(ctx, account, body, roles, today).await?;
    match body {
        Some(entity) => appoint_told(ctx, account, entity, roles, today).await,
        None => Ok(()),
    }
}

/// Takes back the posts that the provider once gave and does not tell any more. What a resolution gave stays: no provider
/// puts anybody out of it.
async fn relieve_untold(
    ctx: &Ctx,
    account: &str,
    body: Option<&EntityCode>,
    roles: &[String],
    today: Date,
) -> Result<(), Refusal> {
    let mut read = ctx.db.read().await?;
    let held = directory::queries::holdings(&mut read, Known::NOW, account).await?;
    let posts = directory::queries::posts_held(&mut read, Known::NOW, today, account).await?;
    drop(read);
    let is_given = |post: &Post| {
        let of_it = |held: &Holder| held.post == post.code && held.validity.holds_on(today);
        held.iter().any(|held| of_it(held) && held.norm == NORM)
    };
    let is_told = |post: &Post| body == Some(&post.entity) && roles.iter().any(|role| role == post.role);
    for post in posts.iter().filter(|post| is_given(post) && !is_told(post)) {
        relieve(ctx, &post.code, account, today, NORM).await.map_err(Refusal::Appointment)?;
    }
    Ok(())
}

/// Names the account to the posts of its body that the provider's roles speak of, where they are vacant. Never to a post
/// that reaches beyond the body, whatever the provider says; nobody is put out of a post.
async fn appoint_told(
    ctx: &Ctx,
    account: &str,
    entity: &EntityCode,
    roles: &[String],
    today: Date,
) -> Result<(), Refusal> {
    let posts = directory::queries::posts_of(&mut *ctx.db.read().await?, Known::NOW, today, entity).await?;
    for role in roles {
        let Some(post) = vacant(&posts, account, role, today) else { continue };
        let holder = Holder {
            post,
            kind: HolderKind::Titular,
            account: account.to_owned(),
            validity: Validity::since(today),
            norm: NORM.to_owned(),
        };
        match appoint(ctx, &holder).await {
            // Somebody is named to it from a later day, or was this very moment: theirs it is.
            Ok(()) | Err(Appointment::Unfit(_)) => {}
            Err(refusal) => return Err(Refusal::Appointment(refusal)),
        }
    }
    Ok(())
}

/// The first vacant post of that role; none where the account holds one.
fn vacant(posts: &[PostView], account: &str, role: &str, today: Date) -> Option<PostCode> {
    let of_role =
        || posts.iter().filter(|view| view.post.role == role && !needs_two_factors(&view.post.scope));
    let holds = |view: &PostView| {
        view.holders.iter().any(|held| held.account == account && held.validity.holds_on(today))
    };
    if of_role().any(holds) {
        return None;
    }
    of_role().find(|view| view.answering.is_none()).map(|view| view.post.code.clone())
}
