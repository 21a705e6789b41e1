//! Alerts of a whole state in a data folder of its own: every body has a plan with indicators and ten years of values; then times how
//! long all alerts take, and those of one body after one value. `bench/alerts` runs it.
//!
//!     cargo run --release -p quipu --example alerts DATA ENTITIES INDICATORS
//!
//! `INDICATORS` is of all plans together; 0 times what the folder already holds.
#![allow(clippy::unwrap_used)]
use std::{
    fmt::Write as _,
    fs,
    num::NonZeroUsize,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use alerts::{
    actions::record_alerts,
    queries::{Asked, Scope, alerts},
};
use base::{Known, Period, RowErrors, codes::EntityCode};
use clap::Parser as _;
use db::memo::{self, Memo};
use jiff::{
    civil::{Date, date},
    tz::Offset,
};
use monitoring::{
    actions::{
        Delivery, Row,
        import_observations::{Observed, import_observations, own_series},
    },
    domain::records::{Measurement, ObservationKey},
};
use planning::actions::import_plan::{Input, import_plan};
use quipu::{cli::Cli, state::State};
use rust_decimal::Decimal;

/// As the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Plans of one import, so that memory stays flat.
const PORTION: usize = 100;
const YEARS: std::ops::RangeInclusive<i16> = 2016..=2025;
const ON: Date = date(2026, 11, 20);

/// `SplitMix64`: the same state on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let data = args.next().unwrap();
    let mut numbers = args.map(|text| text.parse::<usize>().unwrap());
    let (entities, indicators) = (numbers.next().unwrap(), numbers.next().unwrap());
    let line = ["quipu", "--data", &data, "--now", "2026-11-10T15:00:00Z", "checkpoint"].map(str::to_owned);
    let state = State::open(&Cli::parse_from(line), false).await.unwrap();
    let bodies = bodies(&state, entities).await;
    let each = indicators.div_ceil(bodies.len());
    if each > 0 {
        make(&state, &bodies, each, &Path::new(&data).with_file_name("plans")).await;
    }
    timed(&state, &bodies).await;
}

async fn make(state: &State, bodies: &[EntityCode], each: usize, room: &Path) {
    let began = Instant::now();
    for (at, part) in bodies.chunks(PORTION).enumerate() {
        plans(state, room, part, each).await;
        values(state, part, each, at as u64).await;
    }
    println!(
        "{} bodies, {} indicators, {} values",
        bodies.len(),
        bodies.len() * each,
        bodies.len() * each * 10
    );
    told("made", began.elapsed());
}

async fn bodies(state: &State, count: usize) -> Vec<EntityCode> {
    let mut read = state.ctx.db.read().await.unwrap();
    let all = directory::queries::entities(&mut read, Known::NOW, ON).await.unwrap();
    let acts = |code: &&EntityCode| !code.as_str().starts_with(['X', 'S']);
    all.iter().map(|body| &body.code).filter(acts).take(count).cloned().collect()
}

fn plan_of(entity: &EntityCode) -> String {
    format!("B-{}", entity.as_str().replace(':', "-"))
}

async fn plans(state: &State, room: &Path, bodies: &[EntityCode], each: usize) {
    let mut plan = "plan,version,plan_type,title,entity,territory,horizon_from,horizon_to,version_kind,state,instrument,valid_from,source\n".to_owned();
    let mut elements = "plan,version,code,kind,parent,hangs_from,title\n".to_owned();
    let mut indicators = "plan,version,element,code,name,sense,accumulation,method,periodicity,baseline_value,baseline_period\n".to_owned();
    let mut targets = "plan,version,indicator,period,territory,value\n".to_owned();
    for entity in bodies {
        let code = plan_of(entity);
        writeln!(plan, "{code},1,PEI,Plan,{entity},PE,2016,2026,new,in_force,R 1,2016-01-01,bench").unwrap();
        writeln!(elements, "{code},1,O1,objective,,,Objetivo").unwrap();
        for n in 0..each {
            writeln!(indicators, "{code},1,O1,I{n},Indicador {n},increase,stock,Registro,annual,100,2015")
                .unwrap();
            writeln!(targets, "{code},1,I{n},2026,PE,200").unwrap();
        }
    }
    fs::create_dir_all(room).unwrap();
    let files = [("plan", plan), ("elements", elements), ("indicators", indicators), ("targets", targets)];
    let paths = files.map(|(name, text)| {
        let path = room.join(format!("{name}.csv"));
        fs::write(&path, text).unwrap();
        path
    });
    let delivered = planning::reading::read(&sheets::Book::open(&paths).unwrap()).unwrap();
    assert!(delivered.refused.is_empty(), "{}", delivered.refused);
    import_plan(&state.ctx, Input { source: "bench".into(), delivered, partial: false }).await.unwrap();
}

