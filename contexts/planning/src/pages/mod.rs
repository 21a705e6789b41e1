//! Pages of the room, one file each.
mod findings;
pub mod links;
mod matrix;
mod plan;
mod plan_changes;
mod plan_facts;
mod plan_findings;
mod plan_log;
mod plan_tables;
mod plan_tree;
mod plans;
mod setting;
mod words;
mod workbook;

#[cfg(test)]
mod lists_tests;
#[cfg(test)]
mod testing;

use std::collections::BTreeSet;

use web::{
    Html, NavItem, PageError, Registration, Shell,
    gate::{PUBLIC, Routes},
};

pub(crate) use setting::Setting;

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/planes", key: "planning-plans", order: 20 },
            NavItem { path: "/hallazgos", key: "planning-findings", order: 70 },
        ],
        routes: Routes::new()
            .get("/planes", PUBLIC, plans::get)
            .get("/plan/{plan}", PUBLIC, plan::get)
            .get("/plan/{plan}/matriz", PUBLIC, matrix::get)
            .get("/plan/{plan}/libro", PUBLIC, workbook::get)
            .get("/hallazgos", PUBLIC, findings::get),
    }
}

/// The years a page offers to look at: the last ones, and the one it shows. Others are asked for by hand.
fn years_around(today: i16, shown: i16) -> BTreeSet<i16> {
    (today - 7..=today).chain([shown]).collect()
}

/// Where plans of a type stand in lists: as the law ranks them, those of the chain first, a type that the
/// law of the day does not have last.
fn rank<'a>(setting: &Setting, plan_type: &'a str) -> (bool, usize, &'a str) {
    let found = setting.law.frame.types.get(plan_type);
    found.map_or((true, usize::MAX, plan_type), |t| (!t.linked, t.rank, plan_type))
}

/// The plan type that the view narrows a list to; 400 where neither the law nor a plan has it. Where no law
/// was known yet, any type may be asked for: a link to another day must not fail.
fn asked_type(shell: &Shell, setting: &Setting) -> Result<Option<String>, PageError> {
    let Some(asked) = shell.view.one("type") else { return Ok(None) };
    let types = &setting.law.frame.types;
    let has_plan = || setting.all.versions().any(|(_, node)| node.plan.plan_type == asked);
    if types.is_empty() || types.contains_key(asked) || has_plan() {
        return Ok(Some(asked.to_owned()));
    }
    Err(PageError::parameter("type", asked))
}

/// One of the page's own parameters; 400 where it is not what it should be.
fn parameter<T: std::str::FromStr>(shell: &Shell, name: &'static str) -> Result<Option<T>, PageError> {
    let Some(text) = shell.view.one(name) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| PageError::parameter(name, text))
}

/// A code with what it stands for.
fn abbreviation(code: &str, meaning: &str) -> Html {
    #[derive(askama::Template)]
    #[template(ext = "html", source = r#"<abbr title="{{ meaning }}">{{ code }}</abbr>"#)]
    struct Abbreviation<'a> {
        code: &'a str,
        meaning: &'a str,
    }
    Html::of(&Abbreviation { code, meaning })
}
