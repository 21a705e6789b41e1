//! Claims through the import, the two times and the ledger.
use std::{collections::BTreeMap, path::Path};

use base::{Known, Money};
use jiff::civil::date;
use planning::domain::{
    content::Content,
    element::Element,
    plan::{Horizon, Plan, Version},
    portfolio::Portfolio,
    words::{ElementKind, PlanState, VersionKind},
};
use sheets::Book;
use testkit::Bench;

use super::world::row;
use crate::{
    actions::{AttributionFile, AttributionRefusal, AttributionsImported, import_attributions},
    columnar::{BoxFuture, Columnar, ColumnarError, LinePair, RowWriter},
    domain::{Answer, Cut, CutRow, Dimension, Measure},
    queries::{CoverageBy, Ledger, Unfunded, ledger},
};

/// Rows in memory, cut as asked.
struct Memory(Vec<CutRow>);

impl Columnar for Memory {
    fn writer(&self, _: &Path, _: [bool; Measure::COUNT]) -> Result<Box<dyn RowWriter>, ColumnarError> {
        Err(ColumnarError::Engine("nothing is written here".into()))
    }

    fn run<'a>(&'a self, cut: &'a Cut) -> BoxFuture<'a, Result<Answer, ColumnarError>> {
        let code = |row: &CutRow, d: &Dimension| {
            let at = super::world::COLUMNS.iter().position(|c| c == d);
            at.map(|at| row.codes[at].clone()).unwrap_or_default()
        };
        let rows = self.0.iter().map(|row| CutRow {
            codes: cut.by.iter().map(|d| code(row, d)).collect(),
            amounts: vec![row.amounts[0]; cut.measures.len()],
        });
        let answer = Answer { by: cut.by.clone(), measures: cut.measures.clone(), rows: rows.collect() };
        Box::pin(async move { Ok(answer) })
    }

    fn roll_up<'a>(
        &'a self,
        _: &'a Path,
        _: &'a [Dimension],
        _: &'a Path,
        _: u64,
    ) -> BoxFuture<'a, Result<Option<u64>, ColumnarError>> {
        Box::pin(async { Ok(None) })
    }

    fn differing<'a>(
        &'a self,
        _: &'a Path,
        _: &'a Path,
    ) -> BoxFuture<'a, Result<Vec<LinePair>, ColumnarError>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// PEDN with OE1 and OE2; PEI whose OI1 hangs from OE1, with the action AI1 below.
fn portfolio() -> Portfolio {
    let element = |code: &str, kind, parent: Option<&str>, above: &[&str]| Element {
        code: code.parse().unwrap(),
        kind,
        parent: parent.map(|p| p.parse().unwrap()),
        hangs_from: above.iter().map(|a| a.parse().unwrap()).collect(),
        state_policies: Vec::new(),
        national_policies: Vec::new(),
        title: code.into(),
        title_en: None,
        responsible_post: None,
        start: None,
        end: None,
    };
    let content = |code: &str, elements: Vec<Element>| Content {
        plan: Plan {
            code: code.parse().unwrap(),
            plan_type: code.into(),
            entity: None,
            territory: None,
            sector: None,
            sample: true,
        },
        version: Version {
            code: "1".parse().unwrap(),
            kind: VersionKind::New,
            state: PlanState::InForce,
            title: code.into(),
            title_en: None,
            horizon: Horizon::new(2011, 2021).unwrap(),
            instrument: None,
            valid: None,
            source: "test".into(),
        },
        elements: elements.into_iter().map(|e| (e.code.clone(), e)).collect(),
        indicators: BTreeMap::new(),
        targets: BTreeMap::new(),
    };
    let objective = ElementKind::Objective;
    let pedn = vec![element("OE1", objective, None, &[]), element("OE2", objective, None, &[])];
    let pei = vec![
        element("OI1", objective, None, &["PEDN/OE1"]),
        element("AI1", ElementKind::Action, Some("OI1"), &[]),
    ];
    Portfolio::new([content("PEDN", pedn), content("PEI", pei)], date(2020, 6, 1))
}

fn file(source: &str, lines: &str) -> AttributionFile {
    let text = format!(
        "elemento,anio_desde,anio_hasta,programa,producto,porcentaje,sustento,declarado_por\n{lines}"
    );
    let book = Book::from_bytes("atribuciones.csv", text.into_bytes()).unwrap();
    AttributionFile { sheets: book.sheets().to_vec(), source: source.into(), partial: false }
}

