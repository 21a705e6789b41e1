use std::sync::Arc;

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use jiff::{Timestamp, civil::Date};
use law::{CountryLaw, Subject};
use pack::Pack;
use workflow::{BadHistory, Engine, LawView, Procedure, Procedures, Standing};

use crate::{
    Country,
    actions::Refusal,
    domain::{CaseHead, Taken},
    store,
};

/// The procedures and the law as known at an instant, whatever the case.
pub struct Laws {
    pub procedures: Arc<Procedures>,
    law: Arc<CountryLaw>,
    country: Country,
    pub known: Known,
    pub today: Date,
}

/// What a case is judged by: the procedures, the law, and for whom.
pub struct Governing {
    pub laws: Laws,
    subject: Subject,
}

impl Laws {
    pub async fn of(
        conn: &mut Conn,
        files: &Files,
        country: Country,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let known = Known(journal::last_shown(conn).await?);
        let procedures = procedures::queries::procedures(conn, files, known).await?;
        let law = Pack::law_known(conn, files, known).await?;
        Ok(Self { procedures, law, country, known, today: country.date(now) })
    }

    /// What the law asks of a body: its kind, its sector, its seat.
    pub async fn subject(&self, conn: &mut Conn, entity: &EntityCode) -> Result<Subject, Refusal> {
        let found = procedures::queries::subject(conn, self.known, self.today, entity).await;
        Ok(found.map_err(|error| Refusal::Law(error.to_string()))?.1)
    }

    /// The procedure that governs the case to its end.
    pub fn procedure(&self, head: &CaseHead) -> Result<&Procedure, Refusal> {
        self.procedures.version(&head.procedure).ok_or(Refusal::NoProcedure)
    }

    /// How the case stands at an instant.
    pub fn standing(
        &self,
        subject: &Subject,
        (head, acts): (&CaseHead, &[Taken]),
        now: Timestamp,
    ) -> Result<Standing, Refusal> {
        let engine = Engine { procedure: self.procedure(head)?, view: self.view(subject) };
        let bad = |history: BadHistory| workflow::Refusal::from(Box::new(history));
        Ok(engine.standing(&head.case(acts), now).map_err(bad)?)
    }

    pub fn view<'a>(&'a self, subject: &'a Subject) -> LawView<'a> {
        LawView { law: &self.law, subject, offset: self.country.offset, known: self.today }
    }
}

impl Governing {
    /// As known now, for the body of the case.
    pub async fn of(
        conn: &mut Conn,
        files: &Files,
        country: Country,
        (head, now): (&CaseHead, Timestamp),
    ) -> Result<Self, Refusal> {
        let laws = Laws::of(conn, files, country, now).await?;
        let subject = laws.subject(conn, &head.entity).await?;
        Ok(Self { laws, subject })
    }

    pub fn engine(&self, head: &CaseHead) -> Result<Engine<'_>, Refusal> {
        Ok(Engine { procedure: self.laws.procedure(head)?, view: self.laws.view(&self.subject) })
    }

    /// How the case stands at an instant.
    pub fn standing(&self, case: (&CaseHead, &[Taken]), now: Timestamp) -> Result<Standing, Refusal> {
        self.laws.standing(&self.subject, case, now)
    }
}

/// Whether a case is where its draft is written.
pub async fn is_drafting(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (head, now): (&CaseHead, Timestamp),
) -> Result<bool, Refusal> {
    let law = Governing::of(conn, files, country, (head, now)).await?;
    let acts = store::acts(conn, &head.code).await?;
    let standing = law.standing((head, &acts), now)?;
    Ok(law.laws.procedure(head)?.writes(&standing.state))
}
