//! What the public is asked, and what it is shown of the answers.
use std::{collections::BTreeSet, sync::Arc};

use base::{Digest, Known};
use db::{Conn, Files, memo};
use directory::domain::TerritoryKind;
use jiff::{Timestamp, civil::Date};
use planning::domain::content::Content;
use workflow::{Procedure, Standing};

use super::Governing;
use crate::{
    APPROVED, Country,
    actions::{Refusal, draft_of},
    domain::{Admitted, CaseCode, CaseHead, Consultation, ConsultationCode, Taken, Voice},
    store,
};

/// Where a consultation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Course {
    /// Everybody may speak, until the end of the day, where the law gives one.
    Open(Option<Date>),
    /// Nobody may speak any more; what was said is being answered.
    Answering,
    /// Everything that will be said of it was.
    Reported,
}

/// A consultation and how it stands.
pub struct ConsultationView {
    pub consultation: Consultation,
    /// The code of the procedure that the case follows.
    pub procedure: String,
    pub course: Course,
    /// Why not everything was answered, where the office went on all the same.
    pub unanswered_because: Option<String>,
    /// Whether the plan is in force by now.
    pub is_approved: bool,
    pub voices: Vec<Voice>,
}

/// Every consultation as known, the newest first, each with where it stands.
pub async fn consultations(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (known, now): (Known, Timestamp),
) -> Result<Vec<(Consultation, Course)>, Refusal> {
    let mut found = Vec::new();
    for consultation in store::consultations::all(conn, known).await? {
        let (_, course, ..) = stands(conn, files, country, (&consultation, known, now)).await?;
        found.push((consultation, course));
    }
    Ok(found)
}

/// One consultation, with everything that was said.
pub async fn consultation(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (code, known, now): (&ConsultationCode, Known, Timestamp),
) -> Result<Option<ConsultationView>, Refusal> {
    let Some(consultation) = store::consultations::one(conn, known, code).await? else { return Ok(None) };
    let (head, course, standing, unanswered_because) =
        stands(conn, files, country, (&consultation, known, now)).await?;
    let voices = store::consultations::voices(conn, known, code).await?;
    let is_approved = standing.phase == APPROVED;
    let procedure = head.procedure_code().to_owned();
    Ok(Some(ConsultationView { consultation, procedure, course, unanswered_because, is_approved, voices }))
}

/// Consultations of a case, the newest first.
pub async fn consultations_of(conn: &mut Conn, code: &CaseCode) -> Result<Vec<Consultation>, db::Error> {
    store::consultations::of_case(conn, code).await
}

/// What was said in a consultation, all of it, for those who answer.
pub async fn voices(conn: &mut Conn, code: &ConsultationCode) -> Result<Vec<Voice>, db::Error> {
    store::consultations::voices(conn, Known::NOW, code).await
}

/// The comment that a code follows, as the office has it now.
pub async fn followed(
    conn: &mut Conn,
    code: &ConsultationCode,
    follow: &str,
) -> Result<Option<Voice>, db::Error> {
    let digest = Digest::of(follow.as_bytes());
    let Some(number) = store::consultations::followed(conn, code, digest).await? else { return Ok(None) };
    let voices = store::consultations::voices(conn, Known::NOW, code).await?;
    Ok(voices.into_iter().find(|voice| voice.number == number))
}

/// The draft that is shown, read once of a state.
pub async fn shown_draft(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    consultation: &Consultation,
) -> Result<Arc<Content>, Refusal> {
    let question = consultation.code.to_string();
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let head = store::one(conn, &consultation.case).await?.ok_or(Refusal::NoCase)?;
    let (digest, name) = &consultation.draft;
    let draft = draft_of(files, &head, (digest, name))?;
    Ok(memo::keep(known, &question, draft))
}

/// What a comment may be about, and from where it may come: the elements of the draft, the country's departments.
pub async fn admitted(
    conn: &mut Conn,
    known: Known,
    on: Date,
    draft: &Content,
) -> Result<Admitted, db::Error> {
    let places = directory::queries::territories(conn, known, on).await?;
    let is_region = |kind| kind == TerritoryKind::Department;
    let regions = places.iter().filter(|place| is_region(place.kind)).map(|place| place.code.clone());
    let elements: BTreeSet<_> = draft.elements.keys().cloned().collect();
    Ok(Admitted { elements, regions: regions.collect() })
}

/// Head, course, standing, and why not everything was answered.
async fn stands(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (consultation, known, now): (&Consultation, Known, Timestamp),
) -> Result<(CaseHead, Course, Standing, Option<String>), Refusal> {
    let head = store::one(conn, &consultation.case).await?.ok_or(Refusal::NoCase)?;
    let law = Governing::of(conn, files, country, (&head, now)).await?;
    let procedure = law.laws.procedure(&head)?;
    let taken = store::acts_known(conn, known, &head.code).await?;
    let standing = law.standing((&head, &taken), now)?;
    let course = course(procedure, &standing, consultation.opened_at);
    let because = because(procedure, &standing, &taken, consultation.opened_at);
    Ok((head, course, standing, because))
}

/// Where the consultation that opened then stands. One that a later one of the same case replaced is reported.
pub(crate) fn course(procedure: &Procedure, standing: &Standing, opened_at: Timestamp) -> Course {
    let since = standing.stays.iter().filter(|stay| stay.to.is_none_or(|to| to > opened_at));
    // The stays from the opening on, for as long as they are of the consultation.
    let own = since.take_while(|stay| procedure.answers(&stay.state)).last();
    match own.filter(|stay| stay.to.is_none()) {
        Some(stay) if procedure.consults(&stay.state) => {
            Course::Open(standing.open().filter_map(workflow::Run::due).min())
        }
        Some(_) => Course::Answering,
        None => Course::Reported,
    }
}

/// The reason of the act that left the consultation without all answers.
fn because(
    procedure: &Procedure,
    standing: &Standing,
    taken: &[Taken],
    opened_at: Timestamp,
) -> Option<String> {
    let after = standing.events.iter().filter(|event| event.at > opened_at);
    let left = after.into_iter().find(|event| {
        let act = procedure.act(&event.act);
        act.is_some_and(|act| procedure.leaves_unanswered(act, &event.from))
    })?;
    // What answered everything came before it.
    let answered = standing.events.iter().any(|event| {
        let is_between = event.at > opened_at && event.at < left.at;
        is_between && procedure.act(&event.act).is_some_and(|act| act.is_answered)
    });
    let reason = left.written.and_then(|at| taken.get(at)).map(|taken| taken.act.reason.clone())?;
    (!answered).then_some(reason)
}
