//! Each finding from one thing wrong in a state that has no other.
use std::collections::BTreeSet;

use super::sample::{card, content, element, findings_about, findings_of, ministry, state};
use super::texts::words_fit;
use crate::domain::check::{Finding, Rule, Subject};
use crate::domain::content::Content;
use crate::domain::plan::Horizon;
use crate::domain::words::{ElementKind, Level, PlanState, VersionKind};

const PEDN: usize = 0;
const PESEM: usize = 1;
const PEI: usize = 2;
const POI: usize = 3;

fn check(spoil: impl FnOnce(&mut Vec<Content>), expect: &[(Rule, &str)]) {
    let mut plans = state();
    spoil(&mut plans);
    let findings = findings_of(plans.clone(), &ministry());
    alone_as_among_all(&plans, &findings);
    findings.iter().for_each(words_fit);
    let mut got: Vec<(Rule, String)> =
        findings.into_iter().map(|f| (f.rule, f.subject.to_string())).collect();
    got.sort();
    let mut expect: Vec<(Rule, String)> = expect.iter().map(|(r, s)| (*r, (*s).to_owned())).collect();
    expect.sort();
    assert_eq!(got, expect);
}

/// Each version judged with the plans above it alone has the findings that it has among all.
fn alone_as_among_all(plans: &[Content], findings: &[Finding]) {
    for own in plans {
        let mut needed = BTreeSet::from([own.plan.code.clone()]);
        while let Some(more) =
            plans.iter().find(|p| needed.contains(&p.plan.code) && !p.plans_above().is_subset(&needed))
        {
            let above: Vec<_> = more.plans_above().into_iter().collect();
            let known = needed.len();
            needed.extend(above);
            assert!(needed.len() > known);
        }
        let few = plans.iter().filter(|p| needed.contains(&p.plan.code)).cloned().collect();
        let at = own.version.reference(&own.plan.code);
        let of_own = |finding: &&Finding| match &finding.subject {
            Subject::Plan(plan) => *plan == at,
            Subject::Element(element) => element.plan == at,
            Subject::Indicator(indicator) => indicator.plan == at,
            Subject::Entity(_) => false,
        };
        let expect: Vec<Finding> = findings.iter().filter(of_own).cloned().collect();
        assert_eq!(findings_about(few, &ministry(), &at), expect, "{at}");
    }
}

fn alter(content: &mut Content, code: &str, change: impl FnOnce(&mut crate::domain::element::Element)) {
    change(content.elements.get_mut(&code.parse().unwrap()).unwrap());
}

fn alter_card(content: &mut Content, code: &str, change: impl FnOnce(&mut crate::domain::card::Indicator)) {
    change(content.indicators.get_mut(&code.parse().unwrap()).unwrap());
}

#[test]
fn a_coherent_state_has_no_finding() {
    check(|_| {}, &[]);
}

#[test]
fn plans() {
    check(|s| drop(s.remove(POI)), &[(Rule::PlanAbsent, "E:1")]);
    check(|s| s[POI].version.state = PlanState::Draft, &[(Rule::PlanAbsent, "E:1")]);
    check(
        |s| s[PEDN].plan.plan_type = "PLAN".into(),
        &[
            (Rule::PlanTypeUnknown, "PEDN@2011"),
            (Rule::ParentWrong, "PESEM@1/OS1"),
            (Rule::PlanUnlinked, "PESEM@1"),
        ],
    );
    check(|s| s[PEI].version.horizon = Horizon::new(2016, 2019).unwrap(), &[(Rule::HorizonLength, "PEI@1")]);
    check(
        |s| s[PEDN].version.horizon = Horizon::new(2011, 2022).unwrap(),
        &[(Rule::HorizonBeyondFramework, "PEDN@2011"), (Rule::HorizonLength, "PEDN@2011")],
    );
    check(
        |s| {
            s[PEDN].version.horizon = Horizon::new(2011, 2022).unwrap();
            s[PEDN].version.state = PlanState::ApprovedByBoard;
        },
        &[(Rule::HorizonLength, "PEDN@2011")],
    );
    check(|s| s[PEI].version.horizon = Horizon::new(2015, 2017).unwrap(), &[(Rule::HorizonOutside, "PEI@1")]);
    check(|s| s[PEI].version.instrument = None, &[(Rule::InstrumentAbsent, "PEI@1")]);
}

