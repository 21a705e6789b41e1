//! Checklists: who looks at indicators answers the six criteria, a body the sixteen elements of its own system; and those who may not.
use super::{
    browser::{Answer, Browser},
    evaluations::{are_whole, expect},
    people::Town,
};

const OFFICE: &str = "/oficina/valoraciones";
const SMART: &str = "/oficina/valoracion/smart/PEDN%2FOE5-I1";
const ITEMS: [&str; 6] = ["simple", "specific", "measurable", "appropriate", "realistic", "time_bound"];

/// Every item answered alike.
async fn answer(who: &mut Browser, path: &str, items: &[&str], answer: &str, reason: &str) -> Answer {
    let names: Vec<(String, String)> =
        items.iter().map(|item| (format!("answer-{item}"), format!("reason-{item}"))).collect();
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (of_answer, of_reason) in &names {
        fields.extend([(of_answer.as_str(), answer), (of_reason.as_str(), reason)]);
    }
    who.post(path, &fields).await
}

#[tokio::test]
async fn an_indicator_is_looked_at_by_six_criteria_and_again() {
    let town = Town::whole().await;
    let mut eva = town.somebody("Eva", Some("e-01-002.statistician")).await;
    let mut citizen = town.browser();
    expect(&citizen.get("/valoraciones").await, 200, "Nadie ha respondido esta lista");
    expect(&eva.get(OFFICE).await, 200, "criterios SMART");
    let named = |code: &'static str| [("checklist", "smart"), ("subject", code)];
    for odd in ["PEDN/NADA", "PEDN", "E:11-011", "<b>", ""] {
        expect(&eva.post(OFFICE, &named(odd)).await, 422, "Escriba el código de un indicador");
    }
    let begun = eva.post(OFFICE, &named(" PEDN@actualizado/OE5-I1 ")).await;
    assert_eq!((begun.status, begun.location.as_str()), (303, SMART), "of the plan, whatever its version");
    expect(&eva.get(SMART).await, 200, "¿Cuantifica el cambio que se busca?");
    expect(
        &answer(&mut eva, SMART, &ITEMS[..5], "yes", "").await,
        422,
        "Falta responder una pregunta (time_bound)",
    );
    expect(
        &answer(&mut eva, SMART, &ITEMS, "no", " ").await,
        422,
        "diga en 600 letras a lo más qué falta (simple)",
    );
    expect(&answer(&mut eva, SMART, &ITEMS, "yes", &"x".repeat(601)).await, 422, "600 letras a lo más");
    let refused = answer(&mut eva, SMART, &ITEMS[..5], "partly", "No dice <b>dónde</b>").await;
    expect(&refused, 422, "No dice &#60;b&#62;dónde");
    assert!(
        citizen.get("/valoracion/smart/PEDN%2FOE5-I1").await.status == 404,
        "nothing half answered is kept"
    );
    let sent = answer(&mut eva, SMART, &ITEMS, "partly", "No dice <b>dónde</b>").await;
    assert_eq!((sent.status, sent.location.as_str()), (303, "/valoracion/smart/PEDN%2FOE5-I1"));
    expect(&citizen.get(&sent.location).await, 200, "No dice &lt;b&gt;dónde");
    expect(
        &citizen.get(&format!("/en{}", sent.location)).await,
        200,
        "Does it quantify the change that is sought?",
    );
    // A later answer stands; the earlier one stays known.
    let before = journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap();
    assert_eq!(answer(&mut eva, SMART, &ITEMS, "yes", "").await.status, 303);
    let page = citizen.get(&sent.location).await.text;
    assert!(!page.contains("No dice") && page.contains("e-01-002.statistician"), "{page}");
    let csv = citizen.get("/api/v1/appraisals?format=csv").await.text;
    assert_eq!(csv.matches("smart:PEDN/OE5-I1").count(), ITEMS.len(), "{csv}");
    let mut read = town.state.ctx.db.read().await.unwrap();
    let then = evaluations::queries::appraisal(&mut read, base::Known(before), "smart", "PEDN/OE5-I1").await;
    assert_eq!(then.unwrap().unwrap().count(evaluations::domain::appraisal::Answer::Partly), ITEMS.len());
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    drop(read);
    are_whole(&mut eva, &[OFFICE, SMART]).await;
    are_whole(&mut citizen, &["/valoraciones", &sent.location]).await;
}

#[tokio::test]
async fn a_body_answers_for_itself_and_nobody_for_another() {
    let town = Town::whole().await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut eva = town.somebody("Eva", Some("e-01-002.statistician")).await;
    let mut hugo = town.somebody("Hugo", Some("e-11-011.budget-officer")).await;
    let own = "/oficina/valoracion/evaluation_system/E:11-011";
    let page = ana.get(own).await;
    expect(&page, 200, "¿Hay coherencia y coordinación entre quienes evalúan?");
    let items: Vec<String> = page
        .text
        .split("name=\"answer-")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(items.len(), 16);
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let other = own.replace("E:11-011", "E:10-010");
    expect(&answer(&mut ana, &other, &items, "yes", "").await, 422, "solo sobre sí misma");
    assert_eq!(ana.get(SMART).await.status, 404, "criteria of indicators are for others");
    assert_eq!(answer(&mut eva, own, &items, "yes", "").await.status, 404);
    for (path, status) in [(OFFICE, 403), (own, 403)] {
        assert_eq!(hugo.get(path).await.status, status);
        assert_eq!(answer(&mut hugo, path, &items, "yes", "").await.status, status);
        assert_eq!(town.browser().get(path).await.status, 303, "asked to come in");
    }
    assert_eq!(answer(&mut ana, own, &items, "yes", "Resolución 12-2026").await.status, 303);
    let mut citizen = town.browser();
    expect(&citizen.get("/valoracion/evaluation_system/E:11-011").await, 200, "Resolución 12-2026");
    for path in
        ["/valoracion/nada/E:11-011", "/valoracion/smart/E:11-011", "/valoracion/evaluation_system/E:99"]
    {
        assert_eq!(citizen.get(path).await.status, 404, "{path}");
    }
}
