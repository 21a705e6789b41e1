//! What changed of a body, a place or an element, entry by entry of the journal, newest first.
use std::collections::BTreeMap;

use base::codes::{EntityCode, TerritoryCode};
use base::{Known, Seq};
use db::Conn;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::Entry;
use planning::domain::reference::ElementRef;

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
    /// Facts that it changed too and that are not read here.
    pub left_out: usize,
}

/// A page of steps, and the entry before which the next page begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub steps: Vec<Step>,
    pub next: Option<Seq>,
}

/// Steps of one page.
const STEPS_MAX: usize = 20;

/// Of each entry and kind at most `names_max` facts: an import may bring millions. `None` where there is no such element.
pub async fn changes(
    conn: &mut Conn,
    known: Known,
    on: Date,
    whose: &Whose,
    before: Option<Seq>,
    names_max: i64,
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
    let mut counts: BTreeMap<Seq, usize> = BTreeMap::new();
    for one in &about {
        let (found, names) = changes::turns(conn, one, &seqs, names_max).await?;
        for turn in found {
            turns.entry(turn.seq).or_default().push(turn);
        }
        for (seq, names) in names {
            *counts.entry(seq).or_default() += names;
        }
    }
    let entries = journal::entries(conn, &seqs).await?;
    let step = |entry: Entry| {
        let changes = paired(turns.remove(&entry.seq).unwrap_or_default());
        let left_out = counts.get(&entry.seq).map_or(0, |count| count.saturating_sub(changes.len()));
        Step { changes, left_out, seq: entry.seq, at: entry.at, command: entry.command }
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
    Ok(match whose {
        Whose::Entity(code) => Some(changes::of_entity(code.as_str())),
        Whose::Territory(code) => Some(changes::of_territory(code.as_str())),
        Whose::Element(element) => {
            let all = planning::queries::portfolio(conn, known, on).await?;
            let found = all.find(element).and_then(|at| all.reference(at));
            found.map(|element| changes::of_element(&element))
        }
    })
}
