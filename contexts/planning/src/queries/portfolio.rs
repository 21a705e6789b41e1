//! Every plan, joined.
use std::collections::BTreeMap;
use std::sync::Arc;

use base::Known;
use db::{Conn, memo};
use jiff::civil::Date;

use super::indicators::indicators;
use crate::domain::content::Content;
use crate::domain::portfolio::{Portfolio, TargetCounts};
use crate::store::{TABLES, content};

/// Every version of every plan, whole.
pub async fn contents(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    content::all(conn, known).await
}

/// All plans as known, their trees joined as they stand on a day.
pub async fn portfolio(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Portfolio>, db::Error> {
    let question = on.to_string();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    // Targets are read packed, as whoever judges indicators reads them: here only their number counts.
    let mut counts: BTreeMap<_, TargetCounts> = BTreeMap::new();
    for view in indicators(conn, known, None).await?.iter() {
        let version = counts.entry((view.plan.code.clone(), view.version.code.clone())).or_default();
        let count = view.paths.values().map(|path| path.0.len()).sum();
        version.insert(view.card.code.clone(), count);
    }
    let contents = content::all_but_targets(conn, known).await?;
    let counted = contents.into_iter().map(|content| {
        let key = (content.plan.code.clone(), content.version.code.clone());
        let targets = counts.remove(&key).unwrap_or_default();
        (content, targets)
    });
    let made = Portfolio::of_counted(counted, on);
    Ok(memo::keep(known, &question, made))
}
