//! A provider that describes itself badly, answers badly, or not at all.
use std::time::{Duration, Instant};

use identity::{IdentityError, Provider, Settings};
use serde_json::{Value, json};

use crate::{
    desk::{Answer, Desk, SECRET},
    token::Key,
};

const DESCRIPTION: &str = "/.well-known/openid-configuration";
const JSON: &str = "Content-Type: application/json\r\n";

#[test]
fn a_description_is_judged() {
    let desk = Desk::open();
    let check = |changes: Value, expect: &str| {
        desk.describes(&changes);
        let told = Provider::discover(&desk.settings()).err().map(|error| error.to_string());
        assert!(told.as_ref().is_some_and(|told| told.contains(expect)), "{changes}: {told:?}");
    };
    check(json!({ "issuer": "https://id.example.pe" }), "unexpected issuer");
    check(json!({ "issuer": format!("{}/", desk.url) }), "unexpected issuer");
    check(json!({ "issuer": null }), "missing field `issuer`");
    check(json!({ "token_endpoint": null }), "no token endpoint");
    check(json!({ "jwks_uri": null }), "missing field `jwks_uri`");
    check(json!({ "jwks_uri": "http://id.example.pe/jwks" }), "http://id.example.pe/jwks is not https");
    check(json!({ "jwks_uri": "file:///etc/passwd" }), "cannot be used");
    check(json!({ "jwks_uri": "ftp://id.example.pe/jwks" }), "is not https");
    check(json!({ "authorization_endpoint": "http://id.example.pe/auth" }), "is not https");
    check(json!({ "authorization_endpoint": "javascript:alert(1)" }), "is not https");
    check(json!({ "end_session_endpoint": "http://id.example.pe/end" }), "is not https");
}

#[test]
fn a_token_endpoint_that_others_can_read_is_not_told_the_secret() {
    let desk = Desk::open();
    desk.describes(&json!({ "token_endpoint": "http://id.example.pe/token" }));
    let made = desk.signs_in(&desk.discovered(), |claims| Key::new(1).signs(&claims));
    assert_eq!(made, Err(IdentityError::Insecure("http://id.example.pe/token".into())));
}

#[test]
fn what_is_no_provider_is_said() {
    let desk = Desk::open();
    let address = format!("{}{DESCRIPTION}", desk.url);
    let check = |path: &str, answer: Answer, expect: &str| {
        desk.says(path, answer);
        let told = Provider::discover(&desk.settings()).err().map(|error| error.to_string());
        assert!(told.as_ref().is_some_and(|told| told.contains(expect)), "{expect}: {told:?}");
    };
    check(DESCRIPTION, Answer::new(404, "", "none"), "status code 404");
    check(DESCRIPTION, Answer::new(200, "Content-Type: text/html\r\n", "<p>"), "Content-Type");
    check(DESCRIPTION, Answer::new(200, JSON, "{"), "EOF while parsing");
    check(DESCRIPTION, Answer::new(502, "", ""), &format!("{address} does not answer (status 502)"));
    let huge = Answer::new(200, JSON, vec![b' '; (1 << 20) + 1]);
    check(DESCRIPTION, huge, &format!("{address} answers with more than 1048576 bytes"));
    let elsewhere = Answer::new(301, &format!("Location: {}/else\r\n", desk.url), "");
    check(DESCRIPTION, elsewhere, "sends elsewhere");
    assert_eq!(desk.asked("/else"), 0);
    desk.describes(&json!({}));
    check("/jwks", Answer::new(200, JSON, "[]"), "keys cannot be used");
    check("/jwks", Answer::new(200, JSON, vec![b' '; 2 << 20]), "more than 1048576 bytes");
}

#[test]
fn what_is_not_there_is_said() {
    let gone = Settings { issuer: "http://127.0.0.1:1".into(), ..Desk::open().settings() };
    let told = Provider::discover(&gone).err();
    assert!(matches!(told, Some(IdentityError::Unreachable { .. })), "{told:?}");
    let plain = Settings { allow_http: false, ..gone };
    assert_eq!(Provider::discover(&plain).err(), plain.check().err());
}

