//! How often each name of a code stands in a file.
use std::collections::HashMap;

use super::Dimension;

/// A name of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named<'n> {
    pub dimension: Dimension,
    /// Codes within which this code has one name (`E;09` for a pliego); empty where it has one in the state.
    pub within: &'n str,
    pub code: &'n str,
    pub name: &'n str,
}

/// In how many rows each name stands. Bounded by the number of distinct names.
#[derive(Clone, Debug)]
pub struct Names {
    /// By [`Dimension::index`].
    dimensions: Vec<OfDimension>,
}

#[derive(Clone, Debug, Default)]
struct OfDimension {
    counts: HashMap<Box<str>, u64>,
    /// The key of the last row's name, and in how many rows it stood on end. Neighbouring rows mostly repeat
    /// their names: those are counted without touching the table.
    last: String,
    rows: u64,
}

/// Between the parts of a key. No code holds it.
const END: char = '\u{1f}';

impl Default for Names {
    fn default() -> Self {
        Self { dimensions: vec![OfDimension::default(); Dimension::COUNT] }
    }
}

impl Names {
    /// Counts one row.
    pub fn add(&mut self, dimension: Dimension, within: &str, code: &str, name: &str) {
        let Some(own) = self.dimensions.get_mut(dimension.index()) else { return };
        if own.rows > 0 && is_key(&own.last, [within, code, name]) {
            own.rows += 1;
            return;
        }
        own.settle();
        own.last.clear();
        own.last.push_str(within);
        own.last.push(END);
        own.last.push_str(code);
        own.last.push(END);
        own.last.push_str(name);
        own.rows = 1;
    }

    /// To be called once, after the last row.
    pub fn close(&mut self) {
        self.dimensions.iter_mut().for_each(OfDimension::settle);
    }

    /// Every name with its rows, sorted; after [`Names::close`].
    pub fn counted(&self) -> Vec<(Named<'_>, u64)> {
        let mut all = Vec::new();
        for (dimension, own) in Dimension::ALL.iter().zip(&self.dimensions) {
            all.extend(own.counts.iter().map(|(key, rows)| {
                let (within, code, name) = parts(key);
                (Named { dimension: *dimension, within, code, name }, *rows)
            }));
        }
        all.sort_unstable();
        all
    }
}

impl OfDimension {
    /// Brings the rows of the last name into the table. No text is copied to find a name that is known.
    fn settle(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        match self.counts.get_mut(self.last.as_str()) {
            Some(before) => *before += rows,
            None if rows > 0 => {
                self.counts.insert(self.last.as_str().into(), rows);
            }
            None => {}
        }
    }
}

fn is_key(key: &str, [within, code, name]: [&str; 3]) -> bool {
    let inner = key.strip_prefix(within).and_then(|rest| rest.strip_prefix(END));
    inner.and_then(|rest| rest.strip_prefix(code)?.strip_prefix(END)) == Some(name)
}

/// Within, code and name.
fn parts(key: &str) -> (&str, &str, &str) {
    let (within, rest) = key.split_once(END).unwrap_or_default();
    let (code, name) = rest.split_once(END).unwrap_or_default();
    (within, code, name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// As a table of every row would count them.
        #[test]
        fn each_name_with_its_rows(
            rows in prop::collection::vec((0_usize..2, "[EM]{0,1}(;0)?", "0{1,2}", "[a\u{1f} ]{0,2}"), 0..60),
        ) {
            let (mut names, mut table) = (Names::default(), BTreeMap::new());
            for (dimension, within, code, name) in &rows {
                let dimension = Dimension::ALL[*dimension];
                names.add(dimension, within, code, name);
                *table.entry(Named { dimension, within, code, name }).or_insert(0_u64) += 1;
            }
            names.close();
            prop_assert_eq!(names.counted(), table.into_iter().collect::<Vec<_>>());
        }
    }
}
