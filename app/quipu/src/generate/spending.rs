//! What one line has and spends in one year, in céntimos.
use super::{
    dice::Dice,
    shape::{Shape, scaled},
};

/// Phases are ordered over the year, not within a month: certified ≤ budget, committed ≤ certified, accrued ≤ committed,
/// paid ≤ accrued.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spending {
    pub pia: i64,
    pub pim: i64,
    pub certified: [i64; 12],
    pub committed: [i64; 12],
    pub accrued: [i64; 12],
    pub paid: [i64; 12],
}

impl Spending {
    /// Of a line that has about `money`.
    pub fn of(money: i64, is_project: bool, shape: &Shape, dice: &mut Dice) -> Self {
        let mut own = Self::default();
        let share =
            if is_project { shape.project_not_opened_per_mille } else { shape.activity_not_opened_per_mille };
        let is_opened = !dice.per_mille(share);
        let money = if is_opened { money } else { scaled(money, shape.not_opened_money_per_mille, 1000) };
        let soles = (money / 100).max(1);
        own.pim = if dice.per_mille(shape.no_budget_per_mille) { 0 } else { soles * 100 };
        if is_opened {
            let share = dice.within(shape.opening.least_per_mille, shape.opening.most_per_mille);
            own.pia = scaled(soles, share.into(), 1000).max(1) * 100;
        }
        if own.pim > 0 && !dice.per_mille(shape.no_certificate_per_mille) {
            own.spend(shape, dice);
        }
        own
    }

    fn spend(&mut self, shape: &Shape, dice: &mut Dice) {
        let certified = shape.certified.of(self.pim, dice);
        let committed = shape.committed.of(certified, dice);
        let accrued = shape.accrued.of(committed, dice);
        let (months, first) = months(shape, dice);
        let start = dice.at(first + 1);
        add(&mut self.certified, start, certified);
        add(&mut self.committed, dice.at(first - start + 1) + start, committed);
        if dice.per_mille(shape.certificate_cut_per_mille) && start < 11 {
            // Certified beyond need, and given back later.
            let back = scaled(self.pim - certified, i64::from(dice.within(100, 1000)), 1000);
            add(&mut self.certified, start, back);
            add(&mut self.certified, dice.at(11 - start) + start + 1, -back);
        }
        if months.iter().any(|spends| *spends) {
            self.accrue(&months, accrued, shape, dice);
            self.pay(&months, dice);
        }
    }

    fn accrue(&mut self, months: &[bool; 12], whole: i64, shape: &Shape, dice: &mut Dice) {
        let mut parts = [0; 12];
        for (month, part) in parts.iter_mut().enumerate().filter(|(month, _)| is(months, *month)) {
            *part = i64::from(shape.month_weights.weight(month) * dice.within(50, 150));
        }
        let last = months.iter().rposition(|spends| *spends).unwrap_or(0);
        let several = months.iter().filter(|spends| **spends).count() > 1;
        let reverses = several && dice.per_mille(shape.reversal_per_mille);
        if reverses && let Some(part) = parts.get_mut(last) {
            *part = 0;
        }
        let sum: i64 = parts.iter().sum();
        let mut left = whole;
        for (accrued, part) in self.accrued.iter_mut().zip(parts) {
            *accrued = scaled(whole, part, sum);
            left -= *accrued;
        }
        let most = (0..12).max_by_key(|month| parts.get(*month).copied()).unwrap_or(0);
        add(&mut self.accrued, most, left);
        if reverses {
            add(&mut self.accrued, last, -scaled(whole, i64::from(dice.within(1, 300)), 1000));
        }
    }

    /// What is owed is paid at once, in part or later; what was paid of what is reversed comes back.
    fn pay(&mut self, months: &[bool; 12], dice: &mut Dice) {
        let mut owed = 0;
        for month in (0..12).filter(|month| is(months, *month)) {
            owed += self.accrued.get(month).copied().unwrap_or(0);
            let share = if owed < 0 {
                1000
            } else {
                [1000, 1000, 1000, 1000, 1000, 1000, 990, 900, 500, 0][dice.at(10)]
            };
            let paid = scaled(owed, share, 1000);
            add(&mut self.paid, month, paid);
            owed -= paid;
        }
        if owed > 0 && !dice.per_mille(80) {
            let last = months.iter().rposition(|spends| *spends).unwrap_or(0);
            add(&mut self.paid, (last + dice.at(2)).min(11), owed);
        }
    }

    /// Whether anything is told of a month.
    pub fn moves(&self, month: usize) -> bool {
        [&self.certified, &self.committed, &self.accrued, &self.paid]
            .iter()
            .any(|phase| phase.get(month).is_some_and(|amount| *amount != 0))
    }
}

/// Months with spending, and the first of them; any month where there is none.
fn months(shape: &Shape, dice: &mut Dice) -> ([bool; 12], usize) {
    let count = shape.months_spent.draw(dice).min(12);
    // Of many months those without are drawn, of few those with.
    let (drawn, is_spent) = if count > 6 { (12 - count, false) } else { (count, true) };
    let mut months = [!is_spent; 12];
    let mut left = drawn;
    while left > 0 {
        let month = if is_spent { shape.month_weights.draw(dice) } else { dice.at(12) };
        if let Some(slot) = months.get_mut(month).filter(|slot| **slot != is_spent) {
            *slot = is_spent;
            left -= 1;
        }
    }
    let first = months.iter().position(|spends| *spends).unwrap_or_else(|| dice.at(12));
    (months, first)
}

fn is(months: &[bool; 12], month: usize) -> bool {
    months.get(month).copied().unwrap_or(false)
}

fn add(phase: &mut [i64; 12], month: usize, amount: i64) {
    if let Some(slot) = phase.get_mut(month) {
        *slot += amount;
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{super::dice::What, *};

    #[test]
    fn phases_are_ordered_over_the_year_for_every_line() {
        let peru = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru");
        let shape = Shape::of(&peru).unwrap();
        let (mut reversed, mut idle) = (0, 0);
        for line in 0..20_000 {
            let mut dice = Dice::of(1, What::GoalYear, [line, 0, 0, 0]);
            let own = Spending::of(i64::from(line % 977) * 12_345, line % 3 == 0, &shape, &mut dice);
            let [certified, committed, accrued, paid] =
                [&own.certified, &own.committed, &own.accrued, &own.paid]
                    .map(|months| months.iter().sum::<i64>());
            assert!(own.pia >= 0 && own.pim % 100 == 0 && own.pia % 100 == 0, "{own:?}");
            assert!(own.pim >= certified && certified >= committed && committed >= accrued, "{own:?}");
            assert!(accrued >= paid && paid >= 0, "{own:?}");
            let mut phases = [0, 0, 0];
            for month in 0..12 {
                for (sum, months) in phases.iter_mut().zip([&own.certified, &own.accrued, &own.paid]) {
                    *sum += months[month];
                }
                let [certified, accrued, paid] = phases;
                assert!(certified >= accrued && accrued >= paid && paid >= 0, "month {month}: {own:?}");
            }
            reversed += u32::from(own.accrued.iter().any(|amount| *amount < 0));
            idle += u32::from(own.accrued.iter().all(|amount| *amount == 0));
        }
        assert!((200..1_000).contains(&reversed), "{reversed}");
        assert!((4_000..8_000).contains(&idle), "{idle}");
    }
}
