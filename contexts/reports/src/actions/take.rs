use base::{Digest, Known};
use budget::columnar::Columnar;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{
        EditionCode, Refused, Step, Taken,
        edition::{may, reason},
    },
    queries::{self, Checked},
    store,
};

/// A step with an edition.
#[derive(Clone, Debug)]
pub struct NewStep {
    pub step: Step,
    /// Of a withdrawal.
    pub reason: String,
    /// The checksum of what the post looked at.
    pub seen: Digest,
    pub role: &'static str,
    pub post: String,
}

/// Signs an edition off, publishes it, or withdraws it. What is signed or published is made anew first: what cannot be made again
/// as it was is neither.
///
/// # Errors
/// Another post than the duty names, the post that prepared it, a step that is not done where the edition stands, another checksum.
pub async fn take(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    country: Country,
    code: &EditionCode,
    new: NewStep,
) -> Result<(), Refusal> {
    let mut read = ctx.db.read().await?;
    let found = queries::edition(&mut read, country, Known::NOW, code).await?;
    let (edition, all) = found.ok_or(Refused::NoEdition)?;
    let duty = queries::duty(&mut read, &ctx.files, Known::NOW, &edition.duty).await?;
    let duty = duty.ok_or_else(|| Refused::NoDuty(edition.duty.clone()))?;
    let who = (new.role, new.post.as_str(), new.seen);
    may(new.step, &edition, (&duty, &all, country.date(ctx.now)), who)?;
    let why = if new.step == Step::Withdraw { reason(&new.reason)? } else { String::new() };
    if new.step != Step::Withdraw {
        match queries::checked(&mut read, &ctx.files, columnar, (&edition, country)).await? {
            Checked::Same => {}
            Checked::Differs(found) => return Err(Refused::NotReproduced(found).into()),
            Checked::Unknown => return Err(Refused::NoEdition.into()),
        }
    }
    drop(read);
    let (command, step) = match new.step {
        Step::Sign => ("reports.sign", Step::Sign),
        Step::Publish => ("reports.publish", Step::Publish),
        Step::Withdraw => ("reports.withdraw", Step::Withdraw),
    };
    let mut act = ctx.open(command).await?;
    let (seq, at) = (act.seq(), act.at());
    // Two at once: the second sees what the first did.
    let found = queries::edition(act.conn(), country, Known::NOW, code).await?;
    let (edition, all) = found.ok_or(Refused::NoEdition)?;
    may(step, &edition, (&duty, &all, country.date(at)), who)?;
    let taken = Taken {
        step,
        reason: why,
        checksum: edition.checksum,
        post: new.post,
        at,
        on: country.date(at),
        seq,
    };
    store::editions::add_step(act.conn(), code, &taken).await?;
    let payload = json!({
        "checksum": taken.checksum, "duty": edition.duty, "period": edition.period.to_string(), "reason": taken.reason,
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}
