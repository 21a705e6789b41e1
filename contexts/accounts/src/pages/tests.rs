//! Every page of the room, in both languages.
use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use jiff::Timestamp;
use web::{
    Lang, Matter, Shell,
    gate::{Holding, Posted},
    testing,
};

use super::{factor, login, passes, passkeys, password, words};
use crate::{
    Accounts, Begun, Identified, IdentityProvider, ProviderError, Rules, SIGN_IN_CHANCE, Site,
    actions::{Factor, Refusal},
    domain::{ApiToken, Means, NotAdmitted, PassKind, PersonError, Stage, TokenError, Weakness, new_secret},
    passkeys::KeyError,
    queries::Own,
    store::{
        failures::Failures,
        sessions::{Place, Session},
        tokens::{ProgramToken, Use},
    },
};

fn shell(lang: Lang, path: &str, title: &str) -> Shell {
    testing::shell(lang, path, title, Matter::Real, &[crate::MESSAGES]).unwrap()
}

fn check(page: &impl Template, name: &str) {
    assert_eq!(testing::defects(&page.render().unwrap(), Matter::Real), Vec::<String>::new(), "{name}");
}

fn own() -> Own {
    let at = |text: &str| text.parse().unwrap();
    let session = |id: &str, means, is_ended| Session {
        id: id.to_owned(),
        account: "bcdfghjkmnpqrtvz".to_owned(),
        stage: Stage::Full,
        means,
        started_at: at("2026-11-24T13:00:00Z"),
        expires_at: at("2026-11-25T01:00:00Z"),
        place: Some(Place { address: "10.0.0.1".into(), agent: "<b>curl/8</b>".into() }),
        is_ended,
    };
    Own {
        name: "Ana <Quispe>".into(),
        email: "ana@pcm.gob.pe".into(),
        has_second_factor: true,
        passkeys: vec![("id".into(), "Laptop".into())],
        codes_left: 9,
        sessions: vec![
            session("this", Means::Totp, false),
            session("other", Means::Password, false),
            session("ended", Means::Recovery, true),
        ],
        failures: vec![Failures {
            account: String::new(),
            minute: "2026-11-24T13:05".into(),
            address: "192.0.2.1".into(),
            attempts: 3,
        }],
        tokens: tokens(),
    }
}

fn tokens() -> Vec<ProgramToken> {
    let at = |text: &str| text.parse().unwrap();
    let token = |name: &str, post: Option<&str>, until: &str, is_ended| ProgramToken {
        id: "digest".into(),
        account: "bcdfghjkmnpqrtvz".into(),
        post: post.map(str::to_owned),
        grants: vec![authz::Grant::Read],
        made_at: at("2026-11-24T13:00:00Z"),
        expires_at: at(until),
        name: name.into(),
        tail: "ab23".into(),
        last_use: post.map(|_| Use { at: at("2026-11-24T13:30:00Z"), address: "10.0.0.7".into() }),
        is_ended,
    };
    vec![
        token("tablero <1>", Some("e-11-011.planner"), "2026-12-24T13:00:00Z", false),
        token("of before", Some("e-11-011.approver"), "2026-12-24T13:00:00Z", true),
        token("over", None, "2026-11-24T13:00:00Z", false),
    ]
}

/// A provider that does not answer.
#[derive(Debug)]
struct Down;

impl IdentityProvider for Down {
    fn name(&self) -> &'static str {
        "ID <Perú>"
    }

    fn is_down(&self) -> bool {
        true
    }

    fn rules(&self) -> Rules {
        Rules::default()
    }

    fn begin(&self, _: &[u8; SIGN_IN_CHANCE], _: Timestamp) -> Result<Begun, ProviderError> {
        Err(ProviderError::Down(String::new()))
    }

    fn finish(&self, _: &str, _: &str, _: &str, _: Timestamp) -> Result<Identified, ProviderError> {
        Err(ProviderError::Down(String::new()))
    }

    fn logout_url(&self, _: &str, _: &str) -> Option<String> {
        None
    }
}

fn accounts() -> Accounts {
    let site = Site { origin: "http://quipu.test".to_owned(), is_behind_proxy: false };
    Accounts::new(authz::Policies::of(&[crate::POLICIES]).unwrap(), site)
        .unwrap()
        .with_provider(Arc::new(Down))
}

