//! Evaluations of public policies, and what the money asks of them. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
mod reading;
mod store;
mod things;

use jiff::{Timestamp, civil::Date, tz::Offset};

pub use things::{Evaluations, Recommendations, Requests};

/// What the procedure of a commitment matrix is about, as the country pack says.
pub const SUBJECT: &str = "evaluation_commitments";
/// Phase in which a matrix binds.
pub const SIGNED: &str = "signed";
/// Rule of the law: which part of the budget programmes is evaluated each year.
pub const SHARE: &str = "evaluation.programmes_share";

/// Where days begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    pub offset: Offset,
}

impl Country {
    pub fn date(self, at: Timestamp) -> Date {
        self.offset.to_datetime(at).date()
    }

    /// The first instant of a day; none at the end of time.
    pub fn begin(self, day: Date) -> Option<Timestamp> {
        self.offset.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).ok()
    }
}

/// What keeps a question from being answered: a defect of the system or of the country pack.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error("{0}")]
    Law(String),
    #[error(transparent)]
    List(#[from] budget::queries::ListError),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "evaluations",
    steps: &[
        db::Step { number: 1, name: "evaluations", sql: include_str!("../migrations/0001_evaluations.sql") },
        db::Step { number: 2, name: "commitments", sql: include_str!("../migrations/0002_commitments.sql") },
        db::Step { number: 3, name: "requests", sql: include_str!("../migrations/0003_requests.sql") },
        db::Step {
            number: 4,
            name: "recommendations",
            sql: include_str!("../migrations/0004_recommendations.sql"),
        },
        db::Step { number: 5, name: "appraisals", sql: include_str!("../migrations/0005_appraisals.sql") },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "evaluations", toml: include_str!("../publish.toml") };

/// Who may do what with evaluations, commitments and requests.
pub const POLICIES: authz::Part = authz::Part {
    context: "evaluations",
    policies: include_str!("../policies/evaluations.cedar"),
    schema: include_str!("../policies/evaluations.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "evaluations",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

/// Digests of every file that this room names, for `verify`.
///
/// # Errors
/// A database that cannot be read.
pub async fn stored_files(conn: &mut db::Conn) -> Result<Vec<base::Digest>, db::Error> {
    store::commitments::files(conn).await
}

/// What this room refuses of a country pack: a procedure of matrices that never leads to a signed one, or whose roles no post
/// plays.
pub fn pack_defects(pack: &pack::Pack) -> Vec<String> {
    // What cannot be read is said by whoever reads it.
    let checklists = reading::checklists(pack).err().map(|error| error.to_string());
    let Ok(procedures) = pack.procedures() else { return checklists.into_iter().collect() };
    let matrices = procedures.all().iter().filter(|one| one.subject == SUBJECT).flat_map(defects);
    matrices.chain(checklists).collect()
}

fn defects(procedure: &workflow::Procedure) -> Vec<String> {
    let id = procedure.id();
    let signs = procedure.states.iter().any(|state| state.phase == SIGNED && state.is_final);
    let unsigned = (!signs).then(|| format!("{id}: no final state of the phase {SIGNED}; add one"));
    let plays = |code: &str| {
        let posts = procedure.played_by.get(code).into_iter().flatten();
        posts.into_iter().any(|post| authz::ROLES.contains(&post.as_str()))
    };
    let nobody = procedure.roles.iter().filter(|role| !plays(&role.code));
    let nobody =
        nobody.map(|role| format!("{id}: no post plays the role {}; name one in played_by", role.code));
    unsigned.into_iter().chain(nobody).collect()
}

#[cfg(test)]
mod tests;
