//! The national plan on its way: agreed on, shown to everybody, spoken of without account, answered, decreed. And what the law
//! of the country lets nobody begin, or lets nobody pass without a reason.
use base::Known;
use planning::domain::{
    check::Rule,
    content::Content,
    plan::Horizon,
    reference::PlanRef,
    words::{PlanState, Sense, VersionKind},
};

use super::{
    browser::Browser,
    people::{PASSWORD, Town, email},
    plans::workbook,
};
use crate::desk::Desk;

async fn counted(town: &Town, plan: &str, on: &str) -> Content {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let at = PlanRef { plan: plan.parse().unwrap(), version: None };
    planning::queries::plan(&mut read, Known::NOW, on.parse().unwrap(), &at).await.unwrap().unwrap()
}

/// The national plan of the sample as a draft for the ten years from 2027, which names no policy.
async fn draft(town: &Town) -> Content {
    let mut new = counted(town, "PEDN", "2026-03-02").await;
    new.version.code = "2027".parse().unwrap();
    new.version.kind = VersionKind::New;
    new.version.horizon = Horizon::new(2027, 2036).unwrap();
    (new.version.instrument, new.version.valid) = (None, None);
    new.version.state = PlanState::Draft;
    for element in new.elements.values_mut() {
        (element.start, element.end) = (None, None);
    }
    new
}

async fn shown(town: &Town) -> i64 {
    journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap().0
}

pub async fn again(town: &Town, name: &str) -> Browser {
    let mut browser = town.browser();
    browser.post("/ingresar", &[("email", &email(name)), ("password", PASSWORD)]).await;
    browser
}

const BOARD: (&str, &str, &[u8]) = ("document-board_minutes", "acta.pdf", b"%PDF acta");
const REPORT: (&str, &str, &[u8]) = ("document-consultation_report", "informe.pdf", b"%PDF informe");

#[tokio::test]
async fn only_what_a_body_prepares_is_begun_and_by_its_own_way() {
    let town = Town::whole().await;
    let mut elsa = town.somebody("Elsa", Some("e-11-011.planner")).await;
    let mut begin = async |fields: &[(&str, &str)]| {
        let answer = elsa.post("/oficina/entidad/E:11-011/planes", fields).await;
        (answer.status, answer.text, answer.location)
    };
    for (plan, plan_type, words) in [
        ("PEDN", "", "es de otra entidad"),
        ("PEDN-2", "PEDN", "no prepara planes de tipo PEDN"),
        ("PDRC-11", "PDRC", "no prepara planes de tipo PDRC"),
        ("PLAN-11", "PLAN-NACIONAL", "no declara cómo se aprueba un plan de tipo PLAN-NACIONAL"),
        ("NUEVO-11", "", "No se conoce el tipo de plan de NUEVO-11"),
        ("NUEVO-11", "PEX", "No se conoce el tipo de plan de PEX"),
        ("MUESTRA-PEI-11-011", "PESEM", "es de tipo PEI"),
    ] {
        let (status, text, _) = begin(&[("plan", plan), ("version", "2027"), ("type", plan_type)]).await;
        assert!(status == 422 && text.contains(words), "{plan} {plan_type}: {status} {text}");
    }
    let (status, text, policy) = begin(&[("plan", "PN-SALUD"), ("version", "2027"), ("type", "PN")]).await;
    assert_eq!(status, 303, "{text}");
    let (status, text, own) =
        begin(&[("plan", "MUESTRA-PEI-11-011"), ("version", "2027"), ("type", "")]).await;
    assert_eq!(status, 303, "{text}");
    let page = elsa.get(&policy).await.text;
    assert!(
        page.contains("/procedimiento/national_policy_approval") && page.contains("Solicitar la opinión")
    );

    // A draft of a type that goes another way is no draft of this case.
    let mut other = counted(&town, "MUESTRA-PEI-11-011", "2026-03-02").await;
    other.version.code = "2027".parse().unwrap();
    (other.version.instrument, other.version.valid) = (None, None);
    other.version.state = PlanState::Draft;
    other.plan.plan_type = "PN".to_owned();
    let put = format!("{own}/proyecto");
    let refused = elsa.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&other))]).await;
    assert!(refused.status == 422 && refused.text.contains("siguen otro procedimiento"), "{}", refused.text);
    other.plan.plan_type = "PESEM".to_owned();
    let refused = elsa.upload(&put, &[], &[("draft", "plan.xlsx", &workbook(&other))]).await;
    assert!(refused.status == 422 && refused.text.contains("es de tipo PEI"), "{}", refused.text);

    // Who has a part by the procedure sees the case, and nobody else.
    let mut council = town.somebody("Paz", Some("e-01-001.council-of-ministers")).await;
    let mut congress = town.somebody("Luz", Some("e-28-028.congress")).await;
    for (case, at_council) in [(&policy, 200), (&own, 403)] {
        assert_eq!(council.get(case).await.status, at_council, "{case}");
        assert_eq!(congress.get(case).await.status, 403, "{case}");
    }
    let list = council.get("/oficina/planes").await.text;
    assert!(list.contains(policy.rsplit('/').next().unwrap()) && !list.contains(&format!("{own}\"")));
}

