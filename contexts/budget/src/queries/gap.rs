use std::{collections::BTreeMap, sync::Arc};

use base::{Known, Money};
use db::{Conn, Files, memo};

use super::cut::CutRequest;
use super::explore::{Exploration, explore};
use crate::{
    columnar::{Columnar, ColumnarError},
    domain::{Answer, Dimension, Goal, Measure},
};

const BY: [Dimension; 9] = [
    Dimension::Year,
    Dimension::SecEjec,
    Dimension::GoalSequence,
    Dimension::Entity,
    Dimension::Programme,
    Dimension::Purpose,
    Dimension::TargetUnit,
    Dimension::TargetAnnual,
    Dimension::ProgressAnnual,
];

/// Goals of a year with their money and what was done, and what has no physical target.
#[derive(Debug, Default)]
pub struct Goals {
    pub goals: Vec<Goal>,
    /// PIM of rows that name no unit of measure, of the deliveries that answer for units with goals.
    pub untold_pim: Option<Money>,
    /// The cut that they are from without its rows, with its deliveries.
    pub exploration: Exploration,
}

/// Of more goals the list is made each time.
const KEPT_GOALS_MAX: usize = 200_000;

/// A quantity stands on every row of its goal: it is read once, never summed; money of its rows is.
pub async fn goals(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    year: Option<i16>,
) -> Result<Arc<Goals>, ColumnarError> {
    let question = format!("{year:?}");
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let made = goals_anew(conn, files, columnar, known, year).await?;
    if made.goals.len() > KEPT_GOALS_MAX {
        return Ok(Arc::new(made));
    }
    Ok(memo::keep(known, &question, made))
}

async fn goals_anew(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    year: Option<i16>,
) -> Result<Goals, ColumnarError> {
    let measures = vec![Measure::Pim, Measure::Accrued];
    let request = CutRequest { by: BY.to_vec(), filters: Vec::new(), year, measures };
    let mut exploration = explore(conn, files, columnar, known, &request).await?;
    let mut found: BTreeMap<[String; 3], Goal> = BTreeMap::new();
    let mut untold_pim = None;
    for row in &exploration.answer.rows {
        let [year, sec_ejec, sequence, entity, programme, purpose, unit, target, done] = row.codes.as_slice()
        else {
            continue;
        };
        let amount = |at: usize| row.amounts.get(at).copied().flatten();
        if unit.is_empty() {
            untold_pim = plus(untold_pim, amount(0));
            continue;
        }
        let key = [year.clone(), sec_ejec.clone(), sequence.clone()];
        let goal = found.entry(key).or_insert_with(|| Goal {
            year: year.clone(),
            sec_ejec: sec_ejec.clone(),
            sequence: sequence.clone(),
            entity: entity.clone(),
            programme: programme.clone(),
            purpose: purpose.clone(),
            unit: unit.clone(),
            target: target.parse().ok(),
            done: done.parse().ok(),
            pim: None,
            accrued: None,
        });
        (goal.pim, goal.accrued) = (plus(goal.pim, amount(0)), plus(goal.accrued, amount(1)));
    }
    // Its rows are the goals.
    let (by, measures) = (exploration.answer.by.clone(), exploration.answer.measures.clone());
    exploration.answer = Arc::new(Answer { by, measures, rows: Vec::new() });
    Ok(Goals { goals: found.into_values().collect(), untold_pim, exploration })
}

fn plus(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

/// Fiscal years of which some row names a unit of measure, in order.
pub async fn years_with_goals(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
) -> Result<Vec<i16>, ColumnarError> {
    let by = vec![Dimension::Year, Dimension::TargetUnit];
    let request = CutRequest { by, measures: vec![Measure::Pim], ..CutRequest::default() };
    let answer = super::cut::cut(conn, files, columnar, known, &request).await?;
    let told = answer.rows.iter().filter_map(|row| match row.codes.as_slice() {
        [year, unit] if !unit.is_empty() => year.parse().ok(),
        _ => None,
    });
    let years: std::collections::BTreeSet<i16> = told.collect();
    Ok(years.into_iter().collect())
}
