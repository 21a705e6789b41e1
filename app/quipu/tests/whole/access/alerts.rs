//! Alerts: everybody sees them, who answers for them answers, nobody else does; and what was answered stands while it is about the
//! same.
use alerts::{
    actions::record_alerts,
    queries::{Asked, Scope, alerts},
};
use base::Known;
use serde_json::Value;

use super::{entry::first_owed, people::Town};
use crate::desk::Desk;

/// Every alert, in the order of the program.
async fn all(town: &Town) -> Vec<(String, String, Option<String>)> {
    let mut read = town.state.ctx.db.read().await.unwrap();
    let known = Known(journal::last_shown(&mut read).await.unwrap());
    let asked = asked(known);
    let found =
        alerts(&mut read, &town.state.ctx.files, town.state.columnar(), asked, &Scope::All).await.unwrap();
    found
        .views
        .iter()
        .map(|view| {
            let entity = view.alert.entity.as_ref().map(ToString::to_string);
            (view.alert.code().to_string(), view.alert.leads().unwrap().to_string(), entity)
        })
        .collect()
}

fn asked(known: Known) -> Asked {
    let on = "2026-03-02".parse().unwrap();
    Asked { known, on, known_on: on, offset: jiff::tz::Offset::constant(-5) }
}

/// The first of the ministry.
async fn of_ministry(town: &Town) -> String {
    let all = all(town).await;
    let own = all.iter().find(|(_, _, entity)| entity.as_deref() == Some("E:11-011"));
    own.unwrap_or_else(|| panic!("{all:?}")).0.clone()
}