#[test]
fn policies() {
    let clear = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.state_policies.clear());
    check(clear, &[(Rule::StatePolicyAbsent, "POI@2016")]);
    let wrong = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.state_policies.push("AN-99".into()));
    check(wrong, &[(Rule::PolicyUnknown, "POI@2016/A1")]);
    let wrong = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.national_policies.push("PN-9".into()));
    check(wrong, &[(Rule::PolicyUnknown, "POI@2016/A1")]);
    let right = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.national_policies.push("PN-01".into()));
    check(right, &[]);
    // Of the types that the country says, and of no other.
    let none = |s: &mut Vec<Content>| alter(&mut s[PEDN], "OE1", |e| e.national_policies.clear());
    check(none, &[(Rule::NationalPolicyAbsent, "PEDN@2011")]);
}

#[test]
fn an_indicator_does_not_want_the_contrary_of_its_frame() {
    use crate::domain::words::Sense;
    let with = |own: Sense, above: Sense, series: &'static str| {
        move |s: &mut Vec<Content>| {
            alter_card(&mut s[PEDN], "OE1-I1", |card| {
                (card.sense, card.series) = (Some(above), Some("IPM".parse().unwrap()));
            });
            alter_card(&mut s[PEI], "OI1-I1", |card| {
                (card.sense, card.series) = (Some(own), Some(series.parse().unwrap()));
            });
        }
    };
    let found: &[(Rule, &str)] = &[(Rule::FrameContradicted, "PEI@1/OI1-I1")];
    check(with(Sense::Increase, Sense::Decrease, "IPM"), found);
    check(with(Sense::AtLeast, Sense::AtMost, "IPM"), found);
    check(with(Sense::AtMost, Sense::Decrease, "IPM"), &[]);
    // Another series is another thing.
    check(with(Sense::Increase, Sense::Decrease, "IDH"), &[]);
}

#[test]
fn versions() {
    use PlanState::{ApprovedByBoard, InForce};
    use VersionKind::{Extended, Updated};
    let updated = |years: (i16, i16), kind: VersionKind, state: PlanState| {
        move |s: &mut Vec<Content>| {
            let mut new = s[PEDN].clone();
            new.version.code = "2012".parse().unwrap();
            new.version.kind = kind;
            new.version.state = state;
            new.version.horizon = Horizon::new(years.0, years.1).unwrap();
            s.push(new);
        }
    };
    check(updated((2011, 2021), Updated, ApprovedByBoard), &[]);
    check(updated((2011, 2021), Updated, InForce), &[(Rule::TwoVersionsInForce, "PEDN@2012")]);
    check(
        updated((2011, 2022), Updated, ApprovedByBoard),
        &[(Rule::VersionHorizon, "PEDN@2012"), (Rule::HorizonLength, "PEDN@2012")],
    );
    check(updated((2011, 2025), Extended, ApprovedByBoard), &[]);
    check(updated((2011, 2021), Extended, ApprovedByBoard), &[(Rule::VersionHorizon, "PEDN@2012")]);
    check(|s| s[PEDN].version.kind = Updated, &[(Rule::VersionBeforeAbsent, "PEDN@2011")]);
}

