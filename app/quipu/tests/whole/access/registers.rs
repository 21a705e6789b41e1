//! What is recommended to a body and what became of it; audits that fall on it at once.
use super::{evaluations::are_whole, people::Town};

const RECOMMENDED: [(&str, &str); 7] = [
    ("source", "comptroller"),
    ("nature", "corrective"),
    ("entity", "E:11-011"),
    ("text", "Conciliar el padrón con el registro civil"),
    ("document", "Informe 045-2026-CG"),
    ("made_on", "2026-02-02"),
    ("due_on", "2026-03-01"),
];
const AUDIT: [(&str, &str); 6] = [
    ("auditor", "Contraloría General de la República"),
    ("entity", "E:11-011"),
    ("matter", "procurement"),
    ("title", "Compras de medicinas 2025"),
    ("from", "2026-04-01"),
    ("to", "2026-05-31"),
];
const REGISTER: &str = "/oficina/recomendaciones";
const AUDITS: &str = "/oficina/auditorias";

#[tokio::test]
async fn a_recommendation_is_answered_by_the_body_and_closed_by_who_made_it() {
    let town = Town::whole().await;
    let mut comptroller = town.somebody("Cora", Some("e-19-019.comptroller")).await;
    let mut ombudsman = town.somebody("Dora", Some("e-20-020.ombudsman")).await;
    let mut planner = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut other = town.somebody("Elsa", Some("e-09-009.planner")).await;
    let mut citizen = town.browser();
    // Nobody speaks in the name of another, and a body recommends nothing.
    let forged = ombudsman.post(REGISTER, &RECOMMENDED).await;
    assert!(forged.status == 422 && forged.text.contains("no registra en nombre"), "{}", forged.text);
    assert_eq!(planner.post(REGISTER, &RECOMMENDED).await.status, 403);
    let made = comptroller.post(REGISTER, &RECOMMENDED).await;
    assert_eq!(made.status, 303, "{}", made.text);
    let path = made.location.split('?').next().unwrap().to_owned();
    let public = path.replace("/oficina/recomendaciones", "/recomendacion");
    let (answer, follow) = (format!("{path}/respuesta"), format!("{path}/seguimiento"));
    let page = citizen.get(&public).await;
    assert!(page.status == 200 && page.text.contains("Sin respuesta; vencida"), "{}", page.text);
    assert!(citizen.get("/en/recomendaciones").await.text.contains("Unanswered; overdue"));
    // Whose step is whose.
    let said = |step: &'static str| [("step", step), ("text", "Se hizo")];
    assert_eq!(other.get(&path).await.status, 403);
    assert_eq!(other.post(&answer, &said("accept")).await.status, 403);
    assert_eq!(comptroller.post(&answer, &said("accept")).await.status, 403);
    assert_eq!(planner.post(&answer, &said("report")).await.status, 422, "not accepted yet");
    assert_eq!(planner.post(&answer, &said("accept")).await.status, 303);
    assert_eq!(planner.post(&answer, &[("step", "report"), ("text", "")]).await.status, 422);
    assert_eq!(planner.post(&answer, &said("report")).await.status, 303);
    // The body does not close it, neither by its door nor by the other; nor does another that recommends.
    assert_eq!(planner.post(&follow, &said("close")).await.status, 403);
    assert_eq!(planner.post(&answer, &said("close")).await.status, 422);
    assert_eq!(comptroller.post(&follow, &said("accept")).await.status, 422);
    let closed = ombudsman.post(&follow, &said("close")).await;
    assert!(closed.status == 422 && closed.text.contains("Solo quien la registró"), "{}", closed.text);
    assert_eq!(comptroller.post(&follow, &said("close")).await.status, 303);
    let page = citizen.get(&public).await.text;
    assert!(page.contains("Cerrada") && !page.contains("vencida") && !page.contains('⟦'), "{page}");
    assert_eq!(citizen.get("/recomendacion/r0").await.status, 404);
    are_whole(&mut citizen, &["/recomendaciones", &public]).await;
    are_whole(&mut comptroller, &[REGISTER, &path]).await;
    are_whole(&mut planner, &[REGISTER, &path]).await;
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn audits_that_fall_on_a_body_at_once_say_why() {
    let town = Town::whole().await;
    let mut comptroller = town.somebody("Cora", Some("e-19-019.comptroller")).await;
    let mut planner = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut citizen = town.browser();
    assert_eq!(planner.post(AUDITS, &AUDIT).await.status, 403);
    assert_eq!(comptroller.post(AUDITS, &AUDIT).await.status, 303);
    let mut second = AUDIT.to_vec();
    second[4] = ("from", "2026-05-31");
    second[5] = ("to", "2026-06-30");
    let refused = comptroller.post(AUDITS, &second).await;
    assert!(refused.status == 422 && refused.text.contains("caen en esos días: u"), "{}", refused.text);
    second.push(("overlap_reason", "Trata otro ejercicio"));
    assert_eq!(comptroller.post(AUDITS, &second).await.status, 303);
    for (path, words) in [("/auditorias", "Trata otro ejercicio"), ("/en/auditorias", "Audits that overlap")]
    {
        let page = citizen.get(path).await;
        assert!(page.status == 200 && page.text.contains(words), "{path}: {}", page.text);
        assert!(!page.text.contains('⟦'), "{path}");
    }
    are_whole(&mut citizen, &["/auditorias"]).await;
    let csv = citizen.get("/auditorias?format=csv&table=superposiciones").await.text;
    assert!(csv.contains("2026-05-31,2026-05-31"), "{csv}");
}
