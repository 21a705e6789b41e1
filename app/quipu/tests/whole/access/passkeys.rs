//! Logins by the keys of a device, and those who try to come in by one that is not theirs.
use accounts::Site;
use serde_json::Value;

use super::{
    authenticator::{Device, ORIGIN},
    browser::{Answer, Browser},
    people::{PASSWORD, Town, email},
};
use crate::desk::Desk;

/// A site that browsers let have keys.
async fn town() -> Town {
    let site = Site { origin: ORIGIN.to_owned(), is_behind_proxy: true };
    let accounts = quipu::commands::serve::accounts(site).unwrap();
    Town::entered_by(Desk::bare(), super::people::NOW, accounts).await
}

/// The value of a hidden field.
fn kept(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let at = page.text.find(&start).unwrap_or_else(|| panic!("no {name}: {}", page.text)) + start.len();
    let value: String = page.text[at..].chars().take_while(|c| *c != '"').collect();
    value.replace("&#34;", "\"").replace("&#38;", "&").replace("&quot;", "\"").replace("&amp;", "&")
}

fn options(page: &Answer) -> Value {
    serde_json::from_str(&kept(page, "options")).unwrap()
}

async fn registered(browser: &mut Browser, device: &mut Device, name: &str) -> Answer {
    let page = browser.get("/cuenta/llaves").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let answer = device.makes(&options(&page));
    let begun = kept(&page, "begun");
    browser.post("/cuenta/llaves", &[("name", name), ("begun", &begun), ("answer", &answer)]).await
}

async fn enters(browser: &mut Browser, device: &mut Device) -> Answer {
    let page = browser.get("/ingresar/llave?next=/oficina").await;
    let answer = device.shows(&options(&page));
    browser.post("/ingresar/llave", &[("next", "/oficina"), ("answer", &answer)]).await
}

fn is_refused(answer: &Answer, words: &str) {
    assert_eq!(answer.status, 422, "{words}: {}", answer.text);
    assert!(answer.text.contains(words), "{words}: {}", answer.text);
}

const UNPROVED: &str = "no confirmó que es usted";

#[tokio::test]
async fn a_passkey_lets_in_by_itself_and_counts_as_two_factors() {
    let town = town().await;
    let ana = town.account("Ana").await;
    town.name_to(&ana, "e-01-016.governing-body").await;
    let mut browser = town.browser();
    let entered = browser.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert_eq!(entered.location, "/oficina");
    assert_eq!(browser.get("/oficina/planes").await.status, 403, "one factor");
    let mut other = town.browser();
    other.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;

    let mut device = Device::new(1);
    let first = registered(&mut browser, &mut device, "Laptop de la oficina").await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert!(first.text.contains("Anote estos códigos"), "codes for when the device is lost: {}", first.text);
    assert_eq!(other.get("/oficina").await.status, 303, "other sessions showed one factor alone");
    let listed = browser.get("/cuenta/llaves").await;
    assert!(listed.text.contains("Laptop de la oficina"), "{}", listed.text);

    let mut fresh = town.browser();
    let entered = enters(&mut fresh, &mut device).await;
    assert_eq!((entered.status, entered.location.as_str()), (303, "/oficina"), "{}", entered.text);
    assert_eq!(fresh.get("/oficina/planes").await.status, 200, "two factors");
    assert!(fresh.get("/cuenta").await.text.contains("Llave de acceso"));

    // A password asks for it too, or for one of the codes.
    let mut half = town.browser();
    let asked = half.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert!(asked.location.starts_with("/ingresar/codigo"), "{}", asked.location);
    assert!(half.get("/ingresar/codigo").await.text.contains("/ingresar/llave"));
    let held = half.cookies.get("__Host-quipu_half").cloned().unwrap();
    assert_eq!(enters(&mut half, &mut device).await.status, 303);
    assert!(!half.cookies.contains_key("__Host-quipu_half"));
    half.cookies.insert("__Host-quipu_half".to_owned(), held);
    let again = half.post("/ingresar/codigo", &[("code", "bcdfg")]).await;
    assert_eq!(again.location, "/ingresar", "the half is over");

    // A device that is there already is not asked for another, and one that several share counts nothing.
    let page = browser.get("/cuenta/llaves").await;
    let there = options(&page)["publicKey"]["excludeCredentials"].as_array().unwrap().len();
    assert_eq!(there, 1);
    let mut shared = Device::new(2);
    shared.count = 0;
    let second = registered(&mut browser, &mut shared, "Teléfono").await;
    assert_eq!(second.location, "/cuenta/llaves?hecho=llave", "no other codes: {}", second.text);
    for _ in 0..2 {
        assert_eq!(enters(&mut town.browser(), &mut shared).await.status, 303);
    }
}

