//! Both languages say the same things, and something of everything that can be said.
use std::collections::BTreeSet;

use crate::domain::records::{CardLevel, GroupKind};
use crate::domain::{Accumulation, Aggregation, Sense, Status};

const SPANISH: &str = include_str!("../../text/es.ftl");
const ENGLISH: &str = include_str!("../../text/en.ftl");

/// Keys with the variables their messages use.
fn messages(text: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    // Indented lines are the variants of a plural; the kernel compares those.
    let lines = text.lines().filter(|l| !l.starts_with(['#', ' ', '}']) && !l.is_empty());
    lines
        .map(|line| {
            let (key, message) = line.split_once(" = ").unwrap();
            let variables = message.split("{ $").skip(1).map(|v| v.split(' ').next().unwrap().to_owned());
            (key.to_owned(), variables.collect())
        })
        .collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    assert_eq!(messages(SPANISH), messages(ENGLISH));
}

#[test]
fn every_word_has_its_message() {
    let keys: BTreeSet<String> = messages(SPANISH).into_iter().map(|(key, _)| key).collect();
    let words = (Status::ALL.iter().map(|w| format!("status-{w}")))
        .chain(Accumulation::ALL.iter().map(|w| format!("accumulation-{w}")))
        .chain(Sense::ALL.iter().map(|w| format!("sense-{w}")))
        .chain(Aggregation::ALL.iter().map(|w| format!("aggregation-{w}")))
        .chain(GroupKind::ALL.iter().map(|w| format!("group-kind-{w}")))
        .chain(CardLevel::ALL.iter().map(|w| format!("card-level-{w}")));
    for word in words {
        assert!(keys.contains(&word), "{word}");
    }
}

/// Names of an enum's variants as its file writes them, in snake case.
fn variants(source: &str, name: &str) -> Vec<String> {
    let body = source.split(&format!("pub enum {name} {{")).nth(1).unwrap();
    let body = body.split("\n}").next().unwrap();
    let names =
        body.lines().filter(|l| l.starts_with("    ") && l.trim_start().starts_with(char::is_uppercase));
    names
        .filter(|l| !l.starts_with("     "))
        .map(|l| {
            let name: String = l.trim_start().chars().take_while(|c| c.is_alphanumeric()).collect();
            let mut snake = String::new();
            for c in name.chars() {
                if c.is_uppercase() && !snake.is_empty() {
                    snake.push('_');
                }
                snake.extend(c.to_lowercase());
            }
            snake
        })
        .collect()
}

#[test]
fn every_reason_and_refusal_has_its_message() {
    let keys: BTreeSet<String> = messages(SPANISH).into_iter().map(|(key, _)| key).collect();
    let reasons = variants(include_str!("../domain/status.rs"), "Reason");
    let refusals = variants(include_str!("../domain/refusal.rs"), "Refusal");
    assert!(reasons.contains(&"moved_away".to_owned()) && refusals.contains(&"overflow".to_owned()));
    for reason in reasons.iter().filter(|r| *r != "refused") {
        assert!(keys.contains(&format!("reason-{reason}")), "{reason}");
    }
    for refusal in refusals {
        assert!(keys.contains(&format!("refusal-{refusal}")), "{refusal}");
    }
}
