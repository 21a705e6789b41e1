use base::Known;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{NewProposal, ProposalCode},
    store::{proposals, published},
};

/// Proposals for a study that may wait for an answer.
const WAITING_MAX: i64 = 500;

/// Takes a proposal for a study that takes them, and gives the code to follow it by. Nothing of it is public before it is
/// answered; of its words the journal has a digest.
pub async fn propose(ctx: &Ctx, new: NewProposal, today: Date) -> Result<ProposalCode, Refusal> {
    let new = new.checked()?;
    let mut act = ctx.open_office("foresight.propose").await?;
    let study = published::one(act.conn(), Known::NOW, &new.study).await?.ok_or(Refusal::NoStudy)?;
    if !study.takes_proposals {
        return Err(Refusal::NotTaking);
    }
    if let Some(code) = &new.territory {
        let known = Known(journal::last_shown(act.conn()).await?);
        let found = directory::queries::territories(act.conn(), known, today).await?;
        found.get(code.as_str()).ok_or(Refusal::NoTerritory)?;
    }
    if proposals::waiting_count(act.conn(), &new.study).await? >= WAITING_MAX {
        return Err(Refusal::TooMany);
    }
    let (seq, at) = (act.seq(), act.at());
    let code = ProposalCode::of(seq);
    proposals::receive(act.conn(), (seq, at), (code, &new)).await?;
    act.commit(&code.to_string(), &json!({ "study": new.study, "about": new.about.as_str() })).await?;
    Ok(code)
}
