//! Monthly financial execution of the programmes of the budget (¶334).
use super::{Asked, Parts, money};
use crate::Unread;

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    Ok((vec![money::programmes(asked).await?, money::sources(asked).await?], (false, true)))
}
