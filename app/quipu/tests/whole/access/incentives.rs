//! A goal of the incentive plan from its publication to the transfer; and those who try to get around a threshold, a verdict or a norm.
use super::{
    browser::{Answer, Browser},
    evaluations::{are_whole, expect},
    people::Town,
    tokens::{Program, made},
};
use crate::desk::Desk;

const MEF: &str = "e-09-009.budget-directorate";
const TUMBES: &str = "M:240101-301804";
const CORRALES: &str = "M:240102-301805";
const LA_CRUZ: &str = "M:240103-301806";
const OFFICE: &str = "/oficina/incentivos";
const TRANSFERS: &str = "/oficina/transferencias-de-incentivos";
const GOAL: &str = "/incentivos/2026/M1";
/// After the goal is due.
const LATER: &str = "2026-04-20T15:00:00Z";

const FIELDS: [(&str, &str); 19] = [
    ("year", "2026"),
    ("code", "m1"),
    ("objective", "collection"),
    ("title", "Recaudar más del impuesto predial"),
    ("title_en", "Collect more of the property tax"),
    ("text", "Recaudar en el semestre lo que la meta pide de lo emitido."),
    ("class", "named"),
    ("named", "M:240103-301806\nM:240101-301804 1; M:240102-301805"),
    ("measure", "Recaudación de lo emitido"),
    ("unit", "%"),
    ("sense", "at_least"),
    ("threshold", "80,5"),
    ("needs", "both"),
    ("evidence", "Reporte de recaudación firmado."),
    ("due_on", "2026-03-31"),
    ("late", "earns-nothing"),
    ("basis", "divided"),
    ("whole", "2,000.00"),
    ("share", "50"),
];

fn of<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all = FIELDS.iter().copied().chain([("verifier", "E:09-009"), ("norm", "DS 1-2026-EF")]);
    let kept = all.filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

fn offer(entity: &str) -> String {
    format!("/oficina/incentivo/2026-M1:{entity}")
}

async fn files(who: &mut Browser, entity: &str, value: &str, file: &str) -> Answer {
    let texts = [("value", value), ("text", "Se recaudó lo que dice el reporte.")];
    let bytes = format!("%PDF {file} {value}");
    let document = ("file", file, bytes.as_bytes());
    let documents: &[(&str, &str, &[u8])] = if file.is_empty() { &[] } else { &[document] };
    who.upload(&format!("{}/evidencia", offer(entity)), &texts, documents).await
}

async fn says(who: &mut Browser, entity: &str, verdict: &str, reason: &str) -> Answer {
    let fields = [("verdict", verdict), ("reason", reason)];
    who.post(&format!("{}/verificacion", offer(entity)), &fields).await
}

async fn transfers(who: &mut Browser, lines: &str, norm: &str) -> Answer {
    let fields = [("year", "2026"), ("lines", lines), ("norm", norm), ("approved_on", "2026-04-20")];
    who.post(TRANSFERS, &fields).await
}

fn done(answer: &Answer) {
    assert_eq!(answer.status, 303, "{}", answer.text);
}

