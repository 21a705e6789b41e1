//! Plans on their way to become law. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;
mod things;

use jiff::{Timestamp, civil::Date, tz::Offset};

pub use things::PlanCases;

/// Phase by which a plan is in force.
pub const APPROVED: &str = "approved";
/// What procedures of plans are about.
const SUBJECT: &str = "plan_version";
/// Kind of document that is the plan itself.
pub const DRAFT: &str = "draft";

/// Where days begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    pub offset: Offset,
}

impl Country {
    pub fn date(self, at: Timestamp) -> Date {
        self.offset.to_datetime(at).date()
    }
}

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "formulation",
    steps: &[
        db::Step { number: 1, name: "cases", sql: include_str!("../migrations/0001_formulation.sql") },
        db::Step {
            number: 2,
            name: "consultations",
            sql: include_str!("../migrations/0002_consultations.sql"),
        },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "formulation", toml: include_str!("../publish.toml") };

/// Who may do what with plans on their way.
pub const POLICIES: authz::Part = authz::Part {
    context: "formulation",
    policies: include_str!("../policies/formulation.cedar"),
    schema: include_str!("../policies/formulation.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "formulation",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

/// Digests of every file that a case names, for `verify`.
pub async fn stored_files(conn: &mut db::Conn) -> Result<Vec<base::Digest>, db::Error> {
    store::files(conn).await
}

/// What this room refuses of a country pack: plans that follow no declared procedure, or two at once.
pub fn pack_defects(pack: &pack::Pack) -> Vec<String> {
    // Any day will do to read the table of types.
    let day = jiff::civil::Date::constant(2016, 1, 1);
    let Ok((law, procedures)) = pack.law().and_then(|law| Ok((law, pack.procedures()?))) else {
        // Said by whoever reads them.
        return Vec::new();
    };
    let Ok(law) = planning::reading::frame::Law::of(pack, &law.rulebook, day, day) else { return Vec::new() };
    let types: Vec<&str> = law.frame.types.keys().map(String::as_str).collect();
    let checked = procedures::queries::checked(pack, &procedures, &types);
    let unread = checked.err().map(|error| error.to_string());
    unread.into_iter().chain(procedures.all().iter().flat_map(players)).collect()
}

/// What is wrong with who plays the roles of a procedure of plans: in each of them a post of the state acts.
fn players(procedure: &workflow::Procedure) -> Vec<String> {
    if procedure.subject != SUBJECT {
        return Vec::new();
    }
    let id = procedure.id();
    let posts = procedure.played_by.values().flatten();
    let unknown = posts.filter(|post| !authz::ROLES.contains(&post.as_str()));
    let unknown = unknown
        .map(|post| format!("{id}: played_by names the post {post}, which posts/roles.csv does not hold"));
    let unplayed = |code: &str| procedure.played_by.get(code).is_none_or(Vec::is_empty);
    let nobody = procedure.roles.iter().filter(|role| unplayed(&role.code));
    let nobody =
        nobody.map(|role| format!("{id}: no post plays the role {}; name one in played_by", role.code));
    unknown.chain(nobody).collect()
}
