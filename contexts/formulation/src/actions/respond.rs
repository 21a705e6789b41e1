use base::Known;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{CaseCode, Response, TakenUp},
    queries, store,
};

/// What the office makes of a comment.
#[derive(Clone, Debug)]
pub struct Respond {
    pub number: i64,
    pub is_shown: bool,
    /// Why it is withheld.
    pub reason: String,
    pub taken_up: Option<TakenUp>,
    pub answer: String,
    /// Whether the words of a withheld comment are forgotten.
    pub erases: bool,
    pub post: String,
}

/// Shows a comment of the case's consultation or withholds it for a reason, and says what became of it in the draft. It may be
/// said anew until the case goes on: what was said before stays in the record.
pub async fn respond(ctx: &Ctx, country: Country, case: &CaseCode, asked: &Respond) -> Result<(), Refusal> {
    let answer = (asked.taken_up, asked.answer.as_str());
    let response = Response::checked(asked.is_shown, &asked.reason, answer)?;
    let mut act = ctx.open("formulation.respond").await?;
    let (seq, at) = (act.seq(), act.at());
    let head = store::one(act.conn(), case).await?.ok_or(Refusal::NoCase)?;
    let consultation = store::consultations::of_case(act.conn(), case).await?.into_iter().next();
    let code = consultation.ok_or(Refusal::NoConsultation)?.code;
    let law = queries::Governing::of(act.conn(), &ctx.files, country, (&head, at)).await?;
    let procedure = law.laws.procedure(&head)?;
    let acts = store::acts(act.conn(), case).await?;
    let standing = law.standing((&head, &acts), at)?;
    if !procedure.answers(&standing.state) {
        return Err(Refusal::NotAnswering);
    }
    let voices = store::consultations::voices(act.conn(), Known::NOW, &code).await?;
    let voice = voices.iter().find(|voice| voice.number == asked.number).ok_or(Refusal::NoConsultation)?;
    store::consultations::respond(act.conn(), seq, &code, (voice, &response, &asked.post)).await?;
    let erases = asked.erases && !response.is_shown;
    if erases {
        store::consultations::erase_text(act.conn(), &code, asked.number).await?;
    }
    let taken_up = response.answer.as_ref().map(|(taken_up, _)| taken_up.as_str());
    let payload = json!({
        "comment": asked.number, "shown": response.is_shown, "taken_up": taken_up, "erased": erases,
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}
