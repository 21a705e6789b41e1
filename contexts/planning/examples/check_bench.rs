//! Times the checks over a made state: 3,000 entities, 500,000 elements.
//!
//!     cargo run --release -p planning --example check_bench [ENTITIES] [ELEMENTS] [SEED] [STORED]
//!
//! With STORED other than 0 the state is first recorded in a throwaway data folder, and reading it is timed.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;
use std::time::Instant;

use jiff::civil::date;
use planning::actions::import_plan::{Input, import_plan};
use planning::domain::articulation::{Articulation, Frame, PlanType};
use planning::domain::card::Indicator;
use planning::domain::check::{EntityFacts, Judge, Rule, RuleSource, RuleSources, check};
use planning::domain::content::Content;
use planning::domain::element::Element;
use planning::domain::plan::{Horizon, Plan, Version};
use planning::domain::portfolio::Portfolio;
use planning::domain::verbs::VagueVerbs;
use planning::domain::words::{ElementKind, Level, PlanState, Sense, Severity, VersionKind};
use planning::reading::files::{Delivered, Located};

/// `SplitMix64`: the same seed makes the same state everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

fn main() {
    let mut args = std::env::args().skip(1).map(|a| a.parse::<u64>().unwrap());
    let entities = args.next().unwrap_or(3_000);
    let elements = args.next().unwrap_or(500_000);
    let seed = args.next().unwrap_or(1);
    let mut dice = Dice(seed);
    let plans = make(&mut dice, entities, elements);
    let facts: Vec<EntityFacts> = (0..entities).map(entity).collect();
    let count: usize = plans.iter().map(|p| p.elements.len()).sum();
    let (frame, verbs, sources) = law();
    let judge = Judge { frame: &frame, verbs: &verbs, sources: &sources, entities: &facts };

    let stored = args.next().unwrap_or(0) != 0;
    let plans = if stored { through_the_store(plans) } else { plans };
    let start = Instant::now();
    let all = Portfolio::new(plans, date(2020, 6, 1));
    let joined = start.elapsed();
    let start = Instant::now();
    let findings = check(&all, &judge);
    let checked = start.elapsed();
    let mut by_rule: BTreeMap<Rule, usize> = BTreeMap::new();
    for finding in &findings {
        *by_rule.entry(finding.rule).or_default() += 1;
    }
    println!("entities {entities}, elements {count}, seed {seed}");
    println!("join  {:>8.1} ms", joined.as_secs_f64() * 1e3);
    println!("check {:>8.1} ms, {} findings", checked.as_secs_f64() * 1e3, findings.len());
    for (rule, n) in by_rule {
        println!("  {rule:<24} {n:>8}");
    }
}

fn through_the_store(plans: Vec<Content>) -> Vec<Content> {
    fn located<K: Ord, T>(rows: BTreeMap<K, T>) -> BTreeMap<K, Located<T>> {
        rows.into_iter().map(|(k, content)| (k, Located { file: String::new(), line: 0, content })).collect()
    }
    let mut delivered = Delivered::default();
    for plan in plans {
        let key = (plan.plan.code.clone(), plan.version.code.clone());
        let head = Located { file: String::new(), line: 0, content: (plan.plan, plan.version) };
        delivered.plans.insert(key.clone(), head);
        delivered.elements.insert(key.clone(), located(plan.elements));
        delivered.indicators.insert(key, located(plan.indicators));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let bench = testkit::Bench::new(&[planning::MIGRATIONS]).await;
        let start = Instant::now();
        let input = Input { source: "made".to_owned(), delivered, partial: false };
        import_plan(&bench.ctx, input).await.unwrap();
        println!("import {:>7.1} ms", start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        let known = bench.known().await;
        let plans = planning::queries::contents(&mut *bench.read().await, known).await.unwrap();
        println!("read  {:>8.1} ms", start.elapsed().as_secs_f64() * 1e3);
        plans
    })
}

fn entity(n: u64) -> EntityFacts {
    EntityFacts { code: format!("E:{n:05}").parse().unwrap(), kind: "municipality".to_owned() }
}

/// One national plan; for each entity an institutional plan and the operational plan that hangs from it.
fn make(dice: &mut Dice, entities: u64, elements: u64) -> Vec<Content> {
    let mut top = content("PEDN", "PEDN", None, (2012, 2021));
    for n in 0..6 {
        put(&mut top, element(dice, &format!("OE{n}"), ElementKind::Objective, None, None));
    }
    let mut plans = vec![top];
    // One entity in 25 has no plan: the others have more.
    let own = elements * 25 / 24 / entities.max(1) + 1;
    for n in 0..entities {
        if dice.one_in(25) {
            continue;
        }
        let code = entity(n).code.to_string();
        let mut pei = content(&format!("PEI-{n}"), "PEI", Some(&code), (2019, 2021));
        let mut poi = content(&format!("POI-{n}"), "POI", Some(&code), (2020, 2020));
        let objectives = (own / 20).max(1);
        let actions = (own / 5).max(1);
        for i in 0..objectives {
            let link = (!dice.one_in(40)).then(|| format!("PEDN/OE{}", dice.below(7)));
            put(&mut pei, element(dice, &format!("O{i}"), ElementKind::Objective, None, link));
            put_card(dice, &mut pei, i);
        }
        for i in 0..actions {
            let parent = format!("O{}", dice.below(objectives));
            put(&mut pei, element(dice, &format!("A{i}"), ElementKind::Action, Some(&parent), None));
        }
        for i in 0..own.saturating_sub(objectives + actions) {
            let link = (!dice.one_in(100)).then(|| format!("PEI-{n}/A{}", dice.below(actions)));
            put(&mut poi, element(dice, &format!("T{i}"), ElementKind::Activity, None, link));
        }
        plans.extend([pei, poi]);
    }
    plans
}

