use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::CaseCode,
    store::{self, Comment},
};

const CHARS_MAX: usize = 4_000;

/// Says something of the draft, or of one element of it. What was said stays.
pub async fn comment(
    ctx: &Ctx,
    (code, post): (&CaseCode, &str),
    element: Option<&str>,
    text: &str,
) -> Result<(), Refusal> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > CHARS_MAX {
        return Err(Refusal::Comment);
    }
    let mut act = ctx.open_office("formulation.comment").await?;
    store::one(act.conn(), code).await?.ok_or(Refusal::NoCase)?;
    let before = store::comments(act.conn(), code).await?.len();
    let number = i64::try_from(before).unwrap_or(i64::MAX) + 1;
    let (seq, at) = (act.seq(), act.at());
    let element = element.map(|code| code.chars().take(80).collect());
    let new = Comment { number, element, text: text.to_owned(), post: post.to_owned(), at };
    store::add_comment(act.conn(), seq, code, &new).await?;
    // The words stand in the row alone: they may name people.
    act.commit(code.as_str(), &json!({ "comment": number })).await?;
    Ok(())
}
