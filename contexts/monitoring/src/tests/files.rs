//! Files as people and publishers write them.
use sheets::Book;

use super::case::rules;
use crate::actions::entered::Entered;
use crate::actions::files::{bindings, cards, observations, series};
use crate::domain::{Rules, status::Grace};

fn book(text: &str) -> Book {
    Book::from_bytes("x.csv", text.as_bytes().to_vec()).unwrap()
}

/// Each row as it is understood, or why not.
#[track_caller]
fn check(rows: &str, expect: &[&str]) {
    let text = format!(
        "serie;indicador;periodo;territorio;tipo_grupo;grupo;valor;edición;publicado_el;fuente\n{rows}\n"
    );
    let read = observations(book(&text).sheets(), "INEI", false).unwrap();
    let rows = read.rows.iter().map(|row| {
        let Entered::Value(observed) = &row.content else { panic!("{row:?}") };
        let (key, m) = (&observed.key, &observed.measurement);
        let group = key.group.as_ref().map(|g| format!(" {}:{}", g.kind, g.name)).unwrap_or_default();
        let edition = key.edition.as_ref().map(|e| format!(" @{e}")).unwrap_or_default();
        format!("{} {} {} {}{group}{edition} {}", key.series, key.territory, key.period, m.value, m.source)
    });
    let refused = read.refused.0.iter().map(ToString::to_string);
    assert_eq!(rows.chain(refused).collect::<Vec<_>>(), expect);
}

#[test]
fn observations_are_read_with_what_sources_write() {
    check("IDH;;2013;PE;;;0,737;;;", &["IDH PE 2013 0.737 INEI"]);
    check("IDH;;2013;01;;;0,737;;;PNUD", &["IDH 01 2013 0.737 PNUD"]);
    check(";PEI-1/OEI1-I1;2013-T1;240101;;;12;;;", &["PEI-1/OEI1-I1 240101 2013-Q1 12 INEI"]);
    check("IDH;;2013;PE;sexo;mujeres;1;;;", &["IDH PE 2013 1 sex:mujeres INEI"]);
    check("EPI;;2016;PE;;;72.95;EPI 2016;14/03/2017;", &["EPI PE 2016 72.95 @EPI 2016 INEI"]);
    check(
        "A;;2013;PE;;;1;;;\nA;;x;PE;;;1;;;",
        &[
            "A PE 2013 1 INEI",
            "x.csv:3, period = \"x\": not a period (write 2020, 2020-S1, 2020-Q3 or 2020-07): \"x\"",
        ],
    );
    check(";;2013;PE;;;1;;;", &["x.csv:2, series = \"\": name the series or the indicator, one of the two"]);
    check(
        "A;P/1;2013;PE;;;1;;;",
        &["x.csv:2, series = \"A\": name the series or the indicator, one of the two"],
    );
    check(
        ";P1;2013;PE;;;1;;;",
        &["x.csv:2, indicator = \"P1\": write PLAN/CODE without a version, as in PEDN/OE1-I1"],
    );
    check(
        "A;;2013;PE;;;1,234;;;",
        &["x.csv:2, value = \"1,234\": thousands or decimals? write it without thousands separators"],
    );
    check("A;;2013;PE;;;;;;", &["x.csv:2, value = \"\": empty, and it is required"]);
    check("A;;2013;PE;sexo;;1;;;", &["x.csv:2, group = \"\": empty, and it is required"]);
    check(
        "A;;2013;PE;color;red;1;;;",
        &["x.csv:2, group_kind = \"color\": \"color\" is not one of: sex, area, ethnicity, age"],
    );
}