#[tokio::test]
async fn a_key_of_another_site_question_or_person_opens_nothing() {
    let town = town().await;
    let mut ana = town.somebody("Ana", None).await;
    let mut ben = town.somebody("Ben", None).await;
    let (mut hers, mut his) = (Device::new(1), Device::new(2));
    assert_eq!(registered(&mut ana, &mut hers, "a").await.status, 200);
    assert_eq!(registered(&mut ben, &mut his, "b").await.status, 200);
    let wrong = |change: &dyn Fn(&mut Device)| {
        let mut device = hers.clone();
        device.count = 50;
        change(&mut device);
        device
    };
    for (device, words) in [
        (wrong(&|d| "https://quipu.test.evil.example".clone_into(&mut d.origin)), UNPROVED),
        (wrong(&|d| "https://evil.quipu.test".clone_into(&mut d.origin)), UNPROVED),
        (wrong(&|d| "http://quipu.test".clone_into(&mut d.origin)), UNPROVED),
        (wrong(&|d| "https://quipu.test:8443".clone_into(&mut d.origin)), UNPROVED),
        (wrong(&|d| "evil.example".clone_into(&mut d.site)), UNPROVED),
        (wrong(&|d| d.verifies = false), UNPROVED),
        // Another's account named by one's own key, and another's key named by one's own device.
        (wrong(&|d| d.handle.clone_from(&his.handle)), UNPROVED),
        (Device::new(3).with_id_of(&hers), UNPROVED),
        (Device::new(4), "Ninguna cuenta"),
    ] {
        let mut evil = town.browser();
        let mut device = device;
        is_refused(&enters(&mut evil, &mut device).await, words);
        assert_eq!(evil.get("/oficina").await.status, 303);
    }
    assert_eq!(enters(&mut town.browser(), &mut hers).await.status, 303, "and hers still opens");

    // An answer to what another browser was asked, to what was answered before, and to nothing.
    let (mut one, mut two) = (town.browser(), town.browser());
    let (asked_one, asked_two) = (one.get("/ingresar/llave").await, two.get("/ingresar/llave").await);
    let answer = hers.shows(&options(&asked_one));
    is_refused(&two.post("/ingresar/llave", &[("answer", &answer)]).await, UNPROVED);
    let answer_two = hers.shows(&options(&asked_two));
    is_refused(
        &town.browser().post("/ingresar/llave", &[("answer", &answer_two)]).await,
        "venció o ya se usó",
    );
    let held = one.cookies.clone();
    assert_eq!(one.post("/ingresar/llave", &[("answer", &answer)]).await.status, 303);
    let mut replayed = town.browser();
    replayed.cookies = held;
    is_refused(&replayed.post("/ingresar/llave", &[("answer", &answer)]).await, "venció o ya se usó");
    for nothing in ["", "{}", "null", "[1]", "{\"id\":\"a\"}", "\u{1F600}"] {
        let mut evil = town.browser();
        evil.get("/ingresar/llave").await;
        is_refused(&evil.post("/ingresar/llave", &[("answer", nothing)]).await, UNPROVED);
    }
    accounts::actions::record_failures(&town.ctx(), &town.accounts).await.unwrap();
    assert!(ana.get("/cuenta").await.text.contains("Intentos fallidos"), "their owner is told");
}

#[tokio::test]
async fn a_copied_key_is_found_by_its_count_and_told() {
    let town = town().await;
    let mut ana = town.somebody("Ana", None).await;
    let mut device = Device::new(1);
    registered(&mut ana, &mut device, "a").await;
    let mut copy = device.clone();
    for _ in 0..3 {
        assert_eq!(enters(&mut town.browser(), &mut device).await.status, 303);
    }
    for count in [0, 1, copy.count, 4] {
        copy.count = count;
        is_refused(&enters(&mut town.browser(), &mut copy).await, "alguien la haya copiado");
    }
    assert_eq!(enters(&mut town.browser(), &mut device).await.status, 303);
    accounts::actions::record_failures(&town.ctx(), &town.accounts).await.unwrap();
    assert!(ana.get("/cuenta").await.text.contains("Intentos fallidos"));
}

#[tokio::test]
async fn a_key_is_taken_in_the_session_that_began_and_no_other() {
    let town = town().await;
    let mut ana = town.somebody("Ana", None).await;
    let mut ben = town.somebody("Ben", None).await;
    let mut device = Device::new(1);
    let hers = ana.get("/cuenta/llaves").await;
    let answer = device.makes(&options(&hers));
    let begun = kept(&hers, "begun");
    let fields = [("name", "x"), ("begun", begun.as_str()), ("answer", answer.as_str())];
    // Who sends Ben's browser what Ana began would put her key to his account, if the site did not ban it already.
    is_refused(&ben.post("/cuenta/llaves", &fields).await, "venció o ya se usó");
    let mut other = town.browser();
    other.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    is_refused(&other.post("/cuenta/llaves", &fields).await, "venció o ya se usó");
    let cross = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
    let sent = ana
        .send(axum::http::Method::POST, "/cuenta/llaves", Some(super::browser::form(&fields)), &cross)
        .await;
    assert_eq!(sent.status, 403);
    let unnamed = ana.post("/cuenta/llaves", &[("name", " "), fields[1], fields[2]]).await;
    is_refused(&unnamed, "cómo llama a la llave");
    assert_eq!(ana.post("/cuenta/llaves", &fields).await.status, 200, "what did not fit spent nothing");
    is_refused(&ana.post("/cuenta/llaves", &fields).await, "venció o ya se usó");
    // The id of a key that is somebody's already, on another device: it takes nothing from them.
    let mut evil = Device::new(2).with_id_of(&device);
    let page = ben.get("/cuenta/llaves").await;
    let answer = evil.makes(&options(&page));
    let begun = kept(&page, "begun");
    let taken = ben.post("/cuenta/llaves", &[("name", "x"), ("begun", &begun), ("answer", &answer)]).await;
    assert_eq!(taken.status, 422, "{}", taken.text);
    let changes: [&dyn Fn(&mut Device); 3] =
        [&|d| d.verifies = false, &|d| "https://evil.example".clone_into(&mut d.origin), &|d| {
            "evil.example".clone_into(&mut d.site);
        }];
    for change in changes {
        let mut device = Device::new(5);
        change(&mut device);
        is_refused(&registered(&mut ben, &mut device, "x").await, UNPROVED);
    }
    assert_eq!(enters(&mut town.browser(), &mut device).await.status, 303);
}

