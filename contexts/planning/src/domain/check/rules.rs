//! The rules that are checked, and where the pack says they come from.
use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::words::{Severity, word};

word! {
    /// What is checked. Source and severity of each are data of the country pack.
    Rule {
        /// An entity that must have a plan of a type has none approved (¶410).
        PlanAbsent = "plan_absent",
        /// The plan type is not one of the country's.
        PlanTypeUnknown = "plan_type_unknown",
        /// The horizon is not as long as its plan type's.
        HorizonLength = "horizon_length",
        /// The horizon runs outside that of a plan it hangs from.
        HorizonOutside = "horizon_outside",
        /// In force for years that no multi-year framework of money reaches (¶317, ¶370).
        HorizonBeyondFramework = "horizon_beyond_framework",
        /// In force without its legal instrument.
        InstrumentAbsent = "instrument_absent",
        /// The plan names no State policy.
        StatePolicyAbsent = "state_policy_absent",
        /// A policy is named that does not exist.
        PolicyUnknown = "policy_unknown",
        /// A plan that must name the National Policy it serves names none.
        NationalPolicyAbsent = "national_policy_absent",
        /// An indicator follows the same series as one of the frame and wants the contrary.
        FrameContradicted = "frame_contradicted",
        /// An update or extension without a version before it.
        VersionBeforeAbsent = "version_before_absent",
        /// An update with another horizon, or an extension that extends nothing.
        VersionHorizon = "version_horizon",
        /// Two versions of a plan in force at once.
        TwoVersionsInForce = "two_versions_in_force",
        /// A plan whose type must hang from another hangs from none of it.
        PlanUnlinked = "plan_unlinked",
        /// An element hangs from nothing.
        Orphan = "orphan",
        /// The element it names as its parent does not exist.
        ParentAbsent = "parent_absent",
        /// It hangs from a plan or an element that the matrix does not allow.
        ParentWrong = "parent_wrong",
        /// It hangs from a plan that is superseded or over.
        ParentExpired = "parent_expired",
        /// An element reaches itself through its parents.
        ThreadCircular = "thread_circular",
        /// Its dates lie outside the horizon of its plan.
        DatesOutside = "dates_outside",
        /// The activity opens with a verb that says nothing measurable.
        VagueVerb = "vague_verb",
        /// An objective without an indicator.
        ObjectiveUnmeasured = "objective_unmeasured",
        /// An indicator nobody answers for.
        OwnerAbsent = "owner_absent",
        BaselineAbsent = "baseline_absent",
        /// No target.
        TargetAbsent = "target_absent",
        /// It does not say which way is better.
        SenseAbsent = "sense_absent",
        /// An output indicator without its end date.
        OutputUndated = "output_undated",
        /// An output indicator without a unit is not quantitative.
        OutputUnitAbsent = "output_unit_absent",
    }
}

/// How much a rule weighs, and the norm, article or paragraph it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    pub severity: Severity,
    pub source: Arc<str>,
    /// Whether it holds a plan back from coming into force.
    pub holds: bool,
}

/// Rules that are in use on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSources(HashMap<Rule, RuleSource>);

impl RuleSources {
    pub fn new(rules: impl IntoIterator<Item = (Rule, RuleSource)>) -> Self {
        Self(rules.into_iter().collect())
    }

    pub fn get(&self, rule: Rule) -> Option<&RuleSource> {
        self.0.get(&rule)
    }
}
