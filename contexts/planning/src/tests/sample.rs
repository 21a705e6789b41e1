//! A small state: a national plan, a sector plan, an institutional plan, an operational plan.
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::articulation::{Articulation, Frame, PlanType};
use crate::domain::card::{Baseline, Indicator};
use crate::domain::check::{
    EntityFacts, Finding, Judge, Rule, RuleSource, RuleSources, check, check_version,
};
use crate::domain::content::Content;
use crate::domain::element::Element;
use crate::domain::plan::{Horizon, Instrument, Plan, Version};
use crate::domain::portfolio::Portfolio;
use crate::domain::reference::PlanRef;
use crate::domain::target::{Goal, Target, TargetKey};
use crate::domain::verbs::VagueVerbs;
use crate::domain::words::{
    Accumulation, Aggregation, Dimension, ElementKind, Level, PlanState, Sense, Severity, VersionKind,
};

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

/// A plan with every field filled in.
pub fn everything() -> Content {
    let mut content = content("PEI", "1", "PEI", "E:1", (2016, 2018));
    content.plan.territory = Some("24".parse().unwrap());
    content.plan.sector = Some("S:01".parse().unwrap());
    content.version.kind = VersionKind::Extended;
    content.version.state = PlanState::ApprovedByBoard;
    content.version.title = "=Plan; \"con\", signos".to_owned();
    content.version.title_en = Some("Plan".to_owned());
    content.version.valid = Some(
        base::Validity::new("2016-01-01".parse().unwrap(), Some("2018-12-31".parse().unwrap())).unwrap(),
    );
    let mut objective = element("OI1", ElementKind::Objective, None, &["PESEM/OS1", "PEDN@2011/OE1"]);
    objective.national_policies = vec!["PN-01".to_owned(), "PN-02".to_owned()];
    objective.title_en = Some("Build".to_owned());
    objective.responsible_post = Some("P-1".parse().unwrap());
    objective.start = Some("2016-02-03".parse().unwrap());
    objective.end = Some("2017-11-30".parse().unwrap());
    let text = |text: &str| Some(text.to_owned());
    let full = Indicator {
        name_en: text("Coverage"),
        dimension: Some(Dimension::Economy),
        sense: Some(Sense::Within),
        accumulation: Some(Accumulation::AnnualReduction),
        aggregation: Some(Aggregation::None),
        justification: text("j"),
        limitations: text("l"),
        method: text("-m"),
        relevance: text("r"),
        periodicity: Some(base::period::Periodicity::Quarter),
        data_source: text("INEI"),
        lead: true,
        end_date: Some("2018-12-31".parse().unwrap()),
        series: Some("S-1".parse().unwrap()),
        programme: text("0001"),
        product: text("3000001"),
        valid_from: Some("2016-01-01".parse().unwrap()),
        ..card("I1", "OI1")
    };
    let (key, _) = target("I1", "2016-S1", 2);
    let goal = Target {
        goal: Goal { value: "-0.50".parse().unwrap(), high: Some(3.into()) },
        rationale: text("por qué"),
        set_on: Some("2016-01-02".parse().unwrap()),
    };
    content = content
        .with(objective)
        .with(element("AI1", ElementKind::Action, Some("OI1"), &[]))
        .with(element("A1", ElementKind::Activity, Some("AI1"), &[]));
    content.indicators.insert(full.code.clone(), full);
    content.targets.insert(key, goal);
    content
}

/// Four plans without a finding.
pub fn state() -> Vec<Content> {
    use ElementKind::{Action, Activity, Objective};
    vec![
        content("PEDN", "2011", "PEDN", "X:ceplan", (2011, 2021))
            .with(Element {
                national_policies: vec!["PN-01".to_owned()],
                ..element("OE1", Objective, None, &[])
            })
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
        rank: 0,
        name: code.to_owned(),
        name_en: None,
        level: "national".to_owned(),
        prepared_by: vec!["ministry".to_owned()],
        horizon_years: Some(years),
        phase: None,
        linked: true,
        names_policy: code == "PEDN",
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
        types: (0..).zip(types).map(|(rank, t)| (t.code.clone(), PlanType { rank, ..t })).collect(),
        matrix: vec![
            row("PESEM", "PEDN", &[Objective]),
            row("PEI", "PESEM", &[Objective, Action]),
            row("POI", "PEI", &[Objective, Action]),
        ],
        state_policies: ["AN-05".to_owned()].into(),
        national_policies: ["PN-01".to_owned()].into(),
        programmed_until: Some(2021),
    }
}

pub fn findings_of(plans: Vec<Content>, entities: &[EntityFacts]) -> Vec<Finding> {
    judged(plans, entities, check)
}

pub fn findings_about(plans: Vec<Content>, entities: &[EntityFacts], at: &PlanRef) -> Vec<Finding> {
    judged(plans, entities, |all, judge| check_version(all, judge, at))
}

fn judged(
    plans: Vec<Content>,
    entities: &[EntityFacts],
    ask: impl FnOnce(&Portfolio, &Judge<'_>) -> Vec<Finding>,
) -> Vec<Finding> {
    let source =
        |rule: &Rule| (*rule, RuleSource { severity: Severity::Gap, source: "¶1".into(), holds: false });
    let judge = Judge {
        frame: &frame(),
        verbs: &VagueVerbs::new(["mejor", "fortalec", "improv", "strengthen"]),
        sources: &RuleSources::new(Rule::ALL.iter().map(source)),
        entities,
    };
    ask(&Portfolio::new(plans, ON), &judge)
}

pub fn ministry() -> Vec<EntityFacts> {
    vec![EntityFacts { code: "E:1".parse().unwrap(), kind: "ministry".to_owned() }]
}
