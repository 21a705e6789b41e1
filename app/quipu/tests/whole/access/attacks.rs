//! Those who try to get around the doors. `docs/security.md` names these tests.
use axum::http::Method;

use super::{
    browser::form,
    people::{PASSWORD, Town, email},
};
use crate::desk::Desk;

#[tokio::test]
async fn csrf_a_form_of_another_site_does_nothing() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-01-001.administrator")).await;
    let body =
        || Some(form(&[("post", "e-01-001.planner"), ("name", "X"), ("email", "x@y.pe"), ("norm", "n")]));
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", "http://other.quipu.test")],
        [("accept", "*/*"), ("origin", "null")],
        [("accept", "*/*"), ("origin", "http://quipu.test.evil.example")],
    ] {
        for path in
            ["/oficina/entidad/E:01-001/nombrar", "/salir", "/ingresar", "/cuenta/segundo-factor/quitar"]
        {
            let sent = ana.send(Method::POST, path, body(), &headers).await;
            assert_eq!(sent.status, 403, "{path} {headers:?}");
        }
    }
    assert_eq!(ana.get("/oficina").await.status, 200, "nobody logged her out");
    for path in ["/salir", "/oficina/entidad/E:01-001/nombrar", "/cuenta/segundo-factor/quitar"] {
        assert_eq!(ana.get(path).await.status, 405, "nothing is done by a link: {path}");
    }
    let cookie = |headers: &axum::http::HeaderMap| headers["set-cookie"].to_str().unwrap().to_owned();
    let entered = town.browser().post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    assert!(cookie(&entered.headers).contains("HttpOnly; SameSite=Lax"), "{}", cookie(&entered.headers));
}

#[tokio::test]
async fn fixation_what_a_browser_held_before_opens_nothing_after() {
    let town = Town::over(Desk::bare()).await;
    town.account("Ana").await;
    let mut ana = town.browser();
    ana.cookies.insert("quipu_session".to_owned(), "chosen-by-somebody-else".to_owned());
    ana.post("/ingresar", &[("email", &email("Ana")), ("password", PASSWORD)]).await;
    let given = ana.cookies["quipu_session"].clone();
    assert_ne!(given, "chosen-by-somebody-else");
    let mut evil = town.browser();
    evil.cookies.insert("quipu_session".to_owned(), "chosen-by-somebody-else".to_owned());
    assert_eq!(evil.get("/oficina").await.status, 303);
    // What the database holds opens nothing either.
    evil.cookies.insert("quipu_session".to_owned(), accounts::domain::digest_of(&given));
    assert_eq!(evil.get("/oficina").await.status, 303);
    ana.post("/salir", &[]).await;
    evil.cookies.insert("quipu_session".to_owned(), given);
    assert_eq!(evil.get("/oficina").await.status, 303, "a session that was ended stays ended");
}

#[tokio::test]
async fn redirect_a_login_leads_to_no_other_site() {
    let town = Town::over(Desk::bare()).await;
    town.account("Ana").await;
    for next in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%0d%0aX: y",
        "\t//evil",
    ] {
        let mut ana = town.browser();
        let fields = [("next", next), ("email", "ana@pcm.gob.pe"), ("password", PASSWORD)];
        let entered = ana.post("/ingresar", &fields).await;
        assert_eq!(entered.status, 303);
        let is_own = entered.location.starts_with('/') && !entered.location.starts_with("//");
        assert!(is_own && !entered.location.contains('\\'), "{next:?} led to {:?}", entered.location);
        assert_eq!(entered.headers.get("x"), None);
    }
}

#[tokio::test]
async fn enumeration_nobody_learns_who_has_an_account() {
    let town = Town::over(Desk::bare()).await;
    town.account("Ana").await;
    let plain = |text: &str, email: &str| text.replace(email, "@");
    let wrong = [("ana@pcm.gob.pe", "no es su contraseña"), ("nadie@pcm.gob.pe", "no es su contraseña")];
    let mut answers = Vec::new();
    for (email, password) in wrong {
        let refused = town.browser().post("/ingresar", &[("email", email), ("password", password)]).await;
        answers.push((refused.status, plain(&refused.text, email)));
    }
    assert_eq!(answers[0], answers[1], "a login");
    let mut answers = Vec::new();
    for email in ["ana@pcm.gob.pe", "nadie@pcm.gob.pe"] {
        let asked = town.browser().post("/clave", &[("email", email)]).await;
        answers.push((asked.status, plain(&asked.text, email)));
    }
    assert_eq!(answers[0], answers[1], "a new password");
    let mut answers = Vec::new();
    for path in ["/oficina/entidad/E:01-001/personas", "/oficina/entidad/E:99-999/personas"] {
        answers.push(town.browser().get(path).await.status);
    }
    assert_eq!(answers, [303, 303], "what there is in an office");
    // Whoever is refused costs the same work: the password is hashed whether or not there is an account.
    let time = async |email: &str| {
        let began = std::time::Instant::now();
        town.browser().post("/ingresar", &[("email", email), ("password", "no es su contraseña")]).await;
        began.elapsed()
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..4 {
        known.push(time("ana@pcm.gob.pe").await);
        unknown.push(time("nadie@pcm.gob.pe").await);
    }
    known.sort();
    unknown.sort();
    assert!(unknown[0] * 3 > known[0], "no account: {unknown:?}, an account: {known:?}");
}

#[tokio::test]
async fn brute_force_waits_and_does_not_lock_the_owner_out() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", Some("e-01-001.planner")).await;
    ana.post("/salir", &[]).await;
    let log_in = |password| [("email", "ana@pcm.gob.pe"), ("password", password)];
    let mut tried = 0;
    for n in 0..30 {
        let mut evil = town.browser().at(&format!("192.0.2.{n}"));
        let refused = evil.post("/ingresar", &log_in("nudo papaya ventisca")).await;
        match refused.status {
            422 => tried += 1,
            429 => assert!(refused.headers.contains_key("retry-after") && refused.text.contains("Espere")),
            other => panic!("{other}"),
        }
    }
    assert_eq!(tried, 10, "guesses that were looked at");
    let mut right = town.browser().at("192.0.2.99");
    assert_eq!(
        right.post("/ingresar", &log_in(PASSWORD)).await.status,
        429,
        "a stranger with the password waits too"
    );
    assert_eq!(ana.post("/ingresar", &log_in(PASSWORD)).await.status, 303, "her own browser does not");
    accounts::actions::record_failures(&town.ctx(), &town.accounts).await.unwrap();
    let account = ana.get("/cuenta").await.text;
    assert!(account.contains("Intentos fallidos") && account.contains("192.0.2.3"), "{account}");
    // Who floods the way to a new password voids none that was sent.
    for _ in 0..10 {
        town.browser().post("/clave", &[("email", "ana@pcm.gob.pe")]).await;
    }
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let letters = mail::due(&mut town.state.ctx.db.read().await.unwrap(), town.ctx().now, 100).await.unwrap();
    assert_eq!(letters.len(), 3, "letters, however often one asks");
}

