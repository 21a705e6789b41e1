use base::{Digest, Known};
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, TEXT_CHARS_MAX, text};
use crate::{
    Country,
    domain::EvaluationCode,
    queries::Laws,
    store::{self, evaluations::Report},
};

/// A final report as it is delivered to the evaluated body.
#[derive(Clone, Debug)]
pub struct NewReport {
    pub delivered_on: Date,
    pub summary: String,
    /// A stored file, and what it was called.
    pub file: Option<(Digest, String)>,
    pub post: String,
}

/// Registers the final report, and with it begins the case of its commitment matrix: the day of delivery is that from which the
/// term runs (¶334).
///
/// # Errors
/// No evaluator yet, no file, a day to come, a report that was delivered before.
pub async fn deliver_report(
    ctx: &Ctx,
    country: Country,
    code: &EvaluationCode,
    new: NewReport,
) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.deliver_report").await?;
    let (seq, at) = (act.seq(), act.at());
    let of = store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    if store::evaluations::report_of(act.conn(), Known::NOW, code).await?.is_some() {
        return Err(Refusal::Delivered);
    }
    if of.evaluator.is_none() {
        return Err(Refusal::NoEvaluator);
    }
    // Nobody is made late by a day that is written back further than the agenda goes.
    if new.delivered_on > country.date(at) || new.delivered_on.year() < of.year {
        return Err(Refusal::DeliveredOn);
    }
    let summary = text(&new.summary, TEXT_CHARS_MAX, Refusal::Summary)?;
    let (digest, name) = new.file.ok_or(Refusal::NoFile)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let laws = Laws::of(act.conn(), &ctx.files, country, (known, at)).await?;
    let procedure = laws.as_ref().and_then(|laws| laws.in_force(new.delivered_on));
    let procedure = procedure.map(|procedure| procedure.declaration().id());
    let name = name.chars().take(120).collect();
    let report =
        Report { delivered_on: new.delivered_on, summary, digest, name, procedure, post: new.post, at };
    store::evaluations::add_report(act.conn(), seq, (code, &report)).await?;
    let payload =
        json!({ "delivered_on": report.delivered_on, "procedure": report.procedure, "report": digest });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}
