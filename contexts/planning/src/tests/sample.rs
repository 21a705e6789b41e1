//! A small state: a national plan, a sector plan, an institutional plan, an operational plan.
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::articulation::{Articulation, Frame, PlanType};
use crate::domain::card::{Baseline, Indicator};
use crate::domain::check::{EntityFacts, Finding, Judge, Rule, RuleSource, RuleSources, check};
use crate::domain::content::Content;
use crate::domain::element::Element;
use crate::domain::plan::{Horizon, Instrument, Plan, Version};
use crate::domain::portfolio::Portfolio;
use crate::domain::target::{Goal, Target, TargetKey};
use crate::domain::verbs::VagueVerbs;
use crate::domain::words::{ElementKind, Level, PlanState, Sense, Severity, VersionKind};

pub const ON: Date = Date::constant(2016, 6, 1);

pub fn content(plan: &str, version: &str, plan_type: &str, entity: &str, years: (i16, i16)) -> Content {
    Content {
        plan: Plan {
            code: plan.parse().unwrap(),
            plan_type: plan_type.to_owned(),
            entity: Some(entity.parse().unwrap()),
            territory: None,
            sector: None,
            sample: true,
        },
        version: Version {
            code: version.parse().unwrap(),
            kind: VersionKind::New,
            state: PlanState::InForce,
            title: plan.to_owned(),
            title_en: None,
            horizon: Horizon::new(years.0, years.1).unwrap(),
            instrument: Some(Instrument { name: "DS 1".to_owned(), date: Some(ON) }),
            valid: None,
            source: "test".to_owned(),
        },
        elements: BTreeMap::new(),
        indicators: BTreeMap::new(),
        targets: BTreeMap::new(),
    }
}

pub fn element(code: &str, kind: ElementKind, parent: Option<&str>, above: &[&str]) -> Element {
    Element {
        code: code.parse().unwrap(),
        kind,
        parent: parent.map(|p| p.parse().unwrap()),
        hangs_from: above.iter().map(|a| a.parse().unwrap()).collect(),
        state_policies: vec!["AN-05".to_owned()],
        national_policies: Vec::new(),
        title: format!("Construir {code}"),
        title_en: None,
        responsible_post: None,
        start: None,
        end: None,
    }
}

pub fn card(code: &str, element: &str) -> Indicator {
    Indicator {
        code: code.parse().unwrap(),
        element: element.parse().unwrap(),
        name: code.to_owned(),
        name_en: None,
        level: Some(Level::Outcome),
        dimension: None,
        unit: Some("%".to_owned()),
        sense: Some(Sense::Increase),
        accumulation: None,
        aggregation: None,
        justification: None,
        limitations: None,
        method: None,
        relevance: None,
        responsible_post: Some("P-1".parse().unwrap()),
        periodicity: None,
        data_source: None,
        baseline: Some(Baseline { value: 1.into(), period: "2014".parse().unwrap() }),
        lead: false,
        end_date: None,
        series: None,
        programme: None,
        product: None,
        valid_from: None,
    }
}

pub fn target(indicator: &str, period: &str, value: i64) -> (TargetKey, Target) {
    let key = TargetKey {
        indicator: indicator.parse().unwrap(),
        territory: "PE".parse().unwrap(),
        period: period.parse().unwrap(),
    };
    (key, Target { goal: Goal { value: value.into(), high: None }, rationale: None, set_on: None })
}

impl Content {
    #[must_use]
    pub fn with(mut self, element: Element) -> Self {
        self.elements.insert(element.code.clone(), element);
        self
    }

    /// With an indicator that has a target.
    #[must_use]
    pub fn measured(mut self, indicator: Indicator) -> Self {
        self.targets.extend([target(indicator.code.as_str(), "2016", 2)]);
        self.indicators.insert(indicator.code.clone(), indicator);
        self
    }
}

/// Four plans without a finding.
pub fn state() -> Vec<Content> {
    use ElementKind::{Action, Activity, Objective};
    vec![
        content("PEDN", "2011", "PEDN", "X:ceplan", (2011, 2021))
            .with(element("OE1", Objective, None, &[]))
            .measured(card("OE1-I1", "OE1")),
        content("PESEM", "1", "PESEM", "E:1", (2016, 2020))
            .with(element("OS1", Objective, None, &["PEDN/OE1"]))
            .with(element("AS1", Action, Some("OS1"), &[]))
            .measured(card("OS1-I1", "OS1")),
        content("PEI", "1", "PEI", "E:1", (2016, 2018))
            .with(element("OI1", Objective, None, &["PESEM/OS1"]))
            .with(element("AI1", Action, Some("OI1"), &[]))
            .measured(card("OI1-I1", "OI1")),
        content("POI", "2016", "POI", "E:1", (2016, 2016)).with(element("A1", Activity, None, &["PEI/AI1"])),
    ]
}

pub fn frame() -> Frame {
    use ElementKind::{Action, Objective};
    let plan_type = |code: &str, years: i16, required: &[&str]| PlanType {
        code: code.to_owned(),
        name: code.to_owned(),
        name_en: None,
        level: "national".to_owned(),
        prepared_by: Vec::new(),
        horizon_years: Some(years),
        phase: None,
        linked: true,
        required_of: required.iter().map(|k| (*k).to_owned()).collect(),
        valid: None,
        source: "test".to_owned(),
    };
    let row = |child: &str, parent: &str, kinds: &[ElementKind]| Articulation {
        plan_type: child.to_owned(),
        entity_kind: Some("ministry".to_owned()),
        parent_type: parent.to_owned(),
        parent_kinds: kinds.to_vec(),
        required: true,
        valid: None,
        source: "test".to_owned(),
    };
    let types = [
        plan_type("PEDN", 11, &[]),
        plan_type("PESEM", 5, &["ministry"]),
        plan_type("PEI", 3, &["ministry"]),
        plan_type("POI", 1, &["ministry"]),
    ];
    Frame {
        types: types.into_iter().map(|t| (t.code.clone(), t)).collect(),
        matrix: vec![
            row("PESEM", "PEDN", &[Objective]),
            row("PEI", "PESEM", &[Objective, Action]),
            row("POI", "PEI", &[Objective, Action]),
        ],
        state_policies: ["AN-05".to_owned()].into(),
        national_policies: ["PN-01".to_owned()].into(),
    }
}

pub fn findings_of(plans: Vec<Content>, entities: &[EntityFacts]) -> Vec<Finding> {
    let source = |rule: &Rule| (*rule, RuleSource { severity: Severity::Gap, source: "¶1".into() });
    let judge = Judge {
        frame: &frame(),
        verbs: &VagueVerbs::new(["mejor", "fortalec", "improv", "strengthen"]),
        sources: &RuleSources::new(Rule::ALL.iter().map(source)),
        entities,
    };
    check(&Portfolio::new(plans, ON), &judge)
}

pub fn ministry() -> Vec<EntityFacts> {
    vec![EntityFacts { code: "E:1".parse().unwrap(), kind: "ministry".to_owned() }]
}
