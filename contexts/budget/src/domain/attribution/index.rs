//! From a row's codes to the claims on it, without trying every claim.
//!
//! Claims that ask the same columns in the same way (exactly, or by a prefix of one length) share a *shape*.
//! Each shape is one hash table from the asked codes to claims. A row costs one look-up per shape: there
//! are tens of shapes however many thousands of claims there are.
use std::collections::{BTreeMap, HashMap};

use super::{Attribution, Term};
use crate::domain::Dimension;

/// How a column is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Asked {
    Exactly,
    /// Length of the prefix in bytes.
    Prefix(usize),
}

/// Which columns, by position in a row, and how.
type Shape = Vec<(usize, Asked)>;

/// From the asked codes, joined, to the claims that ask for them.
type Table = HashMap<Box<str>, Vec<usize>>;

/// How much work a look-up was: what a benchmark reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    pub claims: usize,
    pub shapes: usize,
}

/// Claims by the columns they ask. Rows are slices of codes in the order of `columns`.
#[derive(Clone, Debug, Default)]
pub struct Index {
    year_at: Option<usize>,
    years: Vec<(i16, i16)>,
    tables: Vec<(Shape, Table)>,
}

/// Between codes of a key: no code holds a control character.
const BETWEEN: char = '\u{1f}';

impl Index {
    /// `None` where `columns` lacks a column that a claim asks, or the year: such a row could not be judged.
    pub fn new(claims: &[Attribution], columns: &[Dimension]) -> Option<Self> {
        let at = |dimension: Dimension| columns.iter().position(|c| *c == dimension);
        let year_at = Some(at(Dimension::Year)?);
        let mut tables: BTreeMap<Shape, Table> = BTreeMap::new();
        for (number, claim) in claims.iter().enumerate() {
            let mut shape = Shape::new();
            let mut key = String::new();
            for (column, term) in claim.pattern.terms() {
                let (asked, text) = match term {
                    Term::Exact(text) => (Asked::Exactly, text),
                    Term::Prefix(text) => (Asked::Prefix(text.len()), text),
                };
                shape.push((at(*column)?, asked));
                key.push_str(text);
                key.push(BETWEEN);
            }
            tables.entry(shape).or_default().entry(key.into()).or_default().push(number);
        }
        let years = claims.iter().map(|c| (c.years.first(), c.years.last())).collect();
        Some(Self { year_at, years, tables: tables.into_iter().collect() })
    }

    pub fn tried(&self) -> Tried {
        Tried { claims: self.years.len(), shapes: self.tables.len() }
    }

    /// Numbers of the claims on a row, ascending, into `found`.
    pub fn matching<S: AsRef<str>>(&self, codes: &[S], found: &mut Vec<usize>) {
        found.clear();
        let code = |at: usize| codes.get(at).map_or("", AsRef::as_ref);
        let Some(year) = self.year_at.and_then(|at| code(at).parse::<i16>().ok()) else { return };
        let mut key = String::with_capacity(64);
        for (shape, table) in &self.tables {
            key.clear();
            if !shape.iter().all(|(at, asked)| push(&mut key, code(*at), *asked)) {
                continue;
            }
            let claims = table.get(key.as_str()).into_iter().flatten().copied();
            let holds = |claim: &usize| self.years.get(*claim).is_some_and(|(a, b)| *a <= year && year <= *b);
            found.extend(claims.filter(holds));
        }
        found.sort_unstable();
    }
}

/// Adds what is asked of a code; `false` where the code is too short to meet any prefix of that length.
fn push(key: &mut String, code: &str, asked: Asked) -> bool {
    let text = match asked {
        Asked::Exactly => Some(code),
        Asked::Prefix(length) => code.get(..length),
    };
    let Some(text) = text else { return false };
    key.push_str(text);
    key.push(BETWEEN);
    true
}
