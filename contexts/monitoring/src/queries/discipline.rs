//! `monitoring/*.csv` of the country pack: for which reasons there may be no value, and whose values are accepted by whom.
use base::{Known, Validity};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::domain::words::Level;
use sheets::{Column, Record};
use workflow::{DeclaredAct, Procedure};

use super::reviews::SUBJECT;
use crate::domain::review::Phase;

const REASONS: &str = "monitoring/no_value.csv";
const ACCEPTANCE: &str = "monitoring/acceptance.csv";

const REASON_COLUMNS: [Column; 8] = [
    Column::required("reason", &[]),
    Column::required("name", &[]),
    Column::required("name_en", &[]),
    Column::required("what", &[]),
    Column::required("what_en", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

const ACCEPTANCE_COLUMNS: [Column; 7] = [
    Column::required("plan_type", &[]),
    Column::required("level", &[]),
    Column::required("procedure", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("note", &[]),
    Column::required("source", &[]),
];

/// Why a table of the pack is refused.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
}

/// A reason for which there may be no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoValueReason {
    pub code: String,
    /// In Spanish and in English.
    pub name: (String, String),
    pub what: (String, String),
    pub valid: Validity,
    pub source: String,
}

/// Values of plans of a type are accepted by a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub plan_type: String,
    /// Of the indicator; every level where none is named.
    pub level: Option<Level>,
    pub procedure: String,
    pub valid: Validity,
}

/// Every reason the pack has, those that ended too: an answer given under one keeps its words.
///
/// # Errors
/// Rows that cannot be read, all at once.
pub fn reasons_of(pack: &Pack) -> Result<Vec<NoValueReason>, TableError> {
    rows(pack, REASONS, &REASON_COLUMNS, |record| {
        let text = |name: &str| Ok(record.required(name)?.to_owned());
        Ok(NoValueReason {
            code: text("reason")?,
            name: (text("name")?, text("name_en")?),
            what: (text("what")?, text("what_en")?),
            valid: validity(record)?,
            source: text("source")?,
        })
    })
}

/// Every row of acceptance the pack has.
///
/// # Errors
/// Rows that cannot be read, all at once.
pub fn acceptance_of(pack: &Pack) -> Result<Vec<Acceptance>, TableError> {
    rows(pack, ACCEPTANCE, &ACCEPTANCE_COLUMNS, |record| {
        let level = record.opt("level").map(|word| {
            let unknown = || record.error("level", "no level of an indicator");
            Level::ALL.iter().copied().find(|level| level.as_str() == word).ok_or_else(unknown)
        });
        let source = record.required("source").map(|_| ());
        source.and(Ok(Acceptance {
            plan_type: record.required("plan_type")?.to_owned(),
            level: level.transpose()?,
            procedure: record.required("procedure")?.to_owned(),
            valid: validity(record)?,
        }))
    })
}

/// The procedure by which values of an indicator are accepted on a day, where there is one: a row for its level before one for all.
pub fn accepted_by<'a>(
    all: &'a [Acceptance],
    plan_type: &str,
    level: Option<Level>,
    on: Date,
) -> Option<&'a str> {
    let holds = |row: &&Acceptance| row.plan_type == plan_type && row.valid.holds_on(on);
    let own = all.iter().filter(holds).find(|row| row.level.is_some() && row.level == level);
    let any = all.iter().filter(holds).find(|row| row.level.is_none());
    own.or(any).map(|row| row.procedure.as_str())
}

/// The reasons of the pack as known; none before a pack was recorded.
///
/// # Errors
/// As [`reasons_of`].
pub async fn reasons(conn: &mut Conn, files: &Files, known: Known) -> Result<Vec<NoValueReason>, TableError> {
    match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => Ok(Vec::new()),
        pack => reasons_of(&*pack?),
    }
}

fn rows<T>(
    pack: &Pack,
    path: &str,
    columns: &[Column],
    row: impl Fn(&Record) -> Result<T, base::RowError>,
) -> Result<Vec<T>, TableError> {
    // A country without the table has none of it.
    let Ok(text) = pack.text(path) else { return Ok(Vec::new()) };
    Ok(sheets::rows_of(path, text, columns, row)?)
}

fn validity(record: &Record) -> Result<Validity, base::RowError> {
    Validity::new(record.parse("valid_from")?, record.parse_opt("valid_to")?)
        .map_err(|error| record.error("valid_to", error.to_string()))
}

/// What this room refuses of a country pack: tables that cannot be read; a procedure of values whose phases are others than those of
/// a review, that begins elsewhere than under review, never accepts, returns without a reason or to nobody, or whose roles no post
/// plays; values that follow a procedure that nobody declares.
pub fn defects(pack: &Pack) -> Vec<String> {
    let mut found: Vec<String> = reasons_of(pack).err().map(|error| error.to_string()).into_iter().collect();
    // What cannot be read is said by whoever reads it.
    let Ok(procedures) = pack.procedures() else { return found };
    found.extend(procedures.all().iter().filter(|one| one.subject == SUBJECT).flat_map(of_procedure));
    match acceptance_of(pack) {
        Err(error) => found.push(error.to_string()),
        Ok(all) => {
            let absent = all.iter().filter(|row| {
                let declared = procedures.in_force(&row.procedure, row.valid.from(), Date::MAX);
                declared.is_none_or(|one| one.subject != SUBJECT)
            });
            found.extend(absent.map(|row| {
                format!(
                    "{ACCEPTANCE}: {} is no procedure for values on {}; declare it with the subject {SUBJECT}",
                    row.procedure,
                    row.valid.from()
                )
            }));
        }
    }
    found
}

fn of_procedure(procedure: &Procedure) -> Vec<String> {
    let id = procedure.id();
    let phase = |code: &str| {
        let state = procedure.states.iter().find(|state| state.code == code);
        state.and_then(|state| state.phase.parse::<Phase>().ok())
    };
    let mut found = Vec::new();
    for state in procedure.states.iter().filter(|state| phase(&state.code).is_none()) {
        found.push(format!(
            "{id}: the state {} is of no phase of a review: review, returned, accepted",
            state.code
        ));
    }
    if phase(procedure.initial()) != Some(Phase::Review) {
        found.push(format!("{id}: a value begins under review: give its initial state the phase review"));
    }
    if !procedure.states.iter().any(|state| state.is_final && phase(&state.code) == Some(Phase::Accepted)) {
        found.push(format!("{id}: no final state of the phase accepted; add one"));
    }
    let leads = |act: &DeclaredAct| act.to.as_deref().and_then(phase);
    for act in procedure.acts.iter().filter(|act| leads(act) == Some(Phase::Returned) && !act.reason) {
        found.push(format!("{id}: {} returns a value without a reason; ask for one", act.code));
    }
    for state in procedure.states.iter().filter(|state| phase(&state.code) == Some(Phase::Returned)) {
        let again = |act: &&DeclaredAct| act.from.contains(&state.code) && leads(act) == Some(Phase::Review);
        if !procedure.acts.iter().any(|act| again(&act)) {
            found.push(format!("{id}: from {} no act leads back under review; add one", state.code));
        }
    }
    let plays = |code: &str| {
        let posts = procedure.played_by.get(code).into_iter().flatten();
        posts.into_iter().any(|post| authz::ROLES.contains(&post.as_str()))
    };
    let nobody = procedure.roles.iter().filter(|role| !plays(&role.code));
    found.extend(
        nobody.map(|role| format!("{id}: no post plays the role {}; name one in played_by", role.code)),
    );
    found
}
