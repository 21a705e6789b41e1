#![allow(clippy::unwrap_used)]
use super::*;

const SAMPLE: Messages = Messages {
    context: "sample",
    es: "sample-plans = { $n ->\n    [one] { $n } plan\n   *[other] { $n } planes\n }\nsample-hello = Hola, { $who }",
    en: "sample-plans = { $n ->\n    [one] { $n } plan\n   *[other] { $n } plans\n }\nsample-hello = Hello, { $who }",
};

#[test]
fn the_kernels_two_languages_say_the_same_things() {
    assert_eq!(Texts::differences(&KERNEL).unwrap(), Vec::<String>::new());
}

#[test]
fn numbers_choose_the_plural_and_are_grouped() {
    let texts = Texts::new(&[SAMPLE]).unwrap();
    let plans = |lang, n: i64| texts.t(lang, "sample-plans", &[("n", n.into())]);
    assert_eq!(plans(Lang::Es, 1), "1 plan");
    assert_eq!(plans(Lang::Es, 12_345), "12\u{a0}345 planes");
    assert_eq!(plans(Lang::En, 12_345), "12,345 plans");
    assert_eq!(texts.t(Lang::Es, "sample-hello", &[("who", "Áncash".into())]), "Hola, Áncash");
}

#[test]
fn what_is_missing_shows_and_does_not_panic() {
    let texts = Texts::new(&[SAMPLE]).unwrap();
    assert_eq!(texts.t(Lang::Es, "sample-nothing", &[]), "⟦sample-nothing⟧");
    assert!(texts.t(Lang::Es, "sample-hello", &[]).starts_with("⟦sample-hello⟧"));
    assert!(!texts.has(Lang::En, "sample-nothing"));
}

fn check(es: &'static str, en: &'static str, expect: &str) {
    let got = Texts::new(&[Messages { context: "x", es, en }]).err().map(|e| e.to_string());
    assert!(got.as_deref().unwrap_or("accepted").contains(expect), "{got:?}, not {expect:?}");
}

#[test]
fn files_that_differ_are_refused() {
    check("a = uno", "a = one", "accepted");
    check("a = uno\nb = dos", "a = one", "`b` is missing in en.ftl");
    check("a = uno", "a = one\nb = two", "`b` is missing in es.ftl");
    check("a = { $n } de { $m }", "a = { $n }", "`a` uses {\"m\", \"n\"} in es.ftl");
    check("a = uno\na = dos", "a = one", "`a` is already in another file");
    check("web-name = otro", "web-name = other", "`web-name` is already in another file");
    check("a = {", "a = one", "x/text/es.ftl");
}
