//! A perception survey from its draft to its results beside the indicators; and those who try to find what few answered.
use std::fmt::Write as _;

use crate::desk::Desk;

use super::{
    browser::{Answer, Browser},
    evaluations::{are_whole, expect},
    people::Town,
    tokens::{Program, made},
};

const PLANNER: &str = "e-01-016.planner";
const UNIT: &str = "e-01-001.delivery-unit";
const OFFICE: &str = "/oficina/percepcion";
const QUESTIONS: &str = "/oficina/preguntas-de-encuesta";

fn bare(location: &str) -> String {
    location.split('?').next().unwrap_or_default().to_owned()
}

fn of(
    fields: &[(&'static str, &'static str)],
    more: &[(&'static str, &'static str)],
) -> Vec<(&'static str, &'static str)> {
    let kept = fields.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

/// Writes a question and gives its code.
async fn question(who: &mut Browser, town: &Town, text: &str, (scale, favourable): (&str, &str)) -> String {
    let fields = [
        ("text", text),
        ("text_en", "Did it get better for you?"),
        ("scale", scale),
        ("favourable", favourable),
    ];
    let sent = who.post(QUESTIONS, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let mut read = town.state.ctx.db.read().await.unwrap();
    let all = perception::queries::questions(&mut read, base::Known::NOW).await.unwrap();
    all.first().unwrap().code.to_string()
}

const OPEN_CARD: [(&str, &str); 7] = [
    ("element", "PEDN@2011/OE2"),
    ("title", "Servicios de salud 2026"),
    ("title_en", "Health services 2026"),
    ("from_on", "2026-03-02"),
    ("to_on", "2026-03-31"),
    ("design", "open"),
    ("unit_paper", "encuestas repartidas"),
];

const SAMPLE_CARD: [(&str, &str); 3] =
    [("design", "probability"), ("deff", "1"), ("frame", "Viviendas del censo, elegidas al azar")];

async fn drafted(who: &mut Browser, fields: &[(&str, &str)], questions: &str) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("questions", questions)]).collect();
    who.post(OFFICE, &fields).await
}

/// The office path of a new draft.
async fn draft(who: &mut Browser, fields: &[(&str, &str)], questions: &str) -> String {
    let sent = drafted(who, fields, questions).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    bare(&sent.location)
}

async fn table(who: &mut Browser, path: &str, csv: &str) -> Answer {
    who.upload(&format!("{path}/hojas"), &[], &[("file", "hojas.csv", csv.as_bytes())]).await
}

/// Sheets of paper: of each department so many that said yes and so many that said no.
fn sheets(question: &str, parts: &[(&str, usize, usize)]) -> String {
    let mut csv = format!("sheet,channel,territory,{question}\n");
    let mut number = 0;
    for (place, yes, no) in parts {
        for answer in std::iter::repeat_n("sí", *yes).chain(std::iter::repeat_n("no", *no)) {
            number += 1;
            writeln!(csv, "S{number},paper,{place},{answer}").unwrap();
        }
    }
    csv
}

