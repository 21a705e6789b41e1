//! A study of the future from its beginning to a citizen who reads it; and those who try to get around it.
use sheets::Form;

use super::{browser::Browser, people::Town};

const STUDY: &str = "/oficina/prospectiva/SALUD-2050";
const VARIABLES: [&str; 4] = ["V1", "V2", "V3", "V4"];

fn form(name: &str, rows: &[&[&str]]) -> Form {
    let texts = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let headers = texts(rows[0]);
    Form {
        name: name.to_owned(),
        headers,
        notes: Vec::new(),
        rows: rows[1..].iter().map(|row| texts(row)).collect(),
    }
}

/// The model, its variables and what is known of them.
fn first() -> Vec<u8> {
    let forms = [
        form("componentes", &[&["código", "título"], &["C1", "Salud de la niñez"]]),
        form(
            "variables",
            &[
                &["codigo", "componente", "titulo", "estrategica"],
                &["V1", "C1", "Anemia", "sí"],
                &["V2", "C1", "Agua segura", "sí"],
                &["V3", "C1", "Ingresos del hogar", "sí"],
                &["V4", "C1", "Personal de salud", "no"],
            ],
        ),
        form(
            "diagnostico",
            &[&["variable", "año", "valor", "unidad", "fuente"], &["V1", "2015", "43.5", "%", "INEI, ENDES"]],
        ),
        form(
            "escenarios",
            &[
                &["codigo", "horizonte", "titulo", "relato", "verosimilitud"],
                &["S1", "2030", "Todo sigue igual", "Nada cambia.", "4"],
                &["S2", "2030", "Niñez sin anemia", "Llega el agua.", "3"],
            ],
        ),
        form("estados", &[&["escenario", "variable", "estado"], &["S2", "V2", "Llega a todos"]]),
        form(
            "expertos",
            &[&["codigo", "especialidad"], &["E1", "Nutrición"], &["E2", "Agua"], &["E3", "Economía"]],
        ),
    ];
    sheets::xlsx(&forms).unwrap()
}

/// One matrix for each expert: V2 and V3 drive, V1 is driven. The last expert leaves a pair out.
fn matrices(is_whole: bool) -> Vec<u8> {
    let rows = |expert: usize| -> Vec<Vec<String>> {
        let scores = [[0, 0, 1, 0], [3, 0, 0, 1], [3, 2, 0, 0], [2, 0, 0, 0]];
        let cell = |i: usize, j: usize| match (i == j, i == 3 && j == 2 && !is_whole) {
            (true, _) | (_, true) => String::new(),
            _ => ((scores[i][j] + usize::from(expert == 2 && i == 0)).min(3)).to_string(),
        };
        (0..4)
            .map(|i| std::iter::once(VARIABLES[i].to_owned()).chain((0..4).map(|j| cell(i, j))).collect())
            .collect()
    };
    let forms: Vec<Form> = (0..3)
        .map(|expert| Form {
            name: format!("matriz-E{}", expert + 1),
            headers: ["variable"].iter().chain(&VARIABLES).map(|text| (*text).to_owned()).collect(),
            notes: Vec::new(),
            rows: rows(expert),
        })
        .collect();
    sheets::xlsx(&forms).unwrap()
}

async fn shown(town: &Town) -> i64 {
    journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap().0
}

async fn begun(town: &Town) -> (Browser, Browser) {
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let ben = town.somebody("Ben", Some("e-11-011.planning-commission")).await;
    let fields = [
        ("code", "SALUD-2050"),
        ("title", "La salud hacia 2030"),
        ("title_en", "Health towards 2030"),
        ("horizons", "2030"),
        ("scale", "5"),
    ];
    let opened = ana.post("/oficina/entidad/E:11-011/prospectiva", &fields).await;
    assert_eq!(
        (opened.status, opened.location.as_str()),
        (303, "/oficina/prospectiva/SALUD-2050?hecho=estudio")
    );
    (ana, ben)
}

