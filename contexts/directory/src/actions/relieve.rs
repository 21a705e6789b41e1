use base::{Known, Validity};
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Appointment;
use crate::{
    domain::{Holder, PostCode},
    store::holders,
};

/// Ends that an account holds a post: `on` is the first day on which it no longer does. On the day on which it began it is
/// as if it had never been; the journal keeps that it was.
pub async fn relieve(
    ctx: &Ctx,
    post: &PostCode,
    account: &str,
    on: Date,
    norm: &str,
) -> Result<(), Appointment> {
    let mut act = ctx.open_office("directory.relieve").await?;
    let all = holders::of_posts(act.conn(), Known::NOW, std::slice::from_ref(post)).await?;
    let is_open = |held: &&Holder| held.account == account && held.validity.to().is_none_or(|to| on < to);
    let held = all.iter().find(is_open).ok_or(Appointment::NotHeld(on))?;
    if on < held.validity.from() {
        return Err(Appointment::EndsFirst(on));
    }
    let seq = act.seq();
    holders::close(act.conn(), seq, held).await?;
    if let Ok(validity) = Validity::new(held.validity.from(), Some(on)) {
        holders::open(act.conn(), seq, &Holder { validity, ..held.clone() }).await?;
    }
    let payload = json!({ "on": on, "kind": held.kind.as_str(), "from": held.validity.from(), "norm": norm });
    act.commit(post.as_str(), &payload).await?;
    Ok(())
}
