use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{Question, QuestionCode, Scale},
    store,
};

/// A question as it is written.
#[derive(Clone, Debug)]
pub struct NewQuestion {
    pub scale: Scale,
    /// As people write it: `4;5`, `11-20`.
    pub favourable: String,
    pub text: (String, String),
    pub post: String,
}

/// Adds a question to those that every wave may ask.
///
/// # Errors
/// Words too few; favourable answers that are none of the scale, or all.
pub async fn write_question(ctx: &Ctx, new: NewQuestion) -> Result<QuestionCode, Refusal> {
    let favourable = Question::read_favourable(new.scale, &new.favourable)?;
    let mut act = ctx.open("perception.write_question").await?;
    let (seq, at) = (act.seq(), act.at());
    let code = QuestionCode::of(seq);
    let question =
        Question { code, scale: new.scale, favourable, text: new.text, post: new.post, at }.checked()?;
    store::questions::add(act.conn(), seq, &question).await?;
    act.commit(question.code.as_str(), &json!({ "scale": question.scale.as_str() })).await?;
    Ok(question.code)
}