#[test]
fn every_sample_in_every_language() {
    let now = "2026-11-24T14:00:00Z".parse().unwrap();
    for lang in Lang::ALL {
        check(&login::sample(shell(lang, "/ingresar", "accounts-login"), &accounts()), "login");
        check(
            &factor::asking(
                shell(lang, "/ingresar/codigo", "accounts-factor"),
                &accounts(),
                "/oficina",
                Some("x"),
            ),
            "factor",
        );
        for kind in [PassKind::Invitation, PassKind::Reset] {
            let shell = shell(lang, "/clave/nueva", "accounts-choose");
            check(&passes::choosing(shell, "pass", kind, "ana@pcm.gob.pe", Some(("again", "x"))), "choose");
        }
        check(
            &password::page(shell(lang, "/cuenta/contrasena", "accounts-change"), Some(("before", "x"))),
            "password",
        );
        let offered = factor::offered(
            shell(lang, "/cuenta/segundo-factor", "accounts-totp"),
            "ana@pcm.gob.pe",
            true,
            &new_secret([7; 20]),
            Some("x"),
        );
        check(&offered.unwrap(), "square");
        let codes = ["bcdfg-hjkmn-pqrtv-zbcdf".to_owned()];
        check(&factor::written(shell(lang, "/cuenta/segundo-factor", "accounts-totp-done"), &codes), "codes");
        let page = super::account::AccountPage::of(
            shell(lang, "/cuenta?hecho=sesion", "accounts-account"),
            &own(),
            "this",
            now,
        );
        check(&page, "account");
        let held = Holding {
            post: "e-11-011.planner".into(),
            role: "planner",
            entity: "E:11-011".parse().unwrap(),
            scope: authz::Scope::Entity("E:11-011".parse().unwrap()),
        };
        let found = super::tokens::Found { tokens: tokens(), posts: &[held], roles: BTreeMap::new(), now };
        let listed = |posted| {
            let wrong = Some((posted, "last_day", "x"));
            super::tokens::TokensPage::of(shell(lang, "/cuenta/tokens", "accounts-tokens"), &found, wrong)
        };
        check(&listed(&Posted::parse("name=a&last_day=x").unwrap()), "tokens");
        let options = r#"{"publicKey":{"challenge":"<x>"}}"#;
        let question = passkeys::Question { begun: "begun".into(), options: options.into() };
        let keys = vec![("id".to_owned(), "Laptop <1>".to_owned())];
        let of = shell(lang, "/cuenta/llaves?hecho=llave", "accounts-keys");
        check(&passkeys::PasskeysPage::of(of, keys, &question, Some(("a", "name", "x"))), "keys");
        let of = shell(lang, "/ingresar/llave", "accounts-key-enter");
        check(&passkeys::entering(of, options, "/oficina", Some("x")), "key");
        let of = shell(lang, "/cuenta/llaves/quitar", "accounts-factor-last-title");
        check(&passkeys::asking_last(of, "/cuenta/llaves/quitar", Factor::Passkey("id")), "last");
        let made = ApiToken::of([7; 30]);
        let shown = super::tokens::shown(shell(lang, "/cuenta/tokens", "accounts-token-made"), &made);
        check(&shown, "token");
        assert!(shown.render().unwrap().contains(made.as_str()));
        let page = page.render().unwrap();
        assert!(!page.contains("<b>curl") && page.contains("Ana &lt;Quispe&gt;"), "{page}");
    }
}

#[test]
fn every_refusal_has_words() {
    let refusals = [
        Refusal::Wrong,
        Refusal::WrongCode,
        Refusal::NoPass,
        Refusal::Taken,
        Refusal::NoAccount,
        Refusal::Weak(Weakness::Short),
        Refusal::Weak(Weakness::Long),
        Refusal::Weak(Weakness::Guessable),
        Refusal::Person(PersonError::Name),
        Refusal::Person(PersonError::Email),
        Refusal::Provider(ProviderError::Down(String::new())),
        Refusal::Provider(ProviderError::Answer(String::new())),
        Refusal::NotAdmitted(NotAdmitted::Uninvited),
        Refusal::NotAdmitted(NotAdmitted::Unverified),
        Refusal::NotAdmitted(NotAdmitted::Linked),
        Refusal::NoCeremony,
        Refusal::UnknownKey,
        Refusal::KeyName,
        Refusal::LastFactor,
        Refusal::Key(KeyError::Answer(String::new())),
        Refusal::Key(KeyError::Copied),
        Refusal::Token(TokenError::Name),
        Refusal::Token(TokenError::Grants),
        Refusal::Token(TokenError::Days),
        Refusal::Token(TokenError::Post),
        Refusal::Token(TokenError::Many),
    ];
    for lang in Lang::ALL {
        let shell = shell(lang, "/", "accounts-login");
        for refusal in &refusals {
            let key = words::key(refusal).unwrap();
            assert!(shell.frame().texts.has(lang, key), "{key}");
        }
        let means = [
            Means::Password,
            Means::Totp,
            Means::Recovery,
            Means::Passkey,
            Means::Provider,
            Means::ProviderAlone,
        ];
        for means in means {
            assert!(!words::means(&shell, means).contains('⟦'));
        }
    }
}
