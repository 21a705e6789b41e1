//! The program records which alerts are raised, so that anybody can ask since when, and what was raised on any day.
use std::collections::{HashMap, HashSet};

use budget::columnar::Columnar;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{Alert, AlertCode},
    queries::{Asked, Scope, alert_law, gathered},
    store,
};

/// What recording did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Raised for the first time, or again.
    pub raised: usize,
    /// With other signs than before.
    pub changed: usize,
    /// Gone.
    pub cleared: usize,
}

impl Recorded {
    pub const fn is_nothing(self) -> bool {
        self.raised + self.changed + self.cleared == 0
    }
}

/// Compares what holds now with what is recorded, and records the difference; nothing is written where there is none. However
/// often it ran, or not, since when an alert holds is read from the facts where they tell.
///
/// # Errors
/// No country pack; money that cannot be read.
pub async fn record_alerts(ctx: &Ctx, columnar: &dyn Columnar, asked: Asked) -> Result<Recorded, Refusal> {
    let mut read = ctx.db.read().await?;
    let law = alert_law(&mut read, &ctx.files, asked).await?;
    let found = gathered(&mut read, &ctx.files, columnar, (asked, &law), &Scope::All).await?.alerts;
    let before = store::raised::all(&mut read, asked.known).await?;
    drop(read);
    let (opened, closed, recorded) = difference(&found, &before);
    if recorded.is_nothing() {
        return Ok(recorded);
    }
    let mut act = ctx.open("alerts.record_alerts").await?;
    let seq = act.seq();
    // Somebody else recorded meanwhile: the next time will do.
    if store::raised::all(act.conn(), base::Known::NOW).await? != before {
        return Ok(Recorded::default());
    }
    store::raised::close(act.conn(), seq, &closed).await?;
    store::raised::open(act.conn(), seq, &opened).await?;
    let payload = json!({
        "on": asked.on, "raised": recorded.raised, "changed": recorded.changed, "cleared": recorded.cleared,
        "stand": found.len(),
    });
    act.commit("alerts", &payload).await?;
    Ok(recorded)
}

type Opened<'a> = Vec<(&'a Alert, Date)>;

fn difference<'a>(
    found: &'a [Alert],
    before: &HashMap<AlertCode, store::raised::Raised>,
) -> (Opened<'a>, Vec<AlertCode>, Recorded) {
    let (mut opened, mut closed, mut recorded) = (Vec::new(), Vec::new(), Recorded::default());
    let mut gone: HashSet<&AlertCode> = before.keys().collect();
    for alert in found {
        let code = alert.code();
        gone.remove(&code);
        match before.get(&code) {
            None => {
                recorded.raised += 1;
                opened.push((alert, alert.since));
            }
            Some(raised) if raised.triggers != store::raised::triggers(alert) => {
                recorded.changed += 1;
                opened.push((alert, alert.since.min(raised.since)));
                closed.push(code);
            }
            Some(_) => {}
        }
    }
    recorded.cleared = gone.len();
    let mut gone: Vec<AlertCode> = gone.into_iter().cloned().collect();
    gone.sort();
    closed.extend(gone);
    (opened, closed, recorded)
}