#[test]
fn articulation() {
    let orphan = |s: &mut Vec<Content>| alter(&mut s[PEI], "OI1", |e| e.hangs_from.clear());
    check(orphan, &[(Rule::Orphan, "PEI@1/OI1"), (Rule::PlanUnlinked, "PEI@1")]);
    let loose = |s: &mut Vec<Content>| {
        s[PEI].elements.insert("X".parse().unwrap(), element("X", ElementKind::Action, None, &[]));
    };
    check(loose, &[(Rule::Orphan, "PEI@1/X")]);
    let link = |to: &'static str| {
        move |s: &mut Vec<Content>| alter(&mut s[PEI], "AI1", |e| e.hangs_from = vec![to.parse().unwrap()])
    };
    check(link("PESEM/NONE"), &[(Rule::ParentAbsent, "PEI@1/AI1")]);
    check(link("PESEM@9/OS1"), &[(Rule::ParentAbsent, "PEI@1/AI1")]);
    check(link("PEDN/OE1"), &[(Rule::ParentWrong, "PEI@1/AI1")]);
    check(link("PESEM@1/AS1"), &[]);
    check(
        |s| s[PESEM].version.state = PlanState::Superseded,
        &[(Rule::ParentExpired, "PEI@1/OI1"), (Rule::PlanAbsent, "E:1")],
    );
    let over = |s: &mut Vec<Content>| {
        s.push(content("OLD", "1", "PEDN", "X:ceplan", (2001, 2011)));
        s[4].version.state = PlanState::InForce;
        s[4] = s[4].clone().with(element("O", ElementKind::Objective, None, &[])).measured(card("I", "O"));
        alter(&mut s[PESEM], "OS1", |e| e.hangs_from.push("OLD/O".parse().unwrap()));
    };
    check(over, &[(Rule::NationalPolicyAbsent, "OLD@1"), (Rule::ParentExpired, "PESEM@1/OS1")]);
    let circle = |s: &mut Vec<Content>| {
        alter(&mut s[PEDN], "OE1", |e| e.hangs_from.push("PEI/OI1".parse().unwrap()));
    };
    check(
        circle,
        &[
            (Rule::ParentWrong, "PEDN@2011/OE1"),
            (Rule::HorizonOutside, "PEDN@2011"),
            (Rule::ThreadCircular, "PEDN@2011/OE1"),
            (Rule::ThreadCircular, "PESEM@1/OS1"),
            (Rule::ThreadCircular, "PEI@1/OI1"),
        ],
    );
}

#[test]
fn elements() {
    let late = |s: &mut Vec<Content>| {
        alter(&mut s[POI], "A1", |e| e.end = Some(jiff::civil::date(2017, 1, 1)));
    };
    check(late, &[(Rule::DatesOutside, "POI@2016/A1")]);
    let bare = |s: &mut Vec<Content>| {
        let objective = element("OI2", ElementKind::Objective, None, &["PESEM/OS1"]);
        s[PEI].elements.insert(objective.code.clone(), objective);
    };
    check(bare, &[(Rule::ObjectiveUnmeasured, "PEI@1/OI2")]);
    for title in
        ["Mejoramiento de la red", "FORTALECER capacidades", "1.2 El fortalecimiento", "Improving roads"]
    {
        let vague = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.title = title.to_owned());
        check(vague, &[(Rule::VagueVerb, "POI@2016/A1")]);
    }
    for title in ["Capacitar para mejorar", "Construir mejores escuelas", "", "—", "2016"] {
        let concrete = |s: &mut Vec<Content>| alter(&mut s[POI], "A1", |e| e.title = title.to_owned());
        check(concrete, &[]);
    }
}

#[test]
fn cards() {
    let one = |rule: Rule, change: fn(&mut crate::domain::card::Indicator)| {
        check(|s| alter_card(&mut s[PEI], "OI1-I1", change), &[(rule, "PEI@1/OI1-I1")]);
    };
    one(Rule::OwnerAbsent, |c| c.responsible_post = None);
    one(Rule::BaselineAbsent, |c| c.baseline = None);
    one(Rule::SenseAbsent, |c| c.sense = None);
    one(Rule::OutputUndated, |c| c.level = Some(Level::Output));
    one(Rule::OutputUnitAbsent, |c| {
        c.level = Some(Level::Output);
        c.end_date = Some(jiff::civil::date(2018, 12, 31));
        c.unit = None;
    });
    check(|s| s[PEI].targets.clear(), &[(Rule::TargetAbsent, "PEI@1/OI1-I1")]);
}
