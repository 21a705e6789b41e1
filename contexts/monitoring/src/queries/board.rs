//! The submission board: of every body and every month, which of the values that its officials owe came when.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base::codes::{EntityCode, TerritoryCode};
use base::{Known, Period, Seq};
use db::{Conn, memo};
use jiff::civil::{Date, date};
use jiff::tz::Offset;

use super::entry::Sources;
use super::standings::{Scope, evidence, selected};
use crate::actions::import_observations::own_series;
use crate::domain::Rules;
use crate::domain::board::{Submission, Tally, due_between, submission};
use crate::store::observations;

/// Whose board, and of when.
#[derive(Clone, Debug)]
pub struct BoardAsked {
    pub known: Known,
    pub on: Date,
    /// Year in which values fall due.
    pub year: i16,
    /// Where days begin.
    pub offset: Offset,
    pub scope: Scope,
}

/// A value that fell due, or will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub entity: EntityCode,
    /// `PLAN@VERSION/CODE`.
    pub indicator: String,
    pub name: String,
    pub name_en: Option<String>,
    pub territory: Option<TerritoryCode>,
    pub period: Period,
    pub due_on: Date,
    pub recorded_on: Option<Date>,
    pub what: Submission,
    pub sample: bool,
}

/// The values of a year's board, in order of body, due day and indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub values: Vec<Submitted>,
    /// By body and month, `1..=12`.
    pub months: BTreeMap<EntityCode, BTreeMap<i8, Tally>>,
}

impl Board {
    /// All months of a body together.
    pub fn of_entity(&self, entity: &EntityCode) -> Tally {
        let all = self.months.get(entity).into_iter().flat_map(BTreeMap::values);
        all.fold(Tally::default(), |sum, tally| sum.with(*tally))
    }

    pub fn total(&self) -> Tally {
        self.months.values().flat_map(BTreeMap::values).fold(Tally::default(), |sum, tally| sum.with(*tally))
    }
}

/// Judged by the rules of the day. What another source measures, no official can deliver, and is no part of it.
pub async fn board(conn: &mut Conn, asked: &BoardAsked, rules: &Rules) -> Result<Arc<Board>, journal::Error> {
    let question = format!("{} {} {:?} {rules:?}", asked.year, asked.on, asked.scope);
    if let Some(found) = memo::recall::<Board>(asked.known, &question) {
        return Ok(found);
    }
    let (from, until) = (date(asked.year, 1, 1), date(asked.year, 12, 31));
    let found = selected(conn, asked.known, asked.on, &asked.scope).await?;
    let evidence = evidence(conn, asked.known, &found).await?;
    let sources = Sources::of(conn, asked.known, &evidence, &found).await?;
    let mut values = Vec::new();
    for (view, promise) in &found {
        let Some(entity) = view.plan.entity.clone() else { continue };
        if sources.measuring(&evidence, promise).is_some() {
            continue;
        }
        let due = due_between(&evidence.facts(promise), from, until, rules);
        let series = own_series(&promise.plan, &promise.indicator).ok();
        for (period, due_on) in due {
            let at =
                series.clone().zip(promise.territory.clone()).map(|(series, place)| (series, place, period));
            let one = Submitted {
                entity: entity.clone(),
                indicator: format!("{}/{}", view.version.reference(&view.plan.code), promise.indicator),
                name: view.card.name.clone(),
                name_en: view.card.name_en.clone(),
                territory: promise.territory.clone(),
                period,
                due_on,
                recorded_on: None,
                what: Submission::NotDue,
                sample: view.plan.sample,
            };
            values.push((at, one));
        }
    }
    let wanted: Vec<(_, _, Period)> = values.iter().filter_map(|(at, _)| at.clone()).collect();
    let first = observations::first_recorded(conn, asked.known, &wanted).await?;
    let seqs: BTreeSet<Seq> = first.values().copied().collect();
    let days = journal::days_of(conn, &seqs, asked.offset).await?;
    let mut made = Board::default();
    for (at, mut one) in values {
        let seq = at.as_ref().and_then(|at| first.get(at));
        one.recorded_on = seq.and_then(|seq| days.get(seq)).copied();
        one.what = submission(one.due_on, one.recorded_on, asked.on);
        let of_body = made.months.entry(one.entity.clone()).or_default();
        of_body.entry(one.due_on.month()).or_default().add(one.what);
        made.values.push(one);
    }
    made.values.sort_by(|a, b| {
        (&a.entity, a.due_on, &a.indicator, &a.territory).cmp(&(
            &b.entity,
            b.due_on,
            &b.indicator,
            &b.territory,
        ))
    });
    Ok(memo::keep(asked.known, &question, made))
}
