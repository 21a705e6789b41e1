//! What a study may not say, what it lacks, and what it takes up.
use super::{content, item, score, study, variable};
use crate::domain::{Content, Finding, Gap, Item, Kind, Study, StudyFault, World, check, gaps, taken_up};

fn scenario(code: &str, horizon: &str) -> Item {
    let fields =
        [("code", code), ("horizon", horizon), ("title", "t"), ("narrative", "n"), ("plausibility", "3")];
    item(Kind::Scenario, &fields)
}

fn state(scenario: &str, variable: &str) -> Item {
    item(Kind::State, &[("scenario", scenario), ("variable", variable), ("state", "s")])
}

fn choice(horizon: &str, scenario: &str) -> Item {
    item(Kind::Choice, &[("horizon", horizon), ("scenario", scenario), ("reason", "r")])
}

fn component(code: &str, parent: &str) -> Item {
    item(Kind::Component, &[("code", code), ("parent", parent), ("title", "t")])
}

fn risk(code: &str, variables: &str, probability: &str) -> Item {
    let fields = [
        ("code", code),
        ("kind", "risk"),
        ("title", "t"),
        ("probability", probability),
        ("impact", "1"),
        ("variables", variables),
    ];
    item(Kind::Risk, &fields)
}

fn trend(code: &str, variables: &str) -> Item {
    let fields = [
        ("code", code),
        ("kind", "trend"),
        ("direction", "up"),
        ("title", "t"),
        ("source", "s"),
        ("variables", variables),
    ];
    item(Kind::Trend, &fields)
}

fn uptake(proposal: &str, kind: &str, of: &str) -> Item {
    item(Kind::Uptake, &[("proposal", proposal), ("kind", kind), ("item", of)])
}

#[test]
fn what_is_named_must_be_there() {
    let findings = |items: Vec<Item>, world: &World| -> Vec<(String, &'static str, String)> {
        let found = check(&study(), &content(items), world);
        found.into_iter().map(|(_, key, field, finding)| (key, field, finding.to_string())).collect()
    };
    let none = World::default();
    let one = |items: Vec<Item>, expect: (&str, &str, &str)| {
        let found = findings(items, &none);
        assert!(
            found.iter().any(|(key, field, why)| (key.as_str(), *field, why.as_str()) == expect),
            "{expect:?}: {found:?}"
        );
    };
    one(vec![variable("V")], ("V", "component", "there is no component C"));
    one(vec![component("C", "X")], ("C", "parent", "there is no component X"));
    one(vec![component("C", "C")], ("C", "parent", "the component C is under itself"));
    one(
        vec![component("A", "B"), component("B", "C"), component("C", "A")],
        ("B", "parent", "the component B is under itself"),
    );
    one(vec![risk("R", "V;W", "3"), variable("V")], ("R", "variables", "there is no variable W"));
    one(
        vec![score("E", "V", "V", 2)],
        ("E/V/V", "influenced", "a variable has no influence of its own on itself: leave it out"),
    );
    one(vec![score("E", "V", "W", 2)], ("E/V/W", "expert", "there is no expert E"));
    one(vec![scenario("S", "2040")], ("S", "horizon", "the study does not look to 2040"));
    one(
        vec![scenario("S", "2030"), choice("2050", "S")],
        ("2050", "scenario", "the scenario S is of another horizon"),
    );
    one(vec![risk("R", "V", "6")], ("R", "probability", "the scale of the study ends at 5"));
    one(vec![uptake("P-1", "trend", "T")], ("P-1/trend/T", "item", "there is no trend T"));
    one(vec![uptake("P-1", "trend", "T")], ("P-1/trend/T", "proposal", "there is no proposal P-1"));
    let tie = item(Kind::Objective, &[("scenario", "S"), ("objective", "PEDN/OE1")]);
    let items = vec![scenario("S", "2030"), tie];
    assert_eq!(findings(items.clone(), &none).len(), 1);
    let world = World { elements: ["PEDN/OE1".to_owned()].into(), ..World::default() };
    assert_eq!(findings(items, &world), []);
}

