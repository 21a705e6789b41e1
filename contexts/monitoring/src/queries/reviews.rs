//! Values on their way up the hierarchy: how each stands, and what posts are to be told of it.
use std::sync::Arc;

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use jiff::{
    Timestamp,
    civil::Date,
    tz::{Offset, TimeZone},
};
use law::{CountryLaw, Subject};
use pack::Pack;
use workflow::{Case, DeclaredAct, Engine, LawView, Notice, Procedure, Procedures, Run, Standing, Title};

use super::discipline::{Acceptance, TableError, acceptance_of};
use crate::domain::review::{Phase, Review, ReviewCode};
use crate::store::reviews::{self, Taken, Which};

/// What a procedure is about by which values are accepted, as the country pack says.
pub const SUBJECT: &str = "indicator_value";

/// What keeps a question about reviews from being answered: a defect of the system or of the country pack.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] TableError),
    #[error("{0}")]
    Law(String),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Procedures and law as known, whatever the value.
pub struct Laws {
    procedures: Arc<Procedures>,
    law: Arc<CountryLaw>,
    pub acceptance: Vec<Acceptance>,
    offset: Offset,
    known: Known,
    today: Date,
}

impl Laws {
    /// Of the day of `now`; none before a country pack is known.
    ///
    /// # Errors
    /// A pack that cannot be read.
    pub async fn of(
        conn: &mut Conn,
        files: &Files,
        (known, now): (Known, Timestamp),
    ) -> Result<Option<Self>, Unread> {
        let pack = match Pack::known(conn, files, known).await {
            Err(pack::Error::NoPack) => return Ok(None),
            pack => pack?,
        };
        let law = Pack::law_known(conn, files, known).await?;
        let procedures = procedures::queries::procedures(conn, files, known).await?;
        let minutes = i32::from(pack.country()?.utc_offset_minutes);
        let offset = Offset::from_seconds(minutes * 60).unwrap_or(Offset::UTC);
        let today = TimeZone::fixed(offset).to_datetime(now).date();
        Ok(Some(Self { procedures, law, acceptance: acceptance_of(&pack)?, offset, known, today }))
    }

    /// The version of a procedure for what begins today.
    pub(crate) fn in_force(&self, code: &str) -> Option<&Procedure> {
        self.procedures.in_force(code, self.today, self.today).filter(|one| one.subject == SUBJECT)
    }

    pub fn version(&self, id: &str) -> Option<&Procedure> {
        self.procedures.version(id)
    }

    pub const fn today(&self) -> Date {
        self.today
    }

    /// What the law asks of a body: its kind, its sector, its seat. Of one that is no more, what it asks of all.
    pub(crate) async fn subject(&self, conn: &mut Conn, entity: &EntityCode) -> Result<Subject, Unread> {
        use procedures::queries::DeadlineRefused;
        match procedures::queries::subject(conn, self.known, self.today, entity).await {
            Ok((_, subject)) => Ok(subject),
            Err(DeadlineRefused::UnknownEntity(_)) => Ok(Subject::country()),
            Err(error) => Err(Unread::Law(error.to_string())),
        }
    }

    pub(crate) fn engine<'a>(&'a self, id: &str, subject: &'a Subject) -> Option<Engine<'a>> {
        let procedure = self.procedures.version(id)?;
        let view = LawView { law: &self.law, subject, offset: self.offset, known: self.today };
        Some(Engine { procedure, view })
    }
}

/// A review as a case of its procedure. What is written stands, and up to its last act no silence is derived anew.
pub(crate) fn case(review: &Review, taken: &[Taken]) -> Case {
    let mut case = Case::new(review.code.as_str(), review.began_at);
    case.acts = taken.iter().map(|one| one.act.clone()).collect();
    case.settled = taken.last().map(|one| one.act.at);
    case
}

/// The phase in which a case stands; a procedure with another is refused when the pack is checked.
pub(crate) fn phase_of(standing: &Standing) -> Result<Phase, Unread> {
    standing
        .phase
        .parse()
        .map_err(|error: crate::domain::indicator::UnknownWord| Unread::Law(error.to_string()))
}

/// A review with everything in it, as it stands.
pub struct ReviewView {
    pub review: Review,
    pub procedure: Procedure,
    pub standing: Standing,
    /// As it stands now: silence that nobody wrote yet counts.
    pub phase: Phase,
    pub taken: Vec<Taken>,
    /// Acts that the role that asked may do now.
    pub possible: Vec<DeclaredAct>,
}

impl ReviewView {
    /// By when it is accepted or returned.
    pub fn due(&self) -> Option<Date> {
        self.standing.open().filter_map(Run::due).max()
    }
}

/// A review and what a post of that role may do in it; none where there is no such review.
///
/// # Errors
/// A pack that cannot be read; a history that its procedure does not know.
pub async fn review(
    conn: &mut Conn,
    files: &Files,
    (code, known, now, role): (&ReviewCode, Known, Timestamp, &str),
) -> Result<Option<ReviewView>, Unread> {
    let Some(review) = reviews::all(conn, known, Which::One(code)).await?.pop() else { return Ok(None) };
    let Some(laws) = Laws::of(conn, files, (known, now)).await? else { return Ok(None) };
    let taken = reviews::acts(conn, known, code).await?;
    view(conn, &laws, (review, taken), (now, role)).await
}

