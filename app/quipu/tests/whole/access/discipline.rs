//! Values that go up the hierarchy, come back and are validated: each by who may, and by nobody else.
use office::pages::tell_now;

use super::{browser::Browser, people::Town};

const OWED: &str = "/oficina/entidad/E:01-016/datos";
const ONE: &str = "/oficina/entidad/E:01-016/dato";
const PUBLIC: &str = "/indicador/PEDN/OE5-I1";

/// Puts a value of the national plan in and records it; where the office answered.
async fn record(owner: &mut Browser, value: &str, more: &[(&'static str, &str)]) -> (u16, String) {
    let mut fields =
        vec![("indicator", "PEDN/OE5-I1"), ("territory", "PE"), ("period", "2019"), ("value", value)];
    fields.extend_from_slice(more);
    let kept = owner.upload(ONE, &fields, &[]).await;
    if kept.status != 303 {
        return (kept.status, kept.text);
    }
    let draft = kept.location;
    let done = owner.post(&format!("{draft}/registrar"), &[]).await;
    (done.status, done.text)
}

/// The address of the only value that waits.
async fn waiting(validator: &mut Browser) -> String {
    let page = validator.get("/oficina/revision").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let link =
        page.text.split("href=\"").find(|part| part.starts_with("/oficina/revision/r")).expect("it waits");
    link.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_value_is_accepted_by_who_may_and_by_nobody_else() {
    let town = Town::whole().await;
    let mut ines = town.somebody("Ines", Some("e-01-016.indicator-owner")).await;
    let mut ceci = town.somebody("Ceci", Some("e-01-016.governing-body")).await;
    assert!(ceci.get("/oficina").await.text.contains("href=\"/oficina/revision\""));
    assert!(ceci.get("/oficina/revision").await.text.contains("Ningún dato espera a su puesto."));

    assert_eq!(record(&mut ines, "31,5", &[]).await.0, 303);
    let public = town.browser().get(PUBLIC).await.text;
    assert!(public.contains("31,5") && public.contains("En revisión."), "{public}");
    // Whoever is to accept it is told, once.
    tell_now(&town.app).await.unwrap();
    let told = ceci.get("/oficina/avisos").await.text;
    assert!(told.contains("Datos por aceptar") && told.contains("PEDN/OE5-I1 PE 2019"), "{told}");
    assert_eq!(tell_now(&town.app).await.unwrap().notices, 0);

    let review = waiting(&mut ceci).await;
    let act = format!("{review}/acto");
    let accept = [("act", "accept"), ("reason", ""), ("of", "one")];
    let back = [("act", "return_value"), ("reason", ""), ("of", "one")];
    // Locked for its owner, who neither accepts it.
    let (status, text) = record(&mut ines, "32", &[]).await;
    assert!(status == 422 && text.contains("el dato está en revisión"), "{status} {text}");
    assert_eq!(ines.get(&review).await.status, 200, "who owes it may look");
    assert_eq!(ines.post(&act, &accept).await.status, 403);
    // Nor somebody else's sector, a stranger, or the statistician.
    let mut sara = town.somebody("Sara", Some("e-11-011.sector-coordinator")).await;
    let mut eva = town.somebody("Eva", Some("e-01-002.statistician")).await;
    for other in [&mut sara, &mut eva] {
        assert_eq!(other.post(&act, &accept).await.status, 403);
    }
    assert_eq!(town.browser().post(&act, &accept).await.status, 303, "asked to come in");
    assert!(sara.get("/oficina/revision").await.text.contains("Ningún dato espera"));
    // The same person from the other post is still the same person.
    let account = town.account("Ivan").await;
    town.name_to(&account, "e-01-016.planner").await;

    let refused = ceci.post(&act, &back).await;
    assert!(refused.status == 422 && refused.text.contains("Diga por qué"), "{}", refused.text);
    let odd = ceci.post(&act, &[("act", "resubmit"), ("reason", "x"), ("of", "one")]).await;
    assert_eq!(odd.status, 422, "{}", odd.text);
    let mut back = back;
    back[1].1 = "No es lo que dice el informe.";
    assert_eq!(ceci.post(&act, &back).await.status, 303);
    let public = town.browser().get(PUBLIC).await.text;
    assert!(public.contains("Devuelto, no cuenta") && public.contains("lo que dice el informe"), "{public}");
    let owed = ines.get(OWED).await.text;
    assert!(owed.contains("Devueltos para corregir") && owed.contains("lo que dice el informe"), "{owed}");
    tell_now(&town.app).await.unwrap();
    assert!(ines.get("/oficina/avisos").await.text.contains("Dato devuelto"));

    assert_eq!(record(&mut ines, "30,5", &[]).await.0, 303);
    assert_eq!(waiting(&mut ceci).await, review, "it is the same case");
    assert_eq!(ceci.post(&act, &accept).await.status, 303);
    assert_eq!(ceci.post(&act, &accept).await.status, 422, "once");
    let public = town.browser().get(PUBLIC).await.text;
    assert!(public.contains("30,5") && public.contains("Aceptado."), "{public}");
    let mut read = town.state.ctx.db.read().await.unwrap();
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn there_is_no_value_because() {
    let town = Town::whole().await;
    let mut ines = town.somebody("Ines", Some("e-01-016.indicator-owner")).await;
    let form = ines.get(ONE).await;
    assert!(form.text.contains("La encuesta no se hizo"), "{}", form.text);
    let (status, text) = record(&mut ines, "", &[("no_value", "survey_not_done")]).await;
    assert!(status == 422 && text.contains("diga en una frase por qué no hay dato"), "{text}");
    let why = ("no_value_why", "La encuesta se <b>suspendió</b> en abril.");
    let (status, text) = record(&mut ines, "12", &[("no_value", "survey_not_done"), why]).await;
    assert!(status == 422 && text.contains("escriba un valor o por qué no lo hay"), "{text}");
    let (status, _) = record(&mut ines, "", &[("no_value", "survey_not_done"), why]).await;
    assert_eq!(status, 303);
    let public = town.browser().get(PUBLIC).await.text;
    for part in ["Periodos sin dato, y por qué", "La encuesta no se hizo", "se &lt;b&gt;suspendió"] {
        assert!(public.contains(part), "{part}: {public}");
    }
    let english = town.browser().get(&format!("/en{PUBLIC}")).await.text;
    assert!(english.contains("The survey was not done"), "{english}");
    let api = town.browser().get("/api/v1/no-values").await.text;
    assert!(api.contains("survey_not_done") && api.contains("PEDN/OE5-I1"), "{api}");
    // By the workbook, with an unknown reason, and a number that is none.
    let head = "indicador;territorio;periodo;valor;sin_dato;sin_dato_por\r\n";
    let rows = format!("{head}PEDN/OE5-I1;PE;2018;;porque_no;Porque no.\r\nPEDN/OE5-I1;PE;2017;no hay;;\r\n");
    let refused = ines.upload(OWED, &[], &[("values", "datos.csv", rows.as_bytes())]).await;
    assert_eq!(refused.status, 422);
    for told in ["no es una de las razones: survey_not_done", "no es un número de 28 cifras"] {
        assert!(refused.text.contains(told), "{told}: {}", refused.text);
    }
    let rows = format!("{head}PEDN/OE5-I1;PE;2018;;disaster;Se inundó el archivo.\r\n");
    let kept = ines.upload(OWED, &[], &[("values", "datos.csv", rows.as_bytes())]).await;
    assert_eq!(kept.status, 303, "{}", kept.text);
    assert!(ines.get(&kept.location).await.text.contains("Sin dato (disaster): Se inundó el archivo."));
}

#[tokio::test]
async fn the_statistician_says_of_a_value_whether_it_is_validated() {
    let town = Town::whole().await;
    let mut ines = town.somebody("Ines", Some("e-01-016.indicator-owner")).await;
    let mut eva = town.somebody("Eva", Some("e-01-002.statistician")).await;
    assert_eq!(record(&mut ines, "31,5", &[]).await.0, 303);
    let page = eva.get("/oficina/validacion").await;
    assert!(page.status == 200 && page.text.contains("PEDN/OE5-I1"), "{}", page.text);
    let value = r#"["PEDN/OE5-I1","PE","2019",null,null,"31.5"]"#;
    let say =
        |verdict: &'static str, words: &'static str| [("of", value), ("verdict", verdict), ("words", words)];
    for mut other in [ines, town.somebody("Ceci", Some("e-01-016.governing-body")).await] {
        assert_eq!(other.post("/oficina/validacion", &say("validated", "")).await.status, 403);
        assert_eq!(other.get("/oficina/validacion").await.status, 403);
    }
    let refused = eva.post("/oficina/validacion", &say("not_validated", "")).await;
    assert!(refused.status == 422 && refused.text.contains("Escriba las observaciones"), "{}", refused.text);
    for odd in ["", "nada", "[]", r#"["PEDN/OE5-I1","PE","1800",null,null,"31.5"]"#] {
        let fields = [("of", odd), ("verdict", "validated"), ("words", "")];
        assert_eq!(eva.post("/oficina/validacion", &fields).await.status, 422, "{odd}");
    }
    assert_eq!(
        eva.post("/oficina/validacion", &say("with_observations", "Muestra pequeña.")).await.status,
        303
    );
    let public = town.browser().get(PUBLIC).await.text;
    assert!(public.contains("con observaciones: «Muestra pequeña.»"), "{public}");
    let of_series = eva.get("/oficina/validacion?series=PEDN/OE5-I1").await.text;
    assert!(of_series.contains("Validado con observaciones"), "{of_series}");
}

#[tokio::test]
async fn owners_that_are_vacant_are_told_to_everybody() {
    let town = Town::whole().await;
    let path = "/puntualidad/responsables?year=2021";
    let vacant = |text: &str| text.matches("Puesto vacante").count();
    let before = town.browser().get(path).await;
    assert_eq!(before.status, 200, "{}", before.text);
    assert!(vacant(&before.text) > 0, "{}", before.text);
    let csv = town.browser().get("/api/v1/punctuality?year=2021&format=csv").await.text;
    assert!(
        csv.starts_with("entity,year,month,due,on_time,late,missing,under_review,not_due,on_time_percent"),
        "{csv}"
    );
    assert!(csv.lines().count() > 1, "{csv}");
}
