use base::Known;
use db::{Absent, Revision, Value};
use jiff::civil::Date;
use journal::Ctx;
use serde::Serialize;

use super::Refusal;
use crate::{
    domain::{self, Standing},
    store::{entities, posts},
};

#[derive(Serialize)]
struct Payload {
    posts: usize,
    on: Date,
}

/// Gives every body of the day the posts that the pack says it has. A post there is stays as it is: again is harmless.
pub async fn establish_posts(ctx: &Ctx, standing: &[Standing], on: Date) -> Result<Revision, Refusal> {
    let mut act = ctx.open("directory.establish_posts").await?;
    let bodies = entities::all(act.conn(), Known::NOW, on).await?;
    let before: std::collections::HashSet<String> =
        posts::ever(act.conn(), Known::NOW).await?.into_iter().map(|post| post.code.to_string()).collect();
    let new: Vec<Vec<Value>> = domain::posts(standing, &bodies, on)
        .iter()
        .filter(|post| !before.contains(post.code.as_str()))
        .map(posts::row)
        .collect();
    let payload = Payload { posts: new.len(), on };
    if new.is_empty() {
        return Ok(Revision { unchanged: before.len(), ..Revision::default() });
    }
    let seq = act.seq();
    let made = posts::TABLE.revise(act.conn(), seq, new, Absent::Kept).await?;
    act.commit("posts", &payload).await?;
    Ok(Revision { unchanged: before.len(), ..made })
}
