//! The lists of plans and of findings: with everything, narrowed, with nothing.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter, PageError, Shell};

use super::findings::FindingsPage;
use super::plans::PlansPage;
use super::setting::Setting;
use super::testing::{setting, shell, sound};
use crate::domain::check::Rule;
use crate::tests::sample::state;

fn plans(shell: Shell, setting: &Setting) -> Result<String, PageError> {
    Ok(PlansPage::of(shell, setting)?.render().unwrap())
}

fn findings(shell: Shell, setting: &Setting) -> Result<String, PageError> {
    Ok(FindingsPage::of(shell, setting)?.render().unwrap())
}

#[test]
fn every_sample_in_every_language() {
    let (all, nothing) = (setting(state()), setting(Vec::new()));
    sound("/planes", Matter::Sample, |shell| plans(shell, &all).unwrap());
    sound("/planes?q=zzz", Matter::Real, |shell| plans(shell, &all).unwrap());
    sound("/planes", Matter::Real, |shell| plans(shell, &nothing).unwrap());
    sound("/hallazgos", Matter::Real, |shell| findings(shell, &all).unwrap());
    sound("/hallazgos?rule=orphan", Matter::Real, |shell| findings(shell, &all).unwrap());
    sound("/hallazgos", Matter::Real, |shell| findings(shell, &nothing).unwrap());
}

#[test]
fn the_view_narrows_the_lists() {
    let all = setting(state());
    let check = |path: &str, mark: &str, expect: usize| {
        let shell = shell(Lang::Es, path, Matter::Real);
        let page = if path.starts_with("/planes") { plans(shell, &all) } else { findings(shell, &all) };
        assert_eq!(page.unwrap().matches(mark).count(), expect, "{path}");
    };
    check("/planes", "href=\"/plan/", 4);
    check("/planes?q=pesem", "href=\"/plan/", 1);
    check("/planes?type=POI", "href=\"/plan/", 1);
    // The second ministry has none of the three plans that ministries must have: each is about it and of it.
    check("/hallazgos?entity=E:2", "href=\"/entidad/E%3A2", 6);
    check("/hallazgos?entity=E:2&type=PEI", "href=\"/entidad/E%3A2", 2);
}

#[test]
fn what_is_no_rule_is_refused() {
    let all = setting(state());
    for path in
        ["/hallazgos?rule=none", "/hallazgos?severity=grave", "/hallazgos?page=0", "/hallazgos?plan=//"]
    {
        let page = findings(shell(Lang::Es, path, Matter::Real), &all);
        assert!(matches!(page, Err(PageError::Refused { .. })), "{path}");
    }
}

#[test]
fn every_rule_has_its_name_in_both_languages() {
    let shell = shell(Lang::Es, "/hallazgos", Matter::Real);
    for lang in Lang::ALL {
        for rule in Rule::ALL {
            let key = super::words::key("rule", rule.as_str());
            assert!(shell.frame().texts.has(lang, &key), "{key}");
        }
    }
}
