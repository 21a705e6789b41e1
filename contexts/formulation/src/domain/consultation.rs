//! What everybody is asked about a draft, and what became of what they said.
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use base::{
    Digest,
    codes::{ElementCode, EntityCode, PlanCode, TerritoryCode, VersionCode},
};
use jiff::Timestamp;

use super::CaseCode;

/// `c128`: the entry of the journal that opened the consultation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ConsultationCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a consultation; one looks like c128")]
pub struct NoConsultation(String);

impl ConsultationCode {
    pub fn of(seq: base::Seq) -> Self {
        Self(format!("c{}", seq.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ConsultationCode {
    type Err = NoConsultation;

    fn from_str(text: &str) -> Result<Self, NoConsultation> {
        let is_code = text.strip_prefix('c').is_some_and(|number| {
            (1..=19).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoConsultation(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for ConsultationCode {
    type Error = NoConsultation;

    fn try_from(text: String) -> Result<Self, NoConsultation> {
        text.parse()
    }
}

impl From<ConsultationCode> for String {
    fn from(code: ConsultationCode) -> Self {
        code.0
    }
}

impl fmt::Display for ConsultationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A draft that everybody is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    pub code: ConsultationCode,
    pub case: CaseCode,
    pub entity: EntityCode,
    pub plan: PlanCode,
    pub version: VersionCode,
    pub plan_type: String,
    pub title: String,
    /// The file of the draft, and what it is called.
    pub draft: (Digest, String),
    pub opened_at: Timestamp,
}

/// What somebody said, without account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub number: i64,
    /// What it is about; the whole where nothing is named.
    pub element: Option<ElementCode>,
    /// Where they live, if they said so.
    pub region: Option<TerritoryCode>,
    pub at: Timestamp,
    /// Absent where it was erased, or is not as it was recorded.
    pub text: Option<String>,
    pub response: Option<Response>,
}

/// What the office made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Shown to everybody; else withheld, for the reason.
    pub is_shown: bool,
    pub reason: String,
    /// What became of it in the draft, with words; absent until it is answered.
    pub answer: Option<(TakenUp, String)>,
}

/// What became in the draft of what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TakenUp {
    Yes,
    Partly,
    No,
}

impl TakenUp {
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }
}

impl FromStr for TakenUp {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|one| one.as_str() == text).ok_or(())
    }
}

/// Characters of a comment, of a reason and of an answer.
pub const TEXT_CHARS_MAX: usize = 2_000;

/// Why a response is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoResponse {
    #[error("what is not shown is withheld for a reason that everybody reads")]
    ReasonMissing,
    #[error("an answer says what became of it and why")]
    AnswerHalf,
    #[error("too long")]
    TooLong,
}

impl Response {
    /// Whether it can stand.
    ///
    /// # Errors
    /// A comment withheld without a reason, half an answer, words without end.
    pub fn checked(
        is_shown: bool,
        reason: &str,
        (taken_up, words): (Option<TakenUp>, &str),
    ) -> Result<Self, NoResponse> {
        let (reason, words) = (reason.trim(), words.trim());
        if [reason, words].iter().any(|text| text.chars().count() > TEXT_CHARS_MAX) {
            return Err(NoResponse::TooLong);
        }
        if !is_shown && reason.is_empty() {
            return Err(NoResponse::ReasonMissing);
        }
        let answer = match (taken_up, words.is_empty()) {
            (Some(taken_up), false) => Some((taken_up, words.to_owned())),
            (None, true) => None,
            _ => return Err(NoResponse::AnswerHalf),
        };
        Ok(Self { is_shown, reason: reason.to_owned(), answer })
    }

    /// Whether whoever spoke knows what became of it: it is answered, or withheld for a reason.
    pub const fn settles(&self) -> bool {
        !self.is_shown || self.answer.is_some()
    }
}

/// How many were said, and what became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub said: usize,
    /// Not read yet.
    pub waiting: usize,
    pub withheld: usize,
    /// Shown or waiting, and not answered.
    pub unanswered: usize,
    pub taken_up: BTreeMap<TakenUp, usize>,
    pub by_element: BTreeMap<Option<ElementCode>, usize>,
    /// Of those who said where they live.
    pub by_region: BTreeMap<TerritoryCode, usize>,
}

/// Counts voices.
pub fn tally(voices: &[Voice]) -> Tally {
    let mut tally = Tally { said: voices.len(), ..Tally::default() };
    for voice in voices {
        match &voice.response {
            None => tally.waiting += 1,
            Some(response) if !response.is_shown => tally.withheld += 1,
            Some(_) => *tally.by_element.entry(voice.element.clone()).or_default() += 1,
        }
        if !voice.response.as_ref().is_some_and(Response::settles) {
            tally.unanswered += 1;
        }
        if let Some((taken_up, _)) = voice.response.as_ref().and_then(|response| response.answer.as_ref()) {
            *tally.taken_up.entry(*taken_up).or_default() += 1;
        }
        if let Some(region) = &voice.region {
            *tally.by_region.entry(region.clone()).or_default() += 1;
        }
    }
    tally
}

