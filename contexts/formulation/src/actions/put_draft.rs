use base::Digest;
use db::Files;
use journal::Ctx;
use planning::{actions::import_plan::drafted, domain::content::Content};
use serde_json::json;
use sheets::Book;

use super::Refusal;
use crate::{
    Country,
    domain::{CaseCode, CaseHead, Draft},
    queries::{self, Ways},
    store,
};

/// Puts a draft of the whole plan into the case: a workbook or table as `quipu import plan` reads it, which every row must
/// pass. The drafts before it stay readable.
pub async fn put_draft(
    ctx: &Ctx,
    country: Country,
    (code, post): (&CaseCode, &str),
    (name, bytes): (&str, Vec<u8>),
) -> Result<Draft, Refusal> {
    let head = store::one(&mut *ctx.db.read().await?, code).await?.ok_or(Refusal::NoCase)?;
    let draft = read(&head, name, bytes.clone())?;
    let digest = ctx.files.put(&bytes[..])?;
    let mut act = ctx.open_office("formulation.put_draft").await?;
    let (seq, at) = (act.seq(), act.at());
    // What the commission has before it, or has validated, is not changed under its hands.
    if !queries::is_drafting(act.conn(), &ctx.files, country, (&head, at)).await? {
        return Err(Refusal::NotDrafting);
    }
    Ways::same(act.conn(), &ctx.files, country, (&head, &draft.plan)).await?;
    let before = store::drafts(act.conn(), code).await?;
    let number = i64::try_from(before.len()).unwrap_or(i64::MAX) + 1;
    let name: String = name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect();
    let draft = Draft { number, digest, name, post: post.to_owned(), at };
    store::add_draft(act.conn(), seq, code, &draft).await?;
    act.commit(code.as_str(), &json!({ "draft": number, "digest": digest })).await?;
    Ok(draft)
}

const NAME_CHARS_MAX: usize = 120;

/// The plan that a stored draft holds.
pub fn draft_of(files: &Files, head: &CaseHead, (digest, name): (&Digest, &str)) -> Result<Content, Refusal> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut files.read(digest)?, &mut bytes)
        .map_err(|error| Refusal::Unreadable(error.to_string()))?;
    read(head, name, bytes)
}

fn read(head: &CaseHead, name: &str, bytes: Vec<u8>) -> Result<Content, Refusal> {
    let unreadable = |error: sheets::Error| Refusal::Unreadable(error.to_string());
    let book = Book::from_bytes(name, bytes).map_err(unreadable)?;
    let delivered = planning::reading::read(&book).map_err(unreadable)?;
    let draft = drafted(delivered)?;
    let is_own = draft.plan.code == head.plan
        && draft.version.code == head.version
        && draft.plan.entity.as_ref() == Some(&head.entity);
    if is_own {
        return Ok(draft);
    }
    let whose = draft.plan.entity.as_ref().map(ToString::to_string).unwrap_or_default();
    Err(Refusal::OtherPlan {
        expected: format!("{}@{} ({})", head.plan, head.version, head.entity),
        found: format!("{}@{} ({whose})", draft.plan.code, draft.version.code),
    })
}
