use std::sync::Arc;

use base::Known;
use db::{Conn, Files};
use jiff::Timestamp;
use law::{CountryLaw, Subject};
use pack::Pack;
use workflow::{Engine, LawView, Procedures};

use crate::{Country, actions::Refusal, domain::CaseHead, store};

/// What a case is judged by: the procedures, the law, and for whom.
pub struct Governing {
    pub procedures: Arc<Procedures>,
    law: Arc<CountryLaw>,
    subject: Subject,
    country: Country,
    today: jiff::civil::Date,
}

impl Governing {
    /// As known now, for the body of the case.
    pub async fn of(
        conn: &mut Conn,
        files: &Files,
        country: Country,
        (head, now): (&CaseHead, Timestamp),
    ) -> Result<Self, Refusal> {
        let known = Known(journal::last_shown(conn).await?);
        let today = country.date(now);
        let procedures = procedures::queries::procedures(conn, files, known).await?;
        let law = Pack::law_known(conn, files, known).await?;
        let subject = procedures::queries::subject(conn, known, today, &head.entity).await;
        let (_, subject) = subject.map_err(|error| Refusal::Law(error.to_string()))?;
        Ok(Self { procedures, law, subject, country, today })
    }

    pub fn view(&self) -> LawView<'_> {
        LawView { law: &self.law, subject: &self.subject, offset: self.country.offset, known: self.today }
    }
}

/// Whether a case is where its draft is written: in the state in which the procedure begins.
pub async fn is_drafting(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (head, now): (&CaseHead, Timestamp),
) -> Result<bool, Refusal> {
    let law = Governing::of(conn, files, country, (head, now)).await?;
    let procedure = law.procedures.version(&head.procedure).ok_or(Refusal::NoProcedure)?;
    let acts = store::acts(conn, &head.code).await?;
    let engine = Engine { procedure, view: law.view() };
    let bad = |history: workflow::BadHistory| workflow::Refusal::from(Box::new(history));
    let standing = engine.standing(&head.case(&acts), now).map_err(bad)?;
    Ok(standing.state == procedure.initial())
}
