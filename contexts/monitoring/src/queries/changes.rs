//! What changed of a body, a place or an element, entry by entry of the journal, newest first.
use std::collections::BTreeMap;

use base::codes::{EntityCode, TerritoryCode};
use base::{Known, Seq};
use db::Conn;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::Entry;
use planning::domain::reference::ElementRef;
use planning::domain::removal::removal;

pub use crate::store::changes::Kind;
use crate::store::changes::{self, About, Turn};

/// Whose changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    Entity(EntityCode),
    Territory(TerritoryCode),
    /// Of the element and what is below it in its own plan.
    Element(ElementRef),
}

/// A fact before and after; one of them is absent where it was added or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    pub kind: Kind,
    /// Codes that name the fact.
    pub name: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What one entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub seq: Seq,
    pub at: Timestamp,
    pub command: String,
    pub changes: Vec<Change>,
}

/// A page of steps, and the entry before which the next page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub steps: Vec<Step>,
    pub next: Option<Seq>,
}

/// Steps of one page.
const STEPS_MAX: usize = 20;
/// Rows of one kind that are read for a page: an import may bring millions.
const ROWS_MAX: i64 = 2_000;

/// `None` where there is no such element.
pub async fn changes(
    conn: &mut Conn,
    known: Known,
    on: Date,
    whose: &Whose,
    before: Option<Seq>,
) -> Result<Option<Changes>, journal::Error> {
    let Some(about) = about(conn, known, on, whose).await? else { return Ok(None) };
    let more = i64::try_from(STEPS_MAX + 1).unwrap_or(i64::MAX);
    let mut seqs = changes::entries(conn, known, &about, before, more).await?;
    let next = (seqs.len() > STEPS_MAX).then(|| seqs.get(STEPS_MAX - 1).copied()).flatten();
    seqs.truncate(STEPS_MAX);
    if seqs.is_empty() {
        return Ok(Some(Changes::default()));
    }
    let mut turns: BTreeMap<Seq, Vec<Turn>> = BTreeMap::new();
    for one in &about {
        for turn in changes::turns(conn, one, &seqs, ROWS_MAX).await? {
            turns.entry(turn.seq).or_default().push(turn);
        }
    }
    let entries = journal::entries(conn, &seqs).await?;
    let step = |entry: Entry| Step {
        changes: paired(turns.remove(&entry.seq).unwrap_or_default()),
        seq: entry.seq,
        at: entry.at,
        command: entry.command,
    };
    let mut steps: Vec<Step> = entries.into_iter().map(step).collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.seq));
    Ok(Some(Changes { steps, next }))
}

/// A row closed and another opened under one name by one entry is a change of it.
fn paired(turns: Vec<Turn>) -> Vec<Change> {
    let mut found: BTreeMap<(Kind, String), Change> = BTreeMap::new();
    for turn in turns {
        let key = (turn.kind, turn.name.clone());
        let change = found.entry(key).or_insert_with(|| Change {
            kind: turn.kind,
            name: turn.name,
            before: None,
            after: None,
        });
        let side = if turn.opened { &mut change.after } else { &mut change.before };
        *side = Some(turn.value);
    }
    found.into_values().collect()
}

async fn about(
    conn: &mut Conn,
    known: Known,
    on: Date,
    whose: &Whose,
) -> Result<Option<Vec<About>>, journal::Error> {
    let of = |kind, condition: &str, values: &[&str]| About {
        kind,
        condition: condition.to_owned(),
        values: values.iter().map(|&value| value.to_owned()).collect(),
    };
    Ok(match whose {
        Whose::Entity(code) => {
            let code = code.as_str();
            let plans = "plan IN (SELECT plan FROM planning_plans WHERE entity = ?)";
            let units = "sec_ejec IN (SELECT sec_ejec FROM directory_units WHERE entity = ?)";
            let mut about = vec![of(Kind::Entity, "code = ?", &[code]), of(Kind::Delivery, units, &[code])];
            let of_plans = [Kind::Plan, Kind::Element, Kind::Indicator, Kind::Target];
            about.extend(of_plans.map(|kind| of(kind, plans, &[code])));
            Some(about)
        }
        Whose::Territory(code) => {
            let code = code.as_str();
            let below = format!("{code}%");
            let units = "sec_ejec IN (SELECT sec_ejec FROM directory_units WHERE territory LIKE ?)";
            let plans = "plan IN (SELECT plan FROM planning_plans WHERE territory = ?)";
            Some(vec![
                of(Kind::Territory, "code = ?", &[code]),
                of(Kind::Plan, plans, &[code]),
                of(Kind::Target, "territory = ?", &[code]),
                of(Kind::Observation, "territory = ?", &[code]),
                of(Kind::Delivery, units, &[&below]),
            ])
        }
        Whose::Element(element) => {
            let all = planning::queries::portfolio(conn, known, on).await?;
            let Some(at) = all.find(element) else { return Ok(None) };
            let gone = removal(&all, at).gone;
            let names: Vec<ElementRef> = gone.iter().filter_map(|at| all.reference(*at)).collect();
            Some(of_elements(&names))
        }
    })
}

/// Conditions on all that tells of some elements of one version.
fn of_elements(names: &[ElementRef]) -> Vec<About> {
    let Some(first) = names.first() else { return Vec::new() };
    let plan = first.plan.plan.to_string();
    let version = first.plan.version.as_ref().map(ToString::to_string).unwrap_or_default();
    let codes: Vec<String> = names.iter().map(|name| name.code.to_string()).collect();
    let listed = vec!["?"; codes.len()].join(",");
    let own = format!("plan = ? AND version = ? AND element IN ({listed})");
    let indicators = format!("SELECT indicator FROM planning_indicators WHERE {own}");
    let with = |first: &[&String]| -> Vec<String> {
        first.iter().map(|&value| value.clone()).chain(codes.iter().cloned()).collect()
    };
    let bare = names.iter().map(|name| format!("{plan}/{}", name.code));
    let exact = names.iter().map(ToString::to_string);
    let claimed: Vec<String> = bare.chain(exact).collect();
    let about = |kind, condition: String, values| About { kind, condition, values };
    vec![
        about(Kind::Element, own.clone(), with(&[&plan, &version])),
        about(Kind::Indicator, own, with(&[&plan, &version])),
        about(
            Kind::Target,
            format!("plan = ? AND version = ? AND indicator IN ({indicators})"),
            with(&[&plan, &version, &plan, &version]),
        ),
        about(
            Kind::Observation,
            format!(
                "series IN (SELECT series FROM monitoring_bindings WHERE plan = ? AND indicator IN ({indicators}))"
            ),
            with(&[&plan, &plan, &version]),
        ),
        about(Kind::Claim, format!("element IN ({})", vec!["?"; claimed.len()].join(",")), claimed),
    ]
}
