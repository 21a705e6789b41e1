//! Keeps values as a draft of the post: every row is judged before anything is kept.
use base::codes::EntityCode;
use journal::Ctx;
use serde_json::json;

use super::EntryRefusal;
use crate::domain::entry::{DraftCode, DraftState, Stored, ValuesDraft};
use crate::queries::entry::{Asked, read_values};
use crate::store;

/// What is put in.
#[derive(Clone, Debug)]
pub struct Values {
    pub entity: EntityCode,
    pub post: String,
    /// A table of values, as `quipu import observations` reads it, with what it is called.
    pub file: (String, Vec<u8>),
    /// What shows that they are true.
    pub evidence: Option<(String, Vec<u8>)>,
}

const NAME_CHARS_MAX: usize = 120;

/// # Errors
/// A file that is no table of values, with every row that is to be corrected.
pub async fn keep_values(ctx: &Ctx, values: Values, asked: &Asked) -> Result<DraftCode, EntryRefusal> {
    let (name, bytes) = values.file;
    let mut read = ctx.db.read().await?;
    read_values(&mut read, &ctx.files, (asked, &values.entity), (&name, bytes.clone())).await?;
    drop(read);
    let rows = Stored { digest: ctx.files.put(&bytes[..])?, name: called(&name) };
    let evidence = match values.evidence {
        Some((name, bytes)) => Some(Stored { digest: ctx.files.put(&bytes[..])?, name: called(&name) }),
        None => None,
    };
    let mut act = ctx.open_office("monitoring.keep_values").await?;
    let (seq, at) = (act.seq(), act.at());
    let (code, state) = (DraftCode::of(seq), DraftState::Open);
    let digests = (rows.digest, evidence.as_ref().map(|kept| kept.digest));
    let draft = ValuesDraft {
        code: code.clone(),
        entity: values.entity,
        post: values.post,
        rows,
        evidence,
        at,
        state,
    };
    store::drafts::write(act.conn(), seq, &draft).await?;
    act.commit(code.as_str(), &json!({ "entity": draft.entity, "rows": digests.0, "evidence": digests.1 }))
        .await?;
    Ok(code)
}

fn called(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect()
}
