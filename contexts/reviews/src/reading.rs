//! `reviews/*.csv` of the country pack: which bodies review what, and who has a seat in them.
use std::collections::BTreeSet;

use alerts::domain::{Level, Trigger};
use base::{RowError, Validity};
use jiff::civil::Date;
use pack::Pack;
use sheets::{Column, Record};

use crate::domain::{BodyRef, Remit, ReviewBody, Seat, SeatRow};

pub(crate) const BODIES: &str = "reviews/bodies.csv";
pub(crate) const SEATS: &str = "reviews/seats.csv";

const BODY_COLUMNS: [Column; 15] = [
    Column::required("body", &[]),
    Column::required("kind", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("what", &[]),
    Column::required("what_en", &[]),
    Column::required("remit", &[]),
    Column::required("plan_types", &[]),
    Column::required("triggers", &[]),
    Column::required("from_level", &[]),
    Column::required("reports_to", &[]),
    Column::required("reports_to_en", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

const SEAT_COLUMNS: [Column; 9] = [
    Column::required("body", &[]),
    Column::required("seat", &[]),
    Column::required("role", &[]),
    Column::required("entity", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

/// Why the tables are refused.
#[derive(Debug, thiserror::Error)]
pub enum BodiesError {
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error("{SEATS}: {0} is no body of {BODIES}")]
    NoBody(String),
    #[error("{BODIES}: {0} stands twice at one time")]
    Twice(String),
    #[error("{SEATS}: {body} has no {seat}; name one")]
    NoSeat { body: String, seat: &'static str },
    #[error("{SEATS}: a seat of {0}, which reviews the whole country, names its entity")]
    NoEntity(String),
    #[error("{BODIES}: {body} hears plans of {plan_type}, which planning/plan_types.csv lacks")]
    NoPlanType { body: String, plan_type: String },
}

/// Every body of a day with its seats; none where the pack has no reviews.
///
/// # Errors
/// Tables that cannot be read.
pub fn bodies(pack: &Pack, on: Date) -> Result<Vec<ReviewBody>, BodiesError> {
    Ok(every_body(pack)?.into_iter().filter(|body| body.validity.holds_on(on)).collect())
}

fn every_body(pack: &Pack) -> Result<Vec<ReviewBody>, BodiesError> {
    let (Ok(bodies), Ok(seats)) = (pack.text(BODIES), pack.text(SEATS)) else { return Ok(Vec::new()) };
    let mut found = sheets::rows_of(BODIES, bodies, &BODY_COLUMNS, body)?;
    for (code, seat) in sheets::rows_of(SEATS, seats, &SEAT_COLUMNS, seat)? {
        let mut own = found.iter_mut().filter(|body| body.code == code).peekable();
        if own.peek().is_none() {
            return Err(BodiesError::NoBody(code));
        }
        own.for_each(|body| body.seats.push(seat.clone()));
    }
    Ok(found)
}

fn body(record: &Record) -> Result<ReviewBody, RowError> {
    let text = |field: &str| record.required(field).map(str::to_owned);
    let word = |field: &'static str| {
        move |()| record.error(field, "not a word of its list; see contexts/reviews/README.md".to_owned())
    };
    let list = |field: &str| {
        let listed = record.opt(field).unwrap_or_default().split(';').map(str::trim);
        listed.filter(|one| !one.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let code = text("body")?;
    let named: BodyRef = code.parse().map_err(|error| record.error("body", format!("{error}")))?;
    if named.part.is_some() {
        return Err(record.error("body", "a code without its part: RS, not RS:11".to_owned()));
    }
    let trigger =
        |one: String| one.parse::<Trigger>().map_err(|error| record.error("triggers", error.to_string()));
    let level = record.opt("from_level").map(|named| {
        let found = Level::ALL.into_iter().find(|level| level.as_str() == named);
        found.ok_or_else(|| record.error("from_level", "not a level of alerts/levels.csv".to_owned()))
    });
    Ok(ReviewBody {
        kind: record.required("kind")?.parse().map_err(word("kind"))?,
        name: (text("name")?, text("name_en")?),
        what: (text("what")?, text("what_en")?),
        remit: record.required("remit")?.parse().map_err(word("remit"))?,
        plan_types: list("plan_types").into_iter().collect(),
        triggers: list("triggers").into_iter().map(trigger).collect::<Result<BTreeSet<_>, _>>()?,
        from_level: level.transpose()?,
        reports_to: (text("reports_to")?, text("reports_to_en")?),
        validity: validity(record)?,
        source: text("source")?,
        seats: Vec::new(),
        code,
    })
}

fn seat(record: &Record) -> Result<(String, SeatRow), RowError> {
    let text = |field: &str| record.required(field).map(str::to_owned);
    let named = record.required("role")?;
    let role = authz::ROLES.into_iter().find(|role| *role == named);
    let seat: Result<Seat, ()> = record.required("seat")?.parse();
    let row = SeatRow {
        seat: seat
            .map_err(|()| record.error("seat", "not chair, vice_chair, secretariat or member".to_owned()))?,
        role: role.ok_or_else(|| record.error("role", "not a role of posts/roles.csv".to_owned()))?,
        entity: record.parse_opt("entity")?,
        name: (text("name")?, text("name_en")?),
        validity: validity(record)?,
        source: text("source")?,
    };
    Ok((text("body")?, row))
}

fn validity(record: &Record) -> Result<Validity, RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))
}

/// What `quipu check-pack` refuses: tables that cannot be read; a body without chair or secretariat on its first day; a seat
/// that is nobody's; a plan type that there is not; rules that the rulebook lacks.
pub fn defects(pack: &Pack) -> Vec<String> {
    let all = match every_body(pack) {
        Ok(all) => all,
        Err(error) => return vec![error.to_string()],
    };
    let types = pack.text("planning/plan_types.csv").unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for (at, body) in all.iter().enumerate() {
        let earlier = all.iter().take(at).filter(|other| other.code == body.code);
        let mut wrong: Vec<BodiesError> = earlier
            .filter(|other| other.validity.overlaps(body.validity))
            .map(|_| BodiesError::Twice(body.code.clone()))
            .collect();
        wrong.extend(of_body(body, types));
        found.extend(wrong.iter().map(ToString::to_string));
    }
    if !all.is_empty()
        && let Ok(law) = pack.law()
    {
        let first = all.iter().map(|body| body.validity.from()).max().unwrap_or_default();
        let book = law.rulebook.at(first).known(Date::MAX);
        found.extend(crate::queries::Terms::of(&book).err().map(|error| error.to_string()));
    }
    found
}

fn of_body(body: &ReviewBody, types: &str) -> Vec<BodiesError> {
    let code = || body.code.clone();
    let on = body.validity.from();
    let has = |seat: Seat| body.seats_on(on).any(|row| row.seat == seat);
    let needed = [Seat::Chair, Seat::Secretariat];
    let mut found: Vec<BodiesError> = needed
        .into_iter()
        .filter(|seat| !has(*seat))
        .map(|seat| BodiesError::NoSeat { body: code(), seat: seat.as_str() })
        .collect();
    if body.remit == Remit::Country && body.seats.iter().any(|row| row.entity.is_none()) {
        found.push(BodiesError::NoEntity(code()));
    }
    let is_type = |named: &str| types.lines().any(|line| line.split(',').next() == Some(named));
    let lacking = body.plan_types.iter().filter(|named| !is_type(named));
    found.extend(lacking.map(|named| BodiesError::NoPlanType { body: code(), plan_type: named.clone() }));
    found
}
