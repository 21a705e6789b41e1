use base::Known;
use jiff::civil::Date;
use journal::Ctx;
use serde::Serialize;

use crate::{
    domain::{self, AppointError, Holder, PostCode},
    store::{holders, posts},
};

#[derive(Debug, thiserror::Error)]
pub enum Appointment {
    #[error("there is no post {0}")]
    NoPost(PostCode),
    #[error(transparent)]
    Unfit(#[from] AppointError),
    #[error("nobody of that account holds the post on {0}")]
    NotHeld(Date),
    #[error("it would end before it began, on {0}")]
    EndsFirst(Date),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// What the journal keeps: neither the account nor the person.
#[derive(Serialize)]
struct Payload<'a> {
    kind: &'static str,
    from: Date,
    to: Option<Date>,
    norm: &'a str,
}

/// Names somebody to a post. Everything of the post stays with it, whoever held it before.
pub async fn appoint(ctx: &Ctx, holder: &Holder) -> Result<(), Appointment> {
    let mut act = ctx.open_office("directory.appoint").await?;
    let from = holder.validity.from();
    let post = posts::one(act.conn(), Known::NOW, from, &holder.post).await?;
    let post = post.ok_or_else(|| Appointment::NoPost(holder.post.clone()))?;
    let before = holders::of_posts(act.conn(), Known::NOW, std::slice::from_ref(&holder.post)).await?;
    domain::appoint(&post, &before, holder)?;
    let seq = act.seq();
    holders::open(act.conn(), seq, holder).await?;
    let payload = Payload { kind: holder.kind.as_str(), from, to: holder.validity.to(), norm: &holder.norm };
    act.commit(holder.post.as_str(), &payload).await?;
    Ok(())
}
