//! What is counted while a file is read: totals, units, names, repairs, findings. Bounded by the number of
//! distinct codes, not of rows.
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use base::Money;
use serde::Serialize;

use super::{BudgetRow, Classification, Dimension, Measure, Names, Phases, Repair};

/// A delivery whose amounts cannot be summed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the amounts of {0} are too large to be summed: the file is damaged")]
pub struct Overflow(pub Measure);

/// An executing unit in one fiscal year of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitYear {
    pub year: i16,
    pub sec_ejec: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct UnitTally {
    /// Records of the source.
    pub rows: u64,
    pub pim: Money,
    pub accrued: Money,
}

/// A doubt about the data that refuses nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DataFinding {
    pub rule: String,
    /// Rows, or budget lines over the year.
    pub count: u64,
    /// Line of the source where it is first seen, if it belongs to one.
    pub first_line: Option<u64>,
}

/// Modifications that are not the difference between PIM and PIA.
pub const RULE_BALANCE: &str = "pia_plus_modifications_is_pim";
/// A yearly figure that differs from its months.
pub const RULE_MONTHS: &str = "year_is_sum_of_months";

#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Records read.
    pub rows: u64,
    pub totals: [i64; Measure::COUNT],
    /// Records with a negative amount, by measure: reversals.
    pub negatives: [u64; Measure::COUNT],
    /// Last month in which anything was spent; 0 where nothing was.
    pub month_last: u8,
    pub units: HashMap<UnitYear, UnitTally>,
    pub names: Names,
    pub repairs: BTreeMap<Repair, u64>,
    findings: BTreeMap<&'static str, (u64, u64)>,
    phases: Phases,
    magnitudes: [i64; Measure::COUNT],
    /// Neighbouring rows mostly are of one unit and repaired alike: those are counted without touching a table.
    last_unit: Option<(UnitYear, UnitTally)>,
    /// By position in a row.
    last_repairs: Vec<(Arc<Repair>, u64)>,
    within: String,
}

impl Tally {
    pub fn add(
        &mut self,
        row: &BudgetRow<'_>,
        forms: &Classification,
        reported: &[bool; Measure::COUNT],
    ) -> Result<(), Overflow> {
        self.rows += 1;
        for measure in Measure::ALL {
            self.add_measure(row, measure)?;
        }
        for (month, amounts) in &row.slices {
            let spent = amounts.get(Measure::Certified.index()..).is_some_and(|a| a.iter().any(|c| *c != 0));
            if spent {
                self.month_last = self.month_last.max(*month);
            }
        }
        self.add_unit(row);
        for (dimension, name) in &row.names {
            self.add_name(row, forms, *dimension, name);
        }
        for (at, repair) in row.repairs.iter().enumerate() {
            self.add_repair(at, repair);
        }
        self.check(row, reported);
        self.phases.add(row);
        Ok(())
    }

    fn add_measure(&mut self, row: &BudgetRow<'_>, measure: Measure) -> Result<(), Overflow> {
        let at = measure.index();
        let amounts = || row.slices.iter().filter_map(|(_, amounts)| amounts.get(at).copied());
        let slots = (self.totals.get_mut(at), self.magnitudes.get_mut(at), self.negatives.get_mut(at));
        let (Some(total), Some(magnitude), Some(negatives)) = slots else { return Ok(()) };
        for centimos in amounts() {
            // Of magnitudes, so that no sum over some of the rows can leave the range either.
            *magnitude = magnitude.checked_add(centimos.abs()).ok_or(Overflow(measure))?;
            *total += centimos;
        }
        *negatives += u64::from(amounts().any(|c| c < 0));
        Ok(())
    }

    fn add_unit(&mut self, row: &BudgetRow<'_>) {
        let year = row.code(Dimension::Year).parse().unwrap_or_default();
        let sec_ejec = row.code(Dimension::SecEjec);
        let is_last = |unit: &UnitYear| unit.year == year && unit.sec_ejec == sec_ejec;
        if !self.last_unit.as_ref().is_some_and(|(unit, _)| is_last(unit)) {
            self.settle_unit();
        }
        let new = || (UnitYear { year, sec_ejec: sec_ejec.to_owned() }, UnitTally::default());
        let (_, tally) = self.last_unit.get_or_insert_with(new);
        tally.rows += 1;
        tally.pim += Money::centimos(row.total(Measure::Pim));
        tally.accrued += Money::centimos(row.total(Measure::Accrued));
    }

    fn settle_unit(&mut self) {
        let Some((unit, last)) = self.last_unit.take() else { return };
        let tally = self.units.entry(unit).or_default();
        tally.rows += last.rows;
        tally.pim += last.pim;
        tally.accrued += last.accrued;
    }

    fn add_name(&mut self, row: &BudgetRow<'_>, forms: &Classification, dimension: Dimension, name: &str) {
        self.within.clear();
        let within = forms.form(dimension).into_iter().flat_map(|form| &form.named_within);
        for (at, outer) in within.enumerate() {
            self.within.push_str(if at == 0 { "" } else { ";" });
            self.within.push_str(row.code(*outer));
        }
        self.names.add(dimension, &self.within, row.code(dimension), name);
    }

    /// The reader gives the same repair again as the same object.
    fn add_repair(&mut self, at: usize, repair: &Arc<Repair>) {
        match self.last_repairs.get_mut(at) {
            Some((last, rows)) if Arc::ptr_eq(last, repair) => *rows += 1,
            Some(slot) => {
                let (last, rows) = std::mem::replace(slot, (Arc::clone(repair), 1));
                settle_repair(&mut self.repairs, &last, rows);
            }
            // Positions before this one have been seen in this very row.
            None => self.last_repairs.push((Arc::clone(repair), 1)),
        }
    }

    fn check(&mut self, row: &BudgetRow<'_>, reported: &[bool; Measure::COUNT]) {
        let both = |measure: Measure| reported.get(measure.index()).copied().unwrap_or(false);
        if both(Measure::Modifications) {
            let expected = row.total(Measure::Pia).saturating_add(row.total(Measure::Modifications));
            if expected != row.total(Measure::Pim) {
                self.find(RULE_BALANCE, row.line);
            }
        }
        if row.check_differs {
            self.find(RULE_MONTHS, row.line);
        }
    }

    fn find(&mut self, rule: &'static str, line: u64) {
        self.findings.entry(rule).or_insert((0, line)).0 += 1;
    }

    /// To be called once, after the last row.
    pub fn close(&mut self) {
        self.settle_unit();
        self.names.close();
        for (repair, rows) in self.last_repairs.drain(..) {
            settle_repair(&mut self.repairs, &repair, rows);
        }
    }

    /// Rows and phases that do not add up: told, never refused.
    pub fn findings(&self, reported: &[bool; Measure::COUNT]) -> Vec<DataFinding> {
        let rows = self.findings.iter().map(|(rule, (count, line))| DataFinding {
            rule: (*rule).to_owned(),
            count: *count,
            first_line: Some(*line),
        });
        let phases = self.phases.disorders(reported).into_iter().map(|found| DataFinding {
            rule: format!("{}_within_{}", found.exceeding, found.bound),
            count: found.lines,
            first_line: None,
        });
        rows.chain(phases).collect()
    }
}

fn settle_repair(repairs: &mut BTreeMap<Repair, u64>, repair: &Repair, rows: u64) {
    match repairs.get_mut(repair) {
        Some(before) => *before += rows,
        None => {
            repairs.insert(repair.clone(), rows);
        }
    }
}
