//! Whole versions into the tables: only what differs from the known is written.
use std::collections::BTreeMap;

use base::Seq;
use db::Conn;

pub use super::facts::Written;
use super::facts::replace;
use super::links;
use super::packed::pack;
use crate::domain::content::Content;
use crate::domain::plan::Plan;

/// Makes `new` the known content of its version; `old` is what is known of it now.
pub async fn content(
    conn: &mut Conn,
    seq: Seq,
    known_plan: Option<&Plan>,
    old: Option<&Content>,
    new: &Content,
) -> Result<Written, db::Error> {
    let at = new.version.reference(&new.plan.code);
    let code = &new.version.code;
    let mut written = Written::default();
    let plan_before: BTreeMap<_, _> =
        known_plan.map(|plan| (plan.code.clone(), plan.clone())).into_iter().collect();
    let plan_now = BTreeMap::from([(new.plan.code.clone(), new.plan.clone())]);
    written += replace(conn, seq, &at, &plan_before, &plan_now).await?;
    let version_before: BTreeMap<_, _> = old.map(|c| (code.clone(), c.version.clone())).into_iter().collect();
    let version_now = BTreeMap::from([(code.clone(), new.version.clone())]);
    written += replace(conn, seq, &at, &version_before, &version_now).await?;
    let (elements, indicators, targets) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    written += replace(conn, seq, &at, old.map_or(&elements, |c| &c.elements), &new.elements).await?;
    // A copy for reading: it is not counted.
    links::replace(conn, seq, old.map_or(&elements, |c| &c.elements), new).await?;
    written += replace(conn, seq, &at, old.map_or(&indicators, |c| &c.indicators), &new.indicators).await?;
    let before = old.map_or(&targets, |c| &c.targets);
    written += replace(conn, seq, &at, before, &new.targets).await?;
    // A copy for reading: it is not counted.
    replace(conn, seq, &at, &pack(before), &pack(&new.targets)).await?;
    Ok(written)
}
