use base::{Known, codes::EntityCode};
use db::{Conn, Error, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::domain::{
    portfolio::VersionNode,
    reference::{IndicatorRef, PlanRef},
};

use crate::{
    Unread,
    domain::appraisal::{Appraisal, Appraised, Checklist},
    reading, store,
};

/// Checklists in use on a day; none before a country pack was known.
///
/// # Errors
/// A pack that cannot be read.
pub async fn checklists(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    on: Date,
) -> Result<Vec<Checklist>, Unread> {
    let pack = match Pack::known(conn, files, known).await {
        Ok(pack) => pack,
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut all = reading::checklists(&pack).map_err(|error| Unread::Law(error.to_string()))?;
    all.retain(|one| one.is_in_use(on));
    Ok(all)
}

/// Every appraisal, by checklist and subject.
///
/// # Errors
/// A database that cannot be read.
pub async fn appraisals(conn: &mut Conn, known: Known) -> Result<Vec<Appraisal>, Error> {
    store::appraisals::all(conn, known).await
}

/// The appraisal of something by a checklist; none where nobody answered it.
///
/// # Errors
/// A database that cannot be read.
pub async fn appraisal(
    conn: &mut Conn,
    known: Known,
    checklist: &str,
    subject: &str,
) -> Result<Option<Appraisal>, Error> {
    store::appraisals::one(conn, known, checklist, subject).await
}

/// What is called so on a day, by its code as it is written down; none where there is nothing. An indicator of any version is named
/// without it: an update is looked at before it is in force.
///
/// # Errors
/// A database that cannot be read.
pub async fn subject(
    conn: &mut Conn,
    (known, on): (Known, Date),
    about: Appraised,
    code: &str,
) -> Result<Option<String>, Error> {
    match about {
        Appraised::Entity => {
            let Ok(code) = EntityCode::new(code.trim()) else { return Ok(None) };
            let found = directory::queries::body(conn, known, on, &code).await?;
            Ok(found.map(|_| code.to_string()))
        }
        Appraised::Indicator => {
            let Ok(at) = code.trim().parse::<IndicatorRef>() else { return Ok(None) };
            let plan = PlanRef { plan: at.plan.plan.clone(), version: None };
            let all = planning::queries::portfolio(conn, known, on).await?;
            let versions: Vec<PlanRef> = all.versions_of(&plan.plan).map(VersionNode::reference).collect();
            for version in versions {
                let content = planning::queries::plan(conn, known, on, &version).await?;
                if content.is_some_and(|content| content.indicators.contains_key(&at.code)) {
                    return Ok(Some(IndicatorRef { plan, code: at.code }.to_string()));
                }
            }
            Ok(None)
        }
    }
}
