//! A plan becomes law, step by step, by those who may; and what stops it.
use base::Known;
use planning::{
    domain::{content::Content, reference::PlanRef},
    reading::export::{Tongue, export},
};

use super::{
    browser::Browser,
    people::{PASSWORD, Town, email},
};
use crate::desk::Desk;

const PLAN: &str = "MUESTRA-PEI-11-011";

/// The version that counts today, as a new one that drops its last leaf and raises a target.
async fn draft(town: &Town) -> (Content, Content) {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let at = PlanRef { plan: PLAN.parse().unwrap(), version: None };
    let on = "2026-03-02".parse().unwrap();
    let before = planning::queries::plan(&mut read, Known::NOW, on, &at).await.unwrap().unwrap();
    let mut new = before.clone();
    new.version.code = "2027".parse().unwrap();
    new.version.instrument = None;
    new.version.valid = None;
    new.version.state = planning::domain::words::PlanState::Draft;
    for target in new.targets.values_mut() {
        target.goal.value += rust_decimal::Decimal::ONE;
    }
    (before, new)
}

pub(super) fn workbook(content: &Content) -> Vec<u8> {
    sheets::xlsx(&export(std::slice::from_ref(content), Tongue::Spanish, |_| String::new())).unwrap()
}

async fn people(town: &Town) -> [Browser; 4] {
    let [planner, commission, approver] = ["planner", "planning-commission", "approver"];
    [
        town.somebody("Ana", Some(&format!("e-11-011.{planner}"))).await,
        town.somebody("Ben", Some(&format!("e-11-011.{commission}"))).await,
        town.somebody("Rosa", Some(&format!("e-11-011.{approver}"))).await,
        town.somebody("Ceci", Some("e-01-016.governing-body")).await,
    ]
}

async fn opened(planner: &mut Browser) -> String {
    let fields = [("plan", PLAN), ("version", "2027")];
    let opened = planner.post("/oficina/entidad/E:11-011/planes", &fields).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    opened.location
}

