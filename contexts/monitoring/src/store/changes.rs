//! What was recorded and withdrawn about one subject, read from the recorded time of every table that tells of it.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Conn, RowExt, dynamic, marks};
use planning::domain::reference::ElementRef;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Entity,
    Territory,
    Plan,
    Element,
    Indicator,
    Target,
    Claim,
    Delivery,
    Observation,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Entity,
        Self::Territory,
        Self::Plan,
        Self::Element,
        Self::Indicator,
        Self::Target,
        Self::Claim,
        Self::Delivery,
        Self::Observation,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::Territory => "territory",
            Self::Plan => "plan",
            Self::Element => "element",
            Self::Indicator => "indicator",
            Self::Target => "target",
            Self::Claim => "claim",
            Self::Delivery => "delivery",
            Self::Observation => "observation",
        }
    }

    /// Its table, and what names a row of it and what the row says, as SQL.
    const fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Entity => ("directory_entities", "code", "name"),
            Self::Territory => ("directory_territories", "code", "name"),
            Self::Plan => {
                ("planning_versions", "plan || '@' || version", "state || coalesce(' · ' || instrument, '')")
            }
            Self::Element => ("planning_elements", "plan || '@' || version || '/' || element", "title"),
            Self::Indicator => ("planning_indicators", "plan || '@' || version || '/' || indicator", "name"),
            Self::Target => (
                "planning_targets",
                "plan || '@' || version || '/' || indicator || ' · ' || territory || ' · ' || period",
                "value || coalesce(' – ' || value_high, '')",
            ),
            Self::Claim => ("budget_attributions", "element || ' · ' || pattern", "share_millionths"),
            Self::Delivery => {
                ("budget_units", "delivery || ' · ' || fiscal_year || ' · ' || sec_ejec", "pim_centimos")
            }
            Self::Observation => (
                "monitoring_observations",
                "series || ' · ' || territory || ' · ' || period || \
                 CASE WHEN group_name = '' THEN '' ELSE ' · ' || group_name END || \
                 CASE WHEN edition = '' THEN '' ELSE ' · ' || edition END",
                "value",
            ),
        }
    }
}

/// A condition on the rows of one kind: SQL with `?` for each value.
#[derive(Clone, Debug)]
pub struct About {
    pub kind: Kind,
    pub condition: String,
    pub values: Vec<String>,
}

/// One row opened or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub seq: Seq,
    pub kind: Kind,
    pub name: String,
    pub value: String,
    pub opened: bool,
}

/// The last `count_max` entries before `before` that changed anything the conditions meet, newest first.
pub async fn entries(
    conn: &mut Conn,
    known: Known,
    about: &[About],
    before: Option<Seq>,
    count_max: i64,
) -> Result<Vec<Seq>, db::Error> {
    let bound = before.map_or(known.seq(), |before| known.seq().min(before.0 - 1));
    let mut values: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for one in about {
        let (table, ..) = one.kind.told();
        for column in ["rec_from", "rec_to"] {
            let condition = numbered(&one.condition, values.len() + 3);
            values.extend(one.values.iter().map(String::as_str));
            parts.push(format!("SELECT {column} AS seq FROM {table} WHERE {column} <= $1 AND {condition}"));
        }
    }
    let sql = format!("SELECT seq FROM ({}) told ORDER BY seq DESC LIMIT $2", parts.join(" UNION "));
    let statement = dynamic(sql).bind(bound).bind(count_max);
    let statement = values.into_iter().fold(statement, |statement, value| statement.bind(value.to_owned()));
    let rows = statement.fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok(Seq(row.int("seq")?))).collect()
}

/// What those entries opened and closed, of one kind: of each entry the first `names_max` facts by name, and how
/// many there were. Both sides of a fact come or neither.
pub async fn turns(
    conn: &mut Conn,
    about: &About,
    seqs: &[Seq],
    names_max: i64,
) -> Result<(Vec<Turn>, BTreeMap<Seq, usize>), db::Error> {
    let listed = marks(1, seqs.len());
    let first = seqs.len() + 1;
    let sides = [("rec_from", 1), ("rec_to", 0)].map(|(column, opened)| {
        let mark = first + if opened == 1 { 0 } else { about.values.len() };
        side(about, column, opened, &listed, &numbered(&about.condition, mark))
    });
    let limit = first + about.values.len() * 2;
    let sql = format!(
        "SELECT seq, name, value, opened, names FROM (SELECT told.*, \
         DENSE_RANK() OVER (PARTITION BY seq ORDER BY name) AS nth, \
         DENSE_RANK() OVER (PARTITION BY seq ORDER BY name) \
         + DENSE_RANK() OVER (PARTITION BY seq ORDER BY name DESC) - 1 AS names \
         FROM ({}) told) ranked WHERE nth <= ${limit} ORDER BY seq, nth, opened",
        sides.join(" UNION ALL ")
    );
    let statement = seqs.iter().fold(dynamic(sql), |statement, seq| statement.bind(seq.0));
    let values = about.values.iter().chain(&about.values);
    let statement = values.fold(statement, |statement, value| statement.bind(value.clone()));
    let (mut turns, mut counts) = (Vec::new(), BTreeMap::new());
    for row in statement.bind(names_max).fetch_all(&mut *conn).await? {
        let seq = Seq(row.int("seq")?);
        counts.insert(seq, usize::try_from(row.int("names")?).unwrap_or_default());
        let (name, value) = (row.text("name")?, row.opt_text("value")?.unwrap_or_default());
        turns.push(Turn { seq, kind: about.kind, name, value, opened: row.flag("opened")? });
    }
    Ok((turns, counts))
}

