//! A session of a review body from its agenda to the end of what it decided; and those who try to leave something red undecided.
use base::Known;
use reviews::queries::ReviewView;

use crate::desk::Desk;

use super::{
    browser::{Answer, Browser},
    evaluations::{are_whole, expect},
    people::Town,
    tokens::{Program, made},
};

const SECRETARIAT: &str = "e-01-001.delivery-unit";
const PRESENT: &str = "e-01-001.approver; e-01-016.governing-body";

/// The sample, in which the updated plan of the country was told values for 2021 that miss their targets by far, and eight days later.
async fn town() -> Town {
    let desk = Desk::own();
    let row = |indicator: &str, value: &str| format!("{indicator},2021,PE,{value},Prueba\n");
    let rows = [
        "indicator,period,territory,value,source\n".to_owned(),
        row("PEDN/OE5-I1", "40"),
        row("PEDN/OE6-I1", "30"),
    ]
    .concat();
    let of_a_version = rows.replace("PEDN/", "PEDN@actualizado/");
    let file = desk.file("version.csv", of_a_version);
    desk.refuses(1, &format!("import observations {}", file.display()), "without a version");
    let file = desk.file("valores.csv", rows);
    let ran = desk.run(&format!("import observations {}", file.display()));
    assert_eq!(ran.code, 0, "{}", ran.all());
    Town::at(desk, "2026-03-09T15:00:00Z").await
}

fn bare(location: &str) -> String {
    location.split('?').next().unwrap_or_default().to_owned()
}

async fn view(town: &Town, path: &str) -> ReviewView {
    let code = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut read = town.state.ctx.db.read().await.unwrap();
    reviews::queries::review(&mut read, Known::NOW, &code).await.unwrap().unwrap()
}

/// Numbers of the red matters.
fn reds(view: &ReviewView) -> Vec<i64> {
    view.items.iter().filter(|item| item.must_be_decided()).map(|item| item.number).collect()
}

