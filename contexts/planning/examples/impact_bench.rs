//! Times the question "who would lose their parent if this objective went" over a made state: 3,000 entities, two million links.
//!
//!     cargo run --release -p planning --example impact_bench [ENTITIES] [LINKS] [SEED]
//!
//! Beside it, in the same run and on the same tables: what somebody would write in SQL who had the lists alone, the same as a
//! recursive walk over an index of links, and every plan joined in memory, as it was asked before there was an index.
#![allow(clippy::unwrap_used)]
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use base::codes::{ElementCode, PlanCode};
use db::{Conn, RowExt, Value, insert_many, query};
use jiff::civil::{Date, date};
use planning::{
    domain::{
        content::Content,
        element::Element,
        plan::{Horizon, Instrument, Plan, Version},
        reference::PlanRef,
        words::{ElementKind, PlanState, VersionKind},
    },
    queries::{LeftHanging, left_hanging},
};
use testkit::Bench;

const ON: Date = date(2020, 6, 1);
const OBJECTIVES: u64 = 6;

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
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut args = std::env::args().skip(1).map(|a| a.parse::<u64>().unwrap());
    let entities = args.next().unwrap_or(3_000);
    let links = args.next().unwrap_or(2_000_000);
    let seed = args.next().unwrap_or(1);
    let bench = Bench::new(&[planning::MIGRATIONS]).await;
    let start = Instant::now();
    let (elements, made) = fill(&bench, &mut Dice(seed), entities, links).await;
    println!(
        "entities {entities}, elements {elements}, links {made}, seed {seed}; made in {:.0?}",
        start.elapsed()
    );
    let known = bench.known().await;
    let mut read = bench.read().await;
    let version: PlanRef = "PEDN@1".parse().unwrap();
    let gone: Vec<ElementCode> = vec!["OE1".parse().unwrap()];
    let mut times = Vec::new();
    let mut left = std::sync::Arc::new(LeftHanging::default());
    for _ in 0..7 {
        let start = Instant::now();
        left = left_hanging(&mut read, (known, ON), &version, &gone).await.unwrap();
        times.push(start.elapsed());
    }
    println!(
        "if PEDN/OE1 goes: {} elements of {} plans of {} entities lose their parent, {} keep another",
        left.elements,
        left.plans.len(),
        left.entities.len(),
        left.kept
    );
    say("by the index, judged", &mut times);
    let mut times = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        let found = by_lists(&mut read).await;
        times.push(start.elapsed());
        assert_eq!(found, i64::try_from(left.elements + left.kept).unwrap());
    }
    say("SQL on the lists alone", &mut times);
    let mut times = Vec::new();
    let mut below = 0;
    for _ in 0..3 {
        let start = Instant::now();
        below = below_all(&mut read).await;
        times.push(start.elapsed());
    }
    println!("all that is below, to the last activity: {below} elements");
    say("recursive SQL down to the last element", &mut times);
    let start = Instant::now();
    let all = planning::queries::portfolio(&mut read, known, ON).await.unwrap();
    let found = in_memory(&all);
    let mut times = vec![start.elapsed()];
    assert_eq!(found, left.elements + left.kept);
    say("every plan read and joined", &mut times);
}

fn say(what: &str, times: &mut [Duration]) {
    times.sort();
    let ms = |at: usize| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    println!("{what:<60} {:>10.1} ms ({:.1} to {:.1})", ms(times.len() / 2), ms(0), ms(times.len() - 1));
}

/// What somebody would write who has the table of elements and no index of links.
async fn by_lists(conn: &mut Conn) -> i64 {
    let sql = "SELECT count(*) AS n FROM planning_elements WHERE plan <> 'PEDN' AND rec_to = 9223372036854775807 \
               AND (';' || hangs_from || ';' LIKE '%;PEDN/OE1;%' OR ';' || hangs_from || ';' LIKE '%;PEDN@1/OE1;%')";
    query(sql).fetch_one(&mut *conn).await.unwrap().int("n").unwrap()
}