async fn verified(town: &Town) {
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

fn public(office: &str, at: &str) -> String {
    format!("{at}/{}", office.rsplit('/').next().unwrap_or_default())
}

/// Answers from one network without end, and from ten others; how many were taken.
async fn flooded(town: &Town, survey: &str) -> usize {
    let mut flood = town.browser().at("10.9.9.9");
    let mut statuses = Vec::new();
    for _ in 0..40 {
        statuses.push(flood.post(survey, &[("r1", "1")]).await.status);
    }
    assert!(statuses.contains(&429) && statuses.first() == Some(&303), "{statuses:?}");
    for number in 0..10 {
        let mut other = town.browser().at(&format!("10.2.0.{number}"));
        assert_eq!(other.post(survey, &[("r1", "0")]).await.status, 303);
    }
    10 + statuses.iter().filter(|status| **status == 303).count()
}

/// Cards that lack something are told so.
async fn refused_cards(planner: &mut Browser, web: &[(&'static str, &'static str)], code: &str) {
    for (more, words) in [
        (vec![("element", "PEDN/NO-HAY")], "No hay objetivo PEDN/NO-HAY"),
        (vec![("to_on", "2026-03-01")], "no es anterior"),
        (vec![("deff", "1,5")], "no tiene efecto de diseño"),
        (vec![("unit_web", ""), ("unit_paper", "")], "en qué se cuenta el alcance"),
        (SAMPLE_CARD.to_vec(), "una muestra probabilística no lo usa"),
        (vec![("title_en", "")], "en español y en inglés"),
    ] {
        expect(&drafted(planner, &of(web, &more), code).await, 422, words);
    }
    expect(&drafted(planner, web, "q999999").await, 422, "No existe la pregunta q999999");
}

#[tokio::test]
async fn a_citizen_answers_and_another_post_publishes() {
    let town = Town::over(Desk::own()).await;
    let mut planner = town.somebody("Ceci", Some(PLANNER)).await;
    let mut unit = town.somebody("Dora", Some(UNIT)).await;
    let mut citizen = town.browser().at("10.1.0.1");
    for (text, favourable, words) in [("¿Sí?", "1", "10 a 300"), ("¿Mejoró la atención?", "0;1", "no todas")]
    {
        let fields = [
            ("text", text),
            ("text_en", "Did it get better?"),
            ("scale", "yes_no"),
            ("favourable", favourable),
        ];
        expect(&planner.post(QUESTIONS, &fields).await, 422, words);
    }
    let code = question(&mut planner, &town, "¿La atención de salud mejoró este año?", ("yes_no", "1")).await;
    let web = of(&OPEN_CARD, &[("unit_web", "visitas")]);
    refused_cards(&mut planner, &web, &code).await;
    let path = draft(&mut planner, &web, &code).await;
    let (shown, survey) = (public(&path, "/percepcion"), public(&path, "/encuesta"));
    for path in [&shown, &survey] {
        assert_eq!(citizen.get(path).await.status, 404, "a draft is of the office");
    }
    are_whole(&mut planner, &[OFFICE, QUESTIONS, &path]).await;
    expect(&planner.post(&format!("{path}/cierre"), &[("reach_web", "9")]).await, 422, "eso no corresponde");
    assert_eq!(planner.post(&format!("{path}/apertura"), &[]).await.status, 303);
    expect(&planner.post(&format!("{path}/ficha"), &of(&web, &[])).await, 422, "una a 20");
    expect(&citizen.get("/percepcion").await, 200, "Responder: Servicios de salud 2026");

    // Somebody answers without account; an official who does is nobody either.
    are_whole(&mut citizen, &[&survey, &shown]).await;
    expect(&citizen.post(&survey, &[("territory", "")]).await, 422, "al menos una pregunta");
    expect(&citizen.post(&survey, &[("r1", "7")]).await, 422, "no es una respuesta");
    expect(&citizen.post(&survey, &[("r1", "1"), ("territory", "99")]).await, 422, "Ningún departamento");
    let sent = citizen.post(&survey, &[("r1", "1"), ("territory", "15")]).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    expect(&citizen.get(&sent.location).await, 200, "Sus respuestas llegaron");
    assert_eq!(planner.post(&survey, &[("r1", "0")]).await.status, 303);
    let mut read = town.state.ctx.db.read().await.unwrap();
    let last = journal::last_shown(&mut read).await.unwrap().0;
    drop(read);
    let entry = citizen.get(&format!("/registro/{}", last + 2)).await.text;
    for secret in ["e-01-016.planner", "10.1.0.1", &format!("{code}=")] {
        assert!(!entry.contains(secret), "{secret}: {entry}");
    }
    let answered = 2 + flooded(&town, &survey).await;

    // Results after closing and publishing, and by another post.
    assert!(!citizen.get(&shown).await.text.contains("Favorables"), "nothing is told while it is open");
    expect(&unit.post(&format!("{path}/publicacion"), &[]).await, 422, "eso no corresponde");
    expect(&planner.post(&format!("{path}/cierre"), &[]).await, 422, "cuántos alcanzó");
    let few = [("reach_web", "3"), ("reach_paper", "0")];
    expect(&planner.post(&format!("{path}/cierre"), &few).await, 422, "alcanzó al menos a tantos");
    let reach = [("reach_web", "337 859"), ("reach_paper", "200")];
    let closed = planner.post(&format!("{path}/cierre"), &reach).await;
    assert_eq!(closed.status, 303, "{}", closed.text);
    expect(&citizen.post(&survey, &[("r1", "1")]).await, 422, "no recibe respuestas");
    let page = citizen.get(&shown).await;
    expect(&page, 200, "0,01 %");
    assert!(!page.text.contains("Favorables"), "closed is not published: {}", page.text);
    assert_eq!(planner.post(&format!("{path}/publicacion"), &[]).await.status, 403);
    are_whole(&mut unit, &[OFFICE, &path]).await;
    let token = made(&mut unit, UNIT, "read write").await;
    assert_eq!(Program::new(&town, &token).post(&format!("{path}/publicacion"), &[]).await.status, 403);
    let published = unit.post(&format!("{path}/publicacion"), &[]).await;
    assert_eq!(published.status, 303, "{}", published.text);
    expect(&unit.post(&format!("{path}/publicacion"), &[]).await, 422, "eso no corresponde");
    let page = citizen.get(&shown).await;
    expect(&page, 200, &format!("Respondieron {answered}."));
    expect(&page, 200, "Sin margen: respondió quien quiso");
    expect(&page, 200, "Los indicadores del objetivo:");
    are_whole(&mut citizen, &["/percepcion", &shown, &survey, "/objetivo/PEDN/OE2/percepcion"]).await;
    expect(&citizen.get("/objetivo/PEDN/OE2/percepcion").await, 200, "Servicios de salud 2026");
    expect(&citizen.get("/objetivo/PEDN/OE2").await, 200, "/OE2/percepcion");
    verified(&town).await;
}

#[tokio::test]
async fn a_table_with_a_wrong_row_keeps_nothing() {
    let town = Town::over(Desk::own()).await;
    let mut planner = town.somebody("Ceci", Some(PLANNER)).await;
    let mut body = town.somebody("Gobe", Some("e-01-016.governing-body")).await;
    let mut citizen = town.browser();
    let code = question(&mut planner, &town, "¿La atención de salud mejoró este año?", ("yes_no", "1")).await;
    let path = draft(&mut planner, &of(&OPEN_CARD, &SAMPLE_CARD), &code).await;
    expect(&table(&mut planner, &path, &sheets(&code, &[("15", 1, 0)])).await, 422, "eso no corresponde");
    assert_eq!(planner.post(&format!("{path}/apertura"), &[]).await.status, 303);
    expect(&citizen.post(&public(&path, "/encuesta"), &[("r1", "1")]).await, 422, "no recibe respuestas");

    // 1,000 sheets of which two are wrong: each is named, and nothing is kept.
    let good = sheets(&code, &[("15", 300, 200), ("04", 200, 300)]);
    let bad = format!("{good}S1,paper,15,no\nS2000,paper,99,no\n");
    let refused = table(&mut planner, &path, &bad).await;
    expect(&refused, 422, "No se guardó nada: corrija 2 filas");
    expect(&refused, 422, "la hoja está dos veces en el archivo");
    expect(&refused, 422, "ningún departamento tiene este código");
    expect(
        &table(&mut planner, &path, "sheet,channel,territory,q0\nS1,paper,,1\n").await,
        422,
        "no es una pregunta",
    );
    expect(&table(&mut planner, &path, "").await, 422, "");
    let close = [("reach_paper", "2000")];
    let one = [("channel", "paper"), ("sheet", "S1"), ("r1", "1"), ("territory", "15")];
    // What was refused is not there: its first number is free.
    let sent = planner.post(&format!("{path}/hoja"), &one).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    expect(&planner.post(&format!("{path}/hoja"), &one).await, 422, "La hoja S1 ya se ingresó");
    expect(
        &planner.post(&format!("{path}/hoja"), &of(&one, &[("channel", "web")])).await,
        422,
        "por ese canal",
    );
    expect(
        &planner.post(&format!("{path}/hoja"), &of(&one, &[("sheet", "S 2")])).await,
        422,
        "letras y cifras",
    );
    expect(&table(&mut planner, &path, &good).await, 422, "la hoja ya se ingresó");
    let rest = good.replace("S1,paper,15,sí\n", "");
    let sent = table(&mut planner, &path, &rest).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    expect(&planner.get(&format!("{path}?table=canales&format=csv")).await, 200, "repartidas,,1000,");
    assert_eq!(planner.post(&format!("{path}/cierre"), &close).await.status, 303);
    let published = body.post(&format!("{path}/publicacion"), &[]).await;
    assert_eq!(published.status, 303, "{}", published.text);
    let shown = public(&path, "/percepcion");
    // 1.96 · √(0.5 · 0.5 / 1000) = 3.1 points.
    expect(&citizen.get(&shown).await, 200, "± 3,1 puntos, al 95 %");
    expect(&citizen.get(&format!("/en{shown}")).await, 200, "± 3.1 points, at 95 %");
    let csv = citizen.get("/api/v1/survey-results?format=csv").await.text;
    assert!(csv.contains("whole,true,1000,500,50") && csv.contains(",3.1"), "{csv}");

    // The same question in another wave: the series has both.
    let later = of(&OPEN_CARD, &[("title", "Servicios de salud, segunda ola"), ("from_on", "2026-03-02")]);
    let second = draft(&mut planner, &later, &code).await;
    assert_eq!(planner.post(&format!("{second}/apertura"), &[]).await.status, 303);
    assert_eq!(table(&mut planner, &second, &sheets(&code, &[("15", 40, 10)])).await.status, 303);
    assert_eq!(planner.post(&format!("{second}/cierre"), &close).await.status, 303);
    assert_eq!(body.post(&format!("{second}/publicacion"), &[]).await.status, 303);
    let series = citizen.get(&format!("{shown}?table=serie&format=csv")).await.text;
    assert!(
        series.lines().count() == 3 && series.contains("segunda ola") && series.contains(",80,"),
        "{series}"
    );
    verified(&town).await;
}

#[tokio::test]
async fn small_parts_are_nowhere_also_by_subtraction() {
    let town = Town::over(Desk::own()).await;
    let mut planner = town.somebody("Ceci", Some(PLANNER)).await;
    let mut unit = town.somebody("Dora", Some(UNIT)).await;
    let mut citizen = town.browser();
    let code = question(&mut planner, &town, "¿La atención de salud mejoró este año?", ("yes_no", "1")).await;
    let path = draft(&mut planner, &OPEN_CARD, &code).await;
    assert_eq!(planner.post(&format!("{path}/apertura"), &[]).await.status, 303);
    // Seven of Tacna: with them the next smallest, Arequipa, is withheld.
    let parts = [("15", 111, 60), ("04", 32, 11), ("23", 5, 2), ("", 44, 33)];
    assert_eq!(table(&mut planner, &path, &sheets(&code, &parts)).await.status, 303);
    assert_eq!(planner.post(&format!("{path}/cierre"), &[("reach_paper", "1000")]).await.status, 303);
    let preview = unit.get(&path).await.text;
    assert_eq!(unit.post(&format!("{path}/publicacion"), &[]).await.status, 303);
    let shown = public(&path, "/percepcion");
    let page = citizen.get(&shown).await.text;
    for text in [&preview, &page] {
        assert_eq!(text.matches("Reservado: pocas respuestas").count(), 2, "{text}");
    }
    let table = citizen.get(&format!("{shown}?table=departamentos-1&format=csv")).await.text;
    let api = citizen.get("/api/v1/survey-results?format=csv").await.text;
    let counts = citizen.get("/api/v1/survey-counts?format=csv").await.text;
    assert!(table.contains("Lima,171,") && api.contains("whole,true,298,192,"), "{table} {api}");
    for place in ["04", "23"] {
        let row = api.lines().find(|line| line.contains(&format!(",{place},"))).unwrap();
        assert!(row.contains(",false,,,,"), "{row}");
        assert!(!counts.contains(&format!(",{place},")), "{counts}");
    }
    // What is left of the whole when all that is told is taken away: fifty people of two departments, and no seven.
    let told: i64 =
        table.lines().skip(1).filter_map(|line| line.split(',').nth(1)?.parse::<i64>().ok()).sum();
    assert_eq!(298 - told, 50);
    let files = [
        format!("{shown}?format=xlsx"),
        "/api/v1/survey-sheets".to_owned(),
        "/datos/perception_sheets".to_owned(),
    ];
    for path in &files[1..] {
        assert_eq!(citizen.get(path).await.status, 404, "{path}");
    }
    // Of a question that too few answered nothing is told at all.
    let few = draft(&mut planner, &OPEN_CARD, &code).await;
    assert_eq!(planner.post(&format!("{few}/apertura"), &[]).await.status, 303);
    assert_eq!(
        super::perception::table(&mut planner, &few, &sheets(&code, &[("15", 20, 9)])).await.status,
        303
    );
    assert_eq!(planner.post(&format!("{few}/cierre"), &[("reach_paper", "100")]).await.status, 303);
    assert_eq!(unit.post(&format!("{few}/publicacion"), &[]).await.status, 303);
    let page = citizen.get(&public(&few, "/percepcion")).await;
    expect(&page, 200, "Respondieron menos de 30");
    verified(&town).await;
}

#[tokio::test]
async fn nobody_else_drafts_enters_closes_or_publishes() {
    let town = Town::over(Desk::own()).await;
    let mut planner = town.somebody("Ana", Some("e-11-011.planner")).await;
    let code =
        question(&mut planner, &town, "¿La atención de salud mejoró este año?", ("mark_20", "11-20")).await;
    let path = draft(&mut planner, &OPEN_CARD, &code).await;
    for (name, post, sees, question) in [
        ("Elsa", "e-10-010.planner", 403, 422),
        ("Titu", "e-11-011.approver", 200, 403),
        ("Cora", "e-19-019.comptroller", 403, 403),
        ("Adán", "e-01-001.system-administrator", 403, 403),
    ] {
        let mut who = town.somebody(name, Some(post)).await;
        assert_eq!(who.get(OFFICE).await.status, 200, "{post}");
        assert_eq!(who.get(&path).await.status, sees, "{post}");
        assert_eq!(who.post(QUESTIONS, &[]).await.status, question, "{post}");
        for act in ["ficha", "apertura", "hoja", "cierre"] {
            assert_eq!(who.post(&format!("{path}/{act}"), &[]).await.status, 403, "{post} {act}");
        }
        assert_eq!(table(&mut who, &path, "").await.status, 403, "{post}");
    }
    let mut citizen = town.browser();
    assert_ne!(citizen.get(&path).await.status, 200);
    // Whoever writes a draft last does not publish it, though they publish others.
    let mut unit = town.somebody("Dora", Some(UNIT)).await;
    let mut head = town.somebody("Pepe", Some("e-01-016.governing-body")).await;
    let fields: Vec<(&str, &str)> = OPEN_CARD.iter().copied().chain([("questions", code.as_str())]).collect();
    assert_eq!(unit.post(&format!("{path}/ficha"), &fields).await.status, 303);
    assert_eq!(planner.post(&format!("{path}/apertura"), &[]).await.status, 303);
    assert_eq!(planner.post(&format!("{path}/cierre"), &[("reach_paper", "0")]).await.status, 303);
    expect(&unit.post(&format!("{path}/publicacion"), &[]).await, 422, "Publica otro puesto");
    assert_eq!(head.post(&format!("{path}/publicacion"), &[]).await.status, 303);
    for path in
        ["/percepcion/w0", "/encuesta/w0", "/oficina/percepcion/w0", "/objetivo/PEDN/NO-HAY/percepcion"]
    {
        assert_eq!(unit.get(path).await.status, 404, "{path}");
    }
    verified(&town).await;
}