async fn import(bench: &Bench, file: &AttributionFile) -> Result<AttributionsImported, AttributionRefusal> {
    import_attributions(&bench.ctx, &portfolio(), file).await
}

async fn read(bench: &Bench, known: Known) -> std::sync::Arc<Ledger> {
    let rows = Memory(vec![
        row("E:10-010 24 0090 3000001 5000001", &[100_001]),
        row("E:10-010 24 0090 3000002 5000001", &[50_000]),
        row("R:99-461 24 9001 3999999 5000003", &[7]),
    ]);
    let mut conn = bench.read().await;
    ledger(&mut conn, &bench.ctx.files, &rows, known, &portfolio(), None).await.unwrap()
}

async fn bench() -> Bench {
    Bench::new(&[planning::MIGRATIONS, crate::MIGRATIONS]).await
}

#[tokio::test]
async fn a_later_file_of_a_source_replaces_its_claims_and_the_past_stays_known() {
    let bench = bench().await;
    let first = "PEI/AI1,2020,2020,0090,30*,60,regla,OPP\nPEDN/OE2,2020,2021,9001,,100,exacta,OPP\n";
    let done = import(&bench, &file("mef", first)).await.unwrap();
    assert_eq!((done.added, done.changed, done.withdrawn, done.unchanged), (2, 0, 0, 0));
    let before = bench.known().await;
    let again = import(&bench, &file("mef", first)).await.unwrap();
    assert_eq!((again.unchanged, again.seq), (2, None), "the same file again writes nothing");
    import(&bench, &file("ceplan", "PEDN/OE1,2020,2020,0090,,100,estimacion,DNPE\n")).await.unwrap();
    let done = import(&bench, &file("mef", "PEI/AI1,2020,2020,0090,30*,50,regla,OPP\n")).await.unwrap();
    assert_eq!((done.added, done.changed, done.withdrawn), (0, 1, 1));

    let plans = portfolio();
    let accrued = |ledger: &Ledger, element: &str| {
        let at = plans.find(&element.parse().unwrap()).unwrap();
        ledger.element(&plans, at).and_then(|m| m.of(Measure::Accrued)).map(|h| h.total().as_centimos())
    };
    let old = read(&bench, before).await;
    assert_eq!(
        accrued(&old, "PEDN/OE1"),
        Some(60_001 + 30_000),
        "60 % of each row; 60,000.6 is nearer to 60,001"
    );
    assert_eq!(accrued(&old, "PEDN/OE2"), Some(7));
    let now = read(&bench, Known::NOW).await;
    assert_eq!(
        accrued(&now, "PEI/AI1"),
        Some(75_000),
        "the odd céntimo goes to the earlier name, PEDN@1/OE1"
    );
    assert_eq!(accrued(&now, "PEDN/OE1"), Some(150_001), "its own claim holds all of what its action has");
    assert_eq!(accrued(&now, "PEDN/OE2"), None);
    bench.verify().await;
}

#[tokio::test]
async fn coverage_and_its_gaps() {
    let bench = bench().await;
    let claims = "PEI/AI1,2020,2020,0090,3000001,60,regla,OPP\nPEDN/OE2,2020,2021,0077,,100,exacta,OPP\n";
    import(&bench, &file("mef", claims)).await.unwrap();
    let ledger = read(&bench, Known::NOW).await;
    for by in ["entity", "objective", "territory", "seat", "programme", "sector", "year"] {
        let coverage = ledger.coverage(by.parse().unwrap());
        let total: Money = coverage.lines.iter().map(|line| line.amounts[0].total()).sum();
        assert_eq!(total.as_centimos(), 150_008, "by {by}");
        assert_eq!(coverage.total[0].total(), total, "by {by}");
    }
    let by_objective = ledger.coverage(CoverageBy::Objective);
    let lines: Vec<(&str, i64)> =
        by_objective.lines.iter().map(|l| (l.code.as_str(), l.amounts[0].total().as_centimos())).collect();
    assert_eq!(lines, [("", 90_007), ("PEI@1/OI1", 60_001)]);
    let gaps = ledger.money_without_objective(CoverageBy::Programme, Measure::Accrued);
    let gaps: Vec<(&str, i64)> =
        gaps.iter().map(|l| (l.code.as_str(), l.amounts[0].unclaimed.as_centimos())).collect();
    assert_eq!(gaps, [("0090", 90_000), ("9001", 7)]);
    let unfunded = ledger.objectives_without_money(&portfolio());
    let unfunded: Vec<_> = unfunded.iter().map(|u| (u.element.as_str(), u.why)).collect();
    assert_eq!(unfunded, [("PEDN@1/OE2", Unfunded::NoMoney)]);
    let plans = portfolio();
    let pedn = plans.find_version(&"PEDN".parse().unwrap()).unwrap();
    let plan = ledger.plan(&plans, pedn).of(Measure::Accrued).unwrap();
    assert_eq!(plan.total().as_centimos(), 60_001, "what hangs from a plan is its money too");
    let at = plans.find(&"PEDN/OE1".parse().unwrap()).unwrap();
    let by_entity = ledger.element_by(&plans, at, Dimension::Entity);
    assert_eq!(by_entity["E:10-010"][0].total().as_centimos(), 60_001);
    assert_eq!(by_entity.len(), 1);
}

