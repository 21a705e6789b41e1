//! What is counted while a file is read: totals, units, names, repairs, findings. Bounded by the number of
//! distinct codes, not of rows.
use std::collections::{BTreeMap, HashMap};

use base::Money;
use serde::Serialize;

use super::{BudgetRow, Classification, Dimension, Measure, Phases, Repair};

/// A delivery whose amounts cannot be summed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the amounts of {0} are too large to be summed: the file is damaged")]
pub struct Overflow(pub Measure);

/// A name of a code, and in how many rows it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    pub dimension: Dimension,
    /// Codes within which this code has one name (`E;09` for a pliego); empty where it has one in the state.
    pub within: String,
    pub code: String,
    pub name: String,
}

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
    pub names: HashMap<Named, u64>,
    pub repairs: BTreeMap<Repair, u64>,
    findings: BTreeMap<&'static str, (u64, u64)>,
    phases: Phases,
    magnitudes: [i64; Measure::COUNT],
    /// By [`Dimension::index`].
    last_named: Vec<Option<(Named, u64)>>,
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
        for repair in &row.repairs {
            match self.repairs.get_mut(repair) {
                Some(rows) => *rows += 1,
                None => {
                    self.repairs.insert(repair.clone(), 1);
                }
            }
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
        let unit = UnitYear { year, sec_ejec: row.code(Dimension::SecEjec).to_owned() };
        let tally = self.units.entry(unit).or_default();
        tally.rows += 1;
        tally.pim += Money::centimos(row.total(Measure::Pim));
        tally.accrued += Money::centimos(row.total(Measure::Accrued));
    }

    /// Neighbouring rows mostly repeat their names: those are counted without touching the table.
    fn add_name(&mut self, row: &BudgetRow<'_>, forms: &Classification, dimension: Dimension, name: &str) {
        let code = row.code(dimension);
        let named_within = forms.form(dimension).map_or(&[][..], |form| &form.named_within);
        if self.last_named.is_empty() {
            self.last_named = vec![None; Dimension::COUNT];
        }
        let Some(last) = self.last_named.get_mut(dimension.index()) else { return };
        if let Some((last, count)) = last
            && last.code == code
            && last.name == name
            && is_within(row, named_within, &last.within)
        {
            *count += 1;
            return;
        }
        let within = within(row, named_within);
        let named = Named { dimension, within, code: code.to_owned(), name: name.to_owned() };
        if let Some((last, count)) = last.replace((named, 1)) {
            *self.names.entry(last).or_default() += count;
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
        for (named, count) in self.last_named.drain(..).flatten() {
            *self.names.entry(named).or_default() += count;
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

/// Whether [`within`] would give this text.
fn is_within(row: &BudgetRow<'_>, dimensions: &[Dimension], text: &str) -> bool {
    let mut rest = Some(text);
    for (at, dimension) in dimensions.iter().enumerate() {
        let own = rest.and_then(|rest| if at == 0 { Some(rest) } else { rest.strip_prefix(';') });
        rest = own.and_then(|rest| rest.strip_prefix(row.code(*dimension)));
    }
    rest.is_some_and(str::is_empty)
}

fn within(row: &BudgetRow<'_>, dimensions: &[Dimension]) -> String {
    dimensions.iter().map(|d| row.code(*d)).collect::<Vec<_>>().join(";")
}