/// Everything below, by plans and between them, as a recursive question over the index of links.
async fn below_all(conn: &mut Conn) -> i64 {
    let sql = "WITH RECURSIVE below(plan, version, element) AS ( \
               SELECT plan, version, element FROM planning_links WHERE above = 'PEDN/OE1' AND plan <> 'PEDN' \
               UNION SELECT e.plan, e.version, e.element FROM below b JOIN planning_elements e \
               ON e.plan = b.plan AND e.version = b.version AND e.parent = b.element \
               UNION SELECT l.plan, l.version, l.element FROM below b JOIN planning_links l \
               ON l.above = b.plan || '/' || b.element) \
               SELECT count(*) AS n FROM below";
    query(sql).fetch_one(&mut *conn).await.unwrap().int("n").unwrap()
}

fn in_memory(all: &planning::domain::portfolio::Portfolio) -> usize {
    let at = all.find(&"PEDN/OE1".parse().unwrap()).unwrap();
    let own: PlanCode = "PEDN".parse().unwrap();
    let of = |at: &planning::domain::portfolio::ElementAt| {
        all.element(*at).and_then(|node| all.version(node.version)).map(|node| node.plan.code.clone())
    };
    let hanging: BTreeSet<_> =
        all.children(at).iter().copied().filter(|at| of(at).as_ref() != Some(&own)).collect();
    hanging.len()
}

/// A national plan, and for each entity an institutional plan whose objectives hang from it, and an operational plan whose
/// activities hang from several of its actions: links are parents and what hangs between plans.
async fn fill(bench: &Bench, dice: &mut Dice, entities: u64, links: u64) -> (usize, usize) {
    let mut top = content("PEDN", "PEDN", None, (2012, 2021));
    for n in 1..=OBJECTIVES {
        put(&mut top, element(&format!("OE{n}"), ElementKind::Objective, None, &[]));
    }
    let own = links / entities.max(1);
    let (mut elements, mut made) = (0, 0);
    let mut act = bench.ctx.open("test.made").await.unwrap();
    let mut tables = Tables::default();
    for n in 0..=entities {
        let plans = if n == 0 { vec![top.clone()] } else { of_entity(dice, n, own) };
        for plan in &plans {
            elements += plan.elements.len();
            made += plan
                .elements
                .values()
                .map(|e| e.hangs_from.len() + usize::from(e.parent.is_some()))
                .sum::<usize>();
            tables.add(plan, act.seq());
        }
        if n % 100 == 0 || n == entities {
            tables.write(act.conn()).await;
        }
    }
    act.commit("test", &()).await.unwrap();
    (elements, made)
}

fn of_entity(dice: &mut Dice, n: u64, links: u64) -> Vec<Content> {
    let entity = format!("E:{n:05}");
    let mut pei = content(&format!("PEI-{n}"), "PEI", Some(&entity), (2019, 2021));
    let mut poi = content(&format!("POI-{n}"), "POI", Some(&entity), (2020, 2020));
    let objectives = (links / 60).max(1);
    let actions = (links / 15).max(1);
    for i in 0..objectives {
        let mut above = vec![format!("PEDN/OE{}", 1 + dice.below(OBJECTIVES))];
        if dice.below(4) == 0 {
            above.push(format!("PEDN@1/OE{}", 1 + dice.below(OBJECTIVES)));
        }
        put(&mut pei, element(&format!("O{i}"), ElementKind::Objective, None, &above));
    }
    for i in 0..actions {
        let parent = format!("O{}", dice.below(objectives));
        put(&mut pei, element(&format!("A{i}"), ElementKind::Action, Some(&parent), &[]));
    }
    // Four actions each.
    for i in 0..links.saturating_sub(objectives + actions) / 4 {
        let above: Vec<String> = (0..4).map(|_| format!("PEI-{n}/A{}", dice.below(actions))).collect();
        put(&mut poi, element(&format!("T{i}"), ElementKind::Activity, None, &above));
    }
    vec![pei, poi]
}