#[test]
fn a_circle_elsewhere_does_not_hold_the_search() {
    let items = [component("A", "B"), component("B", "A"), component("C", "A")];
    let found = check(&study(), &content(items), &World::default());
    let circles = found.iter().filter(|(.., finding)| matches!(finding, Finding::Circle(_))).count();
    assert_eq!(circles, 2, "A and B are under themselves, C is not");
}

#[test]
fn what_is_missing_is_said() {
    let of = |items: Vec<Item>| gaps(&study(), &content(items));
    let empty = of(Vec::new());
    assert_eq!(empty.iter().filter(|gap| matches!(gap, Gap::None(_))).count(), 6);
    assert!(empty.contains(&Gap::NoScenario(2030)) && empty.contains(&Gap::NoScenario(2050)));
    let two = vec![variable("V"), variable("W"), score("E", "V", "W", 1)];
    assert!(of(two).contains(&Gap::PairsUnscored { missing: 1, of: 2 }));
    let told = of(vec![variable("V"), variable("W"), scenario("S", "2030"), state("S", "V")]);
    assert!(told.contains(&Gap::Stateless { scenario: "S".into(), variables: vec!["W".into()] }), "{told:?}");
    assert!(told.contains(&Gap::NoChoice(2030)));
    assert!(told.contains(&Gap::Undiagnosed(vec!["V".into(), "W".into()])));
    let chosen = of(vec![scenario("S", "2030"), choice("2030", "S")]);
    assert!(chosen.contains(&Gap::NoObjective(2030)) && chosen.contains(&Gap::NoScenario(2050)));
    let expert = item(Kind::Expert, &[("code", "E"), ("expertise", "x")]);
    let partly = of(vec![expert, variable("V"), variable("W"), score("E", "V", "W", 1)]);
    assert!(partly.contains(&Gap::ExpertsPartly(vec!["E".into()])));
    let steps: Vec<_> = partly.iter().map(Gap::step).collect();
    assert!(steps.windows(2).all(|pair| pair[0] <= pair[1]), "in the order of the steps");
}

#[test]
fn a_scenario_takes_up_what_became_of_proposals() {
    let rows: Content = content([
        variable("V"),
        variable("W"),
        scenario("S", "2030"),
        state("S", "V"),
        trend("T1", "V"),
        trend("T2", "W"),
        risk("R1", "V;W", "1"),
        uptake("P-1", "scenario", "S"),
        uptake("P-2", "trend", "T1"),
        uptake("P-3", "trend", "T2"),
        uptake("P-4", "risk", "R1"),
        uptake("P-4", "variable", "V"),
        uptake("P-5", "variable", "W"),
        uptake("P-6", "scenario", "V"),
    ]);
    let taken = taken_up(&rows, "S");
    assert_eq!(taken.proposals.keys().collect::<Vec<_>>(), ["P-1", "P-2", "P-4"]);
    assert_eq!(taken.proposals["P-4"].len(), 2, "by both ways");
    assert_eq!(taken_up(&rows, "none"), crate::domain::Taken::default());
}

#[test]
fn studies_are_checked() {
    let check = |change: fn(&mut Study), expect: Result<(), StudyFault>| {
        let mut study = study();
        change(&mut study);
        assert_eq!(study.checked().map(|_| ()), expect);
    };
    check(|_| (), Ok(()));
    check(|study| study.code = "a b".into(), Err(StudyFault::Code));
    check(|study| study.title = " ".into(), Err(StudyFault::Title));
    check(|study| study.horizons = Vec::new(), Err(StudyFault::Horizons));
    check(|study| study.horizons = vec![12], Err(StudyFault::Horizons));
    check(|study| study.scale_max = 1, Err(StudyFault::Scale));
    let ordered = Study { horizons: vec![2050, 2030, 2050], ..study() }.checked().unwrap();
    assert_eq!((ordered.horizons_text().as_str(), ordered.horizons), ("2030;2050", vec![2030, 2050]));
    assert_eq!(Study::horizons_of("2021; 2030,2050"), Ok(vec![2021, 2030, 2050]));
    assert_eq!(Study::horizons_of("soon"), Err(StudyFault::Horizons));
}