/// Lines of the file and what each is refused for.
async fn refused(lines: &str, expect: &[(u64, &str, &str)]) {
    let bench = bench().await;
    let Err(AttributionRefusal::Rows(errors)) = import(&bench, &file("mef", lines)).await else {
        panic!("{lines:?} is accepted")
    };
    assert_eq!(errors.0.len(), expect.len(), "{errors}");
    for (error, (line, column, reason)) in errors.0.iter().zip(expect) {
        assert_eq!((error.line, error.column.as_str()), (*line, *column), "{error}");
        assert!(error.reason.contains(reason), "{error}");
    }
    assert_eq!(bench.last_seq().await.0, 0, "nothing is recorded");
}

#[tokio::test]
async fn refuses_row_by_row() {
    refused("PEDN/OE9,2020,2020,0090,,100,regla,OPP\n", &[(2, "element", "import the plan first")]).await;
    refused("OE1,2020,2020,0090,,100,regla,OPP\n", &[(2, "element", "PLAN/CODE")]).await;
    refused("PEDN/OE1,2021,2020,0090,,100,regla,OPP\n", &[(2, "year_from", "first not after")]).await;
    refused("PEDN/OE1,2020,2020,,,100,regla,OPP\n", &[(2, "", "at least one key column")]).await;
    refused("PEDN/OE1,2020,2020,0090,,100.5,regla,OPP\n", &[(2, "share_percent", "at most 100")]).await;
    refused("PEDN/OE1,2020,2020,0090,,0,regla,OPP\n", &[(2, "share_percent", "more than 0")]).await;
    refused("PEDN/OE1,2020,2020,0090,,100,quizas,OPP\n", &[(2, "basis", "exact, rule or estimate")]).await;
    refused("PEDN/OE1,2020,2020,0090,,100,regla,\n", &[(2, "claimed_by", "required")]).await;
    let twice = "PEDN/OE1,2019,2020,0090,,10,regla,OPP\nPEDN/OE1,2020,2021,0090,,20,regla,OPP\n";
    refused(twice, &[(3, "element", "as line 2")]).await;
}

#[tokio::test]
async fn partial_takes_the_good_rows_and_withdraws_nothing() {
    let bench = bench().await;
    import(&bench, &file("mef", "PEDN/OE1,2020,2020,0090,,10,regla,OPP\n")).await.unwrap();
    let lines = "PEDN/OE2,2020,2020,0090,,10,regla,OPP\nPEDN/OE9,2020,2020,0090,,10,regla,OPP\n";
    let partial = AttributionFile { partial: true, ..file("mef", lines) };
    let done = import(&bench, &partial).await.unwrap();
    assert_eq!((done.added, done.withdrawn, done.refused.0.len()), (1, 0, 1));
}

#[tokio::test]
async fn warns_of_money_claimed_beyond_the_whole() {
    let bench = bench().await;
    import(&bench, &file("mef", "PEDN/OE1,2020,2020,0090,,70,regla,OPP\n")).await.unwrap();
    let done = import(&bench, &file("ceplan", "PEDN/OE2,2020,2020,0090,,60,regla,OPP\n")).await.unwrap();
    let reasons: Vec<&str> = done.warnings.0.iter().map(|w| w.reason.as_str()).collect();
    assert_eq!(reasons, ["together the elements claim 130.0000 % of this money: it is over-claimed"]);
    let fine = import(&bench, &file("pei", "PEI/AI1,2020,2020,0090,,30,regla,OPP\n")).await.unwrap();
    assert_eq!(fine.warnings.0.len(), 1, "still over-claimed by the others, and told");
}
