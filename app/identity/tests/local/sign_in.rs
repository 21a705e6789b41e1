//! From the first address to who it is, and every claim that has to be right on the way.
use identity::{CHANCE_BYTES, IdentityError};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    desk::{CODE, Desk, now, parameter},
    token::{Key, shared, unsigned},
};

#[test]
fn a_sign_in_asks_for_a_code_with_state_nonce_and_pkce() {
    let desk = Desk::open();
    let begun = desk.discovered().begin(&[7; CHANCE_BYTES], now());
    assert!(begun.url.as_str().starts_with(&format!("{}/auth?", desk.url)));
    let check = |name: &str, expect: &str| assert_eq!(parameter(&begun, name), expect);
    check("response_type", "code");
    check("client_id", "quipu");
    check("scope", "openid profile email");
    check("redirect_uri", "http://127.0.0.1:1/back");
    check("code_challenge_method", "S256");
    check("state", begun.pending.state());
    assert_eq!(parameter(&begun, "code_challenge").len(), 43);
    assert!(!format!("{begun:?}").contains(begun.pending.state()));
}

#[test]
fn who_signed_in_is_told() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let ana = desk.signs_in(&provider, |claims| Key::new(1).signs(&claims)).unwrap();
    assert_eq!((ana.subject.as_str(), &ana.issuer), ("ana", &desk.url));
    assert_eq!(ana.email.as_deref(), Some("ana@example.pe"));
    assert_eq!(ana.name.as_deref(), Some("Ana Quispe"));
    assert!(ana.roles.is_empty() && ana.entity.is_none() && ana.id_token.starts_with("eyJ"));
    let request = desk.last_asked();
    assert!(request.starts_with("POST /token "), "{request}");
    assert!(request.contains("code_verifier=") && request.contains(CODE));
    assert!(request.to_lowercase().contains("authorization: basic "));
    assert_eq!(desk.asked("/me"), 0, "nothing was lacking");
}

#[test]
fn an_answer_to_another_sign_in_asks_nothing() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let begun = provider.begin(&[7; CHANCE_BYTES], now());
    let state = parameter(&begun, "state");
    let finish = |state: &str, minutes: i64| {
        provider.finish(&begun.pending, CODE, state, now() + SignedDuration::from_mins(minutes))
    };
    assert_eq!(finish("", 0), Err(IdentityError::State));
    assert_eq!(finish(&state.to_lowercase(), 0), Err(IdentityError::State));
    assert_eq!(finish(&state, 11), Err(IdentityError::TooOld));
    assert_eq!(desk.asked("/token"), 0);
}

#[test]
fn every_claim_has_to_be_right() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let seconds = now().as_second();
    let check = |changes: Value, expect: Option<IdentityError>| {
        let made = desk.signs_in(&provider, |claims| Key::new(1).signs(&changed(claims, &changes)));
        assert_eq!(made.err(), expect, "{changes}");
    };
    check(json!({}), None);
    check(json!({ "nonce": "another" }), Some(IdentityError::Nonce));
    check(json!({ "nonce": null }), Some(IdentityError::Nonce));
    check(json!({ "aud": "another" }), Some(IdentityError::Audience));
    check(json!({ "aud": [] }), Some(IdentityError::Audience));
    check(json!({ "aud": null }), Some(IdentityError::Audience));
    check(json!({ "aud": ["quipu"] }), None);
    check(json!({ "aud": ["quipu", "another"] }), Some(IdentityError::Audience));
    check(json!({ "azp": "quipu" }), None);
    check(json!({ "azp": "another" }), Some(IdentityError::Audience));
    check(json!({ "iss": "https://id.example.pe" }), Some(IdentityError::Issuer));
    check(json!({ "iss": format!("{}/", desk.url) }), Some(IdentityError::Issuer));
    check(json!({ "exp": seconds - 59 }), None);
    check(json!({ "exp": seconds - 60 }), Some(IdentityError::Expired));
    check(json!({ "exp": seconds - 4000 }), Some(IdentityError::Expired));
    check(json!({ "iat": seconds + 60 }), None);
    check(json!({ "iat": seconds + 61 }), Some(IdentityError::IssuedLater));
    check(json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }), Some(IdentityError::AccessToken));
    check(json!({ "sub": "" }), Some(IdentityError::NoSubject("sub".into())));
    let unread = || Some(IdentityError::TokenAnswer("its id_token is none".into()));
    check(json!({ "sub": null }), unread());
    check(json!({ "exp": null }), unread());
    check(json!({ "exp": 1e300 }), unread());
    check(json!({ "iat": "2026" }), unread());
}

#[test]
fn what_anybody_could_sign_is_refused() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let key = Key::new(1);
    let check = |make: &dyn Fn(&Value) -> String| {
        let made = desk.signs_in(&provider, |claims| make(&claims));
        let refused = matches!(made, Err(IdentityError::Algorithm | IdentityError::TokenAnswer(_)));
        assert!(refused, "{made:?}");
    };
    check(&|claims| format!("{}.", unsigned(&json!({ "alg": "none" }), claims)));
    check(&|claims| format!("{}.", unsigned(&json!({ "alg": "none", "kid": key.kid }), claims)));
    check(&|claims| key.signs_under(&json!({ "alg": "none" }), claims));
    check(&|claims| unsigned(&json!({ "alg": "none" }), claims));
    check(&|claims| format!("{}.", unsigned(&json!({ "alg": "nOnE" }), claims)));
    // The public key taken for a shared secret, in each shape that somebody may have read it in.
    let jwk = key.public();
    for secret in [&key.public_bytes()[..], jwk["x"].as_str().unwrap().as_bytes(), jwk.to_string().as_bytes()]
    {
        check(&|claims| shared(secret, Some(&key.kid), claims));
        check(&|claims| shared(secret, None, claims));
    }
    // Even the secret that both sides know: the provider is not the only one who has it.
    check(&|claims| shared(crate::desk::SECRET.as_bytes(), None, claims));
    check(&|claims| shared(b"", None, claims));
    assert_eq!(desk.asked("/jwks"), 1, "no key could help");
}

#[test]
fn strange_heads_are_refused() {
    let desk = Desk::open();
    let provider = desk.discovered();
    let key = Key::new(1);
    let check = |header: Value| {
        let made = desk.signs_in(&provider, |claims| key.signs_under(&header, &claims));
        assert!(matches!(made, Err(IdentityError::IdToken(_))), "{header}: {made:?}");
    };
    check(json!({ "alg": "EdDSA", "kid": "key-1", "crit": ["exp"], "exp": 1 }));
    check(json!({ "alg": "EdDSA", "kid": "key-1", "cty": "JWT" }));
    check(json!({ "alg": "EdDSA", "kid": "key-1", "typ": "logout+jwt" }));
}

fn changed(mut claims: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        match value {
            Value::Null => _ = claims.as_object_mut().unwrap().remove(name),
            value => claims[name] = value.clone(),
        }
    }
    claims
}
