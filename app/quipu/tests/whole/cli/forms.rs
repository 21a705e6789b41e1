//! `template X` writes a form; filled in, `import X` takes it, as CSV and as a workbook.
use std::{collections::BTreeMap, path::Path};

use sheets::{Book, Form, write_csv, write_xlsx};

use crate::desk::Desk;

/// One row by sheet: what a person writes under the headers of the form.
type Filled = &'static [(&'static str, &'static [(&'static str, &'static str)])];

const PLAN: Filled = &[
    (
        "plan",
        &[
            ("plan", "FORMA-PEI"),
            ("version", "1"),
            ("tipo_de_plan", "PEI"),
            ("titulo", "Plan de la forma"),
            ("entidad", "E:11-011"),
            ("horizonte_desde", "2021"),
            ("horizonte_hasta", "2023"),
            ("clase_de_version", "nuevo"),
            ("estado", "vigente"),
            ("instrumento", "R.M. 1-2021"),
            ("fecha_del_instrumento", "04/01/2021"),
            ("vigente_desde", "2021-01-04"),
            ("muestra", "sí"),
            ("fuente", "Prueba"),
        ],
    ),
    (
        "elementos",
        &[
            ("plan", "FORMA-PEI"),
            ("version", "1"),
            ("codigo", "OEI1"),
            ("clase", "objetivo"),
            ("se_articula_con", "MUESTRA-PESEM-11/OES1"),
            ("titulo", "Reducir la anemia"),
        ],
    ),
    (
        "indicadores",
        &[
            ("plan", "FORMA-PEI"),
            ("version", "1"),
            ("elemento", "OEI1"),
            ("codigo", "OEI1-I1"),
            ("nombre", "Anemia"),
            ("nivel", "resultado"),
            ("unidad_de_medida", "%"),
            ("sentido", "descendente"),
            ("acumulacion", "stock"),
            ("periodicidad", "anual"),
            ("linea_de_base", "40,1"),
            ("periodo_de_linea_de_base", "2020"),
        ],
    ),
    (
        "metas",
        &[
            ("plan", "FORMA-PEI"),
            ("version", "1"),
            ("indicador", "OEI1-I1"),
            ("periodo", "2023"),
            ("territorio", "PE"),
            ("valor", "30"),
            ("sustento", "Tendencia"),
        ],
    ),
];

const INDICATORS: Filled = &[
    (
        "series",
        &[("serie", "FORMA-1"), ("nombre", "Serie de la forma"), ("unidad", "%"), ("fuente", "Prueba")],
    ),
    ("bindings", &[("indicador", "MUESTRA-PEI-11-011/OEI1-I1"), ("serie", "FORMA-1"), ("programa", "0001")]),
];

const OBSERVATIONS: Filled = &[(
    "observations",
    &[
        ("serie", "IDH"),
        ("periodo", "2031"),
        ("territorio", "PE"),
        ("valor", "0,8"),
        ("publicado_el", "2032-01-31"),
        ("edicion", "Prueba"),
    ],
)];

const ATTRIBUTIONS: Filled = &[(
    "attributions",
    &[
        ("elemento", "MUESTRA-POI-2020-11-011/AO1"),
        ("anio_desde", "2020"),
        ("anio_hasta", "2020"),
        ("programa", "0068"),
        ("porcentaje", "12.5"),
        ("base", "exacto"),
        ("declarado_por", "MINSA"),
    ],
)];

const ENTITIES: Filled = &[
    (
        "entities",
        &[
            ("código", "E:11-999"),
            ("tipo", "agency"),
            ("nombre", "Organismo de la forma"),
            ("nivel", "E"),
            ("sector", "11"),
            ("pliego", "999"),
            ("territorio", "PE"),
            ("superior", "S:11"),
            ("vigente desde", "2021-01-01"),
            ("fuente", "Prueba"),
        ],
    ),
    (
        "executing_units",
        &[
            ("sec_ejec", "9999"),
            ("nombre", "Unidad de la forma"),
            ("entidad", "E:11-999"),
            ("ejecutora", "001"),
            ("territorio", "150101"),
            ("vigente desde", "2021-01-01"),
            ("fuente", "Prueba"),
        ],
    ),
];

