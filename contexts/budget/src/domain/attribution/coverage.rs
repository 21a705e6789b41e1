//! Claimed, shared, unclaimed and over-claimed money, summed over rows by what a reader asks.
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use base::Money;
use serde::{Serialize, ser::SerializeStruct};

use super::{Attribution, Basis, Index, Lineage, Stakes, table::Table};
use crate::domain::{Answer, Dimension, Measure};

/// The identity: `claimed + shared + unclaimed` is the treasury total of the same rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split {
    pub claimed: Money,
    pub shared: Money,
    pub unclaimed: Money,
    /// Demanded beyond what there is; beside the total, not in it.
    pub over_claimed: Money,
}

/// With the total, so that a reader can check the identity.
impl Serialize for Split {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Split", 5)?;
        fields.serialize_field("claimed", &self.claimed)?;
        fields.serialize_field("shared", &self.shared)?;
        fields.serialize_field("unclaimed", &self.unclaimed)?;
        fields.serialize_field("total", &self.total())?;
        fields.serialize_field("over_claimed", &self.over_claimed)?;
        fields.end()
    }
}

impl Split {
    pub fn total(&self) -> Money {
        self.claimed + self.shared + self.unclaimed
    }

    fn add(&mut self, other: &Self) {
        self.claimed += other.claimed;
        self.shared += other.shared;
        self.unclaimed += other.unclaimed;
        self.over_claimed += other.over_claimed;
    }
}

/// What an element holds of one measure: its own net money, or with everything below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Held {
    pub claimed: Money,
    pub shared: Money,
    pub over_claimed: Money,
    /// Of claimed and shared, what rests on an estimate.
    pub estimated: Money,
}

impl Held {
    pub fn total(&self) -> Money {
        self.claimed + self.shared
    }

    fn add(&mut self, amount: &Split, basis: Basis) {
        self.claimed += amount.claimed;
        self.shared += amount.shared;
        self.over_claimed += amount.over_claimed;
        if basis == Basis::Estimate {
            self.estimated += amount.claimed + amount.shared;
        }
    }
}

/// By what coverage is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By codes of one dimension.
    By(Dimension),
    /// By the objective of the holder; unclaimed money is the line without a code.
    Objective,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Code of the dimension, or name of the objective; empty for rows without the code, and for money
    /// without an objective.
    pub code: String,
    pub amounts: Vec<Split>,
}

/// Money rows of a cut with the claims on them, judged once; any listing is a sum over them.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    table: Arc<Table>,
    /// Who holds how much, by the number that a row has in `held_by`.
    stakes: Vec<Stakes>,
    held_by: Vec<u32>,
    basis: Vec<Basis>,
}

/// A listing and its sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    pub measures: Vec<Measure>,
    /// By code.
    pub lines: Vec<Line>,
    pub total: Vec<Split>,
}

impl Coverage {
    /// Where a measure stands among the amounts; `None` where no row reports it.
    pub fn position(&self, measure: Measure) -> Option<usize> {
        self.measures.iter().position(|own| *own == measure)
    }
}

impl Rows {
    /// Judges every row of an answer. `elements`: per claim, the number of its element in the lineage.
    /// `None` where the answer lacks the year or a column that a claim asks. Measures that no row reports
    /// are left out; one that some rows lack counts as zero there.
    pub fn new(
        answer: Answer,
        claims: &[Attribution],
        elements: &[usize],
        lineage: &Lineage,
    ) -> Option<Self> {
        Self::judged(Arc::new(Table::new(answer)), claims, elements, lineage)
    }

    /// The same money with other claims on it, rounded on the same rows. `None` where a claim asks for a
    /// column that they lack.
    pub fn claimed_by(&self, claims: &[Attribution], elements: &[usize], lineage: &Lineage) -> Option<Self> {
        Self::judged(Arc::clone(&self.table), claims, elements, lineage)
    }

