use std::{collections::BTreeMap, sync::Arc};

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use jiff::{Timestamp, civil::Date};
use law::{CountryLaw, Derivation, Subject};
use pack::Pack;
use workflow::{Case, DeclaredAct, Engine, LawView, PossibleAct, Procedure, Procedures, Run, Standing};

use crate::{
    Country, SIGNED, SUBJECT, Unread,
    domain::{Commitment, Evaluation, EvaluationCode, Matrix, Progress},
    store::{self, commitments::Taken, evaluations::Report},
};

/// Procedures and law as known, whatever the evaluation.
pub struct Laws {
    pub procedures: Arc<Procedures>,
    law: Arc<CountryLaw>,
    country: Country,
    known: Known,
    pub today: Date,
}

impl Laws {
    /// Of the day of `now`; none before a country pack is known.
    ///
    /// # Errors
    /// A pack that cannot be read.
    pub async fn of(
        conn: &mut Conn,
        files: &Files,
        country: Country,
        (known, now): (Known, Timestamp),
    ) -> Result<Option<Self>, Unread> {
        let law = match Pack::law_known(conn, files, known).await {
            Err(pack::Error::NoPack) => return Ok(None),
            law => law?,
        };
        let procedures = procedures::queries::procedures(conn, files, known).await?;
        Ok(Some(Self { procedures, law, country, known, today: country.date(now) }))
    }

    /// What the law asks of a body: its kind, its sector, its seat.
    pub(crate) async fn subject(&self, conn: &mut Conn, entity: &EntityCode) -> Result<Subject, Unread> {
        let found = procedures::queries::subject(conn, self.known, self.today, entity).await;
        Ok(found.map_err(|error| Unread::Law(error.to_string()))?.1)
    }

    /// The procedure of a matrix whose report was delivered on that day.
    pub fn in_force(&self, delivered: Date) -> Option<&Procedure> {
        let mut of_matrices = self.procedures.all().iter().filter(|one| one.subject == SUBJECT);
        of_matrices.find_map(|one| self.procedures.in_force(&one.code, delivered, self.today))
    }

    pub(crate) fn engine<'a>(&'a self, id: &str, subject: &'a Subject) -> Option<Engine<'a>> {
        let procedure = self.procedures.version(id)?;
        let view = LawView { law: &self.law, subject, offset: self.country.offset, known: self.today };
        Some(Engine { procedure, view })
    }
}

/// The matrix as a case of its procedure. It begins with the day on which the report was delivered; what is written stands, and up
/// to its last act no silence is derived anew.
pub(crate) fn case(country: Country, code: &EvaluationCode, report: &Report, taken: &[Taken]) -> Case {
    let started = country.begin(report.delivered_on).unwrap_or(report.at);
    let mut case = Case::new(code.as_str(), started);
    case.acts = taken.iter().map(|one| one.act.clone()).collect();
    case.settled = taken.last().map(|one| one.act.at);
    case
}

/// A matrix with everything in it, as it stands.
pub struct MatrixView {
    pub procedure: Procedure,
    pub standing: Standing,
    pub taken: Vec<Taken>,
    /// Lines while it is determined; of the office.
    pub drafts: Vec<Commitment>,
    /// Lines since it was signed.
    pub commitments: Vec<Commitment>,
    pub progress: Vec<Progress>,
    /// Acts that the role that asked may do now.
    pub possible: Vec<DeclaredAct>,
}

impl MatrixView {
    pub fn is_signed(&self) -> bool {
        self.standing.phase == SIGNED
    }

    /// By when it is determined and validated, with the arithmetic: of the term that ends last.
    pub fn arithmetic(&self) -> Option<&Derivation> {
        let last = self.standing.runs.iter().max_by_key(|run| run.due())?;
        last.spans.last()?.due.as_ref().ok()?.last()
    }

    pub fn due(&self) -> Option<Date> {
        due(&self.standing)
    }

    /// Whether its lines may be written now.
    pub fn is_written(&self) -> bool {
        self.procedure.writes(&self.standing.state)
    }
}

fn due(standing: &Standing) -> Option<Date> {
    standing.runs.iter().filter_map(Run::due).max()
}

/// The matrix of an evaluation whose report was delivered, and what a post of that role may do in it; none where the country
/// declares no procedure for it.
///
/// # Errors
/// A pack that cannot be read; a history that its procedure does not know.
pub async fn matrix(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    ((of, report), known, now, role): ((&Evaluation, &Report), Known, Timestamp, &str),
) -> Result<Option<MatrixView>, Unread> {
    let Some(laws) = Laws::of(conn, files, country, (known, now)).await? else { return Ok(None) };
    let subject = laws.subject(conn, &of.entity).await?;
    let id = report.procedure.as_deref().unwrap_or_default();
    let Some(engine) = laws.engine(id, &subject) else { return Ok(None) };
    let taken = store::commitments::acts(conn, known, &of.code).await?;
    let standing = standing(&engine, &case(country, &of.code, report, &taken), now)?;
    let role = engine.procedure.role_of(role).unwrap_or_default();
    let possible =
        engine.possible(&standing, role).into_iter().map(|PossibleAct { act, .. }| act.clone()).collect();
    Ok(Some(MatrixView {
        drafts: store::commitments::drafts(conn, &of.code).await?,
        commitments: store::commitments::commitments(conn, known, &of.code).await?,
        progress: store::commitments::progress_of(conn, known, &of.code).await?,
        procedure: engine.procedure.clone(),
        standing,
        taken,
        possible,
    }))
}

fn standing(engine: &Engine<'_>, case: &Case, now: Timestamp) -> Result<Standing, Unread> {
    // What is known of an earlier day ends with it.
    engine.standing(&case.until(now), now).map_err(|bad| Unread::Law(bad.to_string()))
}

/// Every matrix, as the gates ask for it.
///
/// # Errors
/// As [`matrix`].
pub async fn matrices(
    conn: &mut Conn,
    files: &Files,
    country: Country,
    (known, now): (Known, Timestamp),
) -> Result<Vec<Matrix>, Unread> {
    let reports = store::evaluations::reports(conn, known).await?;
    if reports.is_empty() {
        return Ok(Vec::new());
    }
    let Some(laws) = Laws::of(conn, files, country, (known, now)).await? else { return Ok(Vec::new()) };
    let evaluations = store::evaluations::all(conn, known).await?;
    let evaluations: BTreeMap<&EvaluationCode, &Evaluation> =
        evaluations.iter().map(|one| (&one.code, one)).collect();
    let mut acts = store::commitments::all_acts(conn, known).await?;
    let mut lines = store::commitments::all_commitments(conn, known).await?;
    let mut progress = store::commitments::all_progress(conn, known).await?;
    let mut found = Vec::new();
    for (code, report) in &reports {
        let Some(of) = evaluations.get(code) else { continue };
        let subject = laws.subject(conn, &of.entity).await?;
        let engine = laws.engine(report.procedure.as_deref().unwrap_or_default(), &subject);
        let taken = acts.remove(code).unwrap_or_default();
        let standing = match &engine {
            Some(engine) => Some(standing(engine, &case(country, code, report, &taken), now)?),
            None => None,
        };
        found.push(Matrix {
            evaluation: code.clone(),
            entity: of.entity.clone(),
            programme: of.programme().map(str::to_owned),
            due: standing.as_ref().and_then(due),
            is_signed: standing.as_ref().is_some_and(|standing| standing.phase == SIGNED),
            commitments: lines.remove(code).unwrap_or_default(),
            progress: progress.remove(code).unwrap_or_default(),
        });
    }
    Ok(found)
}
