//! Entities that must have a plan and have none: the absence is stated, never shown as an empty page.
use std::collections::HashSet;

use base::codes::EntityCode;

use super::{Judge, Report, Rule, Subject};
use crate::domain::portfolio::Portfolio;
use crate::domain::words::PlanState;

pub(super) fn check(all: &Portfolio, judge: &Judge<'_>, report: &mut Report<'_>) {
    let have: HashSet<(&EntityCode, &str)> = all
        .versions()
        .filter(|(_, node)| {
            let approved = matches!(node.version.state, PlanState::InForce | PlanState::ApprovedByBoard);
            approved && node.version.horizon.holds(all.on())
        })
        .filter_map(|(_, node)| Some((node.plan.entity.as_ref()?, node.plan.plan_type.as_str())))
        .collect();
    for entity in judge.entities {
        let mut absent: Vec<&str> = judge
            .frame
            .required_of(&entity.kind, all.on())
            .map(|plan_type| plan_type.code.as_str())
            .filter(|plan_type| !have.contains(&(&entity.code, plan_type)))
            .collect();
        absent.sort_unstable();
        for plan_type in absent {
            let args = vec![("plan_type", plan_type.to_owned())];
            report.add(Rule::PlanAbsent, Subject::Entity(entity.code.clone()), args);
        }
    }
}