/// The form's own sheets and headers with the row under them.
fn filled(files: &[std::path::PathBuf], rows: Filled) -> Vec<Form> {
    // A form of one table has the name of its file.
    let alone = rows.len() == 1;
    let mut rows: BTreeMap<&str, BTreeMap<&str, &str>> =
        rows.iter().map(|(sheet, cells)| (*sheet, cells.iter().copied().collect())).collect();
    let fill = |sheet: &sheets::Sheet| {
        let headers = sheet.headers().unwrap();
        let cells = if alone { rows.pop_first().map(|(_, row)| row) } else { rows.remove(sheet.name()) };
        let mut cells = cells.unwrap_or_else(|| panic!("sheet {}", sheet.name()));
        let row: Vec<String> =
            headers.iter().map(|h| cells.remove(h.as_str()).unwrap_or("").into()).collect();
        assert!(cells.is_empty(), "the form has no column for {cells:?}; it has {headers:?}");
        Form { name: sheet.name().to_owned(), headers, rows: vec![row], ..Form::default() }
    };
    let forms = Book::open(files).unwrap().sheets().iter().map(fill).collect();
    assert!(rows.is_empty(), "the form has no sheet for {rows:?}");
    forms
}

fn check(kind: &str, rows: Filled, receipt: &str) {
    for name in ["form.csv", "form.xlsx"] {
        let desk = Desk::own();
        let path = desk.path(name);
        desk.says(&format!("template {kind} --output {path}"));
        // As it is, it says that nothing was filled in.
        if kind != "entities" {
            desk.refuses(1, &format!("import {kind} {path}"), "ha");
        }
        let at = Path::new(&path);
        let files = if at.is_dir() { crate::sample::below(at) } else { vec![at.to_owned()] };
        let forms = filled(&files, rows);
        if name.ends_with("xlsx") {
            write_xlsx(at, &forms).unwrap();
        } else {
            for (form, file) in forms.iter().zip(&files) {
                write_csv(std::fs::File::create(file).unwrap(), &form.headers, &form.rows).unwrap();
            }
        }
        let said = desk.says(&format!("import {kind} {path} --source Prueba"));
        assert!(said.contains(receipt), "{kind} {name}: {said}");
        // The same form again changes nothing.
        let entries = desk.says("verify");
        desk.says(&format!("import {kind} {path} --source Prueba"));
        assert_eq!(desk.says("verify"), entries, "{kind} {name}");
    }
}

#[test]
fn of_a_plan() {
    check("plan", PLAN, "1 plan version(s)");
}

#[test]
fn of_indicators() {
    check("indicators", INDICATORS, "1 added");
}

#[test]
fn of_observations() {
    check("observations", OBSERVATIONS, "1 added");
}

#[test]
fn of_attributions() {
    check("attributions", ATTRIBUTIONS, "claims: 1 added");
}

#[test]
fn of_entities() {
    check("entities", ENTITIES, "units: 1 added");
}

#[test]
fn one_sheet_of_a_form_is_enough() {
    let desk = Desk::own();
    let path = desk.path("series.xlsx");
    desk.says(&format!("template indicators --output {path}"));
    let mut forms = filled(&[path.clone().into()], INDICATORS);
    forms[1].rows.clear();
    write_xlsx(Path::new(&path), &forms).unwrap();
    let said = desk.says(&format!("import indicators {path}"));
    assert!(said.contains("series: 1 added") && !said.contains("bindings"), "{said}");
}

#[test]
fn what_is_printed_is_what_is_written() {
    let desk = Desk::nothing();
    desk.says(&format!("template observations --output {}", desk.path("form.csv")));
    let written = std::fs::read_to_string(desk.path("form.csv")).unwrap();
    assert_eq!(desk.says("template observations"), written);
    assert!(written.starts_with("serie,indicador,periodo"), "{written}");
    assert!(desk.says("template plan").contains("# elementos.csv"));
}