fn signature(page: &str) -> String {
    let after = page.split("name=\"signature\" value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_alert_is_answered_by_who_answers_for_it_and_by_nobody_else() {
    let town = Town::over(Desk::own()).await;
    let code = of_ministry(&town).await;
    let (public, office) = (format!("/alerta/{code}"), format!("/oficina/alerta/{code}"));
    let mut anybody = town.browser();
    let list = anybody.get("/alertas?entity=E:11-011").await;
    assert!(list.status == 200 && list.text.contains(&public), "{}", list.text);
    let page = anybody.get(&public).await;
    assert!(
        page.text.contains("Sin respuesta") && page.text.contains("Todavía nadie ha respondido"),
        "{}",
        page.text
    );
    assert_eq!(anybody.get(&format!("/en{public}")).await.status, 200);
    assert_eq!(anybody.get(&office).await.status, 303, "to the door");
    let mut other = town.somebody("Elsa", Some("e-09-009.planner")).await;
    assert_eq!(other.get(&office).await.status, 403);
    assert_eq!(other.post(&office, &[("what", "closed"), ("text", "x")]).await.status, 403);
    let mut comptroller = town.somebody("Ceci", Some("e-19-019.comptroller")).await;
    assert_eq!(comptroller.get(&office).await.status, 403, "reads everything, answers nothing");

    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut iris = town.somebody("Iris", Some("e-11-011.indicator-owner")).await;
    let waiting = [ana.get("/oficina/alertas").await.text, iris.get("/oficina/alertas").await.text].concat();
    assert!(waiting.contains(&public), "it waits for one of them");
    let form = ana.get(&office).await.text;
    let about = signature(&form);
    for (fields, words) in [
        (vec![("what", "")], "Elija qué hace"),
        (vec![("what", "explained"), ("text", " ")], "Escriba por qué"),
        (vec![("what", "closed"), ("text", "")], "Escriba por qué"),
        (vec![("what", "acknowledged"), ("signature", "other")], "La alerta cambió"),
    ] {
        let refused = ana.post(&office, &fields).await;
        assert!(refused.status == 422 && refused.text.contains(words), "{fields:?}: {}", refused.text);
    }
    let long = "x".repeat(4_001);
    assert_eq!(ana.post(&office, &[("what", "explained"), ("text", &long)]).await.status, 422);
    let seen = ana.post(&office, &[("what", "acknowledged"), ("text", ""), ("signature", &about)]).await;
    assert_eq!(
        (seen.status, seen.location.as_str()),
        (303, &*format!("{public}?hecho=respuesta")),
        "{}",
        seen.text
    );
    assert!(anybody.get(&public).await.text.contains("Recibida el"));
    let why = "El <b>dato</b> llegó tarde: la encuesta se publicó en mayo.";
    assert_eq!(
        ana.post(&office, &[("what", "explained"), ("text", why), ("signature", &about)]).await.status,
        303
    );
    let told = anybody.get(&public).await.text;
    assert!(told.contains("Explicada el") && told.contains("la encuesta se publicó en mayo"), "{told}");
    assert!(!told.contains("<b>dato</b>") && told.contains("e-11-011.planner"), "{told}");
    assert!(!told.contains("Ana"), "a post answers, not a person");
    let closed = [("what", "closed"), ("text", "Nada más que hacer."), ("signature", &about)];
    assert_eq!(ana.post(&office, &closed).await.status, 303);
    let again = ana.post(&office, &closed).await;
    assert!(again.status == 422 && again.text.contains("ya está cerrada"), "{}", again.text);
    assert!(
        !anybody.get("/alertas?entity=E:11-011").await.text.contains(&public),
        "closed ones are asked for"
    );
    assert!(anybody.get("/alertas?entity=E:11-011&standing=closed").await.text.contains(&public));
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
    let last = journal::last_shown(&mut read).await.unwrap();
    let entry = journal::entry(&mut read, last).await.unwrap().unwrap();
    assert_eq!(
        (entry.command.as_str(), entry.actor.as_str()),
        ("alerts.answer_alert", "post:e-11-011.planner")
    );
}

#[tokio::test]
async fn an_obstacle_that_somebody_tells_of_is_an_alert_until_it_is_closed() {
    let town = Town::over(Desk::own()).await;
    let mut ana = town.somebody("Ana", Some("e-11-011.planner")).await;
    let mut elsa = town.somebody("Elsa", Some("e-09-009.planner")).await;
    let path = "/oficina/entidad/E:11-011/alerta";
    assert_eq!(elsa.get(path).await.status, 403);
    let form = ana.get(path).await.text;
    let mut element = form.split("value=\"").map(|part| part.split('"').next().unwrap());
    let element = element.find(|value| value.starts_with("MUESTRA-PEI-11-011@")).unwrap().to_owned();
    for (fields, words) in [
        ([("element", ""), ("trigger", "obstacle"), ("text", "x")], "Ningún plan tiene el elemento"),
        ([("element", "PEDN/OE99"), ("trigger", "obstacle"), ("text", "x")], "Ningún plan tiene el elemento"),
        ([("element", "PEDN/OE2"), ("trigger", "obstacle"), ("text", "x")], "plan de otra entidad"),
        ([("element", &*element), ("trigger", "data_quality"), ("text", "x")], "un obstáculo o un efecto"),
        ([("element", &*element), ("trigger", "nonsense"), ("text", "x")], "un obstáculo o un efecto"),
        ([("element", &*element), ("trigger", "obstacle"), ("text", " ")], "Escriba por qué"),
    ] {
        let refused = ana.post(path, &fields).await;
        assert!(refused.status == 422 && refused.text.contains(words), "{fields:?}: {}", refused.text);
    }
    let fields =
        [("element", &*element), ("trigger", "obstacle"), ("text", "No hay cadena de frío en el distrito.")];
    let told = ana.post(path, &fields).await;
    assert_eq!(told.status, 303, "{}", told.text);
    let public = told.location.split('?').next().unwrap().to_owned();
    let page = town.browser().get(&public).await.text;
    assert!(page.contains("No hay cadena de frío") && page.contains("Obstáculo"), "{page}");
    let csv = town.browser().get("/alertas?trigger=obstacle&format=csv").await.text;
    assert!(csv.contains("No hay cadena de frío"), "{csv}");
    let atom = town.browser().get("/alertas.atom?trigger=obstacle").await;
    assert!(atom.status == 200 && atom.text.contains("No hay cadena de frío"), "{}", atom.text);
    let office = public.replace("/alerta/", "/oficina/alerta/");
    let closed = [("what", "closed"), ("text", "Llegó el equipo.")];
    assert_eq!(ana.post(&office, &closed).await.status, 303);
    assert!(!town.browser().get("/alertas?trigger=obstacle").await.text.contains(&public));
}

#[tokio::test]
async fn what_is_raised_is_written_down_once_and_decides_nothing() {
    let town = Town::over(Desk::own()).await;
    let before = all(&town).await;
    assert!(before.len() > 5, "{before:?}");
    let record = async || {
        let known = Known(journal::last_shown(&mut town.state.ctx.db.read().await.unwrap()).await.unwrap());
        record_alerts(&town.ctx(), town.state.columnar(), asked(known)).await.unwrap()
    };
    let first = record().await;
    assert_eq!((first.raised, first.changed, first.cleared), (before.len(), 0, 0));
    assert!(record().await.is_nothing(), "nothing changed, nothing is written");
    assert_eq!(all(&town).await, before, "the list is the same");
    let answer = town.browser().get("/api/v1/alerts?limit=1000").await;
    let rows: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(rows["data"].as_array().unwrap().len(), before.len());

    // A value that is owed comes in: its alert is gone, in the list at once and in the record the next time.
    let mut iris = town.somebody("Iris", Some("e-11-011.indicator-owner")).await;
    let (indicator, period, territory) = first_owed(&mut iris).await;
    let is_about = |(_, cause, _): &&(String, String, Option<String>)| cause == "data_quality";
    let missing = before.iter().filter(is_about).count();
    let fields = [
        ("indicator", &*indicator),
        ("territory", &*territory),
        ("period", &*period),
        ("value", "1"),
        ("source", "Registro"),
    ];
    let kept = iris.upload("/oficina/entidad/E:11-011/dato", &fields, &[]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    let draft = kept.location.split('?').next().unwrap().to_owned();
    let recorded = iris.post(&format!("{draft}/registrar"), &[]).await;
    assert_eq!(recorded.status, 303, "{}", recorded.text);
    let after = all(&town).await;
    assert!(after.iter().filter(is_about).count() < missing, "nothing is owed there any more");
    let second = record().await;
    assert!(second.cleared > 0, "{second:?}");
    let gone: Vec<&str> = before
        .iter()
        .map(|one| one.0.as_str())
        .filter(|code| after.iter().all(|one| one.0 != *code))
        .collect();
    let page = town.browser().get(&format!("/alerta/{}", gone[0])).await;
    assert!(page.status == 200 && page.text.contains("Hoy nada levanta esta alerta"), "{}", page.text);
    assert_eq!(town.browser().get("/alerta/al0123456789abcdef").await.status, 404);
    let then = town.browser().get(&format!("/alerta/{}?known=2026-03-01", gone[0])).await;
    assert_eq!(then.status, 404, "before it was recorded there was nothing");
}
