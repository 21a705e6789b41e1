use base::Known;
use jiff::Timestamp;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{ConsultationCode, Voice, heard},
    queries::{self, Course},
    store::{self, consultations::NewVoice},
};

/// What somebody without account says of a draft.
#[derive(Clone, Debug)]
pub struct Speak {
    pub consultation: ConsultationCode,
    /// The code of an element, or nothing.
    pub element: String,
    /// The code of a region, or nothing.
    pub region: String,
    pub text: String,
    /// Of chance: the first half is the code to follow it by, the second keeps its text from being guessed.
    pub chance: [u8; 32],
}

/// What was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    pub number: i64,
    /// Told once, to whoever spoke.
    pub follow: String,
    pub at: Timestamp,
}

/// Takes what somebody says while everybody is asked. It changes nothing that is shown: the office reads it first. The words
/// stand beside the record, where they can be erased.
pub async fn speak(ctx: &Ctx, country: Country, said: &Speak) -> Result<Spoken, Refusal> {
    let (follow, salt) = said.chance.split_at(16);
    let (follow, salt) = (hex(follow), hex(salt));
    let mut act = ctx.open_office("formulation.speak").await?;
    let (seq, at) = (act.seq(), act.at());
    let known = Known(journal::last_shown(act.conn()).await?);
    let of = (&said.consultation, known, at);
    let view = queries::consultation(act.conn(), &ctx.files, country, of).await?;
    let view = view.ok_or(Refusal::NoConsultation)?;
    if !matches!(view.course, Course::Open(_)) {
        return Err(Refusal::ConsultationClosed);
    }
    let draft = queries::shown_draft(act.conn(), &ctx.files, known, &view.consultation).await?;
    let admitted = queries::admitted(act.conn(), known, country.date(at), &draft).await?;
    let (element, region, text) = heard(&admitted, (&said.element, &said.region), &said.text)?;
    let number = store::consultations::voices_count(act.conn(), &said.consultation).await? + 1;
    let voice = Voice { number, element, region, at, text: None, response: None };
    let digest = base::Digest::of(follow.as_bytes());
    let new = NewVoice { voice: &voice, text: &text, salt: &salt, follow: digest };
    store::consultations::add_voice(act.conn(), seq, &said.consultation, new).await?;
    act.commit(said.consultation.as_str(), &json!({ "comment": number })).await?;
    Ok(Spoken { number, follow, at })
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
