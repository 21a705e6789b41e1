#![allow(clippy::unwrap_used)]
use serde_json::json;

use super::*;

fn claims(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(claims) => claims,
        other => panic!("{other} is no object"),
    }
}

fn told(token: Value, info: Option<Value>) -> Told {
    Told { token: claims(token), info: info.map(claims) }
}

fn names() -> ClaimNames {
    ClaimNames { roles: Some("roles".into()), entity: Some("entity".into()), ..ClaimNames::default() }
}

fn identified(token: Value, names: &ClaimNames) -> Identified {
    told(token, None).identified(names, None, "https://id.example.pe", String::new()).unwrap()
}

#[test]
fn a_subject_is_one_word_to_the_letter() {
    let check = |subject: Value, expect: Option<&str>| {
        let told = told(json!({ "sub": subject }), None);
        let answer = told.identified(&names(), None, "https://id.example.pe", String::new());
        match expect {
            Some(expect) => assert_eq!(answer.unwrap().subject, expect),
            None => assert_eq!(answer, Err(IdentityError::NoSubject("sub".into())), "{:?}", told.token),
        }
    };
    check(json!("ana"), Some("ana"));
    check(json!("Ñ-01"), Some("Ñ-01"));
    check(json!(12_345_678), Some("12345678"));
    check(json!("a".repeat(255)), Some(&"a".repeat(255)));
    check(json!("a".repeat(256)), None);
    check(json!(" ana"), None);
    check(json!("ana\n"), None);
    check(json!(""), None);
    check(json!(null), None);
    check(json!(-1), None);
    check(json!(["ana"]), None);
}

#[test]
fn an_address_counts_if_its_own_mouth_verified_it() {
    let check = |token: Value, info: Option<Value>, always: bool, expect: Option<&str>| {
        let names = ClaimNames { email_always_verified: always, ..names() };
        assert_eq!(told(token, info).email(&names).as_deref(), expect);
    };
    let ana = json!({ "email": "ana@example.pe" });
    let verified = |email: &str, verdict: Value| json!({ "email": email, "email_verified": verdict });
    check(ana.clone(), None, false, None);
    check(ana.clone(), None, true, Some("ana@example.pe"));
    check(verified("ana@example.pe", json!(true)), None, false, Some("ana@example.pe"));
    check(verified("ana@example.pe", json!("true")), None, false, Some("ana@example.pe"));
    check(verified("ana@example.pe", json!(false)), None, false, None);
    check(verified("ana@example.pe", json!(1)), None, false, None);
    check(verified("ana", json!(true)), None, false, None);
    check(verified("@example.pe", json!(true)), None, false, None);
    check(verified("ana@example.pe x", json!(true)), None, false, None);
    check(ana.clone(), Some(json!({ "email_verified": true })), false, None);
    check(ana.clone(), Some(verified("other@example.pe", json!(true))), false, Some("other@example.pe"));
    check(json!({}), Some(verified("ana@example.pe", json!(true))), false, Some("ana@example.pe"));
}

#[test]
fn roles_come_in_three_ways_and_are_ours() {
    let table = BTreeMap::from([
        ("planificador".to_owned(), "planner".to_owned()),
        ("jefe".to_owned(), "planner".to_owned()),
        ("auditor".to_owned(), "auditor".to_owned()),
    ]);
    let check = |value: Value, plain: &[&str], mapped: &[&str]| {
        let told = || words(&value);
        assert_eq!(ours(told(), None), plain, "{value}");
        assert_eq!(ours(told(), Some(&table)), mapped, "{value}");
    };
    check(json!("planificador"), &["planificador"], &["planner"]);
    check(json!("jefe  auditor jefe"), &["jefe", "auditor"], &["planner", "auditor"]);
    check(json!(["jefe", "planificador", "root"]), &["jefe", "planificador", "root"], &["planner"]);
    check(json!(["planner"]), &["planner"], &[]);
    check(json!(["", 7, null, { "a": 1 }]), &["7"], &[]);
    check(json!({ "a": "b" }), &[], &[]);
    check(json!(true), &[], &[]);
    let many: Vec<String> = (0..1000).map(|number| format!("r{number}")).collect();
    assert_eq!(ours(many, None).len(), ROLES_MAX);
}

#[test]
fn claims_are_found_by_name_and_by_steps() {
    let all = claims(json!({
        "realm_access": { "roles": ["a"], "none": null },
        "https://example.pe/roles": ["b"],
        "flat": "c"
    }));
    let check = |name: &str, expect: Option<Value>| assert_eq!(found(&all, name), expect.as_ref(), "{name}");
    check("realm_access.roles", Some(json!(["a"])));
    check("https://example.pe/roles", Some(json!(["b"])));
    check("flat", Some(json!("c")));
    check("flat.more", None);
    check("realm_access.none", None);
    check("realm_access.", None);
    check("", None);
}

#[test]
fn what_is_not_named_is_not_told() {
    let token = json!({ "sub": "ana", "roles": ["admin"], "entity": "010", "name": "Ana\u{7}" });
    let plain = identified(token.clone(), &ClaimNames::default());
    assert_eq!((plain.roles.len(), plain.entity, plain.name), (0, None, None));
    let named = identified(token, &names());
    assert_eq!((named.roles, named.entity.as_deref()), (vec!["admin".to_owned()], Some("010")));
}

#[test]
fn userinfo_is_asked_for_what_is_wanted() {
    let full = json!({
        "sub": "ana", "name": "Ana", "email": "a@b.pe", "email_verified": false, "roles": [], "entity": "010"
    });
    assert!(!told(full.clone(), None).lacks(&names()));
    let check = |without: &str, always: bool, expect: bool| {
        let mut token = claims(full.clone());
        token.remove(without);
        let names = ClaimNames { email_always_verified: always, ..names() };
        assert_eq!(Told::by_token(token).lacks(&names), expect, "{without}");
    };
    for wanted in ["sub", "name", "email", "email_verified", "roles", "entity"] {
        check(wanted, false, true);
    }
    check("email_verified", true, false);
    check("picture", false, false);
}

#[test]
fn the_token_is_not_shown() {
    let told = told(json!({ "sub": "ana" }), None);
    let ana = told.identified(&names(), None, "https://id.example.pe", "eyJsecret".into()).unwrap();
    assert!(!format!("{ana:?}").contains("eyJ"));
}