/// Every level of the frame: who does not name it, and who contradicts it, is held back.
#[tokio::test]
async fn a_plan_that_does_not_name_its_frame_or_contradicts_it_is_held() {
    let town = Town::over(Desk::own()).await;
    let on: jiff::civil::Date = "2020-06-01".parse().unwrap();
    let held = async |content: &Content| {
        let mut read = town.state.ctx.db.read().await.unwrap();
        let held = formulation::queries::held_back(&mut read, &town.state.ctx.files, on, content).await;
        let mut rules: Vec<Rule> = held.unwrap().0.iter().map(|finding| finding.rule).collect();
        rules.dedup();
        rules
    };
    let check = async |name: &str, plan: &str, spoil: &dyn Fn(&mut Content), rule: Rule, is_new: bool| {
        let mut content = counted(&town, plan, "2020-06-01").await;
        let before = held(&content).await;
        spoil(&mut content);
        let after = held(&content).await;
        assert!(after.contains(&rule), "{name}: {after:?}");
        assert_eq!(before.contains(&rule), !is_new, "{name}: {before:?}");
    };
    let without_state = |content: &mut Content| {
        content.elements.values_mut().for_each(|element| element.state_policies.clear());
    };
    let wrong_state = |content: &mut Content| {
        content.elements.values_mut().for_each(|element| element.state_policies.push("AN-99".to_owned()));
    };
    let wrong_national = |content: &mut Content| {
        content.elements.values_mut().for_each(|element| element.national_policies.push("PN-99".to_owned()));
    };
    let unlinked = |content: &mut Content| {
        content.elements.values_mut().for_each(|element| element.hangs_from.clear());
    };
    let astray = |content: &mut Content| {
        let link = "PEDN/OE99".parse::<planning::domain::reference::ElementRef>().unwrap();
        content.elements.values_mut().for_each(|element| {
            if !element.hangs_from.is_empty() {
                element.hangs_from = vec![link.clone()];
            }
        });
    };
    let (pesem, pei) = ("MUESTRA-PESEM-11", "MUESTRA-PEI-11-011");
    check("State policy, not named", pei, &without_state, Rule::StatePolicyAbsent, true).await;
    check("State policy, none such", pei, &wrong_state, Rule::PolicyUnknown, true).await;
    check("National Policy, none such", pei, &wrong_national, Rule::PolicyUnknown, true).await;
    check("National Policy, not named", "PEDN", &|_| {}, Rule::NationalPolicyAbsent, false).await;
    check("objective of the PEDN, not named", pesem, &unlinked, Rule::PlanUnlinked, true).await;
    check("objective of the PEDN, none such", pesem, &astray, Rule::ParentAbsent, true).await;
    // An indicator that wants the contrary of one of its frame, which follows the same series.
    let mut content = counted(&town, pesem, "2020-06-01").await;
    let above = counted(&town, "PEDN", "2020-06-01").await;
    assert!(!held(&content).await.contains(&Rule::FrameContradicted));
    let mut lead = above.clone();
    let (linked, objective) = content
        .elements
        .values()
        .find_map(|element| Some((element.code.clone(), element.hangs_from.first()?.code.clone())))
        .unwrap();
    let mut card = content.indicators.values().next().unwrap().clone();
    (card.series, card.sense, card.element) =
        (Some("IPM".parse().unwrap()), Some(Sense::Decrease), objective);
    card.code = "CONTRA".parse().unwrap();
    lead.indicators.insert(card.code.clone(), card.clone());
    let mut act = town.ctx().open("test.enact").await.unwrap();
    planning::actions::change_state::enact(&mut act, &lead).await.unwrap();
    act.commit("test", &()).await.unwrap();
    (card.sense, card.element) = (Some(Sense::Increase), linked);
    content.indicators.insert(card.code.clone(), card);
    assert!(held(&content).await.contains(&Rule::FrameContradicted), "contradicts an objective of the PEDN");
}

