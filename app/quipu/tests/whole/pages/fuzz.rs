//! What nobody types by hand, in every parameter and in every part of a path: answered in words, never 5xx.
use std::collections::{BTreeMap, BTreeSet};

use super::{
    crawl::doors,
    house::{House, pattern},
};
use crate::chance::Chance;

pub const NAMES: [&str; 27] = [
    "known",
    "year",
    "territory",
    "format",
    "table",
    "page",
    "by",
    "where",
    "measure",
    "rule",
    "severity",
    "entity",
    "plan",
    "type",
    "old",
    "new",
    "q",
    "sort",
    "level",
    "kind",
    "status",
    "function",
    "programme",
    "place",
    "national",
    "per",
    "nonsense",
];

pub const VALUES: [&str; 34] = [
    "",
    "0",
    "1",
    "-1",
    "2020",
    "2026-03-02",
    "1899-12-31",
    "9999-12-31",
    "2026-02-30",
    "99999999999999999999",
    "PE",
    "24",
    "240101",
    "level",
    "level,level",
    "programme,level,entity",
    "level=M",
    "level=",
    "=",
    "=x",
    "nonsense",
    "csv",
    "json",
    "pim",
    "E:11-011",
    "PEDN",
    "%27%3B%20DROP%20TABLE%20x--",
    "%3Cscript%3E",
    "%00",
    "%FF",
    "%F0%9F%92%A9",
    "%E2%80%AE",
    "a%0d%0ab",
    "*",
];

/// Parts of a path: plans, codes, numbers, and what is none of them.
pub const PARTS: [&str; 16] = [
    "PEDN",
    "PEDN@2016",
    "PEDN@",
    "@",
    "OE2",
    "0",
    "-1",
    "99999999999999999999",
    "%00",
    "%FF",
    "..%2F..",
    "%2F",
    "%3Cscript%3E",
    "%F0%9F%92%A9",
    "E:11-011",
    "a%20b",
];

/// Every route of the fixed plan of addresses, with what stands for its parts.
const ROUTES: [&str; 92] = [
    "/",
    "/ingresar",
    "/ingresar/identidad/vuelta",
    "/clave",
    "/clave/nueva",
    "/buscar",
    "/objetivo/*/*",
    "/objetivo/*/*/impacto",
    "/plan/*",
    "/plan/*/matriz",
    "/objetivo/*/*/cambios",
    "/objetivo/*/*/cambios.atom",
    "/entidad/*/cambios.atom",
    "/registro.atom",
    "/territorio/*/cambios",
    "/visita",
    "/datos",
    "/datos/*",
    "/planes",
    "/hallazgos",
    "/indicadores",
    "/tablero",
    "/horizontes",
    "/objetivo/*/*/horizonte",
    "/indicador/*/*",
    "/entidades",
    "/entidad/*",
    "/territorios",
    "/territorio/*",
    "/programas",
    "/programa/*",
    "/programa/*/marco",
    "/presupuesto",
    "/cobertura",
    "/mapa",
    "/brecha",
    "/entregas",
    "/entrega/*",
    "/entregas/comparar",
    "/conciliacion",
    "/procedimientos",
    "/procedimiento/plan_approval",
    "/procedimiento/pedn_approval",
    "/consultas",
    "/consulta/c1",
    "/glosario",
    "/plazos?rule=access.answer&from=2016-03-14&entity=E:11-011",
    "/estado",
    "/assets/*",
    "/evaluaciones",
    "/evaluacion/*",
    "/evaluacion/e1/archivo/*",
    "/pedidos-presupuestales",
    "/pedido-presupuestal/*",
    "/recomendaciones",
    "/recomendacion/*",
    "/auditorias",
    "/valoraciones",
    "/valoracion/*/*",
    "/revisiones",
    "/revision/*",
    "/decisiones",
    "/decision/*",
    "/organos-de-revision",
    "/organo-de-revision/*",
    "/percepcion",
    "/percepcion/*",
    "/encuesta/*",
    "/objetivo/*/*/percepcion",
    "/incentivos",
    "/incentivos/entidad/*",
    "/incentivos/*/*",
    "/incentivos/2026/M1/archivo/*",
    "/informes",
    "/informe/*",
    "/congreso",
    "/congreso/comision/*",
    "/congreso/sector/*",
    "/congreso/region/*",
    "/prospectiva",
    "/prospectiva/*",
    "/prospectiva/*/analisis",
    "/prospectiva/*/escenario/*",
    "/prospectiva/*/propuestas",
    "/alertas",
    "/alertas.atom",
    "/alerta/*",
    "/puntualidad",
    "/puntualidad/responsables",
    "/propuesta/*",
    "/nonsense",
    "/objetivo/*",
];

