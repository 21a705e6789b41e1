//! The rules a declaration rests on, on every day of its validity.
use std::collections::BTreeSet;

use jiff::civil::Date;
use law::{NoAnswer, Rulebook, Scope, Subject, rule::Unit};

use crate::{declaration::Declaration, defect::Defect};

/// What unit a rule must be in.
#[derive(Clone, Copy)]
enum Wanted {
    Term,
    Count,
}

/// Keys that the rulebook does not hold throughout, or holds in a unit that answers another
/// question. Asked on the first day and on every later one on which a version begins or ends;
/// where a rule binds some subjects only, one of them must have an answer.
pub fn defects(declaration: &Declaration, rulebook: &Rulebook) -> Vec<Defect> {
    let mut defects = Vec::new();
    for (of, key, wanted) in keys(declaration) {
        for date in days(declaration, rulebook, key) {
            defects.extend(defect(rulebook, &of, key, wanted, date));
        }
    }
    defects
}

fn keys(declaration: &Declaration) -> Vec<(String, &str, Wanted)> {
    let mut keys = Vec::new();
    for clock in &declaration.clocks {
        let of = format!("clock {}", clock.code);
        keys.push((of.clone(), clock.term.as_str(), Wanted::Term));
        if let Some(extension) = &clock.extension {
            keys.push((of.clone(), extension.cap.as_str(), Wanted::Term));
            keys.push((of.clone(), extension.times.as_str(), Wanted::Count));
        }
        let before = clock.reminders.iter().map(|one| (of.clone(), one.before.as_str(), Wanted::Term));
        keys.extend(before);
    }
    keys
}

/// The days on which the answer may begin to be another.
fn days(declaration: &Declaration, rulebook: &Rulebook, key: &str) -> BTreeSet<Date> {
    let within =
        |date: &Date| *date > declaration.valid_from && declaration.valid_to.is_none_or(|to| *date < to);
    let versions = rulebook.rules().filter(|rule| rule.version.key == key);
    let turns = versions.flat_map(|rule| [Some(rule.validity.from()), rule.validity.to()]).flatten();
    turns.filter(within).chain([declaration.valid_from]).collect()
}

fn defect(rulebook: &Rulebook, of: &str, key: &str, wanted: Wanted, date: Date) -> Option<Defect> {
    let scopes = rulebook.rules().filter(|rule| rule.version.key == key);
    let scopes: BTreeSet<&Scope> = scopes.map(|rule| &rule.version.scope).collect();
    let view = rulebook.at(date);
    let ask = |subject: &Subject| match wanted {
        Wanted::Term => view.term(key, subject).map(|_| ()),
        Wanted::Count => view.count(key, subject).map(|_| ()),
    };
    let mut unit: Option<Unit> = None;
    for scope in scopes {
        match ask(&bound_by(scope)) {
            Ok(()) => return None,
            Err(NoAnswer::WrongUnit { found, .. }) => unit = Some(found),
            Err(NoAnswer::NoRule { .. }) => {}
        }
    }
    let (of, key) = (of.to_owned(), key.to_owned());
    Some(match unit {
        None => Defect::RuleMissing { of, key, date },
        Some(found) => {
            let wanted = match wanted {
                Wanted::Term => "a length of time",
                Wanted::Count => "count",
            };
            Defect::RuleInOtherUnit { of, key, date, found, wanted }
        }
    })
}

fn bound_by(scope: &Scope) -> Subject {
    match scope {
        Scope::Country => Subject::country(),
        Scope::Territory(code) => Subject::country().seated_in([code]),
        Scope::Sector(code) => Subject::country().in_sector(code),
        Scope::Kind(kind) => Subject::country().of_kind(kind),
    }
}