    fn judged(
        table: Arc<Table>,
        claims: &[Attribution],
        elements: &[usize],
        lineage: &Lineage,
    ) -> Option<Self> {
        let index = Index::new(claims, &table.by)?;
        // Rows by the million meet the same claims: who holds how much is found out once for all of them.
        let mut found: HashMap<Vec<usize>, u32> = HashMap::new();
        let mut stakes = Vec::new();
        let mut held_by = Vec::with_capacity(table.count());
        let (mut codes, mut matching) = (Vec::new(), Vec::new());
        for row in 0..table.count() {
            table.codes(row, &mut codes);
            index.matching(&codes, &mut matching);
            let number = found.get(&matching).copied().unwrap_or_else(|| {
                let number = u32::try_from(stakes.len()).unwrap_or(u32::MAX);
                stakes.push(Stakes::new(claims, elements, &matching, lineage));
                found.insert(matching.clone(), number);
                number
            });
            held_by.push(number);
        }
        let basis = claims.iter().map(|claim| claim.basis).collect();
        Some(Self { table, stakes, held_by, basis })
    }

    /// Money rows, whoever claims them.
    pub fn count(&self) -> usize {
        self.table.count()
    }

    pub fn measures(&self) -> &[Measure] {
        &self.table.measures
    }

    /// Each row: its number, who holds how much of it, and one amount for each measure.
    fn each(&self) -> impl Iterator<Item = (usize, &Stakes, &[Money])> {
        let judged = self.held_by.iter().enumerate();
        judged.filter_map(|(row, number)| {
            Some((row, self.stakes.get(*number as usize)?, self.table.amounts(row)))
        })
    }

    /// `None` where the rows do not have the dimension.
    pub fn coverage(&self, grouping: Grouping, lineage: &Lineage) -> Option<Coverage> {
        let column = match grouping {
            Grouping::By(dimension) => Some(self.table.column(dimension)?),
            Grouping::Objective => None,
        };
        // By number of the code, or of the holder's objective.
        let mut sums: HashMap<Option<usize>, Vec<Split>> = HashMap::new();
        for (row, stakes, amounts) in self.each() {
            let code = column.map(|column| self.table.number(column, row));
            for (at, centimos) in amounts.iter().enumerate() {
                for (element, _, amount) in parts(stakes, *centimos) {
                    let key = code.or_else(|| element.map(|element| lineage.home(element)));
                    let line = sums.entry(key).or_insert_with(|| self.nothing());
                    if let Some(sum) = line.get_mut(at) {
                        sum.add(&amount);
                    }
                }
            }
        }
        let mut lines: BTreeMap<&str, Vec<Split>> = BTreeMap::new();
        let mut total = self.nothing();
        for (key, amounts) in sums {
            let code = match (column, key) {
                (Some(column), Some(number)) => self.table.codes_of(column).get(number).map_or("", |c| c),
                (None, Some(home)) => lineage.name(home),
                (_, None) => "",
            };
            let line = lines.entry(code).or_insert_with(|| self.nothing());
            for sums in [line, &mut total] {
                sums.iter_mut().zip(&amounts).for_each(|(sum, amount)| sum.add(amount));
            }
        }
        let lines =
            lines.into_iter().map(|(code, amounts)| Line { code: code.to_owned(), amounts }).collect();
        Some(Coverage { measures: self.table.measures.clone(), lines, total })
    }

    /// Money of every element with all that is below it, by measure; elements whose claims meet no row are
    /// absent.
    pub fn held(&self, lineage: &Lineage) -> BTreeMap<usize, Vec<Held>> {
        let mut held: BTreeMap<usize, Vec<Held>> = BTreeMap::new();
        for (_, stakes, amounts) in self.each() {
            for (at, centimos) in amounts.iter().enumerate() {
                for (element, claim, amount) in parts(stakes, *centimos) {
                    let Some(element) = element else { continue };
                    let basis = self.basis_of(claim);
                    for holder in std::iter::once(element).chain(lineage.above(element)) {
                        let sums = held.entry(holder).or_insert_with(|| self.no_holding());
                        if let Some(sum) = sums.get_mut(at) {
                            sum.add(&amount, basis);
                        }
                    }
                }
            }
        }
        held
    }

