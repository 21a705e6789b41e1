//! `planning_packed_targets`: all targets of an indicator and a territory in one text.
use std::collections::BTreeMap;

use base::{
    Known, Period,
    codes::{IndicatorCode, PlanCode, TerritoryCode, VersionCode},
};
use db::{Conn, Row, RowExt, Value};

use super::facts::{Fact, Of, rows, version_values};
use crate::domain::reference::PlanRef;
use crate::domain::target::{Goal, Target, TargetKey};

/// Goals by period, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<(Period, Goal)>);

/// An indicator and a territory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathKey {
    pub indicator: IndicatorCode,
    pub territory: TerritoryCode,
}

/// Packs the targets of a version.
pub fn pack(targets: &BTreeMap<TargetKey, Target>) -> BTreeMap<PathKey, Path> {
    let mut packed: BTreeMap<PathKey, Path> = BTreeMap::new();
    for (key, target) in targets {
        let at = PathKey { indicator: key.indicator.clone(), territory: key.territory.clone() };
        packed.entry(at).or_default().0.push((key.period, target.goal));
    }
    packed
}

/// Every path of every version as known, in one pass; of one version if named.
pub async fn all(
    conn: &mut Conn,
    known: Known,
    of: Option<&PlanRef>,
) -> Result<Vec<((PlanCode, VersionCode), PathKey, Path)>, db::Error> {
    let mut found = Vec::new();
    rows::<Path>(conn, known, of.map_or(Of::All, Of::Version), |row| {
        let (key, path) = Path::read(row)?;
        found.push(((row.parsed("plan")?, row.parsed("version")?), key, path));
        Ok(())
    })
    .await?;
    Ok(found)
}

impl Fact for Path {
    const TABLE: &'static str = "planning_packed_targets";
    const COLUMNS: &'static [&'static str] = &["plan", "version", "indicator", "territory", "points"];
    const KEY_LEN: usize = 4;
    type Key = PathKey;

    fn key_values(plan: &PlanRef, key: &PathKey) -> Vec<Value> {
        let mut values = version_values(plan);
        values.extend([key.indicator.to_string().into(), key.territory.to_string().into()]);
        values
    }

    fn body_values(&self) -> Vec<Value> {
        let line = |(period, goal): &(Period, Goal)| match goal.high {
            Some(high) => format!("{period}={}..{high}", goal.value),
            None => format!("{period}={}", goal.value),
        };
        vec![self.0.iter().map(line).collect::<Vec<_>>().join("\n").into()]
    }

    fn read(row: &Row) -> Result<(PathKey, Self), db::Error> {
        let key = PathKey { indicator: row.parsed("indicator")?, territory: row.parsed("territory")? };
        let points = row.text("points")?;
        let path = points.lines().map(|line| {
            point(line).ok_or_else(|| db::Error::Corrupt {
                column: "points".to_owned(),
                value: line.to_owned(),
                expected: "PERIOD=VALUE",
            })
        });
        Ok((key, Self(path.collect::<Result<_, _>>()?)))
    }
}

fn point(line: &str) -> Option<(Period, Goal)> {
    let (period, goal) = line.split_once('=')?;
    let (value, high) = goal.split_once("..").map_or((goal, None), |(value, high)| (value, Some(high)));
    let high = match high {
        Some(high) => Some(high.parse().ok()?),
        None => None,
    };
    Some((period.parse().ok()?, Goal { value: value.parse().ok()?, high }))
}