async fn verified(town: &Town) {
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

/// Goals that lack something are told so, and nothing is published.
async fn refused_goals(mef: &mut Browser) {
    for (more, words) in [
        (("code", "M 1"), "hasta 12 mayúsculas"),
        (("objective", "sea"), "no tiene el objetivo sea"),
        (("title", "Corto"), "de 10 a 200"),
        (("threshold", ""), "El umbral va con"),
        (("threshold", "ochenta"), "El umbral va con"),
        (("needs", "document"), "pide un valor"),
        (("due_on", "2026-03-01"), "vence hoy o después"),
        (("whole", "0"), "mayores que nada"),
        (("whole", "10.001"), "mayores que nada"),
        (("share", "101"), "mayores que nada"),
        (("norm", ""), "Nombre la norma"),
        (("class", "capital"), "No hay clase de municipalidades capital"),
        (("named", "E:11-011"), "No hay municipalidad E:11-011"),
        (("named", "M:240101-301804 0"), "para qué municipalidades"),
        (("named", "M:240101-301804 -1"), "No hay municipalidad"),
        (("named", ""), "para qué municipalidades"),
        (("verifier", TUMBES), "no puede verificar"),
        (("verifier", "E:99-999"), "no puede verificar"),
    ] {
        expect(&mef.post(OFFICE, &of(&[more])).await, 422, words);
    }
}

/// Goal published, one municipality in time, two late; back on the day after all is due.
async fn filed() -> (Town, Browser) {
    let town = Town::over(Desk::own()).await;
    let mut mef = town.somebody("Mae", Some(MEF)).await;
    let mut tumbes = town.somebody("Tula", Some("m-240101-301804.planner")).await;
    for (name, post) in [("Cora", "m-240102-301805.planner"), ("Lucho", "m-240103-301806.planner")] {
        town.is_named(name, Some(post)).await;
    }
    refused_goals(&mut mef).await;
    assert_eq!(tumbes.post(OFFICE, &of(&[])).await.status, 403);
    expect(&mef.get("/incentivos").await, 200, "Todavía no se publicó ninguna meta");
    expect(&mef.get("/incentivos").await, 200, "Reducir la desnutrición crónica infantil");
    let sent = mef.post(OFFICE, &of(&[])).await;
    assert_eq!((sent.status, sent.location.as_str()), (303, "/oficina/incentivos/2026-M1?hecho=meta"));
    expect(&mef.post(OFFICE, &of(&[])).await, 422, "La meta 2026-M1 ya existe");

    // What is due stands on the first page of the office, and evidence is filed there.
    expect(&tumbes.get("/oficina").await, 200, "/oficina/incentivo/2026-M1:M:240101-301804");
    expect(&tumbes.get(OFFICE).await, 200, "Evidencias por presentar");
    expect(&files(&mut tumbes, TUMBES, "", "reporte.pdf").await, 422, "Escriba el valor alcanzado");
    expect(&files(&mut tumbes, TUMBES, "85", "").await, 422, "Adjunte el documento");
    expect(&files(&mut tumbes, TUMBES, "mucho", "reporte.pdf").await, 422, "Escriba el valor alcanzado");
    assert_eq!(files(&mut tumbes, CORRALES, "85", "reporte.pdf").await.status, 403);
    expect(&says(&mut mef, TUMBES, "fulfilled", "Visto").await, 422, "No hay evidencia");
    done(&files(&mut tumbes, TUMBES, "58", "reporte.pdf").await);
    expect(&says(&mut mef, TUMBES, "fulfilled", "Visto").await, 422, "El valor no alcanza");
    expect(&says(&mut mef, TUMBES, "not_fulfilled", "Visto").await, 422, "Hasta el vencimiento");
    done(&files(&mut tumbes, TUMBES, "85,25", "corregido.pdf").await);
    are_whole(&mut tumbes, &["/oficina", OFFICE, &offer(TUMBES), "/oficina/incentivos/2026-M1"]).await;

    let town = Town::at(town.desk, LATER).await;
    for (name, entity, value) in [("Cora", CORRALES, "90"), ("Lucho", LA_CRUZ, "70")] {
        let mut who = town.enters(name).await;
        expect(&who.get("/oficina").await, 200, "(vencido)");
        done(&files(&mut who, entity, value, "tarde.pdf").await);
    }
    let mef = town.enters("Mae").await;
    (town, mef)
}

#[tokio::test]
async fn a_goal_is_fulfilled_in_time_and_earns_what_it_offers() {
    let (town, mut mef) = filed().await;
    let mut citizen = town.browser();
    expect(&mef.get("/oficina").await, 200, "Evidencias de una meta por verificar");
    let board = format!("{GOAL}?table=municipalidades&format=csv");
    let csv = citizen.get(&board).await.text;
    assert!(csv.contains("85.25") && csv.contains("Presentada tarde"), "{csv}");

    // Both ways, and never past the threshold or without a reason.
    expect(&says(&mut mef, LA_CRUZ, "fulfilled", "Visto").await, 422, "El valor no alcanza");
    expect(&says(&mut mef, TUMBES, "fulfilled", "").await, 422, "el motivo");
    expect(&says(&mut mef, TUMBES, "perhaps", "Visto").await, 422, "Diga qué decide");
    expect(&transfers(&mut mef, "", "DS 9-2026-EF").await, 422, "No queda nada ganado");
    let no_year =
        [("year", "veinte"), ("lines", ""), ("norm", "DS 9-2026-EF"), ("approved_on", "2026-04-20")];
    expect(&mef.post(TRANSFERS, &no_year).await, 422, "Escriba el año de las metas");
    let line = format!("{TUMBES} 1.00");
    expect(&transfers(&mut mef, &line, "DS 9-2026-EF").await, 422, "no tiene ninguna meta");
    let file = citizen.get(&format!("/incentivos/entidad/{TUMBES}")).await.text;
    assert!(file.contains("Se muestra cuando se verifique") && !file.contains("/archivo/"), "{file}");
    done(&says(&mut mef, TUMBES, "fulfilled", "El reporte lo muestra").await);
    done(&says(&mut mef, CORRALES, "fulfilled", "El reporte lo muestra").await);
    done(&says(&mut mef, LA_CRUZ, "not_fulfilled", "Falta recaudar").await);
    expect(&says(&mut mef, TUMBES, "not_fulfilled", "Otra vez").await, 422, "Ya se decidió sobre esta meta");
    expect(
        &mef.post(
            "/oficina/incentivos/2026-M1/version",
            &of(&[("norm", "DS 2-2026-EF"), ("threshold", "99")]),
        )
        .await,
        422,
        "la meta no cambia más",
    );

    // The file of the evidence that was looked at is public now, the one that was corrected is not.
    let page = citizen.get(&format!("/incentivos/entidad/{TUMBES}")).await.text;
    let hrefs: Vec<&str> = page.split("href=\"").filter_map(|rest| rest.split('"').next()).collect();
    let shown: Vec<&&str> = hrefs.iter().filter(|href| href.contains("/archivo/")).collect();
    assert_eq!(shown.len(), 1, "{shown:?}");
    expect(&citizen.get(shown[0]).await, 200, "corregido.pdf 85,25");

    // Money: 1,000.00 of three is 333.34 and twice 333.33; late evidence earns nothing here, by the norm.
    let line = format!("{CORRALES} 1.00");
    expect(&transfers(&mut mef, &line, "DS 9-2026-EF").await, 422, "no tiene ninguna meta");
    let line = format!("{TUMBES} 333.35");
    expect(&transfers(&mut mef, &line, "DS 9-2026-EF").await, 422, "333,34");
    expect(&transfers(&mut mef, TUMBES, "DS 9-2026-EF").await, 422, "no es un código y un monto");
    expect(&transfers(&mut mef, &format!("{TUMBES} 100"), "").await, 422, "Nombre la norma");
    let twice = format!("{TUMBES} 100\n{TUMBES} 100");
    expect(&transfers(&mut mef, &twice, "DS 9-2026-EF").await, 422, "está dos veces");
    // All of the list or none: the second line is refused.
    let both = format!("{TUMBES} 100\n{LA_CRUZ} 1");
    expect(&transfers(&mut mef, &both, "DS 9-2026-EF").await, 422, "no tiene ninguna meta");
    done(&transfers(&mut mef, &format!("{TUMBES} 100"), "DS 9-2026-EF").await);
    done(&transfers(&mut mef, "", "DS 10-2026-EF").await);
    expect(&transfers(&mut mef, "", "DS 11-2026-EF").await, 422, "No queda nada ganado");
    told(&mut citizen).await;
    verified(&town).await;
}

/// The public pages in both languages, their files, and the datasets.
async fn told(citizen: &mut Browser) {
    let tumbes = format!("/incentivos/entidad/{TUMBES}");
    are_whole(citizen, &["/incentivos", "/incentivos?year=2026", GOAL, &tumbes]).await;
    let goals = citizen.get("/incentivos?table=metas&format=csv").await.text;
    assert!(goals.contains(",1,2,1,1,1000.00,333.34,666.66,0.00"), "{goals}");
    let transfers = citizen.get("/incentivos?table=transferencias&format=csv").await.text;
    assert!(transfers.contains("100.00") && transfers.contains("233.34"), "{transfers}");
    expect(&citizen.get(&format!("/en{GOAL}")).await, 200, "Collect more of the property tax");
    expect(&citizen.get(&format!("/en{GOAL}")).await, 200, "✓ Fulfilled");
    expect(&citizen.get(GOAL).await, 200, "✕ No cumplida");
    let narrowed = |more: &str| format!("{GOAL}?table=municipalidades&format=csv&{more}");
    for (more, rows) in [
        ("territory=24", 3),
        ("territory=15", 0),
        ("territory=240102", 1),
        ("class=provincial_municipality", 1),
        ("standing=fulfilled&class=district_municipality", 1),
        ("standing=missing", 0),
    ] {
        let csv = citizen.get(&narrowed(more)).await;
        assert_eq!((csv.status, csv.text.lines().count()), (200, rows + 1), "{more}: {}", csv.text);
    }
    for more in ["territory=99", "class=capital", "standing=odd", "page=0"] {
        assert_eq!(citizen.get(&format!("{GOAL}?{more}")).await.status, 400, "{more}");
    }
    for (format, begins) in [("xlsx", &b"PK"[..]), ("pdf", b"%PDF")] {
        let file = citizen.get(&format!("{GOAL}?table=municipalidades&format={format}")).await;
        assert!(file.status == 200 && file.bytes.starts_with(begins), "{format}: {}", file.status);
    }
    for (dataset, rows, words) in [
        ("incentive-goals", 1, "DS 1-2026-EF"),
        ("incentive-offers", 3, "333.34"),
        ("incentive-evidence", 4, "85.25"),
        ("incentive-verifications", 3, "not_fulfilled"),
        ("incentive-objections", 0, ""),
        ("incentive-transfers", 2, "233.34"),
    ] {
        let csv = citizen.get(&format!("/api/v1/{dataset}?format=csv")).await.text;
        assert!(csv.lines().count() == rows + 1 && csv.contains(words), "{dataset}: {csv}");
    }
    expect(&citizen.get(&format!("/entidad/{TUMBES}")).await, 200, "Su parte en el plan de incentivos");
    for odd in
        ["/incentivos/2026/M2", "/incentivos/x/M1", "/incentivos/entidad/E:99-999", "/incentivos/entidad/x"]
    {
        assert_eq!(citizen.get(odd).await.status, 404, "{odd}");
    }
    // As known before the verdicts, nothing was fulfilled.
    let before = citizen.get(&format!("{GOAL}?known=2026-03-02&table=municipalidades&format=csv")).await.text;
    assert!(before.contains("Presentada") && !before.contains("Cumplida"), "{before}");
}

#[tokio::test]
async fn an_objection_is_decided_once_more_and_a_change_of_a_goal_is_another_version() {
    let town = Town::over(Desk::own()).await;
    let mut mef = town.somebody("Mae", Some(MEF)).await;
    let mut tumbes = town.somebody("Tula", Some("m-240101-301804.planner")).await;
    let each = [("basis", "each"), ("late", "earns"), ("class", "provincial_municipality"), ("named", "")];
    done(&mef.post(OFFICE, &of(&each)).await);
    let mut citizen = town.browser();
    let version = "/oficina/incentivos/2026-M1/version";
    expect(&mef.post(version, &of(&each)).await, 422, "Un cambio tiene su propia norma");
    let second = [each.as_slice(), &[("norm", "DS 2-2026-EF"), ("threshold", "82")]].concat();
    done(&mef.post(version, &of(&second)).await);
    expect(&citizen.get(GOAL).await, 200, "al menos 82");
    let versions = citizen.get(&format!("{GOAL}?table=versiones&format=csv")).await.text;
    assert!(versions.lines().count() == 3 && versions.contains("al menos 80,5"), "{versions}");
    // A hundred and ninety-six municipalities in pages of fifty; each is offered the same.
    let page = citizen.get(GOAL).await;
    assert!(page.status == 200 && page.text.contains("page=2"), "{}", page.text);
    let all = citizen.get(&format!("{GOAL}?table=municipalidades&format=csv")).await.text;
    assert!(all.lines().count() == 197 && all.matches("1000.00").count() == 196, "{}", all.lines().count());
    done(&files(&mut tumbes, TUMBES, "81", "reporte.pdf").await);
    let without = [("class", "named"), ("named", "M:010101-300001"), ("norm", "DS 3-2026-EF")];
    expect(&mef.post(version, &of(&without)).await, 422, "ya presentó evidencia");

    let town = Town::at(town.desk, LATER).await;
    let (mut mef, mut tumbes) = (town.enters("Mae").await, town.enters("Tula").await);
    let objects = format!("{}/objecion", offer(TUMBES));
    expect(&tumbes.post(&objects, &[("reason", "No es así")]).await, 422, "Se objeta una vez");
    done(&says(&mut mef, TUMBES, "not_fulfilled", "No llega a 82").await);
    expect(&files(&mut tumbes, TUMBES, "84", "otro.pdf").await, 422, "Ya se decidió");
    expect(&tumbes.post(&objects, &[("reason", "")]).await, 422, "el motivo");
    done(&tumbes.post(&objects, &[("reason", "El reporte se corrigió")]).await);
    expect(&tumbes.post(&objects, &[("reason", "Otra vez")]).await, 422, "Se objeta una vez");
    expect(&says(&mut mef, TUMBES, "fulfilled", "Visto").await, 422, "El valor no alcanza");
    done(&files(&mut tumbes, TUMBES, "84", "otro.pdf").await);
    done(&says(&mut mef, TUMBES, "fulfilled", "El reporte corregido lo muestra").await);
    expect(&says(&mut mef, TUMBES, "fulfilled", "Otra vez").await, 422, "Ya se decidió sobre esta meta");
    // Late, which this norm lets earn.
    done(&transfers(&mut mef, "", "DS 9-2026-EF").await);
    let page = town.browser().get(&format!("/incentivos/entidad/{TUMBES}")).await;
    expect(&page, 200, "Objeción de la municipalidad");
    expect(&page, 200, "Tardía");
    verified(&town).await;
}

#[tokio::test]
async fn a_goal_for_every_municipality_is_divided_to_the_centimo() {
    let town = Town::over(Desk::own()).await;
    let mut mef = town.somebody("Mae", Some(MEF)).await;
    let all = [("class", "all"), ("named", ""), ("whole", "123,456,789.01"), ("share", "33.3333")];
    done(&mef.post(OFFICE, &of(&all)).await);
    let mut citizen = town.browser();
    let csv = citizen.get(&format!("{GOAL}?table=municipalidades&format=csv")).await.text;
    let rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes()).into_records();
    let offered: Vec<i64> = rows.map(|row| row.unwrap()[6].replace('.', "").parse().unwrap()).collect();
    assert!(offered.len() > 1_800, "{}", offered.len());
    // 33.3333 % of 12,345,678,901 céntimos, rounded down.
    assert_eq!(offered.iter().sum::<i64>(), 4_115_222_185);
    let (least, most) = (offered.iter().min().unwrap(), offered.iter().max().unwrap());
    assert_eq!(most - least, 1);
    let page = citizen.get(GOAL).await;
    assert!(page.status == 200 && page.text.matches("/incentivos/entidad/").count() == 50);
    let last = citizen.get(&format!("{GOAL}?page={}", offered.len().div_ceil(50))).await;
    expect(&last, 200, "/incentivos/entidad/");
    verified(&town).await;
}