    /// Money of the holders chosen, each part once: of a whole plan, or of one element by codes of a dimension.
    /// Lines by code; one line without a code where no dimension is given. `None` where the rows lack it.
    pub fn held_where(
        &self,
        chosen: impl Fn(usize) -> bool,
        dimension: Option<Dimension>,
    ) -> Option<BTreeMap<String, Vec<Held>>> {
        let column = match dimension {
            Some(dimension) => Some(self.table.column(dimension)?),
            None => None,
        };
        let mut lines: BTreeMap<String, Vec<Held>> = BTreeMap::new();
        for (row, stakes, amounts) in self.each() {
            if !stakes.stakes.iter().any(|stake| chosen(stake.element)) {
                continue;
            }
            let code = column.map_or_else(String::new, |column| self.table.code(column, row).to_owned());
            let sums = lines.entry(code).or_insert_with(|| self.no_holding());
            for (sum, centimos) in sums.iter_mut().zip(amounts) {
                let own = parts(stakes, *centimos).filter(|(holder, ..)| holder.is_some_and(&chosen));
                for (_, claim, split) in own {
                    sum.add(&split, self.basis_of(claim));
                }
            }
        }
        Some(lines)
    }

    /// What each claim on the rows of a code holds of them, by number of the claim, net; also the claims that
    /// hold nothing. `None` where the rows lack the dimension.
    pub fn claims_on(&self, dimension: Dimension, code: &str) -> Option<BTreeMap<usize, Vec<Held>>> {
        let column = self.table.column(dimension)?;
        let asked = self.table.codes_of(column).iter().position(|own| own == code);
        let mut found: BTreeMap<usize, Vec<Held>> = BTreeMap::new();
        let own = |row: usize| asked == Some(self.table.number(column, row));
        for (_, stakes, amounts) in self.each().filter(|(row, ..)| own(*row)) {
            for claim in &stakes.claims {
                found.entry(*claim).or_insert_with(|| self.no_holding());
            }
            for (at, centimos) in amounts.iter().enumerate() {
                for (_, claim, split) in parts(stakes, *centimos) {
                    if let Some(sum) = found.get_mut(&claim).and_then(|sums| sums.get_mut(at)) {
                        sum.add(&split, self.basis_of(claim));
                    }
                }
            }
        }
        Some(found)
    }

    fn basis_of(&self, claim: usize) -> Basis {
        self.basis.get(claim).copied().unwrap_or(Basis::Estimate)
    }

    fn no_holding(&self) -> Vec<Held> {
        vec![Held::default(); self.table.measures.len()]
    }

    fn nothing(&self) -> Vec<Split> {
        vec![Split::default(); self.table.measures.len()]
    }
}

/// The disjoint parts of one amount: holder and claim of each, the unclaimed part last and without a holder.
fn parts(stakes: &Stakes, amount: Money) -> impl Iterator<Item = (Option<usize>, usize, Split)> + '_ {
    let division = stakes.divide(amount.as_centimos());
    let unclaimed = Split { unclaimed: Money::centimos(division.unclaimed), ..Split::default() };
    let held = stakes.stakes.iter().zip(division.held.into_iter().zip(division.over));
    let held = held.map(|(stake, (held, over))| {
        let held = Money::centimos(held);
        let (claimed, shared) = if stakes.shared { (Money::ZERO, held) } else { (held, Money::ZERO) };
        let over_claimed = Money::centimos(over);
        (Some(stake.element), stake.claim, Split { claimed, shared, over_claimed, ..Split::default() })
    });
    let whole = stakes.demand < super::WHOLE || stakes.stakes.is_empty();
    held.chain(whole.then_some((None, usize::MAX, unclaimed)))
}
