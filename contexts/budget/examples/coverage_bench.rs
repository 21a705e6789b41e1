//! Times attribution: `coverage_bench [CLAIMS] [ROWS] [SEED]`.
//!
//! Thousands of claims of many shapes on rows of real cardinality, judged once and listed by objective and
//! by entity; the identity is checked on the way.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::time::Instant;

use base::{Money, Share};
use budget::domain::{
    Answer, CutRow, Dimension, Measure,
    attribution::{Attribution, Basis, FiscalYears, Grouping, Index, Lineage, LineageBuilder, Pattern, Rows},
};

const COLUMNS: [Dimension; 7] = [
    Dimension::Year,
    Dimension::Entity,
    Dimension::SecEjec,
    Dimension::MetaDepartment,
    Dimension::Programme,
    Dimension::Product,
    Dimension::Activity,
];

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

    /// Small numbers far more often than large ones.
    fn skewed(&mut self, n: u64) -> u64 {
        let bound = 1 + self.below(n);
        self.below(bound)
    }
}

fn row(dice: &mut Dice) -> CutRow {
    let unit = dice.skewed(2_794);
    let programme = dice.skewed(91);
    let product = programme * 4 + dice.below(4);
    let reversal = if dice.below(33) == 0 { -1 } else { 1 };
    let bound = 1 << (10 + dice.below(24));
    let centimos = i64::try_from(dice.skewed(bound)).unwrap() * reversal;
    let codes = vec![
        "2025".to_owned(),
        format!("E:{:02}-{:03}", unit % 30, unit % 2_091),
        (1_000 + unit).to_string(),
        format!("{:02}", 1 + dice.below(25)),
        format!("{programme:04}"),
        format!("{}{product:06}", 2 + product % 2),
        format!("5{:06}", dice.skewed(6_000)),
    ];
    CutRow { codes, amounts: vec![Some(Money::centimos(centimos * 2)), Some(Money::centimos(centimos))] }
}

/// One of eight shapes, on codes that rows really have; few are as wide as a whole programme.
fn claim(dice: &mut Dice, elements: u64) -> Attribution {
    let like = row(dice);
    let code = |d: Dimension| like.codes[COLUMNS.iter().position(|c| *c == d).unwrap()].clone();
    let exact =
        |ds: &[Dimension]| -> Vec<(Dimension, String)> { ds.iter().map(|d| (*d, code(*d))).collect() };
    let conditions = match dice.below(60) {
        0 => exact(&[Dimension::Programme]),
        1 => vec![(Dimension::Entity, "E:1*".into()), (Dimension::Programme, code(Dimension::Programme))],
        2 => vec![(Dimension::Product, format!("{}*", &code(Dimension::Product)[..5]))],
        3..6 => exact(&[Dimension::MetaDepartment, Dimension::Product]),
        6..10 => exact(&[Dimension::Programme, Dimension::Product]),
        10..25 => exact(&[Dimension::Entity, Dimension::Programme]),
        25..45 => exact(&[Dimension::Entity, Dimension::Product, Dimension::Activity]),
        _ => exact(&[Dimension::SecEjec, Dimension::Activity]),
    };
    Attribution {
        element: format!("P/E{}", dice.below(elements)).parse().unwrap(),
        years: FiscalYears::new(2024, 2026).unwrap(),
        pattern: Pattern::parse(conditions.iter().map(|(d, text)| (*d, text.as_str()))).unwrap(),
        share: Share::millionths(u32::try_from(1 + dice.below(300_000)).unwrap()).unwrap(),
        basis: Basis::Rule,
        claimed_by: "bench".into(),
        rationale: String::new(),
    }
}

/// Each element under an earlier one, ten to a parent; the first six stand alone.
fn lineage(elements: u64) -> Lineage {
    let mut builder = LineageBuilder::default();
    for n in 0..elements {
        let child = builder.element(&format!("P/E{n}"));
        if n < 60 {
            builder.mark_objective(child);
        }
        if n >= 6 {
            let parent = builder.element(&format!("P/E{}", n / 10));
            builder.hang(child, parent);
        }
    }
    builder.build()
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{name:<28} {:>8.3} s", start.elapsed().as_secs_f64());
    done
}

fn main() {
    let mut args = std::env::args().skip(1).map(|a| a.parse::<u64>().expect("a number"));
    let claims = args.next().unwrap_or(5_000);
    let rows = args.next().unwrap_or(1_000_000);
    let mut dice = Dice(args.next().unwrap_or(1));
    let elements = 2_000;
    let lineage = lineage(elements);
    let claims: Vec<Attribution> = (0..claims).map(|_| claim(&mut dice, elements)).collect();
    let numbers: Vec<usize> =
        claims.iter().map(|c| lineage.number(&c.element.to_string()).unwrap()).collect();
    let rows: Vec<CutRow> = (0..rows).map(|_| row(&mut dice)).collect();
    let answer = Answer { by: COLUMNS.to_vec(), measures: vec![Measure::Pim, Measure::Accrued], rows };
    let treasury = answer.total(Measure::Accrued).unwrap();

    let index = timed("index of claims", || Index::new(&claims, &COLUMNS).unwrap());
    timed("claims on every row", || {
        let mut found = Vec::new();
        let mut hits = 0;
        for row in &answer.rows {
            index.matching(&row.codes, &mut found);
            hits += found.len();
        }
        std::hint::black_box(hits)
    });
    let judged = timed("rows judged", || Rows::new(answer, &claims, &numbers, &lineage).unwrap());
    let by_objective =
        timed("listed by objective", || judged.coverage(Grouping::Objective, &lineage).unwrap());
    timed("listed by entity", || judged.coverage(Grouping::By(Dimension::Entity), &lineage).unwrap());
    timed("money of every element", || judged.held(&lineage).len());
    let total = by_objective.total[1];
    assert_eq!(total.total(), treasury, "claimed + shared + unclaimed is the treasury total");
    let tried = index.tried();
    println!("{} claims of {} shapes", tried.claims, tried.shapes);
    println!(
        "claimed {}, shared {}, unclaimed {}, beside them over-claimed {}",
        total.claimed, total.shared, total.unclaimed, total.over_claimed
    );
}
