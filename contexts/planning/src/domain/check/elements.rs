//! The tree: what hangs from what, in the plan and above it.
use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;

use super::{Judge, Report, Rule, Subject};
use crate::domain::articulation::Articulation;
use crate::domain::element::{may_be_root, may_hang};
use crate::domain::plan::Version;
use crate::domain::portfolio::{ElementAt, ElementNode, Portfolio, VersionAt, VersionNode};
use crate::domain::words::{ElementKind, PlanState};

pub(super) fn check(
    all: &Portfolio,
    judge: &Judge<'_>,
    node: &VersionNode,
    entity_kind: Option<&str>,
    report: &mut Report<'_>,
) {
    let on = effective(node, all.on());
    let parents = judge.frame.parents(&node.plan.plan_type, entity_kind, on);
    let linked = judge.frame.types.get(&node.plan.plan_type).is_some_and(|t| t.linked);
    // The top of the chain hangs from nothing, and its goals need no indicator of their own (Table 5).
    let must_hang = linked && parents.iter().any(|row| row.required);
    let mut hung_on: HashSet<VersionAt> = HashSet::new();
    for (at, n) in all.elements_of(node) {
        let subject = || all.reference(at).map(Subject::Element);
        own_tree(n, must_hang, &subject, report);
        for (link, above) in n.element.hangs_from.iter().zip(&n.above) {
            match above.and_then(|a| all.element(a)) {
                None => add(report, Rule::ParentAbsent, subject(), vec![("parent", link.to_string())]),
                Some(above) => {
                    hung_on.insert(above.version);
                    link_check(all, node, n, above, &parents, &subject, report);
                }
            }
        }
        dates(node, n, &subject, report);
        if n.element.kind == ElementKind::Activity
            && let Some(verb) = judge.verbs.opens(&n.element.title)
        {
            add(report, Rule::VagueVerb, subject(), vec![("verb", verb.to_owned())]);
        }
        let measured = n.cards > 0 || all.children(at).iter().any(|c| is_objective(all, *c, n));
        if must_hang && n.element.kind == ElementKind::Objective && !measured {
            add(report, Rule::ObjectiveUnmeasured, subject(), Vec::new());
        }
        // Within a plan cycles are refused on the way in; only links between plans can close one.
        if !n.above.is_empty() && reaches_itself(all, at) {
            add(report, Rule::ThreadCircular, subject(), Vec::new());
        }
    }
    plans_above(all, node, &parents, &hung_on, report);
}

/// Rules are those of the day, or of the plan's last year where the plan is over by then.
fn effective(node: &VersionNode, on: Date) -> Date {
    Date::new(node.version.horizon.to_year(), 12, 31).map_or(on, |end| end.min(on))
}

/// An objective of the same plan below, which is measured in its stead.
fn is_objective(all: &Portfolio, child: ElementAt, parent: &ElementNode) -> bool {
    all.element(child)
        .is_some_and(|c| c.element.kind == ElementKind::Objective && c.version == parent.version)
}

fn own_tree(
    n: &ElementNode,
    must_hang: bool,
    subject: &dyn Fn() -> Option<Subject>,
    report: &mut Report<'_>,
) {
    let element = &n.element;
    if let (Some(parent), None) = (&element.parent, n.parent) {
        add(report, Rule::ParentAbsent, subject(), vec![("parent", parent.to_string())]);
    }
    let root = element.parent.is_none() && element.hangs_from.is_empty();
    // A vision or axis groups the objectives below it; those are what must hang from plans above.
    let groups = matches!(element.kind, ElementKind::Vision | ElementKind::Axis);
    if root && (!may_be_root(element.kind) || (must_hang && !groups)) {
        add(report, Rule::Orphan, subject(), vec![("kind", element.kind.to_string())]);
    }
}

