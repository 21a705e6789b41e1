use identity::{IdentityError, Provider, Settings};
use jiff::Timestamp;

use crate::{
    browser::Browser,
    node::{BACK, Node, OUT, begin, signs_in},
};

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn people_sign_in_wherever_the_claims_are() {
    for arguments in [&[][..], &["--claims-in-token"]] {
        let node = Node::start(arguments);
        let provider = node.discovered("quipu");
        let ana = signs_in(&provider, "ana").unwrap();
        assert_eq!((ana.subject.as_str(), &ana.issuer), ("ana", &node.url));
        assert_eq!((ana.name.as_deref(), ana.email.as_deref()), (Some("Ana Quispe"), Some("ana@example.pe")));
        assert_eq!((ana.roles, ana.entity.as_deref()), (vec!["planner".to_owned()], Some("010")));
        let beto = signs_in(&provider, "beto").unwrap();
        assert_eq!((beto.name.as_deref(), beto.email.as_deref()), (Some("Beto Rojas"), None));
        assert_eq!((beto.roles, beto.entity.as_deref()), (vec!["auditor".to_owned()], Some("025")));
    }
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn every_kind_of_client_and_signature_is_served() {
    let node = Node::start(&[]);
    for algorithm in ["RS256", "PS256", "ES256", "ES384", "EdDSA"] {
        let ana = signs_in(&node.discovered(&format!("quipu-{algorithm}")), "ana");
        assert_eq!(ana.map(|ana| ana.subject), Ok("ana".into()), "{algorithm}");
    }
    let public = Settings { client_secret: None, ..node.settings("quipu-public") };
    assert!(signs_in(&Provider::discover(&public).unwrap(), "ana").is_ok());
    assert_eq!(signs_in(&node.discovered("quipu-HS256"), "ana"), Err(IdentityError::Algorithm));
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn a_client_that_the_provider_does_not_know_is_told() {
    let node = Node::start(&[]);
    let wrong = Settings { client_secret: Some("wrong".into()), ..node.settings("quipu") };
    assert_eq!(signs_in(&Provider::discover(&wrong).unwrap(), "ana"), Err(IdentityError::Client));
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn a_code_is_good_once_and_for_who_began() {
    let node = Node::start(&[]);
    let provider = node.discovered("quipu");
    let begun = begin(&provider);
    let back = Browser::new("ana").follows(begun.url.as_str(), BACK);
    let (code, state) = (back.parameter("code"), back.parameter("state"));
    assert_eq!(state, begun.pending.state());
    // Another's verifier, with a state that fits.
    let mut other = serde_json::to_value(begin(&provider).pending).unwrap();
    other["state"] = state.clone().into();
    let other = serde_json::from_value(other).unwrap();
    assert_eq!(provider.finish(&other, &code, &state, Timestamp::now()), Err(IdentityError::Code));
    // The provider may have taken the code back by then: sign in anew, and twice.
    let begun = begin(&provider);
    let back = Browser::new("ana").follows(begun.url.as_str(), BACK);
    let finish = || {
        let (code, state) = (back.parameter("code"), back.parameter("state"));
        provider.finish(&begun.pending, &code, &state, Timestamp::now())
    };
    assert!(finish().is_ok());
    assert_eq!(finish(), Err(IdentityError::Code));
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn the_provider_wants_pkce() {
    let node = Node::start(&[]);
    let mut url = begin(&node.discovered("quipu")).url;
    let without: Vec<(String, String)> =
        url.query_pairs().into_owned().filter(|(name, _)| !name.starts_with("code_challenge")).collect();
    url.query_pairs_mut().clear().extend_pairs(without);
    let back = Browser::new("ana").follows(url.as_str(), BACK);
    assert_eq!((back.parameter("error").as_str(), back.parameter("code").as_str()), ("invalid_request", ""));
}

#[test]
#[ignore = "needs Node.js: app/identity/tests/run"]
fn who_signs_out_has_to_sign_in_again() {
    let node = Node::start(&[]);
    let provider = node.discovered("quipu");
    let mut browser = Browser::new("ana");
    let sign_in = |browser: &mut Browser| {
        browser.filled.clear();
        let begun = begin(&provider);
        let back = browser.follows(begun.url.as_str(), BACK);
        let (code, state) = (back.parameter("code"), back.parameter("state"));
        provider.finish(&begun.pending, &code, &state, Timestamp::now()).unwrap()
    };
    let ana = sign_in(&mut browser);
    assert!(browser.filled.contains(&"login".to_owned()));
    sign_in(&mut browser);
    assert!(!browser.filled.contains(&"login".to_owned()), "the provider remembers");
    let url = provider.logout_url(&ana.id_token, OUT, "st&te").unwrap();
    let back = browser.follows(url.as_str(), OUT);
    assert_eq!(back.parameter("state"), "st&te");
    sign_in(&mut browser);
    assert!(browser.filled.contains(&"login".to_owned()), "the provider has forgotten");
}
