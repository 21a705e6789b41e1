//! Cuts against a sum over the same rows in memory.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use analytics::Engine;
use base::Money;
use budget::{
    columnar::Columnar,
    domain::{BudgetRow, Cut, Dimension, Measure, Piece, Units},
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

/// Codes by dimension (the month among them), céntimos by measure.
type Row = (Vec<String>, [i64; Measure::COUNT]);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let codes =
        prop::collection::vec(prop::sample::select(vec!["", "0", "01", "011", "2", "ñ"]), Dimension::COUNT);
    let amounts = prop::array::uniform9(-5000_i64..5000);
    let row = (codes, 0_u8..=12, amounts).prop_map(|(codes, month, amounts)| {
        let mut codes: Vec<String> = codes.into_iter().map(str::to_owned).collect();
        codes[Dimension::Month.index()] = format!("{month:02}");
        (codes, amounts)
    });
    prop::collection::vec(row, 0..60)
}

/// The last measure is one that the layout does not report.
const REPORTED: [bool; Measure::COUNT] = [true, true, true, true, true, true, true, true, false];

fn write(folder: &std::path::Path, name: &str, rows: &[Row]) -> Piece {
    let file = folder.join(name);
    let mut writer = Engine::default().writer(&file, REPORTED).unwrap();
    for (codes, amounts) in rows {
        let month = codes[Dimension::Month.index()].parse().unwrap();
        let (codes, slices) = (codes.clone(), vec![(month, *amounts)]);
        let row = BudgetRow {
            line: 0,
            codes,
            names: Vec::new(),
            slices,
            repairs: Vec::new(),
            check_differs: false,
        };
        writer.write(&row).unwrap();
    }
    writer.finish().unwrap();
    Piece { delivery: 1, file, year: None, units: Units::All }
}

/// The same question, answered the slow way.
fn by_hand(cut: &Cut, rows: &[&Row]) -> BTreeMap<Vec<String>, Vec<Option<Money>>> {
    let mut sums: BTreeMap<Vec<String>, Vec<Option<Money>>> = BTreeMap::new();
    let meets = |row: &Row| {
        cut.filters.iter().all(|(dimension, _)| {
            let mut codes = cut.filters.iter().filter(|(d, _)| d == dimension).map(|(_, c)| c);
            let own = &row.0[dimension.index()];
            codes.any(|c| c.strip_suffix('*').map_or(own == c, |prefix| own.starts_with(prefix)))
        })
    };
    for row in rows.iter().filter(|row| meets(row)) {
        let key = cut.by.iter().map(|d| row.0[d.index()].clone()).collect();
        let sums = sums.entry(key).or_insert_with(|| vec![None; cut.measures.len()]);
        for (sum, measure) in sums.iter_mut().zip(&cut.measures) {
            if REPORTED[measure.index()] {
                *sum = Some(sum.unwrap_or_default() + Money::centimos(row.1[measure.index()]));
            }
        }
    }
    if cut.by.is_empty() {
        sums.retain(|_, amounts| amounts.iter().any(Option::is_some));
    }
    sums
}

#[test]
fn every_cut_equals_the_sum_by_hand() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let dimension = || prop::sample::select(Dimension::ALL.to_vec());
    let condition = (dimension(), prop::sample::select(vec!["", "0", "01", "0*", "01*", "*", "ñ*", "x"]));
    let input = (
        rows(),
        rows(),
        prop::collection::hash_set(dimension(), 0..4),
        prop::collection::vec(condition, 0..3),
        prop::collection::hash_set(prop::sample::select(Measure::ALL.to_vec()), 1..4),
        any::<bool>(),
    );
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&input, |(first, second, by, filters, measures, except)| {
        let mut one = write(folder.path(), "one two*", &first);
        let other = write(folder.path(), "other", &second);
        let unit = |row: &Row| row.0[Dimension::SecEjec.index()] == "01";
        one.units = if except { Units::Except(vec!["01".into()]) } else { Units::Only(vec!["01".into()]) };
        let cut = Cut {
            by: by.into_iter().collect(),
            filters: filters.into_iter().map(|(d, c)| (d, c.to_owned())).collect(),
            measures: measures.into_iter().collect(),
            pieces: vec![one, other],
        };
        let counted: Vec<&Row> = first.iter().filter(|row| unit(row) != except).chain(&second).collect();
        let answer = runtime.block_on(Engine::default().run(&cut)).unwrap();
        let expected = by_hand(&cut, &counted);
        let got: BTreeMap<_, _> = answer.rows.iter().map(|r| (r.codes.clone(), r.amounts.clone())).collect();
        prop_assert_eq!(got.len(), answer.rows.len(), "a key is answered once");
        prop_assert_eq!(got, expected);
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn a_file_that_is_no_parquet_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x");
    std::fs::write(&file, b"not parquet").unwrap();
    let piece = Piece { delivery: 1, file, year: None, units: Units::All };
    let cut = Cut { measures: vec![Measure::Pim], pieces: vec![piece], ..Cut::default() };
    assert!(Engine::default().run(&cut).await.is_err());
}