#[tokio::test]
async fn idor_a_code_in_an_address_opens_nothing_of_another() {
    let town = Town::over(Desk::bare()).await;
    let mut rosa = town.somebody("Rosa", Some("e-01-001.administrator")).await;
    let other = town.account("Ben").await;
    town.name_to(&other, "e-11-011.planner").await;
    for path in [
        "/oficina/entidad/E:11-011/personas",
        "/oficina/puesto/e-11-011.planner/entrega",
        "/en/oficina/entidad/E:11-011/personas",
    ] {
        assert_eq!(rosa.get(path).await.status, 403, "{path}");
    }
    for path in [
        "/oficina/entidad/E:99-999/personas",
        "/oficina/puesto/e-99-999.planner/entrega",
        "/oficina/entidad/%00/personas",
    ] {
        assert_eq!(rosa.get(path).await.status, 404, "{path}");
    }
    // Her own body in the address, a post of another in the form.
    let fields = [
        ("post", "e-11-011.administrator"),
        ("name", "Rosa"),
        ("email", "rosa@pcm.gob.pe"),
        ("kind", "acting"),
        ("from", "2026-03-02"),
        ("norm", "RM 1"),
    ];
    assert_eq!(rosa.post("/oficina/entidad/E:01-001/nombrar", &fields).await.status, 404);
    let end =
        [("post", "e-11-011.planner"), ("account", other.as_str()), ("on", "2026-03-02"), ("norm", "x")];
    assert_eq!(rosa.post("/oficina/entidad/E:01-001/cesar", &end).await.status, 404);
    // A post of her own body that reaches beyond it: nobody widens their own reach.
    let wide =
        [("post", "e-01-001.system-administrator"), fields[1], fields[2], fields[3], fields[4], fields[5]];
    assert_eq!(rosa.post("/oficina/entidad/E:01-001/nombrar", &wide).await.status, 403);
    // A post chosen by a cookie is held, or is not acted through.
    rosa.cookies.insert("quipu_post".to_owned(), "e-01-001.system-administrator".to_owned());
    assert_eq!(rosa.get("/oficina/entidad/E:11-011/personas").await.status, 403);
    assert_eq!(rosa.post("/oficina/puesto", &[("post", "e-01-001.system-administrator")]).await.status, 404);
}

#[tokio::test]
async fn headers_forbid_scripts_frames_and_guessing() {
    let town = Town::over(Desk::bare()).await;
    let mut ana = town.somebody("Ana", None).await;
    for path in ["/", "/ingresar", "/oficina", "/cuenta", "/clave", "/nada", "/api/v1/plans"] {
        let answer = ana.get(path).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{path}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers["referrer-policy"], "same-origin", "{path}");
    }
}

#[tokio::test]
async fn a_past_holder_keeps_nothing() {
    let town = Town::over(Desk::bare()).await;
    let mut admin = town.somebody("Rosa", Some("e-01-001.administrator")).await;
    let account = town.account("Ana").await;
    town.name_to(&account, "e-01-001.approver").await;
    let mut ana = town.browser();
    ana.post("/ingresar", &[("email", "ana@pcm.gob.pe"), ("password", PASSWORD)]).await;
    assert_eq!(ana.get("/oficina/entidad/E:01-001/personas").await.status, 200);
    let end = [
        ("post", "e-01-001.approver"),
        ("account", account.as_str()),
        ("on", "2026-03-02"),
        ("norm", "RM 2"),
    ];
    let ended = admin.post("/oficina/entidad/E:01-001/cesar", &end).await;
    assert_eq!(ended.status, 303, "{}", ended.text);
    assert_eq!(ana.get("/oficina/entidad/E:01-001/personas").await.status, 403, "from the next request on");
    assert!(ana.get("/oficina").await.text.contains("Hoy no tiene ningún puesto"));
}
