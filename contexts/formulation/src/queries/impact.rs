use std::sync::Arc;

use base::Known;
use db::Conn;
use jiff::civil::Date;
use planning::{
    domain::{content::Content, difference::Difference, reference::PlanRef},
    queries::{LeftHanging, left_hanging},
};

/// What of other plans would be left hanging if a draft took the place of the version that counts today.
pub async fn orphaned(
    conn: &mut Conn,
    at: (Known, Date),
    before: &Content,
    difference: &Difference,
) -> Result<Arc<LeftHanging>, db::Error> {
    let version: PlanRef = before.version.reference(&before.plan.code);
    left_hanging(conn, at, &version, &difference.elements_dropped).await
}
