//! Every figure of the control files against what is stored: a figure that is not compared fails the test.
use std::{collections::BTreeMap, fs};

use base::Known;
use budget::{
    actions::Receipt,
    domain::{Dimension, Measure},
    queries,
};
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionContext, col, lit};
use serde_json::Value;

use super::desk::{Desk, money, sample};

const MONTHLY: [(&str, Measure); 7] = [
    ("MONTO_PIA", Measure::Pia),
    ("MONTO_PIM", Measure::Pim),
    ("MONTO_CERTIFICADO", Measure::Certified),
    ("MONTO_COMPROMETIDO_ANUAL", Measure::CommittedAnnual),
    ("MONTO_COMPROMETIDO", Measure::CommittedMonthly),
    ("MONTO_DEVENGADO", Measure::Accrued),
    ("MONTO_GIRADO", Measure::Paid),
];

/// `por_nivel/E/MONTO_PIM` and its figure; taken away when compared.
struct Figures(BTreeMap<String, String>);

impl Figures {
    fn of(value: &Value) -> Self {
        let mut figures = Self(BTreeMap::new());
        figures.add("", value);
        figures
    }

    fn read(name: &str) -> Value {
        serde_json::from_slice(&fs::read(sample(name)).unwrap()).unwrap()
    }

    fn add(&mut self, at: &str, value: &Value) {
        let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}/{name}") };
        match value {
            Value::Object(map) => {
                for (key, inner) in map {
                    self.add(&below(key), inner);
                }
            }
            // Groups name themselves by their code; the names beside codes are no figures.
            Value::Array(groups) => {
                for group in groups {
                    let code = ["TIPO_GOBIERNO", "MES_EJE", "DEPARTAMENTO_EJECUTORA"]
                        .iter()
                        .find_map(|key| group.get(key).map(plain))
                        .unwrap_or_else(|| panic!("a group without a code: {group}"));
                    for (key, inner) in group.as_object().unwrap() {
                        if key == "filas" || key.starts_with("MONTO_") {
                            self.add(&below(&format!("{code}/{key}")), inner);
                        }
                    }
                }
            }
            figure => assert!(self.0.insert(at.to_owned(), plain(figure)).is_none(), "{at} twice"),
        }
    }

    #[track_caller]
    fn check(&mut self, at: &str, got: impl ToString) {
        let expect = self.0.remove(at).unwrap_or_else(|| panic!("the control file has no {at}"));
        assert_eq!(got.to_string(), expect, "{at}");
    }

    fn end(self, compared: usize) {
        assert!(self.0.is_empty(), "not compared: {:?}", self.0);
        assert!(compared > 0);
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The rows as they are stored, read by the engine without any of our questions.
async fn stored(desk: &Desk, receipt: &Receipt) -> DataFrame {
    let path = desk.bench.ctx.files.path(&receipt.delivery.parquet);
    let options = ParquetReadOptions { file_extension: "", ..ParquetReadOptions::default() };
    SessionContext::new().read_parquet(path.display().to_string(), options).await.unwrap()
}

async fn count(rows: &DataFrame, dimension: Dimension, code: &str) -> usize {
    rows.clone().filter(col(dimension.code()).eq(lit(code))).unwrap().count().await.unwrap()
}

/// Rows and columns of the file.
fn check_size(desk: &Desk, receipt: &Receipt, figures: &mut Figures) {
    figures.check("filas", receipt.delivery.rows);
    let layout = desk.catalogue.layouts.iter().find(|layout| layout.code == receipt.delivery.layout);
    figures.check("columnas", layout.unwrap().columns.len());
}

async fn check_monthly(file: &str, control: &str) {
    let desk = Desk::new().await;
    let receipt = desk.import(file).await;
    let mut figures = Figures::of(&Figures::read(control));
    let compared = figures.0.len();
    check_size(&desk, &receipt, &mut figures);
    let rows = stored(&desk, &receipt).await;
    assert_eq!(rows.clone().count().await.unwrap() as u64, receipt.delivery.rows);
    let different = rows.clone().distinct().unwrap().count().await.unwrap();
    figures.check("filas_duplicadas_exactas", receipt.delivery.rows - different as u64);

    let total = desk.cut(&[], &[]).await;
    for (column, measure) in MONTHLY {
        figures.check(&format!("totales/{column}"), total.total(measure).unwrap());
    }
    // Not reported by this layout: absent, which is not zero.
    assert_eq!(total.total(Measure::Modifications), None);
    assert_eq!(total.total(Measure::Disbursed), None);

    let groups = [
        ("por_nivel", Dimension::Level),
        ("por_mes", Dimension::Month),
        ("por_departamento", Dimension::Department),
    ];
    for (name, dimension) in groups {
        for row in desk.cut(&[dimension], &[]).await.rows {
            let code = &row.codes[0];
            let written = if dimension == Dimension::Month { code.trim_start_matches('0') } else { code };
            let at = format!("{name}/{}", if written.is_empty() { "0" } else { written });
            for (column, measure) in MONTHLY {
                figures.check(&format!("{at}/{column}"), row.amounts[measure.index()].unwrap());
            }
            figures.check(&format!("{at}/filas"), count(&rows, dimension, code).await);
        }
    }
    let distinct = [
        ("sec_ejec", Dimension::SecEjec),
        ("pliego", Dimension::Pliego),
        ("programa_ppto", Dimension::Programme),
        ("producto_proyecto", Dimension::Product),
        ("funcion", Dimension::Function),
        ("grupo_funcional", Dimension::Group),
    ];
    for (name, dimension) in distinct {
        figures.check(&format!("distintos/{name}"), desk.cut(&[dimension], &[]).await.rows.len());
    }
    let known = desk.bench.known().await;
    let conn = &mut *desk.bench.read().await;
    let views = queries::deliveries(conn, &desk.bench.ctx.files, known).await.unwrap();
    for (column, measure) in MONTHLY {
        let total = views[0].totals.iter().find(|total| total.measure == measure).unwrap();
        figures.check(&format!("filas_negativas/{column}"), total.negatives);
    }
    figures.end(compared);
    assert!(desk.reconcile().await.differences().next().is_none());
    desk.bench.verify().await;
}

#[tokio::test]
async fn of_the_monthly_file() {
    check_monthly("pcm_covid_2020_22dep.csv.gz", "control_totales_22dep.json").await;
}

#[tokio::test]
async fn of_one_department() {
    check_monthly("pcm_covid_2020_tumbes.csv", "control_totales_tumbes.json").await;
}

/// A measure of one month, zero where no row tells of it.
async fn in_month(desk: &Desk, known: Known, month: usize, measure: Measure) -> base::Money {
    let month = format!("{month:02}");
    let rows = desk.cut_known(&[Dimension::Month], &[(Dimension::Month, &month)], known).await.rows;
    rows.iter().filter_map(|row| row.amounts[measure.index()]).sum()
}

#[tokio::test]
async fn of_the_annual_file() {
    let desk = Desk::new().await;
    let receipt = desk.import("derivado_layout_anual_73col_2020_22dep.csv.gz").await;
    let mut figures = Figures::of(&Figures::read("control_totales_anual_22dep.json"));
    let compared = figures.0.len();
    check_size(&desk, &receipt, &mut figures);
    let total = desk.cut(&[], &[]).await;
    for (column, measure) in [
        ("MONTO_PIA", Measure::Pia),
        ("MONTO_PIM", Measure::Pim),
        ("MONTO_CERTIFICADO_ANUAL", Measure::Certified),
        ("MONTO_COMPROMETIDO_ANUAL", Measure::CommittedAnnual),
        ("MONTO_DEVENGADO_ANUAL", Measure::Accrued),
        ("MONTO_GIRADO_ANUAL", Measure::Paid),
    ] {
        figures.check(&format!("totales/{column}"), total.total(measure).unwrap());
    }
    let months = "ENERO FEBRERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO SEPTIEMBRE OCTUBRE NOVIEMBRE DICIEMBRE";
    let known = desk.bench.known().await;
    for (n, month) in months.split(' ').enumerate() {
        let accrued = in_month(&desk, known, n + 1, Measure::Accrued).await;
        figures.check(&format!("totales/MONTO_DEVENGADO_{month}"), accrued);
    }
    figures.end(compared);
}

#[tokio::test]
async fn of_the_four_daily_reports() {
    let control = Figures::read("control_totales_peru_compras.json");
    let control = control.as_object().unwrap();
    assert_eq!(control.len(), 4);
    for (file, figures) in control {
        let desk = Desk::new().await;
        let receipt = desk.import(file).await;
        let mut figures = Figures::of(figures);
        let compared = figures.0.len();
        check_size(&desk, &receipt, &mut figures);
        let total = desk.cut(&[], &[]).await;
        for (column, measure) in [
            ("mto_pia", Measure::Pia),
            ("mto_modificaciones", Measure::Modifications),
            ("mto_pim", Measure::Pim),
            ("mto_certificado", Measure::Certified),
            ("mto_compro_anual", Measure::CommittedAnnual),
        ] {
            figures.check(&format!("totales/{column}"), total.total(measure).unwrap());
        }
        let known = desk.bench.known().await;
        for (column, measure) in [
            ("mto_at_comp", Measure::CommittedMonthly),
            ("mto_devenga", Measure::Accrued),
            ("mto_girado", Measure::Paid),
            ("mto_pagado", Measure::Disbursed),
        ] {
            for month in 1..=12 {
                let amount = in_month(&desk, known, month, measure).await;
                figures.check(&format!("totales/{column}_{month:02}"), amount);
            }
        }
        figures.end(compared);
        assert_eq!(total.total(Measure::Pim), money("48103240"), "{file}");
    }
}
