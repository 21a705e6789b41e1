//! Two hundred generated cuts, answered by another engine from the source file: equal byte by byte.
use std::{
    env,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use budget::{
    domain::{Dimension, Measure},
    queries::{self, CutRequest, render},
};
use serde_json::{Value, json};

use super::desk::{Desk, sample};

const CUTS: usize = 200;
const FILE: &str = "pcm_covid_2020_22dep.csv.gz";

/// A generator of its own, so that the cuts are the same on every machine (Knuth's MMIX constants).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    pub fn some<T: Clone + PartialEq>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut picked: Vec<T> = Vec::new();
        while picked.len() < count {
            let item = items[self.below(items.len())].clone();
            if !picked.contains(&item) {
                picked.push(item);
            }
        }
        picked
    }
}

/// Dimensions that the monthly layout holds.
fn dimensions() -> Vec<Dimension> {
    use Dimension::{ActivityKind, MetaDistrict, MetaProvince, TargetUnit};
    let absent = [ActivityKind, MetaDistrict, MetaProvince, TargetUnit];
    Dimension::ALL.iter().copied().filter(|d| !d.is_quantity() && !absent.contains(d)).collect()
}

fn measures() -> Vec<Measure> {
    let absent = [Measure::Modifications, Measure::Disbursed];
    Measure::ALL.into_iter().filter(|m| !absent.contains(m)).collect()
}

async fn cuts(desk: &Desk) -> Vec<CutRequest> {
    let (dimensions, measures) = (dimensions(), measures());
    let mut codes = Vec::new();
    for dimension in &dimensions {
        let rows = desk.cut(&[*dimension], &[]).await.rows;
        codes.push(rows.into_iter().map(|row| row.codes[0].clone()).collect::<Vec<_>>());
    }
    let mut chance = Chance(2020);
    let mut cuts = Vec::new();
    for _ in 0..CUTS {
        let count = chance.below(5);
        let by = chance.some(&dimensions, count);
        let mut filters = Vec::new();
        for _ in 0..chance.below(4) {
            let at = chance.below(dimensions.len());
            let code = codes[at][chance.below(codes[at].len())].clone();
            let prefix: String = code.chars().take(1 + chance.below(3)).collect();
            filters.push((dimensions[at], if chance.below(3) == 0 { format!("{prefix}*") } else { code }));
        }
        let count = 1 + chance.below(4);
        cuts.push(CutRequest { by, filters, year: None, measures: chance.some(&measures, count) });
    }
    cuts
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn judge(cuts: &[CutRequest]) -> Vec<String> {
    let cuts: Vec<Value> = cuts
        .iter()
        .map(|cut| {
            let measures: Vec<&str> = cut.measures.iter().map(|m| m.code()).collect();
            json!({ "by": cut.by, "filters": cut.filters, "measures": measures })
        })
        .collect();
    asked("cuts.py", &json!({ "file": sample(FILE), "cuts": cuts }))
}

/// What a judge answers.
pub fn asked(judge: &str, request: &Value) -> Vec<String> {
    let python = env::var_os("QUIPU_TEST_PYTHON")
        .map_or_else(|| root().join("target/test-venv/bin/python"), PathBuf::from);
    assert!(python.exists(), "{} is absent: ./test makes it, with DuckDB", python.display());
    let mut judge = Command::new(python)
        .arg(root().join("app/quipu/tests/duckdb").join(judge))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    judge.stdin.take().unwrap().write_all(request.to_string().as_bytes()).unwrap();
    let output = judge.wait_with_output().unwrap();
    assert!(output.status.success(), "the judge failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// One folder and one judge for all, because to import takes longest.
#[tokio::test]
async fn two_hundred_cuts_equal_duckdb() {
    let desk = Desk::new().await;
    desk.import(FILE).await;
    let mut cuts = cuts(&desk).await;
    asks_for_everything(&cuts);
    let expected = judge(&cuts);
    assert_eq!(expected.len(), CUTS);
    let rows = equal(&desk, &cuts, &expected).await;
    assert!(rows > 10_000, "cuts that are mostly empty would prove nothing: {rows} rows");
    // Whatever else is delivered, of the same money or of another year, the year's money is the file's.
    for name in ["pcm_covid_2020_tumbes.csv", "ReporteGasto_PERUCOMPRAS_corte_2025-10-29.csv"] {
        desk.import(name).await;
    }
    for cut in &mut cuts {
        cut.year = Some(2020);
    }
    assert_eq!(equal(&desk, &cuts, &expected).await, rows);
}

/// Compares byte by byte; returns how many rows were answered.
async fn equal(desk: &Desk, cuts: &[CutRequest], expected: &[String]) -> usize {
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    let mut rows = 0;
    for (cut, expected) in cuts.iter().zip(expected) {
        let answer = queries::cut(conn, &desk.bench.ctx.files, &desk.engine, known, cut).await.unwrap();
        rows += answer.rows.len();
        let got = String::from_utf8(render::csv(&answer).unwrap()).unwrap();
        assert!(got == *expected, "{cut:?}\n{}", first_difference(&got, expected));
    }
    rows
}

/// So that a change of how cuts are made does not empty the proof.
fn asks_for_everything(cuts: &[CutRequest]) {
    let count = |is: fn(&CutRequest) -> bool| cuts.iter().filter(|cut| is(cut)).count();
    assert!(count(|cut| cut.by.len() >= 2) > 80, "several dimensions");
    assert!(count(|cut| !cut.filters.is_empty()) > 100, "filters");
    assert!(count(|cut| cut.filters.iter().any(|(_, code)| code.ends_with('*'))) > 40, "prefixes");
    assert!(count(|cut| cut.by.contains(&Dimension::Month)) > 8, "months");
    for dimension in dimensions() {
        assert!(cuts.iter().any(|cut| cut.by.contains(&dimension)), "{dimension} is never asked for");
    }
    for measure in measures() {
        assert!(cuts.iter().any(|cut| cut.measures.contains(&measure)), "{measure} is never asked for");
    }
}

pub fn first_difference(got: &str, expected: &str) -> String {
    let mut lines = got.lines().zip(expected.lines()).filter(|(a, b)| a != b);
    let count = (got.lines().count(), expected.lines().count());
    format!("lines {count:?}; first that differ: {:?}", lines.next())
}