fn observed(plan: &str, n: usize, year: i16, value: u64) -> Observed {
    let (plan, indicator) = (plan.parse().unwrap(), format!("I{n}").parse().unwrap());
    Observed {
        key: ObservationKey {
            series: own_series(&plan, &indicator).unwrap(),
            territory: "PE".parse().unwrap(),
            group: None,
            period: Period::annual(year).unwrap(),
            edition: None,
        },
        measurement: Measurement {
            value: Decimal::from(value),
            numerator: None,
            denominator: None,
            source: "bench".to_owned(),
            provenance: None,
            quality_note: None,
            published_on: None,
        },
        reported_to: Some((plan, indicator)),
    }
}

async fn record(state: &State, values: Vec<Observed>) {
    let rows = values.into_iter().map(|content| Row { file: "bench".into(), line: 1, content }).collect();
    let delivery = Delivery { source: "bench".into(), rows, refused: RowErrors::default(), partial: false };
    import_observations(&state.ctx, delivery).await.unwrap();
}

/// Most keep near the path; one in eight falls behind or turns, one in sixteen misses its last value.
async fn values(state: &State, bodies: &[EntityCode], each: usize, seed: u64) {
    let mut chance = Chance(seed);
    let mut all = Vec::new();
    for entity in bodies {
        let plan = plan_of(entity);
        for n in 0..each {
            let slope = if chance.next(8) == 0 { chance.next(4) } else { 9 + chance.next(2) };
            let last = if chance.next(16) == 0 { 2024 } else { 2025 };
            let years = YEARS.filter(|year| *year <= last);
            all.extend(years.map(|year| {
                let passed = u64::try_from(year - 2015).unwrap();
                observed(&plan, n, year, 100 + slope * passed + chance.next(3))
            }));
        }
    }
    record(state, all).await;
}

async fn asked(state: &State) -> Asked {
    let known = Known(journal::last_shown(&mut state.ctx.db.read().await.unwrap()).await.unwrap());
    Asked { known, on: ON, known_on: ON, offset: Offset::constant(-5) }
}

async fn timed(state: &State, bodies: &[EntityCode]) {
    let found = async |scope: &Scope| {
        let asked = asked(state).await;
        let mut read = state.ctx.db.read().await.unwrap();
        alerts(&mut read, &state.ctx.files, state.columnar(), asked, scope).await.unwrap().views.len()
    };
    // As the service and the terminal ask: with a memo, empty after a start.
    let memo = Arc::new(Memo::new(NonZeroUsize::new(4).unwrap()));
    let count = memo::scope(memo, async {
        let began = Instant::now();
        let count = found(&Scope::All).await;
        told("all, after a start", began.elapsed());
        let began = Instant::now();
        record_alerts(&state.ctx, state.columnar(), asked(state).await).await.unwrap();
        told("all, written down", began.elapsed());
        found(&Scope::All).await;
        let entity = bodies[bodies.len() / 2].clone();
        // Another value than the last time this folder was timed.
        let last = u64::try_from(asked(state).await.known.0.0).unwrap();
        record(state, vec![observed(&plan_of(&entity), 0, 2025, 101 + last % 89)]).await;
        let began = Instant::now();
        found(&Scope::Entity(entity)).await;
        told("of one body, after one value", began.elapsed());
        let began = Instant::now();
        found(&Scope::All).await;
        told("all, after one value", began.elapsed());
        count
    })
    .await;
    println!("alerts: {count}");
}

fn told(name: &str, time: Duration) {
    println!("{name} {:.3} s", time.as_secs_f64());
}
