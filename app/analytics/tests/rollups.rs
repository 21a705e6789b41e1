//! What a rollup answers is what the rows answer.
#![allow(clippy::unwrap_used)]
use std::{path::Path, sync::Arc};

use analytics::Engine;
use budget::{
    columnar::Columnar as _,
    domain::{BudgetRow, Cut, Dimension, Measure, Piece, ROLLUPS, Rollup, RollupPlan, Units},
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

/// The last measure is one that the layout does not report.
const REPORTED: [bool; Measure::COUNT] = [true, true, true, true, true, true, true, true, false];

type Row = (Vec<&'static str>, u8, [i64; Measure::COUNT]);

/// Few codes, so that rows share them: most dimensions have one in most rows.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let code = prop_oneof![5 => Just("1"), 1 => prop::sample::select(vec!["", "10", "2"])];
    let codes = prop::collection::vec(code, Dimension::COUNT);
    prop::collection::vec((codes, 0_u8..=12, prop::array::uniform9(-5000_i64..5000)), 0..80)
}

fn write(file: &Path, rows: &[Row]) {
    let mut writer = Engine::default().writer(file, REPORTED).unwrap();
    for (codes, month, amounts) in rows {
        let row = BudgetRow {
            line: 0,
            codes: codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>().iter().collect(),
            names: Vec::new(),
            slices: vec![(*month, *amounts)],
            repairs: Vec::new(),
            check_differs: false,
        };
        writer.write(&row).unwrap();
    }
    writer.finish().unwrap();
}

/// The rows with every rollup, made as an import makes them.
async fn rolled_up(folder: &Path, rows: &[Row], units: Units) -> Piece {
    let file = folder.join("rows");
    write(&file, rows);
    let mut rollups: Vec<Rollup> = Vec::new();
    for plan in ROLLUPS {
        let of = rollups.iter().find(|other| Some(other.name.as_str()) == plan.made_of);
        let from = of.map_or(&file, |of| &of.file).clone();
        rollups.push(make(folder, plan, &from).await);
    }
    Piece { delivery: 1, file, year: None, units, rollups: Arc::new(rollups) }
}

async fn make(folder: &Path, plan: &RollupPlan, from: &Path) -> Rollup {
    let file = folder.join(plan.name);
    let rows = Engine::default().roll_up(from, &plan.by(), &file, u64::MAX).await.unwrap().unwrap();
    Rollup { name: plan.name.to_owned(), file, dimensions: plan.by().into_iter().collect(), rows }
}

#[test]
fn sums_of_sums_are_the_sums() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let asked = (
        prop::sample::select(ROLLUPS.to_vec()),
        prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec!["1", "1*", "2"])),
            0..2,
        ),
        prop::collection::hash_set(prop::sample::select(Measure::ALL.to_vec()), 1..4),
        prop_oneof![
            Just(Units::All),
            Just(Units::Only(vec!["1".to_owned()])),
            Just(Units::Except(vec!["1".to_owned()]))
        ],
    );
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&(rows(), asked), |(rows, (plan, by, filters, measures, units))| {
        let own = plan.by();
        let mut by: Vec<Dimension> = by.iter().map(|at| *at.get(&own)).collect();
        by.sort_unstable();
        by.dedup();
        let filters = filters.into_iter().map(|(at, code)| (*at.get(&own), code.to_owned())).collect();
        let measures = measures.into_iter().collect();
        let piece = runtime.block_on(rolled_up(folder.path(), &rows, units.clone()));
        let bare = Piece { rollups: Arc::default(), ..piece.clone() };
        let cut = Cut { by, filters, measures, pieces: vec![piece.clone()] };
        let is_answerable = units == Units::All || own.contains(&Dimension::SecEjec);
        prop_assert!(cut.reading(&piece).is_some() || !is_answerable, "a rollup answers");
        let engine = Engine::default();
        let answered = runtime.block_on(engine.run(&cut)).unwrap();
        let of_rows = runtime.block_on(engine.run(&Cut { pieces: vec![bare], ..cut })).unwrap();
        prop_assert_eq!(answered, of_rows);
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn the_same_rows_give_the_same_bytes_and_too_many_sums_none() {
    let folder = tempfile::tempdir().unwrap();
    let row = |code: &'static str, amount| (vec![code; Dimension::COUNT], 1, [amount; Measure::COUNT]);
    let (rows, file) = ([row("2", 5), row("1", 7), row("2", -5)], folder.path().join("rows"));
    write(&file, &rows);
    let by = [Dimension::Level, Dimension::SecEjec];
    let made = async |name: &str, rows_max| {
        let to = folder.path().join(name);
        let rows = Engine::default().roll_up(&file, &by, &to, rows_max).await.unwrap();
        (rows, std::fs::read(to).unwrap())
    };
    let (rows, bytes) = made("one", 2).await;
    assert_eq!(rows, Some(2), "a sum of zero is a row");
    assert_eq!(made("two", 9).await.1, bytes);
    assert_eq!(made("three", 1).await.0, None);
}