async fn convened(who: &mut Browser, body: &str, held_on: &str) -> String {
    let answer = who.post("/oficina/revisiones", &[("body", body), ("held_on", held_on)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    bare(&answer.location)
}

async fn decide(who: &mut Browser, path: &str, item: i64, more: &[(&str, &str)]) -> Answer {
    let item = item.to_string();
    let usual = [
        ("item", item.as_str()),
        ("kind", "hold"),
        ("text", "La serie se publica en mayo: se vuelve a mirar entonces"),
        ("owner_role", "planner"),
        ("owner_entity", "E:01-016"),
        ("due_on", "2026-06-30"),
    ];
    let mut fields: Vec<(&str, &str)> =
        usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    fields.extend(more);
    who.post(&format!("{path}/decision"), &fields).await
}

async fn minutes(who: &mut Browser, path: &str, present: &str) -> Answer {
    let fields = [("present", present), ("minutes", "Se revisaron los objetivos nacionales.")];
    who.post(&format!("{path}/acta"), &fields).await
}

#[tokio::test]
async fn nothing_red_leaves_a_review_without_a_decision() {
    let town = town().await;
    let mut unit = town.somebody("Dora", Some(SECRETARIAT)).await;
    let mut chair = town.somebody("Pía", Some("e-01-001.approver")).await;
    let mut vice = town.somebody("Max", Some("e-09-009.approver")).await;
    let mut citizen = town.browser();
    let early = unit.post("/oficina/revisiones", &[("body", "CPCM"), ("held_on", "2026-03-08")]).await;
    expect(&early, 422, "para hoy o un día");
    let none = unit.post("/oficina/revisiones", &[("body", "RS:99"), ("held_on", "2026-03-09")]).await;
    expect(&none, 422, "No hay órgano de revisión RS:99");
    let path = convened(&mut unit, "CPCM", "2026-03-09").await;
    let twice = unit.post("/oficina/revisiones", &[("body", "CPCM"), ("held_on", "2026-03-16")]).await;
    expect(&twice, 422, "sigue abierta");
    let shown = path.replace("/oficina/revisiones", "/revision");
    let found = view(&town, &path).await;
    let reds = reds(&found);
    assert!(!reds.is_empty(), "the plan of the country has red indicators: {found:?}");
    let order = |item: &reviews::domain::Item| (item.is_sample, item.class, std::cmp::Reverse(item.size));
    assert!(found.items.is_sorted_by_key(order));

    // Signed too soon, by the wrong people, without minutes, without whoever presides, with something red.
    let sign = format!("{path}/firma");
    assert_eq!(unit.post(&sign, &[]).await.status, 403, "the secretariat does not sign");
    expect(&chair.post(&sign, &[]).await, 422, "Escriba el acta");
    expect(&minutes(&mut unit, &path, "e-11-011.planner").await, 422, "no tiene asiento");
    assert_eq!(minutes(&mut unit, &path, "e-01-016.governing-body").await.status, 303);
    expect(&chair.post(&sign, &[]).await, 422, "quien preside");
    assert_eq!(minutes(&mut unit, &path, PRESENT).await.status, 303);
    expect(&chair.post(&sign, &[]).await, 422, "nada rojo sale de la sesión");
    assert!(!citizen.get(&shown).await.text.contains("Se revisaron los objetivos"), "not signed, not public");

    let first = reds[0];
    for (more, words) in [
        (vec![("text", " ")], "Escriba lo que se decidió"),
        (vec![("due_on", "2026-03-09")], "vence después"),
        (vec![("due_on", "2026-12-31")], "en 183 días a lo más"),
        (vec![("kind", "corrective"), ("owner_entity", "E:99-999")], "tiene un puesto"),
        (vec![("kind", "corrective"), ("evidence", "e999")], "No existe e999"),
        (vec![("kind", "change_of_target")], "Un cambio de meta nombra"),
        (vec![("period", "2026")], "No hay indicador"),
        (vec![("item", "999")], "No hay asunto 999"),
    ] {
        expect(&decide(&mut unit, &path, first, &more).await, 422, words);
    }
    for number in &reds {
        assert_eq!(decide(&mut unit, &path, *number, &[]).await.status, 303);
    }
    // One is taken back: the session is not done.
    let office = unit.get(&path).await.text;
    let mut options = office.split("<option value=\"d").skip(1).filter_map(|rest| rest.split('"').next());
    let drafted = options.find(|code| code.bytes().all(|byte| byte.is_ascii_digit())).unwrap().to_owned();
    let dropped = unit.post(&format!("{path}/decision/quitar"), &[("code", &format!("d{drafted}"))]).await;
    assert_eq!(dropped.status, 303, "{}", dropped.text);
    expect(&vice.post(&sign, &[]).await, 422, "nada rojo sale de la sesión");
    let taken: i64 = reds
        .iter()
        .copied()
        .find(|number| office.contains(&format!("d{drafted}, asunto {number}<")))
        .unwrap();
    assert_eq!(decide(&mut unit, &path, taken, &[]).await.status, 303);
    assert!(!citizen.get(&shown).await.text.contains("se vuelve a mirar entonces"));
    are_whole(&mut unit, &["/oficina/revisiones", &path]).await;
    assert_eq!(vice.post(&sign, &[]).await.status, 303, "the vice-chair signs where the chair does not");
    expect(&chair.post(&sign, &[]).await, 422, "ya se firmó");
    expect(&decide(&mut unit, &path, first, &[]).await, 422, "ya se firmó");
    let after = view(&town, &path).await;
    assert_eq!(after.decisions.len(), reds.len());
    expect(&citizen.get(&shown).await, 200, "se vuelve a mirar entonces");
    // The alert is answered by the decision.
    let item = after.items.iter().find(|item| item.number == first).unwrap();
    let alert = citizen.get(&format!("/alerta/{}", item.subject.as_str())).await;
    expect(&alert, 200, "Explicada el");
    let decision = format!("/decision/{}", after.decisions[0].code);
    let paths = ["/revisiones", &shown, "/decisiones", &decision, "/organos-de-revision"];
    are_whole(&mut citizen, &paths).await;
    are_whole(&mut citizen, &["/organo-de-revision/CPCM", "/organo-de-revision/RS:11"]).await;
    let csv = citizen.get("/api/v1/review-decisions?format=csv").await.text;
    assert!(csv.contains("se vuelve a mirar entonces"), "{csv}");
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn a_decision_is_followed_until_the_plan_carries_the_new_target() {
    let town = town().await;
    let mut unit = town.somebody("Dora", Some(SECRETARIAT)).await;
    let mut chair = town.somebody("Pía", Some("e-01-001.approver")).await;
    let mut owner = town.somebody("Ceci", Some("e-01-016.planner")).await;
    let mut citizen = town.browser();
    let path = convened(&mut unit, "CPCM", "2026-03-09").await;
    let found = view(&town, &path).await;
    for number in reds(&found) {
        assert_eq!(decide(&mut unit, &path, number, &[]).await.status, 303);
    }
    let result = found.items.iter().find(|item| item.must_be_decided()).unwrap();
    let (indicator, place) = (result.indicator.clone().unwrap(), result.territory.clone().unwrap());
    let change = [
        ("kind", "change_of_target"),
        ("text", "La meta se rebaja: la serie cambió de método"),
        ("indicator", indicator.as_str()),
        ("territory", place.as_str()),
        ("period", "2021"),
        ("target", "1,5"),
    ];
    let sent = decide(&mut unit, &path, result.number, &change).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    assert_eq!(minutes(&mut unit, &path, PRESENT).await.status, 303);
    assert_eq!(chair.post(&format!("{path}/firma"), &[]).await.status, 303);
    let signed = view(&town, &path).await;
    let changed = signed.decisions.iter().find(|one| one.change.is_some()).unwrap();
    let old = changed.change.as_ref().unwrap().old;
    assert!(old.is_some() && old != Some("1.5".parse().unwrap()), "the target of the plan stays beside it");
    let (public, office) =
        (format!("/decision/{}", changed.code), format!("/oficina/decisiones/{}", changed.code));
    expect(&citizen.get(&public).await, 200, "todavía no la recoge");
    expect(&owner.get("/oficina/revisiones").await, 200, &office);
    for path in ["/oficina", "/oficina/puesto/e-01-016.planner/entrega"] {
        expect(&owner.get(path).await, 200, &format!(r#"href="{public}""#));
    }
    // The owner reports, the secretariat closes: neither does what the other does.
    let step = |step: &'static str| [("step", step), ("step_text", "El plan se modificó")];
    expect(&unit.post(&office, &step("report")).await, 422, "Informa el puesto responsable");
    expect(&owner.post(&office, &step("close")).await, 422, "secretaría técnica");
    expect(&unit.post(&office, &step("close")).await, 422, "no corresponde ahora");
    expect(&owner.post(&office, &[("step", "report"), ("step_text", " ")]).await, 422, "Escriba lo hecho");
    assert_eq!(owner.post(&office, &step("report")).await.status, 303);
    expect(&unit.post(&office, &step("close")).await, 422, "todavía no recoge la meta nueva");
    assert_eq!(unit.post(&office, &step("reopen")).await.status, 303);
    // Another decision is only words: it closes.
    let other = signed.decisions.iter().find(|one| one.change.is_none()).unwrap();
    let other = format!("/oficina/decisiones/{}", other.code);
    assert_eq!(owner.post(&other, &step("report")).await.status, 303);
    assert_eq!(unit.post(&other, &step("close")).await.status, 303);
    expect(&owner.post(&other, &step("report")).await, 422, "no corresponde ahora");
    expect(&citizen.get("/decisiones?course=closed").await, 200, "Cumplida");
    let (closed, landing) =
        (other.replace("/oficina/decisiones", "/decision"), owner.get("/oficina").await.text);
    assert!(landing.contains(&public) && !landing.contains(&closed), "what is done waits for nobody");
    are_whole(&mut owner, &["/oficina/revisiones", &office]).await;
    are_whole(&mut citizen, &["/decisiones", &public]).await;
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn nobody_else_convenes_writes_or_signs() {
    let town = town().await;
    let mut unit = town.somebody("Dora", Some(SECRETARIAT)).await;
    let mut sector = town.somebody("Sara", Some("e-11-011.sector-coordinator")).await;
    let fields = [("body", "CPCM"), ("held_on", "2026-03-09")];
    expect(&sector.post("/oficina/revisiones", &fields).await, 422, "la secretaría técnica");
    let path = convened(&mut sector, "RS:11", "2026-03-16").await;
    // The delivery unit sees it, for its reach is the country, and has no seat in its secretariat.
    assert_eq!(unit.get(&path).await.status, 200);
    expect(&minutes(&mut unit, &path, "e-11-011.approver").await, 422, "la secretaría técnica");
    expect(
        &unit.post(&format!("{path}/cancelacion"), &[("reason", "x")]).await,
        422,
        "la secretaría técnica",
    );
    for (name, post, sees) in [
        ("Ana", "e-11-011.planner", 200),
        ("Elsa", "e-10-010.planner", 403),
        ("Cora", "e-19-019.comptroller", 403),
        ("Adán", "e-01-001.system-administrator", 403),
    ] {
        let mut who = town.somebody(name, Some(post)).await;
        assert_eq!(who.get("/oficina/revisiones").await.status, 200, "{post}");
        assert_eq!(who.get(&path).await.status, sees, "{post}");
        for act in ["agenda", "decision", "decision/quitar", "acta", "cancelacion", "firma"] {
            assert_eq!(who.post(&format!("{path}/{act}"), &[]).await.status, 403, "{post} {act}");
        }
        assert_eq!(who.post("/oficina/revisiones", &fields).await.status, 403, "{post}");
    }
    // The head of another ministry presides elsewhere; that of this one not before the day.
    let mut other = town.somebody("Max", Some("e-09-009.approver")).await;
    expect(&other.post(&format!("{path}/firma"), &[]).await, 422, "Firma quien preside");
    assert_eq!(minutes(&mut sector, &path, "e-11-011.approver").await.status, 303);
    let mut head = town.somebody("Titu", Some("e-11-011.approver")).await;
    expect(&head.post(&format!("{path}/firma"), &[]).await, 422, "el día de la sesión o después");
    let token = made(&mut head, "e-11-011.approver", "read write").await;
    let refused = Program::new(&town, &token).post(&format!("{path}/firma"), &[]).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    expect(&sector.post(&format!("{path}/cancelacion"), &[("reason", " ")]).await, 422, "Escriba la razón");
    let reason = [("reason", "No hubo quórum")];
    assert_eq!(sector.post(&format!("{path}/cancelacion"), &reason).await.status, 303);
    expect(&sector.post(&format!("{path}/agenda"), &[]).await, 422, "ya se firmó o se canceló");
    let shown = path.replace("/oficina/revisiones", "/revision");
    expect(&town.browser().get(&shown).await, 200, "No hubo quórum");
    for path in ["/revision/j0", "/decision/d0", "/organo-de-revision/XX", "/oficina/revisiones/j0"] {
        assert_eq!(unit.get(path).await.status, 404, "{path}");
    }
}