#[tokio::test]
#[allow(clippy::too_many_lines)] // one way, walked from its beginning to its end
async fn the_national_plan_is_spoken_of_by_everybody_and_decreed() {
    let town = Town::whole().await;
    let mut ana = town.somebody("Ana", Some("e-01-016.planner")).await;
    let mut board = town.somebody("Beto", Some("e-01-016.planning-board")).await;
    let mut elsa = town.somebody("Elsa", Some("e-11-011.planner")).await;
    let mut congress = town.somebody("Luz", Some("e-28-028.congress")).await;
    town.somebody("Paz", Some("e-01-001.council-of-ministers")).await;
    let mut anybody = town.browser();
    let opened = ana.post("/oficina/entidad/E:01-016/planes", &[("plan", "PEDN"), ("version", "2027")]).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    let case = opened.location;
    let (act, put) = (format!("{case}/acto"), format!("{case}/proyecto"));
    let new = draft(&town).await;
    let kept = ana.upload(&put, &[], &[("draft", "pedn.xlsx", &workbook(&new))]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    assert_eq!(congress.get(&case).await.status, 403, "no norm gives Congress a part");
    assert_eq!(ana.upload(&act, &[("act", "submit")], &[]).await.status, 303);
    assert_eq!(ana.upload(&act, &[("act", "agree_consultation")], &[BOARD]).await.status, 422, "not hers");
    assert!(anybody.get("/consultas").await.text.contains("Todavía no se ha consultado"));
    let before = shown(&town).await;
    assert_eq!(board.upload(&act, &[("act", "agree_consultation")], &[]).await.status, 422, "no minutes");
    assert_eq!(board.upload(&act, &[("act", "agree_consultation")], &[BOARD]).await.status, 303);
    let opened = shown(&town).await;
    assert!(opened > before, "the draft is shown from now on");
    let page = format!("/consulta/c{opened}");
    let list = anybody.get("/consultas").await.text;
    assert!(list.contains(&page) && list.contains("Abierta: puede opinar hasta el"), "{list}");
    let draft = anybody.get(&page).await;
    assert_eq!(draft.status, 200, "{}", draft.text);
    assert!(draft.text.contains("id=\"OE1\"") && draft.text.contains("name=\"text\""), "{}", draft.text);
    assert_eq!(anybody.get(&format!("/en{page}")).await.status, 200);

    // Anybody speaks, of an element or of the whole; what cannot stand is sent back with what was typed.
    let to = format!("{page}/comentario");
    let mut speak = async |element: &str, region: &str, text: &str| {
        let fields = [("element", element), ("region", region), ("text", text)];
        let answer = anybody.post(&to, &fields).await;
        (answer.status, answer.location, answer.text)
    };
    let (status, first, text) = speak("OE1", "24", "Falta el agua. <script>alert(1)</script>").await;
    assert!(status == 303 && first.starts_with(&format!("{to}/")), "{status} {text}");
    assert_eq!(speak("", "", "El alcalde Fulano de Tal roba.").await.0, 303);
    assert_eq!(speak("", "24", "Un comentario que nadie responde.").await.0, 303);
    for (element, region, text) in
        [("OE99", "", "x"), ("", "99", "x"), ("", "", " "), ("OE1", "", &*"x".repeat(2_001))]
    {
        let (status, _, page) = speak(element, region, text).await;
        assert!(status == 422 && page.contains("govuk-error-summary"), "{element} {region}");
        assert!(text.trim().is_empty() || page.contains(text), "what was typed is not lost");
    }
    assert_eq!(shown(&town).await, opened, "who speaks changes nothing that is shown");
    let public = town.browser().get(&page).await.text;
    assert!(!public.contains("Falta el agua"), "not read yet");
    let follow = town.browser().get(&first).await;
    assert!(follow.status == 200 && follow.text.contains("todavía no lo ha leído"), "{}", follow.text);
    assert_eq!(follow.headers["cache-control"], "no-store");
    for nothing in [format!("{to}/{}", "0".repeat(32)), "/consulta/c999999".to_owned()] {
        assert_eq!(town.browser().get(&nothing).await.status, 404, "{nothing}");
    }
    let elsewhere = town.browser().post("/consulta/c999999/comentario", &[("text", "x")]).await;
    assert_eq!(elsewhere.status, 404);

    // The office reads: one is shown and answered, one withheld for a reason; nobody else's planner may.
    let answers = format!("{case}/consulta");
    assert_eq!(elsa.get(&answers).await.status, 403);
    let shows = [("shown", "yes"), ("taken_up", "yes"), ("answer", "Se agregó una acción.")];
    assert_eq!(elsa.post(&format!("{answers}/1"), &shows).await.status, 403);
    let inbox = ana.get(&answers).await;
    assert!(inbox.text.contains("Falta el agua. &#60;script&#62;") || inbox.text.contains("&lt;script&gt;"));
    let half = [("shown", "yes"), ("taken_up", "yes"), ("answer", "")];
    assert_eq!(ana.post(&format!("{answers}/1"), &half).await.status, 422);
    assert_eq!(ana.post(&format!("{answers}/1"), &shows).await.status, 303);
    let erases = [("shown", "erase"), ("reason", "Acusa a una persona con nombre.")];
    assert_eq!(ana.post(&format!("{answers}/2"), &[("shown", "no"), ("reason", "")]).await.status, 422);
    assert_eq!(ana.post(&format!("{answers}/2"), &erases).await.status, 303);
    assert_eq!(ana.post(&format!("{answers}/9"), &shows).await.status, 404);
    let public = town.browser().get(&page).await.text;
    assert!(public.contains("Falta el agua") && !public.contains("<script>alert"), "{public}");
    assert!(public.contains("Se agregó una acción.") && public.contains("Acusa a una persona con nombre."));
    assert!(!public.contains("Fulano") && !ana.get(&answers).await.text.contains("Fulano"), "erased");
    assert!(town.browser().get(&first).await.text.contains("Respondido"));
    let csv = town.browser().get(&format!("{page}?format=csv&table=comentarios")).await.text;
    assert!(csv.contains("Falta el agua") && csv.lines().count() >= 3, "{csv}");
    assert_eq!(
        ana.upload(&act, &[("act", "report_consultation")], &[REPORT]).await.status,
        422,
        "still open"
    );

    // Thirty days later nobody speaks any more, and nothing goes on while something waits for its answer.
    let Town { desk, .. } = town;
    let town = Town::at(desk, "2026-04-10T15:00:00Z").await;
    let (mut ana, mut anybody) = (again(&town, "Ana").await, town.browser());
    assert!(anybody.get(&page).await.text.contains("Cerrada: la entidad responde"));
    let late = anybody.post(&to, &[("text", "Tarde.")]).await;
    assert!(late.status == 400 && late.text.contains("La consulta está cerrada"), "{}", late.text);
    let waiting = ana.upload(&act, &[("act", "report_consultation")], &[REPORT]).await;
    assert!(
        waiting.status == 422 && waiting.text.contains("Falta responder 1 comentario"),
        "{}",
        waiting.text
    );
    let silent = ana.upload(&act, &[("act", "report_without_answers")], &[REPORT]).await;
    assert!(silent.status == 422 && silent.text.contains("Escriba el motivo"), "{}", silent.text);
    let reason = [("act", "report_without_answers"), ("reason", "Repite otro que ya tiene respuesta.")];
    assert_eq!(ana.upload(&act, &reason, &[REPORT]).await.status, 303);
    let report = town.browser().get(&page).await.text;
    assert!(
        report.contains("Cerrada y respondida") && report.contains("Repite otro que ya tiene respuesta.")
    );
    assert_eq!(ana.post(&format!("{answers}/3"), &shows).await.status, 422, "the case went on");
    // As it was known before, it is still what it was.
    let then = town.browser().get(&format!("{page}?known=2026-03-02")).await;
    assert!(then.status == 200 && !then.text.contains("Repite otro que ya"), "{}", then.text);

    // What was taken up is written into the draft, and the rest of the way is gone by those who may.
    let again = ana.upload(&put, &[], &[("draft", "pedn.xlsx", &workbook(&new))]).await;
    assert_eq!(again.status, 303, "{}", again.text);
    assert_eq!(ana.upload(&act, &[("act", "submit_final")], &[]).await.status, 303);
    let mut board = wide(&town, "Beto").await;
    assert_eq!(board.upload(&act, &[("act", "agree_final")], &[BOARD]).await.status, 303);
    let mut council = wide(&town, "Paz").await;
    let minutes: (&str, &str, &[u8]) = ("document-council_minutes", "acta.pdf", b"%PDF acta");
    assert_eq!(council.upload(&act, &[("act", "agree")], &[minutes]).await.status, 303);
    let decree: (&str, &str, &[u8]) = ("document-decree", "decreto.pdf", b"%PDF decreto");
    let texts = [("act", "decree"), ("resolution", "DS 1-2026-PCM")];
    let held = council.upload(&act, &texts, &[decree]).await;
    assert!(held.status == 422 && held.text.contains("El plan incumple"), "{}", held.text);
    assert!(held.text.contains("política nacional"), "{}", held.text);
    let justified = [texts[0], texts[1], ("reason", "Las políticas se nombran en el reglamento.")];
    let approved = council.upload(&act, &justified, &[decree]).await;
    assert_eq!(approved.status, 303, "{}", approved.text);
    let plan = town.browser().get("/plan/PEDN").await.text;
    assert!(plan.contains("DS 1-2026-PCM"), "{plan}");
    assert!(town.browser().get(&page).await.text.contains("El plan ya está aprobado"));
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert_eq!(entry.actor, "post:e-01-001.council-of-ministers");
    assert!(entry.leaf.contains("Las políticas se nombran") && entry.leaf.contains("planning_versions"));
}

/// Somebody with a second factor who was here before, with the code of the moment.
pub async fn wide(town: &Town, name: &str) -> Browser {
    let mut browser = again(town, name).await;
    let now = town.state.ctx.now.as_second();
    let start: jiff::Timestamp = super::people::NOW.parse().unwrap();
    let code = super::people::code((now - start.as_second()) / 30);
    let confirmed = browser.post("/ingresar/codigo", &[("code", &code)]).await;
    assert_eq!(confirmed.status, 303, "{name}: {}", confirmed.text);
    browser
}

/// A network that sends without end waits; others do not.
#[tokio::test]
async fn who_comments_without_end_waits() {
    let town = Town::over(Desk::bare()).await;
    let mut anybody = town.browser();
    let mut refused = 0;
    for _ in 0..40 {
        let answer = anybody.post("/consulta/c1/comentario", &[("text", "x")]).await;
        refused += usize::from(answer.status == 429);
    }
    assert_eq!(refused, 10, "thirty in a quarter of an hour");
}