#[tokio::test]
async fn nobody_verifies_their_own_goal_or_one_of_another_body() {
    let town = Town::over(Desk::own()).await;
    let mut mef = town.somebody("Mae", Some(MEF)).await;
    let mut tumbes = town.somebody("Tula", Some("m-240101-301804.planner")).await;
    // The Ministry of Health verifies this one.
    done(&mef.post(OFFICE, &of(&[("verifier", "E:11-011")])).await);
    done(&files(&mut tumbes, TUMBES, "85", "reporte.pdf").await);
    expect(
        &says(&mut mef, TUMBES, "fulfilled", "Visto").await,
        422,
        "Verifica la entidad que la meta nombra",
    );
    let mut head = town.somebody("Alma", Some("m-240101-301804.approver")).await;
    expect(
        &says(&mut head, TUMBES, "fulfilled", "Visto").await,
        422,
        "Verifica la entidad que la meta nombra",
    );
    let mut minsa = town.somebody("Titu", Some("e-11-011.approver")).await;
    let mut planner = town.somebody("Ana", Some("e-11-011.planner")).await;
    expect(&files(&mut planner, TUMBES, "99", "otro.pdf").await, 422, "por sí misma");
    for (name, post) in [
        ("Elsa", "m-240102-301805.planner"),
        ("Rita", "r-99-461.approver"),
        ("Gobe", "e-01-016.governing-body"),
        ("Adán", "e-01-001.system-administrator"),
    ] {
        let mut who = town.somebody(name, Some(post)).await;
        assert_eq!(who.get(OFFICE).await.status, 200, "{post}");
        assert_eq!(who.get(&offer(TUMBES)).await.status, 403, "{post}");
        assert_eq!(says(&mut who, TUMBES, "fulfilled", "Visto").await.status, 403, "{post}");
        assert_eq!(files(&mut who, TUMBES, "99", "otro.pdf").await.status, 403, "{post}");
        assert_eq!(who.post(TRANSFERS, &[]).await.status, 403, "{post}");
    }
    expect(&minsa.get("/oficina").await, 200, "Evidencias de una meta por verificar");
    let page = minsa.get(&offer(TUMBES)).await;
    let file = page.text.split("href=\"").filter_map(|rest| rest.split('"').next());
    let file = file.filter(|href| href.contains("/archivo/")).last().unwrap().to_owned();
    expect(&minsa.get(&file).await, 200, "reporte.pdf");
    assert_ne!(town.browser().get(&file).await.status, 200);
    done(&says(&mut minsa, TUMBES, "fulfilled", "El reporte lo muestra").await);
    for odd in [
        "/oficina/incentivo/2026-M1:M:010101-300001",
        "/oficina/incentivo/2026-M9:M:240101-301804",
        "/oficina/incentivo/x",
    ] {
        assert_eq!(mef.get(odd).await.status, 404, "{odd}");
    }
    assert_eq!(mef.get("/oficina/incentivos/2026-M9").await.status, 404);
    // No token approves money.
    let token = made(&mut mef, MEF, "read write").await;
    assert_eq!(Program::new(&town, &token).post(TRANSFERS, &[]).await.status, 403);
    verified(&town).await;
}

