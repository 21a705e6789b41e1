use base::{Known, Validity, codes::EntityCode};
use directory::{
    actions::{Appointment, appoint},
    domain::{Holder, HolderKind, PostCode},
    queries::PostView,
};
use jiff::civil::Date;
use journal::Ctx;

use super::Refusal;
use crate::service::needs_two_factors;

/// What stands where a resolution would.
const NORM: &str = "identity provider";

/// Names the account to the posts of its body that the provider's roles speak of, where they are vacant. Never to a post
/// that reaches beyond the body, whatever the provider says; nobody is put out of a post.
pub(super) async fn appoint_told(
    ctx: &Ctx,
    account: &str,
    (entity, roles): (&EntityCode, &[String]),
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