#[tokio::test]
#[allow(clippy::too_many_lines)] // one way, walked from its beginning to its end
async fn a_plan_becomes_law_by_those_who_may() {
    let town = Town::whole().await;
    let [mut ana, mut ben, mut rosa, mut ceci] = people(&town).await;
    let mut other = town.somebody("Elsa", Some("e-09-009.planner")).await;
    assert_eq!(
        other.post("/oficina/entidad/E:11-011/planes", &[("plan", PLAN), ("version", "2027")]).await.status,
        403
    );
    let case = opened(&mut ana).await;
    let again = ana.post("/oficina/entidad/E:11-011/planes", &[("plan", PLAN), ("version", "2027")]).await;
    assert!(again.status == 422 && again.text.contains("ya tiene un expediente"), "{}", again.text);
    for (browser, status) in [(&mut other, 403), (&mut ben, 200), (&mut ceci, 200), (&mut rosa, 200)] {
        assert_eq!(browser.get(&case).await.status, status);
    }
    assert!(!other.get("/oficina/planes").await.text.contains(case.trim_start_matches("/oficina/planes/")));

    let act = format!("{case}/acto");
    let early = ana.upload(&act, &[("act", "submit")], &[]).await;
    assert!(early.status == 422 && early.text.contains("Faltan documentos"), "{}", early.text);
    let put = format!("{case}/proyecto");
    let nonsense = ana.upload(&put, &[], &[("draft", "plan.xlsx", b"no workbook")]).await;
    assert_eq!(nonsense.status, 422);
    assert!(nonsense.text.contains("no es el libro") || nonsense.text.contains("Filas que corregir"));
    let (before, mut new) = draft(&town).await;
    let mut foreign = new.clone();
    foreign.version.code = "2028".parse().unwrap();
    let wrong = ana.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&foreign))]).await;
    assert!(wrong.status == 422 && wrong.text.contains("este expediente es de"), "{}", wrong.text);
    // A row that hangs from what is not there is told by its sheet and line, and nothing is kept.
    let mut broken = new.clone();
    broken.indicators.values_mut().next().unwrap().element = "NO-EXISTE".parse().unwrap();
    let refused = ana.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&broken))]).await;
    assert!(refused.status == 422 && refused.text.contains("NO-EXISTE"), "{}", refused.text);
    assert_eq!(ben.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&new))]).await.status, 403);
    let kept = ana.upload(&put, &[], &[("draft", "plan 2027.xlsx", &workbook(&new))]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    let page = ana.get(&case).await.text;
    assert!(
        page.contains("Meta elevada") || page.contains("Meta rebajada") || page.contains("Meta cambiada"),
        "{page}"
    );

    // Each act by its own post, and by no other.
    assert_eq!(ben.upload(&act, &[("act", "submit")], &[]).await.status, 422);
    assert_eq!(ana.upload(&act, &[("act", "submit")], &[]).await.status, 303);
    assert!(ben.get("/oficina/planes").await.text.contains("Espera por usted"));
    assert!(!ana.get("/oficina/planes").await.text.contains("Espera por usted"));
    let minutes: (&str, &str, &[u8]) = ("document-minutes", "acta.pdf", b"%PDF acta");
    assert_eq!(ana.upload(&act, &[("act", "validate")], &[minutes]).await.status, 422, "not hers");
    assert_eq!(ben.upload(&act, &[("act", "validate")], &[]).await.status, 422, "no minutes");
    assert_eq!(ben.upload(&act, &[("act", "return_draft")], &[]).await.status, 422, "no reason");
    // What the commission has before it is not exchanged under its hands, by the form or beside an act.
    let swap = ana.upload(&put, &[], &[("draft", "otro.xlsx", &workbook(&new))]).await;
    assert!(swap.status == 422 && swap.text.contains("solo se cambia mientras se redacta"), "{}", swap.text);
    let beside: (&str, &str, &[u8]) = ("document-draft", "otro.xlsx", b"otro");
    assert_eq!(ben.upload(&act, &[("act", "validate")], &[minutes, beside]).await.status, 303);
    assert!(!ben.get(&case).await.text.contains("otro.xlsx"), "no act brings another draft");
    let said = [("element", "OE1"), ("text", "El objetivo no nombra a quién sirve.")];
    assert_eq!(ceci.post(&format!("{case}/comentario"), &said).await.status, 303);
    assert_eq!(ana.upload(&act, &[("act", "request_opinion")], &[minutes]).await.status, 303);
    assert!(ana.get(&case).await.text.contains("Plazo de la opinión técnica"));
    let late = ana.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&new))]).await;
    assert!(late.status == 422 && late.text.contains("solo se cambia mientras se redacta"), "{}", late.text);
    let opinion: (&str, &str, &[u8]) = ("document-technical_opinion", "informe.pdf", b"%PDF informe");
    assert_eq!(ceci.upload(&act, &[("act", "favour")], &[opinion]).await.status, 303);

    let shown = shown(&town).await;
    let resolution: (&str, &str, &[u8]) = ("document-resolution", "resolucion.pdf", b"%PDF resolucion");
    let unnamed = [("act", "approve"), ("resolution", " "), ("reason", "Porque sí.")];
    let refused = rosa.upload(&act, &unnamed, &[resolution]).await;
    assert!(refused.status == 422 && refused.text.contains("resolución"), "{}", refused.text);
    let texts = [("act", "approve"), ("resolution", "RM 500-2026-MINSA")];
    let held = rosa.upload(&act, &texts, &[resolution]).await;
    if held.status == 422 {
        assert!(held.text.contains("El plan incumple"), "{}", held.text);
        assert_eq!(self::shown(&town).await, shown, "nothing happened");
        let justified = [texts[0], texts[1], ("reason", "La política nacional está en revisión.")];
        let approved = rosa.upload(&act, &justified, &[resolution]).await;
        assert_eq!(approved.status, 303, "{}", approved.text);
    } else {
        assert_eq!(held.status, 303, "{}", held.text);
    }
    assert!(self::shown(&town).await > shown, "the plan is shown from now on");
    new.version.code = "2027".parse().unwrap();
    let public = town.browser().get(&format!("/plan/{PLAN}")).await.text;
    assert!(public.contains("RM 500-2026-MINSA") && public.contains("2027"), "{public}");
    assert_ne!(before.version.code, new.version.code);
    // Two versions do not hold at once: the one before gave way in the same entry.
    let at = PlanRef { plan: PLAN.parse().unwrap(), version: Some(before.version.code.clone()) };
    let on = "2026-03-02".parse().unwrap();
    let mut read = town.state.ctx.db.read().await.unwrap();
    let old = planning::queries::plan(&mut read, Known::NOW, on, &at).await.unwrap().unwrap();
    assert_eq!(old.version.state, planning::domain::words::PlanState::Superseded);
    drop(read);
    assert_eq!(
        rosa.upload(&act, &[("act", "send_back"), ("reason", "x")], &[]).await.status,
        422,
        "it has ended"
    );
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert_eq!(
        (entry.command.as_str(), entry.actor.as_str()),
        ("formulation.approve", "post:e-11-011.approver")
    );
    assert!(
        entry.leaf.contains("planning_versions") && entry.leaf.contains("formulation_acts"),
        "one entry: {}",
        entry.leaf
    );
}