#[test]
fn series_and_bindings_are_read() {
    let text =
        "series,name,unit,source,comparable_group,frozen_on\nEPI-2016,EPI,points,Yale,EPI 2016,2018-01-01\n";
    let read = series(book(text).sheets(), "x", false).unwrap();
    let row = &read.rows[0].content;
    assert_eq!(
        (row.code.as_str(), row.comparable_group.as_deref(), row.frozen_on.unwrap().to_string()),
        ("EPI-2016", Some("EPI 2016"), "2018-01-01".to_owned())
    );
    let text = "indicador,serie,grupo_metas,programa\nPEDN/OE6-I1,EPI-2016,EPI 2014,0144\n";
    let read = bindings(book(text).sheets(), "x", false).unwrap();
    let (key, binding) = &read.rows[0].content;
    assert_eq!((key.plan.as_str(), key.indicator.as_str()), ("PEDN", "OE6-I1"));
    assert_eq!(
        (binding.targets_group.as_deref(), binding.programme.as_deref()),
        (Some("EPI 2014"), Some("0144"))
    );
    assert!(series(book("series,name\nA,B\n").sheets(), "x", false).is_err(), "columns are missing");
    assert!(bindings(book("indicator,series,x\n").sheets(), "x", false).is_err(), "a column is unknown");
}

const SHEET: &str = "anio,tipo,sector,pliego,indicador,indicador_nombre,programa_ppto,programa_ppto_nombre,\
producto,producto_nombre,dimension,unidad_medida,metodo_calculo,limitaciones_supuestos,periodicidad,fuente_datos,\
ambitos_geograficos,fecha_reporte,archivo
2024,Producto,11,011,1862,PROPORCIÓN  DE PARTO,0002,SALUD MATERNO,3033295,PARTO NORMAL,,PORCENTAJE,\"NUMERADOR/DENOMINADOR X 100
NUMERADOR: MUJERES\",-,ANUAL|CADA 2 AÑOS|S/PERIODICIDAD,ENDES,PERU|AMAZONAS,14/03/2024,a.pdf
2024,Resultado Específico,11,011,40,TASA,0002,SALUD MATERNO,,,,TASA,X,,,,,,b.pdf
2024,Producto,11,011,42,TASA,0002,SALUD MATERNO,,,,TASA,X,,DIARIA,,,,d.pdf
2024,Impacto,11,011,41,TASA,0002,SALUD MATERNO,,,,TASA,X,,DIARIA,,,,c.pdf
";

#[test]
fn technical_sheets_keep_their_lines_and_admit_what_they_lack() {
    let read = cards(book(SHEET).sheets(), "MEF", false).unwrap();
    let shown: Vec<String> = read
        .rows
        .iter()
        .map(|row| {
            let (key, card) = &row.content;
            format!(
                "{}: {} {} {} {:?} {:?} {:?} {:?}",
                row.line,
                key.code,
                card.name,
                card.level,
                card.product,
                card.limitations,
                card.intervals_months,
                card.places
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2: 1862 PROPORCIÓN DE PARTO product Some(\"3033295\") None [12, 24] [\"PERU\", \"AMAZONAS\"]",
            "4: 40 TASA specific_result None None [] []",
        ]
    );
    assert_eq!(read.rows[0].content.1.method.as_deref().unwrap().lines().count(), 2);
    assert_eq!(
        read.refused.to_string(),
        "x.csv:5, intervals_months = \"DIARIA\": write Anual, Semestral, Trimestral, Mensual, Cada N años or S/periodicidad\n\
         x.csv:6, level = \"Impacto\": write Producto or Resultado Específico\n"
    );
}

#[test]
fn the_rules_of_the_country_name_their_version() {
    let text = std::fs::read_to_string(testkit::peru().join("law/rules.csv")).unwrap();
    let book = law::Rulebook::parse("rules.csv", &text).unwrap();
    let on = "2016-12-31".parse().unwrap();
    let found = crate::queries::rules::rules(&book.at(on), &law::Subject::country()).unwrap();
    assert_eq!(found.version.split(' ').count(), 6);
    let grace_days = Grace { month: 30, quarter: 60, semester: 120, annual: 365 };
    assert_eq!(found, Rules { version: found.version.clone(), grace_days, ..rules(0) });
}
