//! The submission board: of every body and every month, which of the values that its officials owe came when.
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
use crate::domain::answer::AnswerKey;
use crate::domain::board::{Came, Submission, Tally, due_between, submission};
use crate::domain::review::{Phase, Review};
use crate::store::observations::ValueKey;
use crate::store::{no_values, observations, reviews};

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
    /// What was answered is why there is no value.
    pub is_no_value: bool,
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
                is_no_value: false,
                what: Submission::NotDue,
                sample: view.plan.sample,
            };
            values.push((at, one));
        }
    }
    let wanted: Vec<ValueKey> = values.iter().filter_map(|(at, _)| at.clone()).collect();
    let came = arrivals(conn, asked, &wanted).await?;
    let mut made = Board::default();
    for (at, mut one) in values {
        let arrival = at.as_ref().and_then(|at| came.get(at));
        one.recorded_on = arrival.and_then(|arrival| arrival.recorded_on);
        one.is_no_value = arrival.is_some_and(|arrival| arrival.is_no_value);
        one.what = submission(one.due_on, arrival.map_or(Came::Not, |arrival| arrival.came), asked.on);
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

/// When the answer for a period came, and what it is.
#[derive(Clone, Copy, Debug)]
struct Arrival {
    came: Came,
    recorded_on: Option<Date>,
    is_no_value: bool,
}

/// When each wanted value, or the reason why there is none, came; those of which nothing came are left out.
async fn arrivals(
    conn: &mut Conn,
    asked: &BoardAsked,
    wanted: &[ValueKey],
) -> Result<HashMap<ValueKey, Arrival>, journal::Error> {
    let values = observations::first_recorded(conn, asked.known, wanted).await?;
    let answers = no_values::first_recorded(conn, asked.known).await?;
    let mut deciding: HashMap<ValueKey, Review> = HashMap::new();
    for review in reviews::deciding(conn, asked.known).await?.iter() {
        if review.key.group.is_none() {
            let key = (review.key.series.clone(), review.key.territory.clone(), review.key.period);
            deciding.insert(key, review.clone());
        }
    }
    let mut seqs: BTreeSet<Seq> = values.values().copied().collect();
    seqs.extend(answers.values().copied());
    seqs.extend(deciding.values().map(|review| review.submitted));
    let days = journal::days_of(conn, &seqs, asked.offset).await?;
    let mut found = HashMap::new();
    for key in wanted {
        let answered = AnswerKey { series: key.0.clone(), territory: key.1.clone(), period: key.2 };
        let answer = answers.get(&answered).copied();
        let review = deciding.get(key);
        // Of a value that was returned before, the submission that stands is the one that counts.
        let value = match review {
            Some(review) if review.phase == Phase::Returned => None,
            Some(review) if review.submissions > 1 => Some(review.submitted),
            _ => values.get(key).copied(),
        };
        let Some(seq) = value.into_iter().chain(answer).min() else { continue };
        let recorded_on = days.get(&seq).copied();
        let came = match review {
            Some(review) if review.phase == Phase::Review => Came::UnderReview,
            _ => recorded_on.map_or(Came::Not, Came::On),
        };
        let is_no_value = answer.is_some() && value.is_none();
        found.insert(key.clone(), Arrival { came, recorded_on, is_no_value });
    }
    Ok(found)
}