/// Real parts by which pages are reached, so that parameters are fuzzed on pages that exist.
const REAL: [(&str, &str); 20] = [
    ("/programa/*/marco", "/programa/9002/marco"),
    ("/objetivo/*/*/horizonte", "/objetivo/PEDN/OE2/horizonte"),
    ("/objetivo/*/*/percepcion", "/objetivo/PEDN/OE2/percepcion"),
    ("/incentivos/entidad/*", "/incentivos/entidad/M:240101-301804"),
    ("/organo-de-revision/*", "/organo-de-revision/CPCM"),
    ("/alerta/*", "/alerta/al2c8ffef95557ecc4"),
    ("/prospectiva/*", "/prospectiva/MUESTRA-PERU-2050"),
    ("/prospectiva/*/analisis", "/prospectiva/MUESTRA-PERU-2050/analisis"),
    ("/prospectiva/*/escenario/*", "/prospectiva/MUESTRA-PERU-2050/escenario/A-2030"),
    ("/prospectiva/*/propuestas", "/prospectiva/MUESTRA-PERU-2050/propuestas"),
    ("/objetivo/*/*", "/objetivo/PEDN/OE2"),
    ("/plan/*", "/plan/PEDN"),
    ("/indicador/*/*", "/indicador/PEDN/OE1-I1"),
    ("/entidad/*", "/entidad/E:11-011"),
    ("/territorio/*", "/territorio/24"),
    ("/programa/*", "/programa/9002"),
    ("/entrega/*", "/entrega/1"),
    ("/congreso/comision/*", "/congreso/comision/salud"),
    ("/congreso/sector/*", "/congreso/sector/11"),
    ("/congreso/region/*", "/congreso/region/24"),
];

const ASKED_OF_A_ROUTE: usize = 24;

pub fn pick<'a>(chance: &mut Chance, items: &[&'a str]) -> &'a str {
    items[usize::try_from(chance.below(items.len() as u64)).unwrap()]
}

fn url(chance: &mut Chance, route: &str) -> String {
    let mut path = String::new();
    let real = REAL.iter().find(|(r, _)| *r == route).filter(|_| chance.below(3) > 0);
    match real {
        Some((_, real)) => path.push_str(real),
        None => {
            for part in route.split('*') {
                path.push_str(part);
                if !part.is_empty() && part.ends_with('/') && part.len() > 1 {
                    path.push_str(pick(chance, &PARTS));
                }
            }
        }
    }
    if chance.below(2) == 0 {
        path = format!("/en{}", path.trim_end_matches('/'));
    }
    for n in 0..chance.below(4) {
        let value = if chance.below(40) == 0 { "x".repeat(9_000) } else { pick(chance, &VALUES).to_owned() };
        path += &format!("{}{}={value}", if n == 0 { '?' } else { '&' }, pick(chance, &NAMES));
    }
    path
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_a_reader_can_send_is_answered_with_5xx() {
    let house = House::open().await;
    let mut chance = Chance::new(404);
    let doors = doors();
    let mut routes: BTreeSet<String> = ROUTES.iter().map(|route| (*route).to_owned()).collect();
    routes.extend(doors.iter().map(|door| pattern(door)));
    let mut urls = Vec::new();
    for route in &routes {
        urls.extend((0..ASKED_OF_A_ROUTE).map(|_| url(&mut chance, route)));
    }
    let answers = house.ask_all(&urls).await;
    let mut statuses: BTreeMap<u16, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for (url, answer) in urls.iter().zip(&answers) {
        *statuses.entry(answer.status).or_default() += 1;
        let shown: String = url.chars().take(300).collect();
        if !matches!(answer.status, 200 | 308 | 400 | 404) {
            faults.push(format!("{} {shown}", answer.status));
        }
        // What was sent comes back as text, never as markup; a refusal is a page with words.
        if answer.text.contains("<script") || answer.text.contains('⟦') {
            faults.push(format!("{shown}: markup or a missing message"));
        }
        if matches!(answer.status, 400 | 404) && !answer.text.contains("<h1") {
            faults.push(format!("{shown}: {} without words: {:.80}", answer.status, answer.text));
        }
    }
    println!("{} addresses: {statuses:?}", urls.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(statuses.get(&200).is_some_and(|n| *n > 20) && statuses.get(&400).is_some_and(|n| *n > 20));
}