async fn upload(browser: &mut Browser, bytes: &[u8]) -> (u16, String) {
    let answer = browser.upload(&format!("{STUDY}/libro"), &[], &[("file", "estudio.xlsx", bytes)]).await;
    (answer.status, answer.text)
}

/// The code in the address that a proposal leads to.
async fn proposed(browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    let sent = browser.post("/prospectiva/SALUD-2050/propuestas", fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let path = sent.location.split('?').next().unwrap().to_owned();
    path.rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_study_is_made_scored_published_and_followed_by_a_citizen() {
    let town = Town::whole().await;
    let before = shown(&town).await;
    let (mut ana, mut ben) = begun(&town).await;
    let mut citizen = town.browser();
    assert_eq!(citizen.get("/prospectiva/SALUD-2050").await.status, 404, "of the office");
    let (status, text) = upload(&mut ana, &first()).await;
    assert_eq!(status, 303, "{text}");
    // A row that is wrong is told by its sheet and line, and nothing is kept.
    let wrong = form("puntajes", &[&["experto", "influye", "recibe", "puntaje"], &["E9", "V1", "V2", "7"]]);
    let (status, text) = upload(&mut ana, &sheets::xlsx(&[wrong]).unwrap()).await;
    assert_eq!(status, 422);
    assert!(text.contains("puntajes") && text.contains("Un número entero de 0 a 3"), "{text}");
    let (status, text) = upload(&mut ana, b"no workbook").await;
    assert_eq!(status, 422, "{text}");
    let (status, text) = upload(&mut ana, &matrices(false)).await;
    assert_eq!(status, 303, "{text}");
    let page = ana.get(STUDY).await.text;
    assert!(page.contains("Faltan puntajes de 1 de 12 pares") && page.contains("Sin dato"), "{page}");
    let (status, text) = upload(&mut ana, &matrices(true)).await;
    assert_eq!(status, 303, "{text}");
    // One row by a form, without a file.
    let tie = [("scenario", "S2"), ("objective", "PEDN/OE2")];
    assert_eq!(ana.post(&format!("{STUDY}/parte/objetivos"), &tie).await.status, 303);
    let nothing = [("scenario", "S2"), ("objective", "PEDN/OE99")];
    let refused = ana.post(&format!("{STUDY}/parte/objetivos"), &nothing).await;
    assert!(refused.status == 422 && refused.text.contains("No hay objetivo PEDN/OE99"), "{}", refused.text);
    let choice = [("horizon", "2030"), ("scenario", "S2"), ("reason", "El agua mueve lo demás.")];
    assert_eq!(ana.post(&format!("{STUDY}/parte/apuesta"), &choice).await.status, 303);
    // What the workbook gives is what it takes.
    let book = ana.get(&format!("{STUDY}/libro")).await;
    assert_eq!(book.status, 200);
    assert_eq!(shown(&town).await, before, "nothing public happened");

    // The commission announces, and publishes; the planner does not.
    assert_eq!(ana.post(&format!("{STUDY}/anuncio"), &[("takes", "yes")]).await.status, 403);
    assert_eq!(ben.post(&format!("{STUDY}/anuncio"), &[("takes", "yes")]).await.status, 303);
    let page = citizen.get("/prospectiva/SALUD-2050").await.text;
    assert!(page.contains("en elaboración") && !page.contains("Niñez sin anemia"), "{page}");
    let say =
        |text: &'static str, place: &'static str| [("about", "topic"), ("place", place), ("text", text)];
    let short = citizen.post("/prospectiva/SALUD-2050/propuestas", &say("corto", "")).await;
    assert!(short.status == 422 && short.text.contains("20 a 2000"), "{}", short.text);
    let one = proposed(&mut citizen, &say("Que se mire el agua de las postas de Tumbes", "24")).await;
    let mut regional = town.somebody("Eva", Some("r-99-461.planner")).await;
    let two = proposed(&mut regional, &say("Que se mire el personal de las postas rurales", "24")).await;
    let three = proposed(&mut citizen, &say("INSULTO que nadie debe leer en público", "")).await;
    let waits = citizen.get(&format!("/propuesta/{one}")).await.text;
    assert!(waits.contains("espera respuesta") && !waits.contains("postas de Tumbes"), "{waits}");
    assert!(!citizen.get("/prospectiva/SALUD-2050/propuestas").await.text.contains("postas"));
    let moderated = format!("{STUDY}/propuestas");
    assert!(ana.get(&moderated).await.text.contains("postas de Tumbes"));
    let answer = |code: &str, outcome: &'static str, reason: &'static str| {
        [("proposal", code.to_owned()), ("outcome", outcome.to_owned()), ("reason", reason.to_owned())]
    };
    for (code, outcome, reason) in [
        (&one, "accepted", "Entra como variable."),
        (&two, "accepted", "Entra como escenario."),
        (&three, "withheld", "Insulta a una persona."),
    ] {
        let fields = answer(code, outcome, reason);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ana.post(&moderated, &fields).await.status, 303);
        assert_eq!(ana.post(&moderated, &fields).await.status, 422, "once");
    }
    for (code, kind, item) in [(&one, "variable", "V2"), (&two, "scenario", "S2")] {
        let fields = [("proposal", code.as_str()), ("kind", kind), ("item", item)];
        let kept = ana.post(&format!("{STUDY}/parte/acogidas"), &fields).await;
        assert_eq!(kept.status, 303, "{}", kept.text);
    }
    let refused = [("proposal", three.as_str()), ("kind", "variable"), ("item", "V1")];
    assert_eq!(ana.post(&format!("{STUDY}/parte/acogidas"), &refused).await.status, 422, "not accepted");

    assert_eq!(ana.post(&format!("{STUDY}/publicacion"), &[]).await.status, 403);
    assert_eq!(ben.post(&format!("{STUDY}/publicacion"), &[]).await.status, 303);
    for (path, words) in [
        ("/prospectiva", "La salud hacia 2030"),
        ("/en/prospectiva/SALUD-2050", "Health towards 2030"),
        ("/prospectiva/SALUD-2050", "Niñez sin anemia"),
        ("/prospectiva/SALUD-2050", "Lo que todavía le falta"),
        ("/prospectiva/SALUD-2050/analisis", "Plano de influencia"),
        ("/prospectiva/SALUD-2050/analisis", "Alfa de Krippendorff"),
        ("/prospectiva/SALUD-2050/escenario/S2", "acoge 2 propuestas de 1 región"),
        ("/prospectiva/SALUD-2050/escenario/S2", "El agua mueve lo demás."),
        ("/prospectiva/SALUD-2050/propuestas", "postas rurales"),
        ("/prospectiva/SALUD-2050/propuestas", "Insulta a una persona."),
        ("/objetivo/PEDN/OE2", "Viene del escenario apuesta para 2030"),
    ] {
        let page = citizen.get(path).await;
        assert!(page.status == 200 && page.text.contains(words), "{path}: no {words:?} in {}", page.text);
        assert!(!page.text.contains('⟦') && !page.text.contains("INSULTO"), "{path}");
    }
    let followed = citizen.get(&format!("/propuesta/{one}")).await.text;
    assert!(followed.contains("Entra como variable.") && followed.contains("Agua segura"), "{followed}");
    let csv = citizen.get("/prospectiva/SALUD-2050/analisis?format=csv&table=influencia").await.text;
    assert!(csv.contains("V2") && csv.contains("Motriz"), "{csv}");
    let scores = citizen.get("/api/v1/foresight-scores?study=SALUD-2050&limit=100").await;
    assert_eq!(
        (scores.status, scores.text.matches("\"expert\":\"E3\"").count()),
        (200, 12),
        "{}",
        scores.text
    );
    // Before it was published it was not known.
    assert_eq!(citizen.get("/prospectiva/SALUD-2050?known=2026-03-01").await.status, 404);
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn a_study_of_the_office_is_seen_by_those_who_may_alone() {
    let town = Town::whole().await;
    let (mut ana, _) = begun(&town).await;
    upload(&mut ana, &first()).await;
    let mut ceplan = town.somebody("Ceci", Some("e-01-016.governing-body")).await;
    let mut other = town.somebody("Elsa", Some("e-09-009.planner")).await;
    let mut nobody = town.browser();
    for path in ["", "/libro", "/propuestas", "/parte/variables"] {
        let path = format!("{STUDY}{path}");
        assert_eq!(ana.get(&path).await.status, 200, "{path}");
        assert_eq!(ceplan.get(&path).await.status, 200, "{path}");
        assert_eq!(other.get(&path).await.status, 403, "{path}");
        assert_eq!(nobody.get(&path).await.status, 303, "{path}");
    }
    for path in
        ["", "/libro", "/propuestas", "/anuncio", "/publicacion", "/parte/variables", "/parte/riesgos/quitar"]
    {
        let path = format!("{STUDY}{path}");
        assert_eq!(other.post(&path, &[]).await.status, 403, "{path}");
        assert_eq!(ceplan.post(&path, &[]).await.status, 403, "{path}: CEPLAN reads");
        assert_eq!(nobody.post(&path, &[]).await.status, 303, "{path}");
    }
    assert!(!other.get("/oficina/prospectiva").await.text.contains("La salud hacia 2030"));
    assert!(ceplan.get("/oficina/prospectiva").await.text.contains("La salud hacia 2030"));
    for path in
        ["/oficina/prospectiva/NADA", "/oficina/prospectiva/a%00", "/oficina/prospectiva/SALUD-2050/parte/x"]
    {
        assert_eq!(ana.get(path).await.status, 404, "{path}");
    }
    // Another body's study of the same code, or in another body's name.
    let fields = [("code", "SALUD-2050"), ("title", "x"), ("horizons", "2030"), ("scale", "5")];
    assert_eq!(other.post("/oficina/entidad/E:09-009/prospectiva", &fields).await.status, 422);
    assert_eq!(other.post("/oficina/entidad/E:11-011/prospectiva", &fields).await.status, 403);
}

#[tokio::test]
async fn proposals_are_many_from_many_and_few_from_one() {
    let town = Town::whole().await;
    let (_, mut ben) = begun(&town).await;
    let path = "/prospectiva/SALUD-2050/propuestas";
    let fields = [("about", "risk"), ("place", ""), ("text", "Que se mire el agua de las postas")];
    assert_eq!(town.browser().post(path, &fields).await.status, 404, "not announced");
    assert_eq!(ben.post(&format!("{STUDY}/anuncio"), &[("takes", "yes")]).await.status, 303);
    let mut one = town.browser().at("10.1.0.1");
    let mut statuses = Vec::new();
    for _ in 0..32 {
        statuses.push(one.post(path, &fields).await.status);
    }
    assert_eq!((statuses[29], statuses[30], statuses[31]), (303, 429, 429), "{statuses:?}");
    assert_eq!(town.browser().at("10.1.0.2").post(path, &fields).await.status, 303, "another network");
    for bad in [("about", "war"), ("place", "99"), ("place", "x y")] {
        let mut fields = fields.to_vec();
        fields.retain(|(name, _)| *name != bad.0);
        fields.push(bad);
        let answer = town.browser().at("10.1.0.3").post(path, &fields).await;
        assert_eq!(answer.status, 400, "{bad:?}: {}", answer.text);
    }
    // A form of another site proposes nothing.
    let foreign = town
        .browser()
        .at("10.1.0.4")
        .send(
            axum::http::Method::POST,
            path,
            Some(super::browser::form(&fields)),
            &[("sec-fetch-site", "cross-site")],
        )
        .await;
    assert_eq!(foreign.status, 403);
    for code in ["P-1", "P-999999", "x", "P-0"] {
        assert_eq!(town.browser().get(&format!("/propuesta/{code}")).await.status, 404, "{code}");
    }
    assert_eq!(ben.post(&format!("{STUDY}/anuncio"), &[("takes", "no")]).await.status, 303);
    let closed = town.browser().at("10.1.0.5").post(path, &fields).await;
    assert!(closed.status == 422 && closed.text.contains("no recibe propuestas"), "{}", closed.text);
}
