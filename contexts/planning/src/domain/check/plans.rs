//! A version as a whole: its type, horizon, instrument, policies, and its place among versions.
use super::{Judge, Report, Rule, Subject};
use crate::domain::element::Element;
use crate::domain::plan::Version;
use crate::domain::portfolio::{Portfolio, VersionNode};
use crate::domain::programming::beyond;
use crate::domain::versions::{Mismatch, mismatches};
use crate::domain::words::{PlanState, VersionKind};

pub(super) fn check(all: &Portfolio, judge: &Judge<'_>, node: &VersionNode, report: &mut Report<'_>) {
    let version = &node.version;
    let subject = || Subject::Plan(node.reference());
    let years = version.horizon.years();
    match judge.frame.types.get(&node.plan.plan_type) {
        None => {
            let args = vec![("plan_type", node.plan.plan_type.clone())];
            report.add(Rule::PlanTypeUnknown, subject(), args);
        }
        Some(plan_type) => {
            let extended = version.kind == VersionKind::Extended;
            let laid_down = plan_type.horizon_years.filter(|laid| *laid != years);
            if let Some(laid) = laid_down.filter(|laid| !(extended && years > *laid)) {
                let args = vec![
                    ("plan_type", plan_type.code.clone()),
                    ("years", years.to_string()),
                    ("expected", laid.to_string()),
                ];
                report.add(Rule::HorizonLength, subject(), args);
            }
        }
    }
    if version.state == PlanState::InForce && version.instrument.is_none() {
        report.add(Rule::InstrumentAbsent, subject(), Vec::new());
    }
    if let Some(programmed) = judge.frame.programmed_until.filter(|_| version.in_force_on(all.on())) {
        let years = beyond(version.horizon.to_year(), programmed, all.on().year());
        if years > 0 {
            let args = vec![
                ("to", version.horizon.to_year().to_string()),
                ("programmed", programmed.to_string()),
                ("years", years.to_string()),
            ];
            report.add(Rule::HorizonBeyondFramework, subject(), args);
        }
    }
    policies(all, judge, node, report);
    siblings(all, node, report);
}

fn policies(all: &Portfolio, judge: &Judge<'_>, node: &VersionNode, report: &mut Report<'_>) {
    let frame = judge.frame;
    let named = all.elements_of(node).any(|(_, n)| !n.element.state_policies.is_empty());
    if !named && !frame.state_policies.is_empty() {
        report.add(Rule::StatePolicyAbsent, Subject::Plan(node.reference()), Vec::new());
    }
    let names_policy = frame.types.get(&node.plan.plan_type).is_some_and(|t| t.names_policy);
    let serves = |element: &Element| !element.national_policies.is_empty() || !element.hangs_from.is_empty();
    if names_policy && !all.elements_of(node).any(|(_, n)| serves(&n.element)) {
        report.add(Rule::NationalPolicyAbsent, Subject::Plan(node.reference()), Vec::new());
    }
    for (at, n) in all.elements_of(node) {
        let state = n.element.state_policies.iter().filter(|p| !frame.state_policies.contains(*p));
        let listed = !frame.national_policies.is_empty();
        let national =
            n.element.national_policies.iter().filter(|p| listed && !frame.national_policies.contains(*p));
        for policy in state.chain(national) {
            let Some(subject) = all.reference(at) else { continue };
            report.add(Rule::PolicyUnknown, Subject::Element(subject), vec![("policy", policy.clone())]);
        }
    }
}

fn siblings(all: &Portfolio, node: &VersionNode, report: &mut Report<'_>) {
    let versions: Vec<&Version> = all.versions_of(&node.plan.code).map(|n| &n.version).collect();
    for mismatch in mismatches(&node.version, &versions) {
        let (rule, args) = match mismatch {
            Mismatch::NothingBefore => (Rule::VersionBeforeAbsent, Vec::new()),
            Mismatch::HorizonChanged { before } | Mismatch::HorizonNotExtended { before } => {
                (Rule::VersionHorizon, vec![("kind", node.version.kind.to_string()), ("before", before)])
            }
            Mismatch::TwoInForce { other } => (Rule::TwoVersionsInForce, vec![("other", other)]),
        };
        report.add(rule, Subject::Plan(node.reference()), args);
    }
}
