use base::{Known, codes::EntityCode};
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{Audit, AuditCode, Matter},
    store,
};

/// An audit as it is put into the calendar.
#[derive(Clone, Debug)]
pub struct NewAudit {
    pub auditor: String,
    pub entity: EntityCode,
    pub matter: Matter,
    pub title: String,
    pub from: Date,
    pub to: Date,
    pub overlap_reason: String,
    pub post: String,
}

/// Puts an audit into the calendar. One that falls on another of the same body and matter needs a reason, which is public.
///
/// # Errors
/// An unknown body, no period, others at that time.
pub async fn schedule_audit(ctx: &Ctx, country: Country, new: NewAudit) -> Result<AuditCode, Refusal> {
    let mut act = ctx.open("evaluations.schedule_audit").await?;
    let (seq, at) = (act.seq(), act.at());
    let on = country.date(at);
    let known = Known(journal::last_shown(act.conn()).await?);
    if directory::queries::body(act.conn(), known, on, &new.entity).await?.is_none() {
        return Err(Refusal::NoBody(new.entity.to_string()));
    }
    let of = Audit {
        code: AuditCode::of(seq),
        auditor: new.auditor.trim().to_owned(),
        entity: new.entity,
        matter: new.matter,
        title: new.title.trim().to_owned(),
        from: new.from,
        to: new.to,
        overlap_reason: new.overlap_reason,
        post: new.post,
        at,
    };
    let calendar = store::recommendations::audits(act.conn(), Known::NOW).await?;
    let of = of.checked(&calendar)?;
    store::recommendations::add_audit(act.conn(), seq, &of).await?;
    let payload = json!({
        "entity": of.entity, "from": of.from, "matter": of.matter.as_str(), "overlap": of.overlap_reason, "to": of.to,
    });
    act.commit(of.code.as_str(), &payload).await?;
    Ok(of.code)
}