fn put(content: &mut Content, element: Element) {
    content.elements.insert(element.code.clone(), element);
}

fn content(code: &str, plan_type: &str, entity: Option<&str>, years: (i16, i16)) -> Content {
    Content {
        plan: Plan {
            code: code.parse().unwrap(),
            plan_type: plan_type.to_owned(),
            entity: entity.map(|e| e.parse().unwrap()),
            territory: None,
            sector: None,
            sample: true,
        },
        version: Version {
            code: "1".parse().unwrap(),
            kind: VersionKind::New,
            state: PlanState::InForce,
            title: code.to_owned(),
            title_en: None,
            horizon: Horizon::new(years.0, years.1).unwrap(),
            instrument: None,
            valid: None,
            source: "made".to_owned(),
        },
        elements: BTreeMap::new(),
        indicators: BTreeMap::new(),
        targets: BTreeMap::new(),
    }
}

fn element(
    dice: &mut Dice,
    code: &str,
    kind: ElementKind,
    parent: Option<&str>,
    link: Option<String>,
) -> Element {
    let verb = if dice.one_in(12) { "Mejoramiento de" } else { "Construcción de" };
    Element {
        code: code.parse().unwrap(),
        kind,
        parent: parent.map(|p| p.parse().unwrap()),
        hangs_from: link.into_iter().map(|l| l.parse().unwrap()).collect(),
        state_policies: if dice.one_in(3) { vec!["AN-05".to_owned()] } else { Vec::new() },
        national_policies: Vec::new(),
        title: format!("{verb} {} locales escolares del ámbito {}", dice.below(90), dice.below(2000)),
        title_en: None,
        responsible_post: None,
        start: Some(date(2020, 1, 1)),
        end: Some(date(if dice.one_in(200) { 2022 } else { 2020 }, 12, 31)),
    }
}

fn put_card(dice: &mut Dice, content: &mut Content, n: u64) {
    let mut given = |n| !dice.one_in(n);
    let card = Indicator {
        code: format!("I{n}").parse().unwrap(),
        element: format!("O{n}").parse().unwrap(),
        name: "Porcentaje de locales".to_owned(),
        name_en: None,
        level: Some(Level::Outcome),
        dimension: None,
        unit: Some("%".to_owned()),
        sense: given(10).then_some(Sense::Increase),
        accumulation: None,
        aggregation: None,
        justification: None,
        limitations: None,
        method: None,
        relevance: None,
        responsible_post: given(10).then(|| "P-1".parse().unwrap()),
        periodicity: None,
        data_source: None,
        baseline: None,
        lead: false,
        end_date: None,
        series: None,
        programme: None,
        product: None,
        valid_from: None,
    };
    content.indicators.insert(card.code.clone(), card);
}

fn law() -> (Frame, VagueVerbs, RuleSources) {
    let plan_type = |code: &str, years: i16, required_of: Vec<String>| PlanType {
        code: code.to_owned(),
        rank: 0,
        name: code.to_owned(),
        name_en: None,
        level: String::new(),
        prepared_by: Vec::new(),
        horizon_years: Some(years),
        phase: None,
        linked: true,
        required_of,
        names_policy: false,
        valid: None,
        source: String::new(),
    };
    let row = |child: &str, parent: &str, kind: ElementKind| Articulation {
        plan_type: child.to_owned(),
        entity_kind: None,
        parent_type: parent.to_owned(),
        parent_kinds: vec![kind],
        required: true,
        valid: None,
        source: String::new(),
    };
    let kinds = vec!["municipality".to_owned()];
    let types =
        [plan_type("PEDN", 10, vec![]), plan_type("PEI", 3, kinds.clone()), plan_type("POI", 1, kinds)];
    let frame = Frame {
        types: types.into_iter().map(|t| (t.code.clone(), t)).collect(),
        matrix: vec![row("PEI", "PEDN", ElementKind::Objective), row("POI", "PEI", ElementKind::Action)],
        state_policies: ["AN-05".to_owned()].into(),
        national_policies: ["PN-01".to_owned()].into(),
        programmed_until: None,
    };
    let source =
        |rule: &Rule| (*rule, RuleSource { severity: Severity::Gap, source: "made".into(), holds: false });
    (frame, VagueVerbs::new(["mejor", "fortalec"]), RuleSources::new(Rule::ALL.iter().map(source)))
}