/// Lines of a file over the year, the slow way.
fn lines(rows: &[Row]) -> BTreeMap<Vec<String>, Vec<Option<Money>>> {
    let key = |row: &Row| Dimension::line_key().map(|d| row.0[d.index()].clone()).collect::<Vec<_>>();
    let mut lines: BTreeMap<Vec<String>, Vec<Option<Money>>> = BTreeMap::new();
    for row in rows {
        let sums =
            lines.entry(key(row)).or_insert_with(|| REPORTED.map(|r| r.then_some(Money::ZERO)).to_vec());
        for (sum, amount) in sums.iter_mut().zip(row.1) {
            *sum = sum.map(|sum| sum + Money::centimos(amount));
        }
    }
    lines
}

#[test]
fn a_comparison_names_every_line_that_differs_and_no_other() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let input = (rows(), rows(), prop::collection::vec(any::<bool>(), 60));
    let mut runner = TestRunner::new(Config { cases: 30, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&input, |(old, extra, kept)| {
        let mut new: Vec<Row> =
            old.iter().zip(kept).filter(|(_, kept)| *kept).map(|(row, _)| row.clone()).collect();
        if let Some(row) = new.first_mut() {
            row.1[3] += 1;
        }
        new.extend(extra.into_iter().take(3));
        let (before, after) = (write(folder.path(), "before", &old), write(folder.path(), "after", &new));
        let pairs = runtime.block_on(Engine::default().differing(&before.file, &after.file)).unwrap();
        let (old, new) = (lines(&old), lines(&new));
        let keys: std::collections::BTreeSet<_> = old.keys().chain(new.keys()).cloned().collect();
        let expected: Vec<_> = keys.into_iter().filter(|key| old.get(key) != new.get(key)).collect();
        prop_assert_eq!(pairs.iter().map(|pair| pair.key.clone()).collect::<Vec<_>>(), expected);
        for pair in pairs {
            prop_assert_eq!(pair.old.map(|row| row.amounts), old.get(&pair.key).cloned());
            prop_assert_eq!(pair.new.map(|row| row.amounts), new.get(&pair.key).cloned());
        }
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn phases_are_compared_over_the_year() {
    let folder = tempfile::tempdir().unwrap();
    let row = |unit: &str, month: &str, accrued: i64, paid: i64| {
        let mut codes = vec![String::new(); Dimension::COUNT];
        codes[Dimension::SecEjec.index()] = unit.into();
        codes[Dimension::Month.index()] = month.into();
        let mut amounts = [0; Measure::COUNT];
        amounts[Measure::Pim.index()] = 100;
        amounts[Measure::Certified.index()] = 100;
        amounts[Measure::CommittedAnnual.index()] = 100;
        amounts[Measure::Accrued.index()] = accrued;
        amounts[Measure::Paid.index()] = paid;
        (codes, amounts)
    };
    // In July the first unit pays more than it accrues, over the year it does not; the second does.
    let rows = [row("1", "06", 20, 5), row("1", "07", 5, 20), row("2", "06", 5, 6)];
    let piece = write(folder.path(), "x", &rows);
    let found = Engine::default().disorders(&piece.file).await.unwrap();
    let found: Vec<_> = found.iter().map(|d| (d.exceeding, d.bound, d.lines)).collect();
    assert_eq!(found, [(Measure::Paid, Measure::Accrued, 1)]);
}
