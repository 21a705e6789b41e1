//! What a plan's card and targets become.
use std::collections::BTreeMap;

use planning::Path;
use planning::domain::card::{Baseline, Indicator};
use planning::domain::plan::{Horizon, Instrument, Plan, Version};
use planning::domain::target::Goal;
use planning::domain::words::{PlanState, VersionKind};
use planning::queries::indicators::IndicatorView;

use crate::domain::{Accumulation, Sense, Status};
use crate::queries::promises::promises;

fn card(code: &str, sense: Option<Sense>) -> Indicator {
    Indicator {
        code: code.parse().unwrap(),
        element: "OE1".parse().unwrap(),
        name: "Human Development Index".to_owned(),
        name_en: None,
        level: None,
        dimension: None,
        unit: None,
        sense,
        accumulation: Some(Accumulation::Stock),
        aggregation: None,
        justification: None,
        limitations: None,
        method: Some("UNDP".to_owned()),
        relevance: None,
        responsible_post: None,
        periodicity: None,
        data_source: None,
        baseline: Some(Baseline { value: "0.737".parse().unwrap(), period: "2013".parse().unwrap() }),
        lead: true,
        end_date: None,
        series: "HDI".parse().ok(),
        programme: None,
        product: None,
        valid_from: None,
    }
}

/// Goals as `TERRITORY PERIOD VALUE`.
fn view(card: Indicator, goals: &[&str]) -> IndicatorView {
    let mut paths: BTreeMap<_, Path> = BTreeMap::new();
    for goal in goals {
        let words: Vec<&str> = goal.split(' ').collect();
        let goal = Goal { value: words[2].parse().unwrap(), high: None };
        paths.entry(words[0].parse().unwrap()).or_default().0.push((words[1].parse().unwrap(), goal));
    }
    let plan = Plan {
        code: "PEDN".parse().unwrap(),
        plan_type: "PEDN".to_owned(),
        entity: None,
        territory: "PE".parse().ok(),
        sector: None,
        sample: false,
    };
    let version = Version {
        code: "2011".parse().unwrap(),
        kind: VersionKind::New,
        state: PlanState::InForce,
        title: "Plan Bicentenario".to_owned(),
        title_en: None,
        horizon: Horizon::new(2011, 2021).unwrap(),
        instrument: Some(Instrument { name: "D.S. 054-2011-PCM".to_owned(), date: None }),
        valid: None,
        source: "CEPLAN".to_owned(),
    };
    IndicatorView { plan: plan.into(), version: version.into(), card: card.into(), paths }
}

#[test]
fn a_card_promises_once_for_each_territory_with_targets() {
    let with = view(card("I1", Some(Sense::Increase)), &["PE 2016 0.739", "PE 2021 0.764", "24 2021 0.70"]);
    let mut found = promises(&with);
    found.extend(promises(&view(card("I2", None), &[])));
    let shown: Vec<String> = found
        .iter()
        .map(|p| {
            let place = p.territory.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{}@{}/{} {place} {}", p.plan, p.version, p.indicator, p.card.targets.len())
        })
        .collect();
    assert_eq!(shown, ["PEDN@2011/I1 24 1", "PEDN@2011/I1 PE 2", "PEDN@2011/I2 PE 0"]);
    let card = &found[1].card;
    assert_eq!(card.approved_by.as_deref(), Some("D.S. 054-2011-PCM"));
    assert_eq!(card.counts_from.unwrap().to_string(), "2011-01-01");
    assert!(card.method_stated);
}

#[test]
fn a_promise_is_judged_by_what_its_card_says() {
    let status = |promise: &crate::queries::promises::Promise| {
        let facts = crate::domain::Facts {
            indicator: promise.card.clone(),
            observations: vec![crate::domain::Observation {
                period: "2016".parse().unwrap(),
                value: "0.739".parse().unwrap(),
                scale: None,
            }],
            frozen_on: None,
            unavailable: Vec::new(),
            marks: Vec::new(),
        };
        crate::domain::assess(&facts, &super::case::rules(0), "2016-12-31".parse().unwrap()).status
    };
    let views = [
        view(card("I1", Some(Sense::Increase)), &["PE 2016 0.739"]),
        view(card("I2", None), &["PE 2016 0.739"]),
        view(card("I3", Some(Sense::Increase)), &[]),
    ];
    let found: Vec<Status> = views.iter().flat_map(promises).map(|p| status(&p)).collect();
    assert_eq!(found, [Status::Achieved, Status::NoMethod, Status::NoTarget]);
}