#[test]
fn who_answers_a_byte_a_second_is_not_waited_for() {
    let desk = Desk::open();
    desk.says(DESCRIPTION, Answer { drips: true, ..Answer::new(200, JSON, " ".repeat(40)) });
    let began = Instant::now();
    let told = Provider::discover(&desk.settings()).err();
    assert!(matches!(told, Some(IdentityError::Unreachable { .. })), "{told:?}");
    assert!(began.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_refused_code_says_what_to_do() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let check = |answer: Answer, expect: IdentityError| {
        let begun = provider.begin(&[7; identity::CHANCE_BYTES], crate::desk::now());
        desk.says("/token", answer);
        let made = provider.finish(&begun.pending, "code", begun.pending.state(), crate::desk::now());
        assert_eq!(made, Err(expect));
    };
    let refused = |status, error: &str| {
        Answer::new(status, JSON, json!({ "error": error, "error_description": "eyJ" }).to_string())
    };
    let unread = |words: &str| IdentityError::TokenAnswer(words.into());
    check(refused(400, "invalid_grant"), IdentityError::Code);
    check(refused(401, "invalid_client"), IdentityError::Client);
    check(refused(400, "invalid_target"), IdentityError::TokenRefused("invalid_target".into()));
    check(Answer::new(200, JSON, "{\"access_token\":\"eyJ"), unread("it is no JSON object"));
    check(
        Answer::new(400, JSON, "{\"id_token\":\"eyJ\"}"),
        unread("no access_token, token_type or error in it"),
    );
    check(
        Answer::json(&json!({ "access_token": "a", "token_type": "Bearer", "id_token": "eyJ" })),
        unread("its id_token is none"),
    );
    check(Answer::json(&json!({ "access_token": "a", "token_type": "Bearer" })), IdentityError::NoIdToken);
    let address = format!("{}/token", desk.url);
    check(Answer::new(200, JSON, vec![b' '; 2 << 20]), IdentityError::Oversized(address.clone()));
    check(
        Answer::new(307, &format!("Location: {}/else\r\n", desk.url), ""),
        IdentityError::Redirected(address),
    );
    assert_eq!(desk.asked("/else"), 0);
}

#[test]
fn the_secret_goes_where_the_provider_wants_it() {
    let desk = Desk::open();
    let check = |methods: Value, settings: Settings, in_body: bool, in_head: bool| {
        desk.describes(&json!({ "token_endpoint_auth_methods_supported": methods }));
        let provider = Provider::discover(&settings).unwrap();
        desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
        let request = desk.last_asked();
        assert_eq!(request.contains("client_secret="), in_body, "{methods}");
        assert_eq!(request.to_lowercase().contains("authorization: basic"), in_head, "{methods}");
        assert!(!request.contains(SECRET) && request.contains("code_verifier="));
    };
    check(json!(null), desk.settings(), false, true);
    check(json!(["client_secret_post", "client_secret_basic"]), desk.settings(), false, true);
    check(json!(["client_secret_post"]), desk.settings(), true, false);
    let public = Settings { client_secret: None, ..desk.settings() };
    check(json!(["none"]), public, false, false);
}

#[test]
fn a_sign_out_is_offered_where_there_is_one() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let ana = desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
    let back = "https://quipu.example.pe/";
    let url = provider.logout_url(&ana.id_token, back, "st&te").unwrap();
    assert!(url.as_str().starts_with(&format!("{}/session/end?realm=pe&", desk.url)));
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().skip(1).collect();
    let expect = [
        ("id_token_hint", ana.id_token.as_str()),
        ("client_id", "quipu"),
        ("post_logout_redirect_uri", back),
        ("state", "st&te"),
    ];
    assert_eq!(pairs, expect.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let unhinted = provider.logout_url("garbage", back, "s").unwrap();
    assert!(!unhinted.as_str().contains("id_token_hint"));
    assert_eq!(provider.logout_url(&ana.id_token, "back", "s"), None);
    desk.describes(&json!({ "end_session_endpoint": null }));
    assert_eq!(desk.discovered().logout_url(&ana.id_token, back, "s"), None);
}
