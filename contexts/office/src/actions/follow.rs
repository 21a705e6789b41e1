use journal::Ctx;
use serde_json::json;

use crate::{
    domain::{FOLLOWED_MAX, Followed},
    store,
};

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum FollowRefusal {
    #[error("follow at most {FOLLOWED_MAX} things")]
    TooMany,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// Somebody follows a thing from now on, or follows it no longer. Said twice it is once; what is followed is in no leaf.
///
/// # Errors
/// More than [`FOLLOWED_MAX`] things.
pub async fn follow(
    ctx: &Ctx,
    account: &str,
    one: &Followed,
    is_followed: bool,
) -> Result<(), FollowRefusal> {
    let mut act = ctx.open_office("office.follow").await?;
    let seq = act.seq();
    let before = store::following::of_account(act.conn(), account).await?;
    if before.contains(one) == is_followed {
        return Ok(());
    }
    if is_followed {
        if before.len() >= FOLLOWED_MAX {
            return Err(FollowRefusal::TooMany);
        }
        store::following::add(act.conn(), seq, account, one).await?;
    } else {
        store::following::end(act.conn(), seq, account, one).await?;
    }
    act.commit(account, &json!({})).await?;
    Ok(())
}
