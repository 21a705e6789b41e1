use std::collections::BTreeMap;

use base::Known;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, departments, standing};
use crate::{
    domain::{Answers, Channel, Question, QuestionCode, Sheet, Standing, WaveCode},
    queries, store,
};

/// A web form as somebody sends it: nothing of who they are is asked or kept.
#[derive(Clone, Debug, Default)]
pub struct NewAnswer {
    /// The department; empty where it is not said.
    pub territory: String,
    /// What was chosen, by question; empty where nothing was.
    pub answers: BTreeMap<QuestionCode, String>,
    /// Seals the sheet.
    pub chance: [u8; 32],
}

/// Takes the answers of somebody without account. The entry of the journal tells that one more answered, and no more.
///
/// # Errors
/// No such wave, none that is open on the web today; an answer that is none of its scale; no answer at all.
pub async fn answer(ctx: &Ctx, offset: Offset, code: &WaveCode, new: NewAnswer) -> Result<(), Refusal> {
    let mut act = ctx.open_office("perception.answer").await?;
    let (seq, today) = (act.seq(), offset.to_datetime(act.at()).date());
    let wave = standing(act.conn(), code, Standing::Open).await?.wave;
    if !wave.card.takes_web_on(today) {
        return Err(Refusal::NotOnWeb);
    }
    let questions = queries::questions(act.conn(), Known::NOW).await?;
    let departments = departments(act.conn(), today).await?;
    let none = || Refusal::NoTerritory(new.territory.chars().take(40).collect());
    let named = Some(new.territory.as_str()).filter(|code| !code.is_empty());
    let territory = named.map(|code| code.parse().map_err(|_| none())).transpose()?;
    if territory.as_ref().is_some_and(|code| !departments.contains(code)) {
        return Err(none());
    }
    let asked = questions.iter().filter(|question| wave.card.questions.contains(&question.code));
    let answers = read(asked, &new.answers)?;
    let sheet = Sheet { channel: Channel::Web, number: seq.0.to_string(), territory, answers }.checked()?;
    store::sheets::add(act.conn(), seq, (code, &[sheet]), &new.chance).await?;
    act.commit(code.as_str(), &json!({ "channel": Channel::Web.as_str() })).await?;
    Ok(())
}

/// Answers of a form to the questions that were asked.
pub(super) fn read<'a>(
    asked: impl Iterator<Item = &'a Question>,
    sent: &BTreeMap<QuestionCode, String>,
) -> Result<Answers, Refusal> {
    let mut answers = Answers::new();
    for question in asked {
        let Some(text) = sent.get(&question.code).filter(|text| !text.trim().is_empty()) else { continue };
        let none = || Refusal::NoAnswer {
            question: question.code.to_string(),
            text: text.chars().take(40).collect(),
        };
        answers.insert(question.code.clone(), question.scale.read(text).ok_or_else(none)?);
    }
    Ok(answers)
}
