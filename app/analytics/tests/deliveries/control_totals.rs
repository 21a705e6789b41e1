//! The control totals that came with the files, reproduced to the céntimo.
use std::{collections::BTreeSet, fs};

use budget::{
    domain::{Dimension, Measure},
    queries,
};
use serde_json::Value;

use super::desk::{Desk, money, sample};

const MONTHLY: &str = "pcm_covid_2020_22dep.csv.gz";
const ANNUAL: &str = "derivado_layout_anual_73col_2020_22dep.csv.gz";

const COLUMNS: [(&str, Measure); 7] = [
    ("MONTO_PIA", Measure::Pia),
    ("MONTO_PIM", Measure::Pim),
    ("MONTO_CERTIFICADO", Measure::Certified),
    ("MONTO_COMPROMETIDO_ANUAL", Measure::CommittedAnnual),
    ("MONTO_COMPROMETIDO", Measure::CommittedMonthly),
    ("MONTO_DEVENGADO", Measure::Accrued),
    ("MONTO_GIRADO", Measure::Paid),
];

fn control(name: &str) -> Value {
    serde_json::from_slice(&fs::read(sample(name)).unwrap()).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

async fn check_groups(desk: &Desk, groups: &Value, key: &str, dimension: Dimension) {
    let answer = desk.cut(&[dimension], &[]).await;
    let groups = groups.as_array().unwrap();
    assert_eq!(answer.rows.len(), groups.len(), "groups of {dimension}");
    for group in groups {
        let code = dimension.written(&text(&group[key]));
        let row = answer.rows.iter().find(|row| row.codes[0] == code).unwrap();
        for (column, measure) in COLUMNS {
            let expect = money(group[column].as_str().unwrap());
            assert_eq!(row.amounts[measure.index()], expect, "{dimension} {code} {column}");
        }
    }
}

#[tokio::test]
async fn the_monthly_file_by_level_month_and_department() {
    let desk = Desk::new().await;
    let receipt = desk.import(MONTHLY).await;
    let control = control("control_totales_22dep.json");
    assert_eq!(receipt.delivery.rows, control["filas"].as_u64().unwrap());
    assert_eq!(receipt.delivery.month_last, 7);

    let total = desk.cut(&[], &[]).await;
    for (column, measure) in COLUMNS {
        assert_eq!(total.total(measure), money(control["totales"][column].as_str().unwrap()), "{column}");
    }
    // Not reported by this layout: absent, which is not zero.
    assert_eq!(total.total(Measure::Modifications), None);
    assert_eq!(total.total(Measure::Disbursed), None);

    check_groups(&desk, &control["por_nivel"], "TIPO_GOBIERNO", Dimension::Level).await;
    check_groups(&desk, &control["por_mes"], "MES_EJE", Dimension::Month).await;
    let departments = control.as_object().unwrap().iter().find(|(k, _)| k.contains("depart")).unwrap().1;
    check_groups(&desk, departments, "DEPARTAMENTO_EJECUTORA", Dimension::Department).await;

    let distinct = [
        ("sec_ejec", Dimension::SecEjec),
        ("pliego", Dimension::Pliego),
        ("programa_ppto", Dimension::Programme),
        ("producto_proyecto", Dimension::Product),
        ("funcion", Dimension::Function),
        ("grupo_funcional", Dimension::Group),
    ];
    for (name, dimension) in distinct {
        let codes: BTreeSet<String> =
            desk.cut(&[dimension], &[]).await.rows.into_iter().map(|row| row.codes[0].clone()).collect();
        assert_eq!(codes.len() as u64, control["distintos"][name].as_u64().unwrap(), "{name}");
    }

    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let views = queries::deliveries(&mut *desk.bench.read().await, files, known).await.unwrap();
    for (column, measure) in COLUMNS {
        let total = views[0].totals.iter().find(|t| t.measure == measure).unwrap();
        assert_eq!(total.negatives, control["filas_negativas"][column].as_u64().unwrap(), "{column}");
    }
    assert!(desk.reconcile().await.differences().next().is_none());
    desk.bench.verify().await;
}

#[tokio::test]
async fn budget_rows_are_counted_once() {
    let desk = Desk::new().await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    let by_month = desk.cut(&[Dimension::Month], &[]).await;
    for row in by_month.rows.iter().filter(|row| row.codes[0] != "00") {
        assert_eq!(row.amounts[Measure::Pim.index()], money("0"), "PIM in month {}", row.codes[0]);
    }
    assert_eq!(by_month.total(Measure::Pim), money("14579345.00"));
    // Dividing by a PIA of zero has no answer, and does not fail.
    assert_eq!(by_month.total(Measure::Pia), money("0"));
    let accrued = by_month.total(Measure::Accrued).unwrap();
    assert_eq!(accrued.percent_of(by_month.total(Measure::Pia).unwrap()), None);
}

#[tokio::test]
async fn the_annual_file_has_the_same_money_by_month() {
    let monthly = Desk::new().await;
    monthly.import(MONTHLY).await;
    let annual = Desk::new().await;
    let receipt = annual.import(ANNUAL).await;
    assert_eq!(receipt.delivery.rows, 31_954);
    let both = [Measure::Pia, Measure::Pim, Measure::Certified, Measure::CommittedAnnual, Measure::Paid];
    let (one, other) = (monthly.cut(&[], &[]).await, annual.cut(&[], &[]).await);
    for measure in both {
        assert_eq!(one.total(measure), other.total(measure), "{measure}");
    }
    assert_eq!(other.total(Measure::CommittedMonthly), None, "this layout does not report it");
    let accrued = |answer: budget::domain::Answer| -> Vec<(String, _)> {
        let rows =
            answer.rows.into_iter().map(|row| (row.codes[0].clone(), row.amounts[Measure::Accrued.index()]));
        rows.filter(|(_, amount)| amount.is_some_and(|a| !a.is_zero())).collect()
    };
    let months = [Dimension::Month];
    assert_eq!(accrued(monthly.cut(&months, &[]).await), accrued(annual.cut(&months, &[]).await));
    let lines = [
        Dimension::SecEjec,
        Dimension::Programme,
        Dimension::SpecificDetail,
        Dimension::Rubro,
        Dimension::Kind,
    ];
    let pim = |answer: budget::domain::Answer| -> Vec<_> {
        answer.rows.into_iter().map(|row| (row.codes, row.amounts[Measure::Pim.index()])).collect()
    };
    assert_eq!(pim(monthly.cut(&lines, &[]).await), pim(annual.cut(&lines, &[]).await));
    assert!(annual.reconcile().await.differences().next().is_none());
}
