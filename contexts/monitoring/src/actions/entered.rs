//! What a row of a table of values says: a value, or why there is none.
use std::collections::BTreeMap;

use base::codes::{IndicatorCode, PlanCode};
use base::{RowErrors, codes::SeriesCode};

use super::Row;
use super::import_observations::Observed;
use crate::domain::answer::{Answer, AnswerKey};

/// Why a period has no value, as a row says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub key: AnswerKey,
    pub answer: Answer,
    /// The indicator to which it was answered, if no series was named.
    pub reported_to: Option<(PlanCode, IndicatorCode)>,
}

/// One row of `observations.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    Value(Observed),
    NoValue(Answered),
}

impl From<Observed> for Entered {
    fn from(observed: Observed) -> Self {
        Self::Value(observed)
    }
}

impl Entered {
    pub const fn series(&self) -> &SeriesCode {
        match self {
            Self::Value(observed) => &observed.key.series,
            Self::NoValue(answered) => &answered.key.series,
        }
    }

    pub const fn reported_to(&self) -> Option<&(PlanCode, IndicatorCode)> {
        match self {
            Self::Value(observed) => observed.reported_to.as_ref(),
            Self::NoValue(answered) => answered.reported_to.as_ref(),
        }
    }

    pub const fn territory(&self) -> &base::codes::TerritoryCode {
        match self {
            Self::Value(observed) => &observed.key.territory,
            Self::NoValue(answered) => &answered.key.territory,
        }
    }

    pub const fn period(&self) -> base::Period {
        match self {
            Self::Value(observed) => observed.key.period,
            Self::NoValue(answered) => answered.key.period,
        }
    }

    /// What it is about, where it is about everyone.
    fn of_everyone(&self) -> Option<AnswerKey> {
        match self {
            Self::Value(observed) if observed.key.group.is_some() => None,
            Self::NoValue(answered) => Some(answered.key.clone()),
            Self::Value(Observed { key, .. }) => {
                let (series, territory) = (key.series.clone(), key.territory.clone());
                Some(AnswerKey { series, territory, period: key.period })
            }
        }
    }

    /// Where it comes from, unless it says so itself.
    pub fn comes_from(&mut self, provenance: impl Fn() -> String) {
        let own = match self {
            Self::Value(observed) => &mut observed.measurement.provenance,
            Self::NoValue(answered) => &mut answered.answer.provenance,
        };
        own.get_or_insert_with(provenance);
    }
}

/// Values apart from answers. Both for one period contradict each other: the later row is refused.
pub(super) fn apart(
    rows: Vec<Row<Entered>>,
    refused: &mut RowErrors,
) -> (Vec<Row<Observed>>, Vec<Row<Answered>>) {
    let (mut values, mut answers): (Vec<Row<Observed>>, Vec<Row<Answered>>) = Default::default();
    // Of everyone in a place and period: the line that spoke of it first, and whether it was a value.
    let mut first: BTreeMap<AnswerKey, (u64, bool)> = BTreeMap::new();
    for row in rows {
        let is_value = matches!(row.content, Entered::Value(_));
        if let Some(key) = row.content.of_everyone() {
            let (line, was_value) = *first.entry(key).or_insert((row.line, is_value));
            if was_value != is_value {
                let period = row.content.period().to_string();
                let reason = format!("line {line} says something else of the same");
                refused.push(row.refuse("value", &period, &reason));
                continue;
            }
        }
        let Row { file, line, content } = row;
        match content {
            Entered::Value(content) => values.push(Row { file, line, content }),
            Entered::NoValue(content) => answers.push(Row { file, line, content }),
        }
    }
    (values, answers)
}
