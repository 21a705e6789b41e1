use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use directory::domain::Entity;
use jiff::civil::Date;
use law::{DeadlineError, Derivation, RuleName, Subject};
use pack::Pack;

/// What is due when.
#[derive(Clone, Debug)]
pub struct DeadlineRequest<'a> {
    /// Key of the rule that gives the term, as `access.answer`.
    pub rule: &'a str,
    /// The day from which it runs: of receipt, of notification.
    pub start: Date,
    /// For whom it is counted; the country's calendar where nobody is named.
    pub entity: Option<&'a EntityCode>,
    /// Until when law and calendar had been published.
    pub known_on: Date,
}

/// A due day, what gave it and for whom it was counted.
#[derive(Clone, Debug)]
pub struct Deadline {
    pub name: Option<RuleName>,
    pub entity: Option<Entity>,
    pub derivation: Derivation,
}

/// Why there is no due day.
#[derive(Debug, thiserror::Error)]
pub enum DeadlineRefused {
    #[error("the register does not hold {0} on that day")]
    UnknownEntity(String),
    #[error("no country pack is recorded: there is no law to ask")]
    NoLaw,
    #[error(transparent)]
    Law(#[from] DeadlineError),
    #[error(transparent)]
    Pack(pack::Error),
    #[error(transparent)]
    Store(#[from] db::Error),
}

impl From<pack::Error> for DeadlineRefused {
    fn from(error: pack::Error) -> Self {
        match error {
            pack::Error::NoPack => Self::NoLaw,
            other => Self::Pack(other),
        }
    }
}

/// When the term of a rule ends if it runs from a day, by the law of that day.
pub async fn deadline(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    request: &DeadlineRequest<'_>,
) -> Result<Deadline, DeadlineRefused> {
    let law = Pack::law_known(conn, files, known).await?;
    let (entity, subject) = match request.entity {
        Some(code) => subject(conn, known, request.start, code).await?,
        None => (None, Subject::country()),
    };
    let derivation = law.deadline(request.rule, request.start, request.known_on, &subject)?;
    Ok(Deadline { name: law.names.get(request.rule).cloned(), entity, derivation })
}

/// The body and what of it a scope of the law can name.
/// A body as rules and calendars know it: its kind, its sector, its seat.
pub async fn subject(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &EntityCode,
) -> Result<(Option<Entity>, Subject), DeadlineRefused> {
    let unknown = || DeadlineRefused::UnknownEntity(code.to_string());
    let found = directory::queries::entity(conn, known, on, code).await?.ok_or_else(unknown)?;
    let entity = found.entity;
    let seat = directory::queries::territory(conn, known, on, &entity.territory).await?;
    let places = seat.map(|seat| {
        let above = seat.path.into_iter().map(|place| place.code.to_string());
        above.chain([seat.territory.code.to_string()]).collect::<Vec<_>>()
    });
    let subject = Subject::country().of_kind(&entity.kind).seated_in(places.unwrap_or_default());
    let subject = match &entity.sector {
        Some(sector) => subject.in_sector(sector),
        None => subject,
    };
    Ok((Some(entity), subject))
}
