//! Pages of the room, one file each.
mod findings;
mod plan;
mod plan_changes;
mod plan_tables;
mod plan_tree;
mod plans;
mod setting;
mod words;

#[cfg(test)]
mod lists_tests;
#[cfg(test)]
mod testing;

use std::collections::BTreeSet;

use axum::{Router, routing::get};
use web::{Html, NavItem, Registration};

use setting::Setting;

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/planes", key: "planning-plans", order: 20 },
            NavItem { path: "/hallazgos", key: "planning-findings", order: 70 },
        ],
        routes: Router::new()
            .route("/planes", get(plans::get))
            .route("/plan/{plan}", get(plan::get))
            .route("/hallazgos", get(findings::get)),
    }
}

/// The years a page offers to look at: the last ones, and the one it shows. Others are asked for by hand.
fn years_around(today: i16, shown: i16) -> BTreeSet<i16> {
    (today - 7..=today).chain([shown]).collect()
}

/// Where plans of a type stand in lists: those of the chain first, from the one that hangs from nothing
/// down; within a level by code.
fn rank<'a>(setting: &Setting, plan_type: &'a str) -> (bool, usize, &'a str) {
    let frame = &setting.law.frame;
    let linked = frame.types.get(plan_type).is_some_and(|t| t.linked);
    let mut depth = 0;
    let mut open = vec![plan_type];
    // No chain is longer than there are types; a matrix that turns in a circle ends here too.
    while depth <= frame.types.len() {
        let above = frame.matrix.iter().filter(|row| row.required && open.contains(&row.plan_type.as_str()));
        let above: Vec<&str> =
            above.map(|row| row.parent_type.as_str()).filter(|t| !open.contains(t)).collect();
        if above.is_empty() {
            break;
        }
        depth += 1;
        open = above;
    }
    (!linked, depth, plan_type)
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
