//! `planning_targets`.
use base::Seq;
use base::codes::IndicatorCode;
use db::{Conn, Row, RowExt, Value, query};

use super::facts::{Fact, text, version_values};
use crate::domain::reference::PlanRef;
use crate::domain::target::{Goal, Target, TargetKey};

impl Fact for Target {
    const TABLE: &'static str = "planning_targets";
    const COLUMNS: &'static [&'static str] = &[
        "plan",
        "version",
        "indicator",
        "territory",
        "period",
        "value",
        "value_high",
        "rationale",
        "set_on",
    ];
    const KEY_LEN: usize = 5;
    type Key = TargetKey;

    fn key_values(plan: &PlanRef, key: &TargetKey) -> Vec<Value> {
        let mut values = version_values(plan);
        values.extend([
            key.indicator.to_string().into(),
            key.territory.to_string().into(),
            key.period.to_string().into(),
        ]);
        values
    }

    fn body_values(&self) -> Vec<Value> {
        vec![
            self.goal.value.to_string().into(),
            text(self.goal.high.as_ref()),
            self.rationale.clone().into(),
            text(self.set_on.as_ref()),
        ]
    }

    fn read(row: &Row) -> Result<(TargetKey, Self), db::Error> {
        let key = TargetKey {
            indicator: row.parsed("indicator")?,
            territory: row.parsed("territory")?,
            period: row.parsed("period")?,
        };
        let goal = Goal { value: row.parsed("value")?, high: row.opt_parsed("value_high")? };
        Ok((key, Self { goal, rationale: row.opt_text("rationale")?, set_on: row.opt_parsed("set_on")? }))
    }
}

/// Every version of every target of an indicator, or of all, that was ever recorded up to `known`, with the
/// entries that opened and closed it.
pub async fn recorded(
    conn: &mut Conn,
    known: base::Known,
    plan: &PlanRef,
    indicator: Option<&IndicatorCode>,
) -> Result<Vec<(TargetKey, Target, Seq, Seq)>, db::Error> {
    let sql = "SELECT indicator, territory, period, value, value_high, rationale, set_on, rec_from, rec_to \
               FROM planning_targets WHERE plan = $1 AND version = $2 AND ($3 = '' OR indicator = $3) \
               AND rec_from <= $4 ORDER BY indicator, territory, period, rec_from";
    let rows = query(sql)
        .bind(plan.plan.to_string())
        .bind(plan.version.as_ref().map(ToString::to_string).unwrap_or_default())
        .bind(indicator.map(ToString::to_string).unwrap_or_default())
        .bind(known.seq())
        .fetch_all(&mut *conn)
        .await?;
    rows.iter()
        .map(|row| {
            let (key, target) = Target::read(row)?;
            let closed = Seq(row.int("rec_to")?);
            // A version that was closed later still stood as far as was known then.
            let rec_to = if closed.0 > known.seq() { Seq::OPEN } else { closed };
            Ok((key, target, Seq(row.int("rec_from")?), rec_to))
        })
        .collect()
}