async fn view(
    conn: &mut Conn,
    laws: &Laws,
    (review, taken): (Review, Vec<Taken>),
    (now, role): (Timestamp, &str),
) -> Result<Option<ReviewView>, Unread> {
    let subject = laws.subject(conn, &review.entity).await?;
    let Some(engine) = laws.engine(&review.procedure, &subject) else { return Ok(None) };
    let standing = standing(&engine, &case(&review, &taken), now)?;
    let role = engine.procedure.role_of(role).unwrap_or_default();
    let possible = engine.possible(&standing, role).into_iter().map(|one| one.act.clone()).collect();
    let phase = phase_of(&standing)?;
    Ok(Some(ReviewView { procedure: engine.procedure.clone(), phase, standing, taken, possible, review }))
}

pub(crate) fn standing(engine: &Engine<'_>, case: &Case, now: Timestamp) -> Result<Standing, Unread> {
    // What is known of an earlier day ends with it.
    engine.standing(&case.until(now), now).map_err(|bad| Unread::Law(bad.to_string()))
}

/// Values that wait to be accepted, the first submitted first, with what a post of that role may do.
///
/// # Errors
/// As [`review`].
pub async fn waiting(
    conn: &mut Conn,
    files: &Files,
    (known, now, role): (Known, Timestamp, &str),
) -> Result<Vec<ReviewView>, Unread> {
    let all = reviews::all(conn, known, Which::In(Phase::Review)).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let Some(laws) = Laws::of(conn, files, (known, now)).await? else { return Ok(Vec::new()) };
    let mut acts = reviews::acts_in(conn, known, Phase::Review).await?;
    let mut found = Vec::new();
    for review in all {
        let taken = acts.remove(&review.code).unwrap_or_default();
        let seen = view(conn, &laws, (review, taken), (now, role)).await?;
        found.extend(seen.filter(|seen| seen.phase == Phase::Review));
    }
    Ok(found)
}

/// Values of a body that were returned and wait for its owner, the oldest first.
///
/// # Errors
/// A database that cannot be read.
pub async fn returned(conn: &mut Conn, known: Known, entity: &EntityCode) -> Result<Vec<Review>, db::Error> {
    let mut all = reviews::all(conn, known, Which::In(Phase::Returned)).await?;
    all.retain(|review| review.entity == *entity);
    Ok(all)
}

/// Something that posts are to be told about a value.
#[derive(Clone, Debug)]
pub struct ReviewNotice {
    pub review: Review,
    /// Of the clock, or of the state.
    pub what: Title,
    pub notice: ReviewTold,
    /// Roles of the posts it is for.
    pub roles: Vec<&'static str>,
}

/// What is told of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewTold {
    /// It waits to be accepted, by the day.
    Waits { submissions: i64, due: Option<Date> },
    /// It was returned, and is owed again.
    Returned { submissions: i64 },
    /// Of its clock.
    Clock(Notice),
}

/// Every notice of every value that waits or was returned, each as it would be however often one asked before.
///
/// # Errors
/// As [`review`].
pub async fn notices(
    conn: &mut Conn,
    files: &Files,
    (known, now): (Known, Timestamp),
) -> Result<Vec<ReviewNotice>, Unread> {
    let mut all = Vec::new();
    for which in [Which::In(Phase::Review), Which::In(Phase::Returned), Which::Silent] {
        all.extend(reviews::all(conn, known, which).await?);
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all.dedup_by(|a, b| a.code == b.code);
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let Some(laws) = Laws::of(conn, files, (known, now)).await? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for review in all {
        let taken = reviews::acts(conn, known, &review.code).await?;
        let Some(seen) = view(conn, &laws, (review, taken), (now, "")).await? else { continue };
        let subject = laws.subject(conn, &seen.review.entity).await?;
        let Some(engine) = laws.engine(&seen.review.procedure, &subject) else { continue };
        found.extend(of_view(&engine, &seen));
    }
    Ok(found)
}

fn of_view(engine: &Engine<'_>, seen: &ReviewView) -> Vec<ReviewNotice> {
    let procedure = engine.procedure;
    let posts = |roles: &[String]| -> Vec<&'static str> {
        let plays =
            |role: &&'static str| procedure.role_of(role).is_some_and(|own| roles.iter().any(|to| to == own));
        authz::ROLES.into_iter().filter(plays).collect()
    };
    let told = |what: &Title, notice, roles| ReviewNotice {
        review: seen.review.clone(),
        what: what.clone(),
        notice,
        roles,
    };
    let mut found = Vec::new();
    let submissions = seen.review.submissions;
    let next: Vec<String> = procedure
        .acts
        .iter()
        .filter(|act| act.from.contains(&seen.standing.state))
        .flat_map(|act| act.by.clone())
        .collect();
    if let Some(state) = procedure.states.iter().find(|state| state.code == seen.standing.state)
        && seen.phase != Phase::Accepted
    {
        let notice = match seen.phase {
            Phase::Returned => ReviewTold::Returned { submissions },
            _ => ReviewTold::Waits { submissions, due: seen.due() },
        };
        found.push(told(&state.title, notice, posts(&next)));
    }
    for notice in engine.all_notices(seen.review.code.as_str(), &seen.standing) {
        let Some(clock) = procedure.clock(&notice.clock) else { continue };
        let roles = posts(&notice.to);
        found.push(told(&clock.title, ReviewTold::Clock(notice), roles));
    }
    found
}
