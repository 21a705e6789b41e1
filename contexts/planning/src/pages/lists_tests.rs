//! The lists of plans and of findings: with everything, narrowed, with nothing.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter, PageError, Shell};

use super::findings::FindingsPage;
use super::plans::PlansPage;
use super::setting::Setting;
use super::testing::{setting, shell, sound};
use crate::domain::articulation::PlanType;
use crate::domain::check::Rule;
use crate::domain::content::Content;
use crate::domain::words::Standing;
use crate::tests::sample::{content, state};

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
fn what_no_list_has_is_refused() {
    let (all, lawless) =
        (setting(state()), Setting { law: std::sync::Arc::default(), ..setting(Vec::new()) });
    let check = |path: &str, setting: &Setting, expect: bool| {
        let shell = shell(Lang::Es, path, Matter::Real);
        let page = if path.starts_with("/planes") { plans(shell, setting) } else { findings(shell, setting) };
        assert_eq!(matches!(page, Err(PageError::Refused { .. })), expect, "{path}");
    };
    for asked in ["rule=none", "severity=grave", "page=0", "plan=//", "type=zzz"] {
        check(&format!("/hallazgos?{asked}"), &all, true);
    }
    for asked in ["type=zzz", "level=zzz", "state=zzz", "entity=a%20b", "page=-1"] {
        check(&format!("/planes?{asked}"), &all, true);
    }
    for asked in ["type=PEI", "level=national", "state=over", "state=in_force", "entity=E:1"] {
        check(&format!("/planes?{asked}"), &all, false);
    }
    // Before any law was known, a link to that day is followed.
    check("/planes?type=PEI&level=sector", &lawless, false);
    check("/hallazgos?type=PEI", &lawless, false);
}

#[test]
fn a_page_after_the_last_leads_to_the_last() {
    let all = setting(state());
    for path in ["/planes?page=999", "/hallazgos?page=999"] {
        let shell = shell(Lang::Es, path, Matter::Real);
        let page = if path.starts_with("/planes") { plans(shell, &all) } else { findings(shell, &all) };
        let page = page.unwrap();
        assert!(page.contains("no hay página 999") && page.contains("Ir a la última página"), "{path}");
        let table = path.trim_start_matches('/').split('?').next().unwrap();
        assert!(!page.contains(&format!("id=\"{table}\"")), "an empty table: {path}");
    }
}

/// The law of the country has more types than the small state has plans.
fn many_types(contents: Vec<Content>) -> Setting {
    let mut all = setting(contents);
    let model = all.law.frame.types["PEI"].clone();
    let types = [
        ("PEDN", "national", true),
        ("PESEM", "sector", true),
        ("PDRC", "region", true),
        ("PDLC", "local", true),
        ("PEI", "institution", true),
        ("POI", "institution", true),
        ("ACUERDO", "national", false),
    ];
    for (rank, (code, level, linked)) in types.into_iter().enumerate() {
        let (code, level) = (code.to_owned(), level.to_owned());
        let plan_type = PlanType { code: code.clone(), rank, level, linked, ..model.clone() };
        std::sync::Arc::make_mut(&mut all.law).frame.types.insert(code, plan_type);
    }
    all
}

#[test]
fn plans_stand_as_the_law_ranks_their_types() {
    let types = ["POI", "ACUERDO", "OTRO", "PEI", "PDLC", "PDRC", "PESEM", "PEDN"];
    let contents = types.iter().map(|code| content(&format!("P-{code}"), "1", code, "E:1", (2016, 2018)));
    let all = many_types(contents.collect());
    let page = plans(shell(Lang::Es, "/planes", Matter::Sample), &all).unwrap();
    let listed = page.split("href=\"/plan/P-").skip(1).filter_map(|rest| rest.split("%40").next());
    let expect = ["PEDN", "PESEM", "PDRC", "PDLC", "PEI", "POI", "ACUERDO", "OTRO"];
    assert_eq!(listed.collect::<Vec<_>>(), expect);
    let levels = page.split("name=\"level\">").nth(1).unwrap().split("</select>").next().unwrap();
    let levels: Vec<&str> =
        levels.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(levels, ["", "national", "sector", "region", "local", "institution"]);
}

#[test]
fn findings_of_samples_are_counted_apart() {
    let counts = |contents: Vec<Content>| {
        let shell = shell(Lang::Es, "/hallazgos?entity=E:1", Matter::Real);
        let page = FindingsPage::of(shell, &setting(contents)).unwrap();
        let file = page.by_rule.to_csv(&page.shell).to_text().unwrap();
        let row = file.lines().find(|line| line.starts_with("Superior que no existe")).unwrap().to_owned();
        (page.shell.matter, row.split(',').skip(1).take(2).collect::<Vec<_>>().join(","))
    };
    let mut orphans = state().split_off(1);
    assert_eq!(counts(orphans.clone()), (Matter::Sample, "1,1".to_owned()));
    for content in &mut orphans {
        content.plan.sample = false;
    }
    assert_eq!(counts(orphans), (Matter::Real, "1,0".to_owned()));
}

#[test]
fn a_body_whose_only_plan_is_a_sample_is_not_counted_as_if_it_had_a_real_one() {
    let have = |contents: Vec<Content>| {
        let all = setting(contents);
        let page = PlansPage::of(shell(Lang::Es, "/planes?q=zzz", Matter::Real), &all).unwrap();
        (
            page.shell.matter,
            page.absent.to_csv(&page.shell).to_text().unwrap().lines().nth(1).unwrap().to_owned(),
        )
    };
    assert_eq!(have(state()), (Matter::Mixed, "PESEM,2,1,1,1".to_owned()));
    let mut real = state();
    for content in &mut real {
        content.plan.sample = false;
    }
    assert_eq!(have(real), (Matter::Real, "PESEM,2,1,0,1".to_owned()));
}

#[test]
fn every_rule_has_its_name_in_both_languages() {
    let shell = shell(Lang::Es, "/hallazgos", Matter::Real);
    for lang in Lang::ALL {
        for rule in Rule::ALL {
            let key = super::words::key("rule", rule.as_str());
            assert!(shell.frame().texts.has(lang, &key), "{key}");
        }
        for standing in Standing::ALL {
            let key = super::words::key("state", standing.as_str());
            assert!(shell.frame().texts.has(lang, &key), "{key}");
        }
    }
}
