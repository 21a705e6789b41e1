//! Cuts against a sum over the same rows in memory.
#![allow(clippy::unwrap_used)]
use std::{collections::BTreeMap, sync::Arc};

use analytics::Engine;
use base::Money;
use budget::{
    columnar::Columnar,
    domain::{BudgetRow, Cut, CutRow, Dimension, Measure, Phases, Piece, Units},
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

fn budget_row(codes: &[String], amounts: [i64; Measure::COUNT]) -> BudgetRow<'static> {
    let month = codes[Dimension::Month.index()].parse().unwrap();
    BudgetRow {
        line: 0,
        codes: codes.iter().collect(),
        names: Vec::new(),
        slices: vec![(month, amounts)],
        repairs: Vec::new(),
        check_differs: false,
    }
}

fn write(folder: &std::path::Path, name: &str, rows: &[Row]) -> Piece {
    let file = folder.join(name);
    let mut writer = Engine::default().writer(&file, REPORTED).unwrap();
    for (codes, amounts) in rows {
        writer.write(&budget_row(codes, *amounts)).unwrap();
    }
    writer.finish().unwrap();
    Piece { delivery: 1, file, year: None, units: Units::All, rollups: Arc::default() }
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
        prop_assert!(answer.rows.is_sorted_by(|a, b| a.codes < b.codes), "by their codes");
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
    let piece = Piece { delivery: 1, file, year: None, units: Units::All, rollups: Arc::default() };
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

/// The lines out of order that are counted while a file is read are those that the engine finds in it.
#[test]
fn phases_are_compared_over_the_year() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, ..Config::default() });
    let outcome = runner.run(&rows(), |rows| {
        let mut phases = Phases::default();
        for (codes, amounts) in &rows {
            phases.add(&budget_row(codes, *amounts));
        }
        let piece = write(folder.path(), "phases", &rows);
        let by: Vec<Dimension> = Dimension::line_key().collect();
        let measures: Vec<Measure> = Measure::ALL.to_vec();
        let cut = Cut { by, measures: measures.clone(), pieces: vec![piece], ..Cut::default() };
        let lines = runtime.block_on(async { Engine::default().run(&cut).await }).unwrap().rows;
        let disorders = phases.disorders(&REPORTED);
        for (exceeding, bound) in Measure::ORDERED {
            let at = |measure| measures.iter().position(|m| *m == measure).unwrap();
            let both = |line: &CutRow| line.amounts[at(exceeding)].zip(line.amounts[at(bound)]);
            let out =
                lines.iter().filter(|line| both(line).is_some_and(|(over, under)| over > under)).count();
            let counted = disorders.iter().find(|d| (d.exceeding, d.bound) == (exceeding, bound));
            prop_assert_eq!(counted.map_or(0, |d| d.lines), out as u64, "{} {}", exceeding, bound);
        }
        Ok(())
    });
    outcome.unwrap();
}
