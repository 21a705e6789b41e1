//! Plans and their versions.
use std::collections::BTreeMap;

use base::codes::EntityCode;
use base::{Known, Seq};
use db::Conn;
use jiff::civil::Date;

use crate::domain::content::Content;
use crate::domain::difference::{Difference, difference as compare};
use crate::domain::plan::{Plan, Version, current};
use crate::domain::reference::PlanRef;
use crate::store::content;

/// Versions of all plans, or of one entity's, by plan and version code.
pub async fn plans(
    conn: &mut Conn,
    known: Known,
    entity: Option<&EntityCode>,
) -> Result<Vec<(Plan, Version)>, db::Error> {
    let all = content::versions(conn, known).await?;
    let wanted = |plan: &Plan| entity.is_none_or(|e| plan.entity.as_ref() == Some(e));
    Ok(all.values().filter(|(plan, _)| wanted(plan)).cloned().collect())
}

/// By which entry each version of each plan was first recorded.
pub async fn first_recorded(conn: &mut Conn, known: Known) -> Result<BTreeMap<PlanRef, Seq>, db::Error> {
    content::first_recorded(conn, known).await
}

/// One version whole. Without a version code, the one that counts on the day.
pub async fn plan(
    conn: &mut Conn,
    known: Known,
    on: Date,
    at: &PlanRef,
) -> Result<Option<Content>, db::Error> {
    if at.version.is_some() {
        return content::one(conn, known, at).await;
    }
    let all = content::of_plan(conn, known, &at.plan).await?;
    let version = current(all.iter().map(|content| &content.version), on).map(|version| &version.code);
    Ok(all.iter().find(|content| Some(&content.version.code) == version).cloned())
}

/// What the second version changed in the first; `None` if one of them is not recorded.
pub async fn difference(
    conn: &mut Conn,
    known: Known,
    old: &PlanRef,
    new: &PlanRef,
) -> Result<Option<Difference>, db::Error> {
    let old = content::one(conn, known, old).await?;
    let new = content::one(conn, known, new).await?;
    Ok(old.zip(new).map(|(old, new)| compare(&old, &new)))
}
