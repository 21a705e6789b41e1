//! What was spent beside what was done: two ratios of sums, and their distance.
use std::collections::BTreeMap;

use base::Money;
use rust_decimal::Decimal;

/// A goal of an executing unit in a year, with a physical target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    pub year: String,
    pub sec_ejec: String,
    /// `SEC_FUNC`: with year and unit it tells one goal from another.
    pub sequence: String,
    pub entity: String,
    pub programme: String,
    pub purpose: String,
    /// Unit in which target and progress are counted.
    pub unit: String,
    /// `None`: not reported.
    pub target: Option<Decimal>,
    pub done: Option<Decimal>,
    pub pim: Option<Money>,
    pub accrued: Option<Money>,
}

/// By what goals are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GapBy {
    #[default]
    Goal,
    Programme,
    Entity,
}

impl GapBy {
    pub const ALL: [Self; 3] = [Self::Goal, Self::Programme, Self::Entity];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Programme => "programme",
            Self::Entity => "entity",
        }
    }

    fn key(self, goal: &Goal) -> String {
        match self {
            Self::Goal => format!("{}\u{1f}{}\u{1f}{}", goal.year, goal.sec_ejec, goal.sequence),
            Self::Programme => goal.programme.clone(),
            Self::Entity => goal.entity.clone(),
        }
    }
}

/// One goal or several: money summed, quantities only of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first of them, for its names.
    pub goal: Goal,
    pub goals: usize,
    /// The unit of all of them; `None` where they differ.
    pub unit: Option<String>,
    /// Sums; `None` where units differ or a part is not reported.
    pub target: Option<Decimal>,
    pub done: Option<Decimal>,
    pub pim: Option<Money>,
    pub accrued: Option<Money>,
}

impl Gap {
    /// Accrued of PIM, in per cent; `None` where there is no PIM to compare with.
    pub fn financial(&self) -> Option<Decimal> {
        let [accrued, pim] = [self.accrued?, self.pim?].map(|m| Decimal::new(m.as_centimos(), 2));
        percent(accrued, pim)
    }

    /// What was done of the annual target, in per cent; `None` where nothing was to be done.
    pub fn physical(&self) -> Option<Decimal> {
        percent(self.done?, self.target?)
    }

    /// Financial minus physical, in points: above zero, money ran ahead of work.
    pub fn points(&self) -> Option<Decimal> {
        self.financial()?.checked_sub(self.physical()?)
    }
}

/// A ratio whose whole is not above zero compares nothing.
fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let part = part.checked_mul(Decimal::ONE_HUNDRED)?;
    if whole > Decimal::ZERO { part.checked_div(whole) } else { None }
}

/// The widest distance first, whichever side is ahead; then what cannot be compared, the most money first.
pub fn gaps(goals: &[Goal], by: GapBy) -> Vec<Gap> {
    let mut groups: BTreeMap<String, Vec<&Goal>> = BTreeMap::new();
    for goal in goals {
        groups.entry(by.key(goal)).or_default().push(goal);
    }
    let mut found: Vec<Gap> = groups.into_values().filter_map(|goals| gap(&goals)).collect();
    let order = |gap: &Gap| (gap.points().map(|points| points.abs()), gap.pim);
    found.sort_by_key(|gap| std::cmp::Reverse(order(gap)));
    found
}

fn gap(goals: &[&Goal]) -> Option<Gap> {
    let first = *goals.first()?;
    let is_one_unit = goals.iter().all(|goal| goal.unit == first.unit);
    let quantity = |of: fn(&Goal) -> Option<Decimal>| {
        let whole = goals.iter().try_fold(Decimal::ZERO, |sum, goal| sum.checked_add(of(goal)?));
        whole.filter(|_| is_one_unit)
    };
    let money = |of: fn(&Goal) -> Option<Money>| {
        goals.iter().filter_map(|goal| of(goal)).reduce(|sum, amount| sum + amount)
    };
    Some(Gap {
        goal: first.clone(),
        goals: goals.len(),
        unit: is_one_unit.then(|| first.unit.clone()),
        target: quantity(|goal| goal.target),
        done: quantity(|goal| goal.done),
        pim: money(|goal| goal.pim),
        accrued: money(|goal| goal.accrued),
    })
}

#[cfg(test)]
#[path = "goal_tests.rs"]
mod tests;