#[tokio::test]
async fn the_last_factor_of_a_wide_post_is_not_dropped_silently() {
    let town = town().await;
    let account = town.account("Ana").await;
    let mut ana = town.browser();
    ana.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    let (mut first, mut second) = (Device::new(1), Device::new(2));
    registered(&mut ana, &mut first, "a").await;
    registered(&mut ana, &mut second, "b").await;
    town.name_to(&account, "e-01-016.governing-body").await;
    let page = ana.get("/cuenta/llaves").await;
    let keys: Vec<String> = page
        .text
        .split("name=\"llave\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(keys.len(), 2);
    let mut ben = town.somebody("Ben", None).await;
    ben.post("/cuenta/llaves/quitar", &[("llave", &keys[0]), ("confirmed", "1")]).await;
    assert_eq!(
        ana.get("/cuenta/llaves").await.text.matches("name=\"llave\"").count(),
        2,
        "nobody drops another's"
    );
    assert_eq!(ana.post("/cuenta/llaves/quitar", &[("llave", &keys[0])]).await.status, 303);
    let last = ana.post("/cuenta/llaves/quitar", &[("llave", &keys[1])]).await;
    is_refused(&last, "último segundo factor");
    assert_eq!(ana.get("/cuenta/llaves").await.text.matches("name=\"llave\"").count(), 1);
    let meant = ana.post("/cuenta/llaves/quitar", &[("llave", &keys[1]), ("confirmed", "1")]).await;
    assert_eq!(meant.status, 303, "{}", meant.text);
    let mut dropped = town.browser();
    for device in [&mut first, &mut second] {
        is_refused(&enters(&mut dropped, device).await, "Ninguna cuenta");
    }
    let alone = dropped.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert_eq!(alone.location, "/oficina", "no factor is asked for that nobody has");
    // The same of the application with codes.
    town.second_factor(&account).await;
    let mut again = town.browser();
    again.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    again.post("/ingresar/codigo", &[("code", &super::people::code(1))]).await;
    is_refused(&again.post("/cuenta/segundo-factor/quitar", &[]).await, "último segundo factor");
    assert_eq!(again.post("/cuenta/segundo-factor/quitar", &[("confirmed", "1")]).await.status, 303);
}

#[tokio::test]
async fn a_script_runs_on_the_pages_that_need_it_and_nowhere_else() {
    let town = town().await;
    let mut ana = town.somebody("Ana", None).await;
    let mut nobody = town.browser();
    for (is_known, path, script) in [
        (false, "/ingresar/llave", "passkeys"),
        (true, "/en/ingresar/llave", "passkeys"),
        (true, "/cuenta/llaves", "passkeys"),
        (true, "/cuenta", "drafts"),
        (true, "/oficina", "drafts"),
        (true, "/en/planes", "drafts"),
        (false, "/ingresar", ""),
        (false, "/planes", ""),
        (false, "/", ""),
    ] {
        let page = if is_known { ana.get(path).await } else { nobody.get(path).await };
        let runs = !script.is_empty();
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert_eq!(policy.contains("script-src 'self'"), runs, "{path}: {policy}");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{path}");
        assert_eq!(
            page.text.matches("<script").count(),
            page.text.matches(&format!("<script src=\"/assets/{script}-")).count(),
            "{path}"
        );
        assert_eq!(page.text.contains("<script"), runs, "{path}");
        // Their owner's name in the browser's memory is opaque.
        assert_eq!(page.text.contains("data-account="), script == "drafts", "{path}");
    }
    let other = town.browser().get("/ingresar/llave").await.text;
    assert!(other.contains("Ingresar con contraseña"), "another way without a script: {other}");
    let none = Town::over(Desk::bare()).await;
    assert_eq!(none.browser().get("/ingresar/llave").await.status, 404, "no keys without encryption");
    assert!(!none.browser().get("/ingresar").await.text.contains("/ingresar/llave"));
}