/// What a comment may be about, and from where it may come.
#[derive(Clone, Debug, Default)]
pub struct Admitted {
    pub elements: BTreeSet<ElementCode>,
    pub regions: BTreeSet<TerritoryCode>,
}

/// Why nothing is taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoVoice {
    #[error("write what is to be said, in at most {TEXT_CHARS_MAX} characters")]
    Text,
    #[error("{0:?} is no element of the draft")]
    Element(String),
    #[error("{0:?} is no region")]
    Region(String),
}

/// A comment as it was sent, judged: plain text of some length, about what there is.
///
/// # Errors
/// What of it cannot stand.
pub fn heard(
    admitted: &Admitted,
    (element, region): (&str, &str),
    text: &str,
) -> Result<(Option<ElementCode>, Option<TerritoryCode>, String), NoVoice> {
    let text = text.trim();
    let is_plain = text.chars().all(|c| !c.is_control() || "\r\n\t".contains(c));
    if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX || !is_plain {
        return Err(NoVoice::Text);
    }
    let cut = |text: &str| text.chars().take(40).collect();
    let element = match element {
        "" => None,
        code => {
            let known = code.parse().ok().filter(|code| admitted.elements.contains(code));
            Some(known.ok_or_else(|| NoVoice::Element(cut(code)))?)
        }
    };
    let region = match region {
        "" => None,
        code => {
            let known = code.parse().ok().filter(|code| admitted.regions.contains(code));
            Some(known.ok_or_else(|| NoVoice::Region(cut(code)))?)
        }
    };
    Ok((element, region, text.to_owned()))
}

/// What proves a text that can be erased: without the salt, a short one could be guessed.
pub fn proof(salt: &str, text: &str) -> Digest {
    Digest::of(format!("{salt}\n{text}").as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_heard() {
        let admitted =
            Admitted { elements: ["OE1".parse().unwrap()].into(), regions: ["24".parse().unwrap()].into() };
        let check = |element: &str, region: &str, text: &str, expect: Result<(), NoVoice>| {
            assert_eq!(heard(&admitted, (element, region), text).map(|_| ()), expect, "{element} {region}");
        };
        let long = "ñ".repeat(TEXT_CHARS_MAX);
        check("OE1", "24", "Falta el agua.", Ok(()));
        check("", "", "Falta el agua.\r\nY la luz.", Ok(()));
        check("", "", &long, Ok(()));
        check("", "", &format!("{long}ñ"), Err(NoVoice::Text));
        check("", "", " \n ", Err(NoVoice::Text));
        check("", "", "a\u{7}b", Err(NoVoice::Text));
        check("OE9", "", "x", Err(NoVoice::Element("OE9".to_owned())));
        check("<b>", "", "x", Err(NoVoice::Element("<b>".to_owned())));
        check("", "99", "x", Err(NoVoice::Region("99".to_owned())));
        check("", "Lima", "x", Err(NoVoice::Region("Lima".to_owned())));
    }

    #[test]
    fn what_a_response_needs() {
        let check =
            |shown: bool, reason: &str, answer: (Option<TakenUp>, &str), expect: Result<bool, NoResponse>| {
                assert_eq!(Response::checked(shown, reason, answer).map(|one| one.settles()), expect);
            };
        check(true, "", (None, ""), Ok(false));
        check(true, "", (Some(TakenUp::No), "Es de otro plan."), Ok(true));
        check(true, "", (Some(TakenUp::Yes), " "), Err(NoResponse::AnswerHalf));
        check(true, "", (None, "Gracias."), Err(NoResponse::AnswerHalf));
        check(false, "", (None, ""), Err(NoResponse::ReasonMissing));
        check(false, "Nombra a una persona.", (None, ""), Ok(true));
        check(false, &"x".repeat(TEXT_CHARS_MAX + 1), (None, ""), Err(NoResponse::TooLong));
    }

    #[test]
    fn every_voice_is_counted_once() {
        let voice = |number: i64, response: Option<Response>| Voice {
            number,
            element: Some("OE1".parse().unwrap()),
            region: (number < 3).then(|| "24".parse().unwrap()),
            at: "2026-03-02T15:00:00Z".parse().unwrap(),
            text: None,
            response,
        };
        let made = |shown, reason, answer| Some(Response::checked(shown, reason, answer).unwrap());
        let counted = tally(&[
            voice(1, None),
            voice(2, made(true, "", (None, ""))),
            voice(3, made(true, "", (Some(TakenUp::Yes), "Sí."))),
            voice(4, made(false, "Ofende.", (None, ""))),
        ]);
        assert_eq!((counted.said, counted.waiting, counted.withheld, counted.unanswered), (4, 1, 1, 2));
        assert_eq!(counted.taken_up, BTreeMap::from([(TakenUp::Yes, 1)]));
        assert_eq!(
            counted.by_element.values().sum::<usize>(),
            2,
            "what is not shown is not counted by element"
        );
        assert_eq!(counted.by_region, BTreeMap::from([("24".parse().unwrap(), 2)]));
    }
}
