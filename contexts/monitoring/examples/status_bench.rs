//! Times the status of many indicators over ten years: `status_bench [INDICATORS] [SEED]`.
//!
//! Values are generated from the seed, imported into a throwaway data folder, loaded and judged.
#![allow(clippy::unwrap_used)]
use std::time::{Duration, Instant};

use base::{Known, Period, RowErrors, period::Periodicity};
use monitoring::actions::import_observations::{Observed, import_observations};
use monitoring::actions::import_series::import_series;
use monitoring::actions::{Delivery, Row};
use monitoring::domain::records::{Measurement, ObservationKey, Series};
use monitoring::domain::status::Grace;
use monitoring::domain::{Accumulation, Baseline, Indicator, Rules, Sense, Status, Target};
use monitoring::queries::evidence::Evidence;
use monitoring::queries::promises::Promise;
use monitoring::queries::statuses::statuses;
use rust_decimal::Decimal;
use testkit::Bench;

const YEARS: std::ops::RangeInclusive<i16> = 2012..=2021;
/// Series per import, so that memory stays flat.
const PORTION: u64 = 10_000;

/// `SplitMix64`: the same seed gives the same state on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    fn value(&mut self) -> Decimal {
        Decimal::new(i64::try_from(self.next(100_000)).unwrap(), 2)
    }
}

fn series(number: u64) -> Series {
    Series {
        code: format!("B{number}").parse().unwrap(),
        name: format!("Series {number}"),
        name_en: None,
        unit: "index".to_owned(),
        source: "seed".to_owned(),
        provenance: None,
        note: None,
        comparable_group: None,
        frozen_on: None,
    }
}

fn values(number: u64, seed: u64) -> Vec<Observed> {
    let mut chance = Chance(seed ^ (number << 20));
    YEARS
        .map(|year| Observed {
            key: ObservationKey {
                series: format!("B{number}").parse().unwrap(),
                territory: "PE".parse().unwrap(),
                group: None,
                period: Period::annual(year).unwrap(),
                edition: None,
            },
            measurement: Measurement {
                value: chance.value(),
                numerator: None,
                denominator: None,
                source: "seed".to_owned(),
                provenance: None,
                quality_note: None,
                published_on: None,
            },
            reported_to: None,
        })
        .collect()
}

fn promise(number: u64, seed: u64) -> Promise {
    let mut chance = Chance(!seed ^ (number << 20));
    let rule = match number % 6 {
        0 => (Accumulation::Stock, Sense::Increase),
        1 => (Accumulation::Flow, Sense::AtLeast),
        2 => (Accumulation::Cumulative, Sense::Increase),
        3 => (Accumulation::Capacity, Sense::Increase),
        4 => (Accumulation::Reduction, Sense::Decrease),
        _ => (Accumulation::AnnualReduction, Sense::Decrease),
    };
    let target = |year| Target { period: Period::annual(year).unwrap(), value: chance.value(), high: None };
    let targets = YEARS.map(target).collect();
    Promise {
        plan: format!("P{}", number / 100).parse().unwrap(),
        indicator: format!("I{number}").parse().unwrap(),
        version: "1".parse().unwrap(),
        element: "E1".parse().unwrap(),
        territory: "PE".parse().ok(),
        series: Some(format!("B{number}").parse().unwrap()),
        card: Indicator {
            accumulation: Some(rule.0),
            sense: Some(rule.1),
            method_stated: true,
            periodicity: Periodicity::Annual,
            baseline: Some(Baseline { period: Period::annual(2011).unwrap(), value: Decimal::from(500) }),
            targets,
            counts_from: None,
            scale: None,
            approved_by: None,
        },
    }
}

fn delivery<T>(contents: impl IntoIterator<Item = T>) -> Delivery<T> {
    let rows = contents.into_iter().zip(2..);
    let rows = rows.map(|(content, line)| Row { file: "seed".to_owned(), line, content }).collect();
    Delivery { source: "seed".to_owned(), rows, refused: RowErrors::default(), partial: false }
}

fn say(what: &str, took: Duration) {
    println!("{what:<28} {:>8.3} s", took.as_secs_f64());
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1).map(|a| a.parse::<u64>().unwrap());
    let (count, seed) = (arguments.next().unwrap_or(250_000), arguments.next().unwrap_or(1));
    let rules = Rules {
        version: "bench".into(),
        on_track_percent: Decimal::from(90),
        behind_percent: Decimal::from(70),
        grace_days: Grace::of(0),
    };
    let bench = Bench::new(&[monitoring::MIGRATIONS]).await;
    let start = Instant::now();
    for first in (0..count).step_by(usize::try_from(PORTION).unwrap()) {
        let portion = first..count.min(first + PORTION);
        import_series(&bench.ctx, delivery(portion.clone().map(series))).await.unwrap();
        import_observations(&bench.ctx, delivery(portion.flat_map(|n| values(n, seed)))).await.unwrap();
    }
    say("import of values", start.elapsed());
    let promises: Vec<Promise> = (0..count).map(|n| promise(n, seed)).collect();
    let start = Instant::now();
    let evidence = Evidence::load(&mut *bench.read().await, Known::NOW).await.unwrap();
    let loaded = start.elapsed();
    let found = statuses(&evidence, &promises, &rules, "2021-12-31".parse().unwrap());
    let all = start.elapsed();
    say("values loaded from store", loaded);
    say("facts put together, judged", all.saturating_sub(loaded));
    say("status of all", all);
    for status in Status::ALL {
        println!("{status:<28} {:>8}", found.iter().filter(|s| *s == status).count());
    }
}
