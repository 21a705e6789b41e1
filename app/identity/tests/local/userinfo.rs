//! What the ID token does not tell.
use identity::{ClaimNames, IdentityError, Provider, Settings};
use serde_json::{Value, json};

use crate::{
    desk::{ACCESS_TOKEN, Answer, Desk},
    token::Key,
};

/// Bare of everything but who it is.
fn bare(claims: &Value) -> String {
    let names = ["iss", "aud", "sub", "iat", "exp", "nonce"];
    let kept: Value = names.iter().map(|name| ((*name).to_owned(), claims[name].clone())).collect();
    Key::new(1).signs(&kept)
}

fn full(desk: &Desk) -> Settings {
    let claims = ClaimNames {
        subject: "dni".into(),
        roles: Some("access.roles".into()),
        entity: Some("entity".into()),
        ..ClaimNames::default()
    };
    let roles = Some([("planificador".to_owned(), "planner".to_owned())].into());
    Settings { claims, roles, ..desk.settings() }
}

#[test]
fn userinfo_tells_the_rest() {
    let desk = Desk::open();
    let provider = Provider::discover(&full(&desk)).unwrap();
    desk.says("/me", Answer::json(&json!({
        "sub": "ana", "dni": "00000001", "name": "Ana", "email": "ana@example.pe", "email_verified": "true",
        "access": { "roles": ["planificador", "root"] }, "entity": "010",
    })));
    let ana = desk.signs_in(&provider, |claims| bare(&claims)).unwrap();
    assert_eq!(ana.subject, "00000001");
    assert_eq!((ana.name.as_deref(), ana.email.as_deref()), (Some("Ana"), Some("ana@example.pe")));
    assert_eq!((ana.roles, ana.entity.as_deref()), (vec!["planner".to_owned()], Some("010")));
    let request = desk.last_asked().to_lowercase();
    assert!(request.starts_with("get /me ") && request.contains(&format!("bearer {ACCESS_TOKEN}")));
}

#[test]
fn userinfo_of_somebody_else_or_of_no_use_is_refused() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let check = |answer: Answer, expect: IdentityError| {
        desk.says("/me", answer);
        assert_eq!(desk.signs_in(&provider, |claims| bare(&claims)), Err(expect));
    };
    let told = |words: &str| IdentityError::UserInfo(words.into());
    check(Answer::json(&json!({ "sub": "beto", "email": "beto@example.pe" })), IdentityError::OtherSubject);
    check(
        Answer::json(&json!({ "email": "beto@example.pe" })),
        told("it is no JSON object of claims with their sub"),
    );
    check(Answer::json(&json!(["ana"])), told("it is no JSON object of claims with their sub"));
    check(Answer::new(401, "Content-Type: application/json\r\n", "{}"), told("status 401"));
    check(Answer::new(200, "Content-Type: text/html\r\n", "<p>"), told("status 200"));
    let address = format!("{}/me", desk.url);
    check(
        Answer::new(200, "Content-Type: application/json\r\n", " ".repeat((1 << 20) + 1)),
        IdentityError::Oversized(address.clone()),
    );
    check(
        Answer::new(302, &format!("Location: {}/else\r\n", desk.url), ""),
        IdentityError::Redirected(address.clone()),
    );
    check(Answer::new(500, "", "oh"), IdentityError::Unreachable { address, reason: "status 500".into() });
    assert_eq!(desk.asked("/else"), 0);
}

#[test]
fn without_userinfo_the_id_token_has_to_do() {
    let desk = Desk::open();
    desk.describes(&json!({ "userinfo_endpoint": null }));
    let plain = desk.discovered();
    let ana = desk.signs_in(&plain, |claims| bare(&claims)).unwrap();
    assert_eq!((ana.subject.as_str(), ana.name, ana.email), ("ana", None, None));
    let full = Provider::discover(&full(&desk)).unwrap();
    let nobody = desk.signs_in(&full, |claims| bare(&claims));
    assert_eq!(nobody, Err(IdentityError::NoSubject("dni".into())));
}

#[test]
fn an_access_token_that_fits_no_header_is_refused() {
    let desk = Desk::open();
    let provider = desk.discovered();
    for token in ["a\nb", "a b", "ñ", "\u{0}"] {
        let begun = provider.begin(&[7; identity::CHANCE_BYTES], crate::desk::now());
        let id_token = bare(&desk.claims(&begun));
        let tokens = json!({ "access_token": token, "token_type": "Bearer", "id_token": id_token });
        desk.says("/token", Answer::json(&tokens));
        let made = provider.finish(&begun.pending, "code", begun.pending.state(), crate::desk::now());
        assert_eq!(
            made,
            Err(IdentityError::TokenAnswer("its access_token has signs that none may have".into())),
            "{token:?}"
        );
    }
}