#[tokio::test]
async fn what_was_spent_of_its_money_is_what_the_budget_tells() {
    let town = Town::whole().await;
    let mut citizen = town.browser();
    let page = citizen.get("/incentivos?year=2020").await;
    super::evaluations::expect(&page, 200, "Lo que se gastó de este dinero en 2020");
    let csv = citizen.get("/incentivos?year=2020&format=csv&table=gasto").await.text;
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let at = rows.headers().unwrap().iter().position(|name| name == "Devengado").expect(&csv);
    let soles = |text: &str| text.parse::<base::Money>().unwrap();
    let all: Vec<(String, base::Money)> =
        rows.records().map(Result::unwrap).map(|row| (row[0].to_owned(), soles(&row[at]))).collect();
    let bodies: Vec<_> = all.iter().filter(|(name, _)| name != "Total").collect();
    assert!(bodies.len() > 50, "{csv}");
    // Summed from the rows of the file that is published, without Quipu.
    assert_eq!(bodies.iter().map(|(_, money)| *money).sum::<base::Money>(), told_by_the_source(), "{csv}");
    assert!(bodies.is_sorted_by(|a, b| a.1 >= b.1), "who spent most stands first");
    super::evaluations::expect(&citizen.get("/en/incentivos?year=2025").await, 200, "tells no spending");
}

/// Accrued with the resource of the plan, by its name, in the file of the sample.
fn told_by_the_source() -> base::Money {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../countries/peru/sample/budget/pcm_covid_2020_22dep.csv.gz"
    );
    let file = flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap());
    let mut rows = csv::Reader::from_reader(file);
    let names = rows.headers().unwrap().clone();
    let column = |name: &str| names.iter().position(|one| one == name).expect(name);
    let (resource, accrued) = (column("TIPO_RECURSO_NOMBRE"), column("MONTO_DEVENGADO"));
    let own = rows.records().map(Result::unwrap).filter(|row| row[resource].contains("PLAN DE INCENTIVOS"));
    own.map(|row| row[accrued].parse::<base::Money>().unwrap()).sum()
}
