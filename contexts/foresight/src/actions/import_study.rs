use base::Known;
use jiff::civil::Date;
use journal::Ctx;

use super::{
    Refusal,
    merge::merged,
    publish::{counts, record},
};
use crate::{
    domain::{Content, Study},
    reading::Delivered,
    store::office,
};

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    Published {
        rows: usize,
    },
    /// Nothing had changed.
    AsBefore,
}

/// Records a whole study from files and publishes it, in one act: what the files do not bring is gone.
pub async fn import_study(
    ctx: &Ctx,
    study: Study,
    delivered: Delivered,
    on: Date,
) -> Result<Imported, Refusal> {
    let study = study.checked()?;
    let mut act = ctx.open("foresight.import_study").await?;
    if office::one(act.conn(), &study.code).await?.is_some_and(|before| before.entity != study.entity) {
        return Err(Refusal::Exists);
    }
    let known = Known(journal::last_shown(act.conn()).await?);
    let content = merged(act.conn(), (&study, Content::new()), delivered, (known, on)).await?;
    let seq = act.seq();
    office::put_study(act.conn(), seq, &study).await?;
    office::put_content(act.conn(), seq, &study.code, &content).await?;
    if !record(act.conn(), seq, &study, &content).await? {
        return Ok(Imported::AsBefore);
    }
    act.commit(&study.code, &counts(&content)).await?;
    Ok(Imported::Published { rows: content.values().map(std::collections::BTreeMap::len).sum() })
}