fn link_check(
    all: &Portfolio,
    node: &VersionNode,
    n: &ElementNode,
    above: &ElementNode,
    parents: &[&Articulation],
    subject: &dyn Fn() -> Option<Subject>,
    report: &mut Report<'_>,
) {
    let Some(parent) = all.version(above.version) else { return };
    let parent_name = || format!("{}/{}", parent.reference(), above.element.code);
    let allowed = parents.iter().any(|row| {
        row.parent_type == parent.plan.plan_type
            && (row.parent_kinds.is_empty() || row.parent_kinds.contains(&above.element.kind))
    });
    if !allowed || !may_hang(n.element.kind, above.element.kind) && n.element.kind != above.element.kind {
        let args = vec![
            ("parent", parent_name()),
            ("parent_type", parent.plan.plan_type.clone()),
            ("plan_type", node.plan.plan_type.clone()),
        ];
        add(report, Rule::ParentWrong, subject(), args);
    }
    if expired_for(&parent.version, &node.version, all.on()) {
        add(report, Rule::ParentExpired, subject(), vec![("parent", parent_name())]);
    }
}

/// The plan above was over before this one starts, or is replaced while this one still runs.
fn expired_for(parent: &Version, child: &Version, on: Date) -> bool {
    let over = parent.horizon.to_year() < child.horizon.from_year();
    let live = child.state != PlanState::Superseded && child.horizon.to_year() >= on.year();
    over || (parent.state == PlanState::Superseded && live)
}

fn dates(
    node: &VersionNode,
    n: &ElementNode,
    subject: &dyn Fn() -> Option<Subject>,
    report: &mut Report<'_>,
) {
    let horizon = node.version.horizon;
    let outside = |date: Option<Date>| date.filter(|d| !horizon.holds(*d));
    if let Some(date) = outside(n.element.start).or_else(|| outside(n.element.end)) {
        let args = vec![
            ("date", date.to_string()),
            ("from", horizon.from_year().to_string()),
            ("to", horizon.to_year().to_string()),
        ];
        add(report, Rule::DatesOutside, subject(), args);
    }
}

fn plans_above(
    all: &Portfolio,
    node: &VersionNode,
    parents: &[&Articulation],
    hung_on: &HashSet<VersionAt>,
    report: &mut Report<'_>,
) {
    let above: BTreeSet<VersionAt> = hung_on.iter().copied().collect();
    let above: Vec<&VersionNode> = above.into_iter().filter_map(|at| all.version(at)).collect();
    let required: BTreeSet<&str> =
        parents.iter().filter(|row| row.required).map(|row| row.parent_type.as_str()).collect();
    for parent_type in required {
        if above.iter().all(|parent| parent.plan.plan_type != parent_type) {
            let args = vec![("parent_type", parent_type.to_owned())];
            report.add(Rule::PlanUnlinked, Subject::Plan(node.reference()), args);
        }
    }
    for parent in above {
        let (own, outer) = (node.version.horizon, parent.version.horizon);
        if own.overlaps(outer) && !outer.contains(own) {
            let args = vec![
                ("from", own.from_year().to_string()),
                ("to", own.to_year().to_string()),
                ("parent", parent.reference().to_string()),
                ("parent_from", outer.from_year().to_string()),
                ("parent_to", outer.to_year().to_string()),
            ];
            report.add(Rule::HorizonOutside, Subject::Plan(node.reference()), args);
        }
    }
}

fn reaches_itself(all: &Portfolio, start: ElementAt) -> bool {
    let mut seen: Vec<ElementAt> = Vec::new();
    let mut open: Vec<ElementAt> = all.parents(start).collect();
    while let Some(at) = open.pop() {
        if at == start {
            return true;
        }
        if !seen.contains(&at) {
            seen.push(at);
            open.extend(all.parents(at));
        }
    }
    false
}

fn add(report: &mut Report<'_>, rule: Rule, subject: Option<Subject>, args: Vec<(&'static str, String)>) {
    if let Some(subject) = subject {
        report.add(rule, subject, args);
    }
}
