//! Says of a value whether the statistician validates it. The number stays what it is.
use base::Known;
use journal::Ctx;
use rust_decimal::Decimal;
use serde_json::json;

use crate::domain::records::ObservationKey;
use crate::domain::review::{Validation, Verdict, VerdictFault, verdict_words};
use crate::store;

/// What is said, of which value: the number is said too, so that nothing is said of one that was exchanged meanwhile.
#[derive(Clone, Debug)]
pub struct Judgement {
    pub key: ObservationKey,
    pub value: Decimal,
    pub verdict: Verdict,
    pub words: String,
    pub post: String,
}

/// Why nothing was said.
#[derive(Debug, thiserror::Error)]
pub enum ValidationRefusal {
    #[error("there is no such value")]
    NoValue,
    #[error("the value is another by now; look at it again")]
    Exchanged,
    #[error(transparent)]
    Verdict(#[from] VerdictFault),
    #[error("the same was said of it already")]
    NothingNew,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// # Errors
/// No such value, or another by now; a verdict without the words it needs; the same once more.
pub async fn validate_value(ctx: &Ctx, judgement: Judgement) -> Result<(), ValidationRefusal> {
    let Judgement { key, value, verdict, words, post } = judgement;
    let words = verdict_words(verdict, &words)?;
    let mut act = ctx.open("monitoring.validate_value").await?;
    let (seq, at) = (act.seq(), act.at());
    let of_series = store::observations::of_series(act.conn(), Known::NOW, &key.series).await?;
    let measured = of_series.get(&key).ok_or(ValidationRefusal::NoValue)?;
    if measured.value != value {
        return Err(ValidationRefusal::Exchanged);
    }
    let said = Validation { verdict, words, value, post, at };
    let before = store::validations::of_series(act.conn(), Known::NOW, key.series.as_str()).await?;
    let is_same = |other: &Validation| other.verdict == said.verdict && other.words == said.words;
    if before.iter().any(|(of, other)| *of == key && is_same(other)) {
        return Err(ValidationRefusal::NothingNew);
    }
    store::validations::write(act.conn(), seq, (&key, &said)).await?;
    let payload = json!({
        "territory": key.territory, "period": key.period, "edition": key.edition, "group": key.group,
        "value": said.value, "verdict": said.verdict.as_str(), "words": said.words,
    });
    act.commit(key.series.as_str(), &payload).await?;
    Ok(())
}