/// What the page of a case gives to start from is put back as it is, and is a draft; of a new plan only what nobody decided yet
/// is asked for.
#[tokio::test]
async fn a_draft_starts_from_the_workbook_of_its_case() {
    let town = Town::over(Desk::own()).await;
    let [mut ana, mut ben, ..] = people(&town).await;
    let case = opened(&mut ana).await;
    let page = ana.get(&case).await.text;
    assert!(page.contains(&format!("{case}/libro")), "{page}");
    for prefix in ["", "/en"] {
        let book = ana.get(&format!("{prefix}{case}/libro")).await;
        assert_eq!(book.status, 200);
        assert!(
            book.headers["content-disposition"].to_str().unwrap().contains("MUESTRA-PEI-11-011-2027.xlsx")
        );
        let put = format!("{case}/proyecto");
        let kept = ana.upload(&put, &[], &[("draft", "libro.xlsx", &book.bytes)]).await;
        assert_eq!(kept.status, 303, "{}", kept.text);
    }
    assert!(ana.get(&case).await.text.contains("Nada."), "the same as what is in force");
    assert_eq!(ben.get(&format!("{case}/libro")).await.status, 403, "who drafts nothing starts nothing");

    let fields = [("plan", "PN-SALUD"), ("version", "2027"), ("type", "PN")];
    let case = ana.post("/oficina/entidad/E:11-011/planes", &fields).await.location;
    let book = ana.get(&format!("{case}/libro")).await;
    let refused = ana.upload(&format!("{case}/proyecto"), &[], &[("draft", "libro.xlsx", &book.bytes)]).await;
    assert_eq!(refused.status, 422);
    let rows = &refused.text[refused.text.find("<main").unwrap()..];
    assert!(rows.contains("horizon"), "{rows}");
    assert!(!rows.contains("plan_type") && !rows.contains(">entity<"), "{rows}");
}

async fn shown(town: &Town) -> i64 {
    journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap().0
}

/// A case that waits for the opinion of the governing body.
pub async fn until_opinion(town: &Town, ana: &mut Browser, ben: &mut Browser) -> String {
    let case = opened(ana).await;
    let (_, new) = draft(town).await;
    let act = format!("{case}/acto");
    let minutes: (&str, &str, &[u8]) = ("document-minutes", "acta.pdf", b"%PDF acta");
    ana.upload(&format!("{case}/proyecto"), &[], &[("draft", "plan.xlsx", &workbook(&new))]).await;
    ana.upload(&act, &[("act", "submit")], &[]).await;
    ben.upload(&act, &[("act", "validate")], &[minutes]).await;
    assert_eq!(ana.upload(&act, &[("act", "request_opinion")], &[minutes]).await.status, 303);
    case
}

#[tokio::test]
async fn silence_falls_by_itself_and_lets_the_body_go_on() {
    let town = Town::whole().await;
    let [mut ana, mut ben, ..] = people(&town).await;
    let case = until_opinion(&town, &mut ana, &mut ben).await;
    let act = format!("{case}/acto");
    assert_eq!(
        ana.upload(&act, &[("act", "go_on_without"), ("reason", "x")], &[]).await.status,
        422,
        "not yet"
    );

    // Two months later: nothing ran meanwhile.
    let Town { desk, .. } = town;
    let later = Town::at(desk, "2026-05-04T15:00:00Z").await;
    let mut ana = later.browser();
    ana.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    let page = ana.get(&case).await.text;
    assert!(page.contains("Silencio: venció el plazo"), "{page}");
    let before = acts(&later, &case).await;
    let on = ana
        .upload(&act, &[("act", "go_on_without"), ("reason", "La norma del plan no exige la opinión.")], &[])
        .await;
    assert_eq!(on.status, 303, "{}", on.text);
    assert_eq!(acts(&later, &case).await, before + 2, "the silence is written beside the act");
    assert!(ana.get(&case).await.text.contains("Ante el Órgano Resolutivo"));
}

async fn acts(town: &Town, case: &str) -> usize {
    let code = case.rsplit('/').next().unwrap().parse().unwrap();
    let country = formulation::Country { offset: jiff::tz::Offset::from_seconds(-18_000).unwrap() };
    let mut read = town.state.ctx.db.read().await.unwrap();
    let view = formulation::queries::case(
        &mut read,
        &town.state.ctx.files,
        country,
        (&code, town.state.ctx.now, ""),
    )
    .await;
    view.unwrap().unwrap().taken.len()
}

#[tokio::test]
async fn a_document_is_taken_from_its_own_case_alone() {
    let town = Town::over(Desk::own()).await;
    let [mut ana, ..] = people(&town).await;
    let case = opened(&mut ana).await;
    let (_, new) = draft(&town).await;
    let bytes = workbook(&new);
    ana.upload(&format!("{case}/proyecto"), &[], &[("draft", "plan ñ;x.xlsx", &bytes)]).await;
    let digest = base::Digest::of(&bytes);
    let file = ana.get(&format!("{case}/documento/{digest}")).await;
    assert_eq!(
        (file.status, file.headers["content-type"].to_str().unwrap()),
        (200, "application/octet-stream")
    );
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"plan___x.xlsx\"");
    // Any other file of the store, such as the country pack's, is not the case's.
    let pack = base::Digest::of(&std::fs::read(crate::sample::peru().join("country.toml")).unwrap());
    assert_eq!(ana.get(&format!("{case}/documento/{pack}")).await.status, 404);
    let mut other = town.somebody("Elsa", Some("e-09-009.planner")).await;
    assert_eq!(other.get(&format!("{case}/documento/{digest}")).await.status, 403);
    for path in ["/oficina/planes/f999999", "/oficina/planes/x", "/oficina/planes/f1%00"] {
        assert_eq!(ana.get(path).await.status, 404, "{path}");
    }
}
