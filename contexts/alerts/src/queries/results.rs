//! Alerts about results and about the data behind them.
use std::collections::{BTreeMap, BTreeSet};

use base::Seq;
use db::Conn;
use jiff::{ToSpan, civil::Date};
use monitoring::{
    domain::Rules,
    queries::{
        judged::{Judged, judged},
        standings,
    },
};
use planning::domain::reference::{ElementRef, IndicatorRef};

use super::{AlertsError, Asked};
use crate::{
    domain::{Alert, Cause, ResultFacts, Sign, Why, of_result},
    reading::AlertLaw,
};

/// An alert whose first day is that of an entry.
type Found = (Alert, Option<Seq>);

/// Of every promise of the scope at most two: about its result, and about its data. With the days of their entries, and of those
/// that are asked for besides.
pub(super) async fn results(
    conn: &mut Conn,
    asked: Asked,
    (law, rules): (&AlertLaw, &Rules),
    (scope, others): (&standings::Scope, impl Iterator<Item = &Seq>),
) -> Result<(Vec<Alert>, BTreeMap<Seq, Date>), AlertsError> {
    let read = |one: Judged<'_>| of_one(one, law);
    let found: Vec<Found> = judged(conn, asked.known, asked.on, (rules, scope), read).await?;
    let seqs: BTreeSet<Seq> = found.iter().filter_map(|(_, seq)| *seq).chain(others.copied()).collect();
    let days = journal::days_of(conn, &seqs, asked.offset).await?;
    let dated = found.into_iter().filter_map(|(mut alert, seq)| {
        let recorded = seq.and_then(|seq| days.get(&seq)).copied().unwrap_or(asked.on);
        // What is missing is missing since its day, whenever anybody looked.
        alert.since = since(&alert, recorded.min(asked.on));
        raised(alert, law, asked.on)
    });
    let dated = dated.collect();
    Ok((dated, days))
}

fn since(alert: &Alert, recorded: Date) -> Date {
    let owed = alert.signs.iter().find_map(|sign| match sign.why {
        Why::Missing { due_on, .. } => Some(due_on),
        _ => None,
    });
    owed.unwrap_or(recorded)
}

/// Without the signs that nothing of the law raises, or whose days of grace run still.
pub(super) fn raised(mut alert: Alert, law: &AlertLaw, on: Date) -> Option<Alert> {
    let since = alert.since;
    let is_due = |sign: &Sign| {
        let grace = law.triggers.get(&sign.trigger).map(|(_, grace)| i64::from(*grace));
        grace.is_some_and(|days| since.saturating_add(days.days()) <= on)
    };
    alert.signs.retain(is_due);
    (!alert.signs.is_empty()).then_some(alert)
}

fn of_one(one: Judged<'_>, law: &AlertLaw) -> Vec<Found> {
    let (result, data) = of_result(ResultFacts { facts: one.facts, found: one.found }, &law.limits);
    if result.is_empty() && data.is_empty() {
        return Vec::new();
    }
    let plan = one.view.version.reference(&one.view.plan.code);
    let indicator = IndicatorRef { plan: plan.clone(), code: one.promise.indicator.clone() };
    let territory = one.promise.territory.clone();
    let about = |cause: Cause, signs: Vec<Sign>| {
        let mut alert = Alert::of(cause, signs, Date::MIN)?;
        alert.entity.clone_from(&one.view.plan.entity);
        alert.element = Some(ElementRef { plan: plan.clone(), code: one.promise.element.clone() });
        alert.territory.clone_from(&territory);
        alert.name = (one.view.card.name.clone(), one.view.card.name_en.clone());
        alert.sample = one.view.plan.sample;
        Some((alert, one.changed))
    };
    let of_result = Cause::Result { indicator: indicator.clone(), territory: territory.clone() };
    let of_data = Cause::Data { indicator, territory: territory.clone() };
    about(of_result, result).into_iter().chain(about(of_data, data)).collect()
}