/// A table, its columns and the rows for it.
type Part<'a> = (&'static str, &'static [&'static str], &'a mut Vec<Vec<Value>>);

/// Rows of many plans, written together: what an import does, without judging each.
#[derive(Default)]
struct Tables {
    plans: Vec<Vec<Value>>,
    versions: Vec<Vec<Value>>,
    elements: Vec<Vec<Value>>,
    links: Vec<Vec<Value>>,
}

impl Tables {
    fn add(&mut self, of: &Content, seq: base::Seq) {
        let (plan, version) = (of.plan.code.as_str(), of.version.code.as_str());
        let entity = of.plan.entity.as_ref().map(ToString::to_string);
        self.plans.push(vec![
            plan.into(),
            of.plan.plan_type.as_str().into(),
            entity.into(),
            Value::Int(1),
            seq.into(),
        ]);
        let (from, to) = (of.version.horizon.from_year(), of.version.horizon.to_year());
        self.versions.push(vec![
            plan.into(),
            version.into(),
            "new".into(),
            "in_force".into(),
            plan.into(),
            i64::from(from).into(),
            i64::from(to).into(),
            "made".into(),
            "made".into(),
            seq.into(),
        ]);
        for one in of.elements.values() {
            let above: Vec<String> = one.hangs_from.iter().map(ToString::to_string).collect();
            self.elements.push(vec![
                plan.into(),
                version.into(),
                one.code.as_str().into(),
                one.kind.as_str().into(),
                one.parent.as_ref().map(ToString::to_string).into(),
                above.join(";").into(),
                "AN-05".into(),
                "".into(),
                one.title.as_str().into(),
                seq.into(),
            ]);
            for above in above.iter().collect::<BTreeSet<_>>() {
                let row = [plan, version, one.code.as_str(), above.as_str()];
                let times = [Value::from(seq), Value::from(base::Seq::OPEN)];
                self.links.push(row.into_iter().map(Value::from).chain(times).collect());
            }
        }
    }

    async fn write(&mut self, conn: &mut Conn) {
        let parts: [Part<'_>; 4] = [
            ("planning_plans", &["plan", "plan_type", "entity", "sample", "rec_from"], &mut self.plans),
            (
                "planning_versions",
                &[
                    "plan",
                    "version",
                    "kind",
                    "state",
                    "title",
                    "horizon_from",
                    "horizon_to",
                    "instrument",
                    "source",
                    "rec_from",
                ],
                &mut self.versions,
            ),
            (
                "planning_elements",
                &[
                    "plan",
                    "version",
                    "element",
                    "kind",
                    "parent",
                    "hangs_from",
                    "state_policies",
                    "national_policies",
                    "title",
                    "rec_from",
                ],
                &mut self.elements,
            ),
            ("planning_links", &["plan", "version", "element", "above", "since", "until"], &mut self.links),
        ];
        for (table, columns, rows) in parts {
            insert_many(conn, table, columns, std::mem::take(rows)).await.unwrap();
        }
    }
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
            instrument: Some(Instrument { name: "made".to_owned(), date: Some(ON) }),
            valid: None,
            source: "made".to_owned(),
        },
        elements: std::collections::BTreeMap::new(),
        indicators: std::collections::BTreeMap::new(),
        targets: std::collections::BTreeMap::new(),
    }
}

fn element(code: &str, kind: ElementKind, parent: Option<&str>, above: &[String]) -> Element {
    Element {
        code: code.parse().unwrap(),
        kind,
        parent: parent.map(|p| p.parse().unwrap()),
        hangs_from: above.iter().map(|l| l.parse().unwrap()).collect(),
        state_policies: vec!["AN-05".to_owned()],
        national_policies: Vec::new(),
        title: format!("Construcción de {code}"),
        title_en: None,
        responsible_post: None,
        start: None,
        end: None,
    }
}
