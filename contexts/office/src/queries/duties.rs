use std::collections::BTreeMap;

use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use directory::{
    actions::{RoleWords, StandingError, role_words},
    domain::Entity,
};
use jiff::{ToSpan, civil::Date, tz::Offset};
use monitoring::{
    domain::Status,
    queries::{
        entity_findings::entity_findings,
        entry::{Asked, OwedValue, owed_values},
        held_plans::{HeldPlan, held_plans},
        rules::{RulesError, country_rules},
        standings::{Scope, Standing, standings},
    },
};
use pack::Pack;
use planning::{
    domain::check::Finding,
    reading::frame::{FrameError, Law},
};

use super::{Undertaking, undertakings};

/// How far ahead an official looks on coming in.
const COMING_DAYS: i64 = 31;

/// The state and the day as of which duties are asked.
#[derive(Clone, Copy, Debug)]
pub struct Dates {
    pub known: Known,
    pub on: Date,
    /// Where the country is, for days of steps taken.
    pub offset: Offset,
}

/// What the posts of a body answer for.
#[derive(Clone, Debug)]
pub struct Duties {
    pub entity: Entity,
    /// Plans of the body, of each the version that counts.
    pub plans: Vec<HeldPlan>,
    /// Indicators of its plans whose measurement is overdue.
    pub overdue: Vec<Standing>,
    /// Indicators in all.
    pub indicators: usize,
    /// Values that fall due within a month.
    pub coming: Vec<OwedValue>,
    /// Commitments, recommendations and decisions of reviews that are open.
    pub undertakings: Vec<Undertaking>,
    /// What the checks found in its plans, and the plans that it owes.
    pub findings: Vec<Finding>,
    pub roles: BTreeMap<&'static str, RoleWords>,
}

#[derive(Debug, thiserror::Error)]
pub enum DutiesError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Standing(#[from] StandingError),
    #[error(transparent)]
    Law(#[from] FrameError),
    #[error(transparent)]
    Rules(#[from] RulesError),
}

/// Duties of a body's posts; none where there is no such body on the day.
pub async fn duties(
    conn: &mut Conn,
    files: &Files,
    dates: Dates,
    code: &EntityCode,
) -> Result<Option<Duties>, DutiesError> {
    let Dates { known, on, offset } = dates;
    let all = directory::queries::entities(conn, known, on).await?;
    let Some(entity) = all.get(code.as_str()).cloned() else { return Ok(None) };
    let plans = held_plans(conn, known, on, |plan| plan.entity.as_ref() == Some(code)).await?;
    let rules = country_rules(conn, files, known, on, on).await?;
    let standing = standings(conn, known, on, &rules, &Scope::Entity(code.clone())).await?;
    let indicators = standing.len();
    let overdue = standing.into_iter().filter(|one| one.status == Status::Overdue).collect();
    let until = on.saturating_add(COMING_DAYS.days());
    let owed = owed_values(conn, Asked { known, today: on }, until, (&rules, code)).await?;
    let coming = owed.into_iter().filter(|one| !one.is_late).collect();
    let pack = Pack::known(conn, files, known).await?;
    let rulebook = Pack::law_known(conn, files, known).await?;
    // As every page of it says: by the law as it is today.
    let law = Law::of(&pack, &rulebook.rulebook, on, on)?;
    let findings = entity_findings(conn, known, (on, on), &law, code).await?;
    let roles = role_words(&pack)?;
    let undertakings = undertakings(conn, known, (on, offset), code).await?;
    Ok(Some(Duties { entity, plans, overdue, indicators, coming, undertakings, findings, roles }))
}