/// The rows that entries opened or closed. Executing units of one delivery are one fact: how many there are, and
/// the sum of their money.
fn side(about: &About, column: &str, opened: i64, listed: &str, condition: &str) -> String {
    let (table, name, value) = about.kind.told();
    let (name, value, group) = match about.kind {
        Kind::Delivery => (
            "delivery || ' · ' || fiscal_year || ' · ' || count(*)",
            "sum(pim_centimos)",
            format!(" GROUP BY {column}, delivery, fiscal_year"),
        ),
        _ => (name, value, String::new()),
    };
    format!(
        "SELECT {column} AS seq, {name} AS name, CAST({value} AS TEXT) AS value, {opened} AS opened \
         FROM {table} WHERE {column} IN ({listed}) AND {condition}{group}"
    )
}

/// Each `?` as the next numbered mark.
fn numbered(condition: &str, first: usize) -> String {
    let mut numbered = String::new();
    let mut mark = first;
    for (at, part) in condition.split('?').enumerate() {
        if at > 0 {
            numbered.push('$');
            numbered.push_str(&mark.to_string());
            mark += 1;
        }
        numbered.push_str(part);
    }
    numbered
}

fn about(kind: Kind, condition: &str, values: &[&str]) -> About {
    let values = values.iter().map(|&value| value.to_owned()).collect();
    About { kind, condition: condition.to_owned(), values }
}

/// All that tells of a body: itself, its plans, what they claim and what is measured of them, its money.
pub fn of_entity(code: &str) -> Vec<About> {
    let plans = "plan IN (SELECT plan FROM planning_plans WHERE entity = ?)";
    // A claim names its element with the version or without.
    let claimed = "EXISTS (SELECT 1 FROM planning_plans own WHERE own.entity = ? AND \
                   substr(element, 1, length(own.plan) + 1) IN (own.plan || '/', own.plan || '@'))";
    let measured = "series IN (SELECT series FROM monitoring_bindings WHERE plan IN \
                    (SELECT plan FROM planning_plans WHERE entity = ?))";
    let units = "sec_ejec IN (SELECT sec_ejec FROM directory_units WHERE entity = ?)";
    let conditions = [
        (Kind::Entity, "code = ?"),
        (Kind::Delivery, units),
        (Kind::Claim, claimed),
        (Kind::Observation, measured),
    ];
    let mut found: Vec<About> =
        conditions.into_iter().map(|(kind, condition)| about(kind, condition, &[code])).collect();
    let of_plans = [Kind::Plan, Kind::Element, Kind::Indicator, Kind::Target];
    found.extend(of_plans.map(|kind| about(kind, plans, &[code])));
    found
}

/// All that tells of a place: itself, its plans, what is promised and measured in it, the money spent from it.
pub fn of_territory(code: &str) -> Vec<About> {
    let below = format!("{code}%");
    let units = "sec_ejec IN (SELECT sec_ejec FROM directory_units WHERE territory LIKE ?)";
    let plans = "plan IN (SELECT plan FROM planning_plans WHERE territory = ?)";
    vec![
        about(Kind::Territory, "code = ?", &[code]),
        about(Kind::Plan, plans, &[code]),
        about(Kind::Target, "territory = ?", &[code]),
        about(Kind::Observation, "territory = ?", &[code]),
        about(Kind::Delivery, units, &[&below]),
    ]
}

/// The codes of an element and of what was ever below it in its version: `?` is the code, the plan, the version.
/// The cross join keeps SQLite from reading the whole version for each step down.
const BELOW: &str = "WITH RECURSIVE below (code) AS (SELECT CAST(? AS TEXT) UNION \
                     SELECT one.element FROM below CROSS JOIN planning_elements one \
                     WHERE one.parent = below.code AND one.plan = ? AND one.version = ?)";

/// Conditions on all that tells of an element and of what is below it.
pub fn of_element(element: &ElementRef) -> Vec<About> {
    let plan = element.plan.plan.to_string();
    let version = element.plan.version.as_ref().map(ToString::to_string).unwrap_or_default();
    let code = element.code.to_string();
    let (plan, version, code) = (plan.as_str(), version.as_str(), code.as_str());
    let own = format!("plan = ? AND version = ? AND element IN ({BELOW} SELECT code FROM below)");
    let indicators = format!("SELECT indicator FROM planning_indicators WHERE {own}");
    let of_own = [plan, version, code, plan, version];
    let about = |kind, condition: String, before: &[&str], after: &[&str]| {
        let values: Vec<&str> = before.iter().chain(after).copied().collect();
        about(kind, &condition, &values)
    };
    let series = format!(
        "series IN (SELECT series FROM monitoring_bindings WHERE plan = ? AND indicator IN ({indicators}))"
    );
    // A claim names its element with the version or without.
    let claimed =
        format!("element IN ({BELOW} SELECT ? || code FROM below UNION ALL SELECT ? || code FROM below)");
    let (bare, exact) = (format!("{plan}/"), format!("{plan}@{version}/"));
    vec![
        about(Kind::Element, own.clone(), &[], &of_own),
        about(Kind::Indicator, own, &[], &of_own),
        about(
            Kind::Target,
            format!("plan = ? AND version = ? AND indicator IN ({indicators})"),
            &[plan, version],
            &of_own,
        ),
        about(Kind::Observation, series, &[plan], &of_own),
        about(Kind::Claim, claimed, &[code, plan, version], &[&bare, &exact]),
    ]
}
