//! The log of target changes, and the one change nobody should make: a target lowered after its result
//! was known.
use std::collections::HashMap;

use base::{Seq, codes::IndicatorCode};
use jiff::civil::Date;

use super::target::{Goal, Move, Target, TargetKey, compare};
use super::words::Sense;

/// One recorded version of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub key: TargetKey,
    pub target: Target,
    pub rec_from: Seq,
    pub rec_to: Seq,
    /// Day on which it was recorded.
    pub recorded_on: Date,
    /// Day on which it was withdrawn or replaced; none while it stands.
    pub closed_on: Option<Date>,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub key: TargetKey,
    pub old: Option<Goal>,
    pub new: Option<Goal>,
    pub made: Made,
    pub seq: Seq,
    pub on: Date,
    pub rationale: Option<String>,
    /// Day on which the result was known, where the target was lowered or withdrawn on that day or later.
    pub after_result_of: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    Set,
    Withdrawn,
    Moved(Move),
}

/// Senses that cards state.
pub type Senses = HashMap<IndicatorCode, Sense>;

/// When the result of a target was first known.
pub type ResultDates = HashMap<TargetKey, Date>;

/// Every change in order of recording. `senses` by indicator; `results` first days of publication.
pub fn changes(mut recorded: Vec<Recorded>, senses: &Senses, results: &ResultDates) -> Vec<Change> {
    recorded.sort_by(|a, b| (&a.key, a.rec_from).cmp(&(&b.key, b.rec_from)));
    let mut log = Vec::new();
    for (i, entry) in recorded.iter().enumerate() {
        let previous = i.checked_sub(1).and_then(|p| recorded.get(p));
        let replaced = previous.filter(|p| p.key == entry.key && p.rec_to == entry.rec_from);
        let sense = senses.get(&entry.key.indicator).copied();
        log.extend(opening(entry, replaced, sense, results));
        let next = recorded.get(i + 1);
        let continues = next.is_some_and(|n| n.key == entry.key && n.rec_from == entry.rec_to);
        if entry.rec_to != Seq::OPEN && !continues {
            log.push(withdrawal(entry, results));
        }
    }
    log.sort_by(|a, b| (a.seq, &a.key).cmp(&(b.seq, &b.key)));
    log
}

fn opening(
    entry: &Recorded,
    replaced: Option<&Recorded>,
    sense: Option<Sense>,
    results: &ResultDates,
) -> Option<Change> {
    let made = match replaced {
        None => Made::Set,
        Some(old) => match compare(sense, old.target.goal, entry.target.goal) {
            Move::Same => return None,
            moved => Made::Moved(moved),
        },
    };
    // What the plan says of itself must not hide when it was in fact recorded: the later day counts.
    let on = entry.target.set_on.map_or(entry.recorded_on, |set| set.max(entry.recorded_on));
    let lowered = made == Made::Moved(Move::Lowered);
    Some(Change {
        key: entry.key.clone(),
        old: replaced.map(|old| old.target.goal),
        new: Some(entry.target.goal),
        made,
        seq: entry.rec_from,
        on,
        rationale: entry.target.rationale.clone(),
        after_result_of: known_by(results, &entry.key, on).filter(|_| lowered),
    })
}

fn withdrawal(entry: &Recorded, results: &ResultDates) -> Change {
    let on = entry.closed_on.unwrap_or(entry.recorded_on);
    Change {
        key: entry.key.clone(),
        old: Some(entry.target.goal),
        new: None,
        made: Made::Withdrawn,
        seq: entry.rec_to,
        on,
        rationale: None,
        after_result_of: known_by(results, &entry.key, on),
    }
}

fn known_by(results: &ResultDates, key: &TargetKey, on: Date) -> Option<Date> {
    results.get(key).copied().filter(|known| *known <= on)
}
