//! Alerts about where plans stand among the others.
use std::collections::BTreeMap;

use db::{Conn, Files};
use pack::Pack;
use planning::{
    domain::{
        check::{Finding, Judge, Rule, Subject},
        portfolio::Portfolio,
        reference::PlanRef,
    },
    queries::findings::{Settled, entity_facts, findings_kept},
    reading::frame::Law,
};

use super::{AlertsError, Asked};
use crate::domain::{Alert, Cause, Sign, Trigger, Why};

/// Rules of the chain from a plan to its frame. That a plan is badly written is told in its findings, and raises nothing.
const CHAIN: [Rule; 10] = [
    Rule::PlanUnlinked,
    Rule::Orphan,
    Rule::ParentAbsent,
    Rule::ParentWrong,
    Rule::ParentExpired,
    Rule::ThreadCircular,
    Rule::HorizonOutside,
    Rule::FrameContradicted,
    Rule::PolicyUnknown,
    Rule::NationalPolicyAbsent,
];

/// One for each version of a plan with a broken link.
pub(super) async fn broken(
    conn: &mut Conn,
    files: &Files,
    asked: Asked,
    all: &Portfolio,
) -> Result<Vec<Alert>, AlertsError> {
    let pack = Pack::known(conn, files, asked.known).await?;
    let rules = Pack::law_known(conn, files, asked.known).await?;
    let law = Law::of(&pack, &rules.rulebook, asked.on, asked.known_on)?;
    let facts = entity_facts(conn, asked.known, asked.on).await?;
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities: &facts };
    let findings = findings_kept(Settled::of(conn, asked.known).await?, asked.known_on, all, &judge);
    let mut by_plan: BTreeMap<PlanRef, Vec<Sign>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| CHAIN.contains(&finding.rule)) {
        if let Some(plan) = plan_of(&finding.subject) {
            by_plan.entry(plan.clone()).or_default().push(sign(finding));
        }
    }
    let about = |(plan, signs): (PlanRef, Vec<Sign>)| {
        let node = all.find_version(&plan).and_then(|at| all.version(at))?;
        let mut alert = Alert::of(Cause::Alignment { plan }, signs, asked.on)?;
        alert.entity.clone_from(&node.plan.entity);
        alert.territory.clone_from(&node.plan.territory);
        alert.name = (node.version.title.clone(), node.version.title_en.clone());
        alert.sample = node.plan.sample;
        Some(alert)
    };
    Ok(by_plan.into_iter().filter_map(about).collect())
}

fn plan_of(subject: &Subject) -> Option<&PlanRef> {
    match subject {
        Subject::Entity(_) => None,
        Subject::Plan(plan) => Some(plan),
        Subject::Element(element) => Some(&element.plan),
        Subject::Indicator(indicator) => Some(&indicator.plan),
    }
}

fn sign(finding: &Finding) -> Sign {
    let why = Why::Broken {
        rule: finding.rule.as_str(),
        subject: finding.subject.to_string(),
        message: finding.message(),
        args: finding.args.clone(),
    };
    Sign { trigger: Trigger::AlignmentBroken, why }
}
