//! Whatever is claimed of whatever rows, the céntimos add up.
use std::collections::BTreeMap;

use base::{Money, Share};
use proptest::prelude::*;

use super::{
    judge::{Judged, judge},
    world::{COLUMNS, World, claim, lineage, row},
};
use crate::domain::{
    CutRow, Dimension,
    attribution::{Coverage, Grouping, divide},
};

const NAMES: [&str; 8] = ["O1", "O2", "O3", "A1", "A2", "A3", "B1", "B2"];
const GROUPINGS: [Grouping; 5] = [
    Grouping::By(Dimension::Entity),
    Grouping::By(Dimension::MetaDepartment),
    Grouping::By(Dimension::Programme),
    Grouping::By(Dimension::Year),
    Grouping::Objective,
];

fn code(codes: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(codes)
}

fn rows() -> impl Strategy<Value = Vec<CutRow>> {
    let centimos = prop_oneof![
        3 => -10_i64..10,
        3 => -1_000_000_i64..10_000_000,
        1 => Just(0_i64),
        1 => -9_000_000_000_000_i64..9_000_000_000_000,
    ];
    let one = (
        (
            code(&["2019", "2020"]),
            code(&["E:10-010", "R:99-461", "M:240101-301739"]),
            code(&["24", "15", ""]),
            code(&["0090", "0091", "9001"]),
            code(&["3000001", "3000002", "2000001"]),
            code(&["5000001", "5000002"]),
        ),
        [centimos.clone(), centimos],
    );
    prop::collection::vec(one, 0..25).prop_map(|all| {
        all.into_iter()
            .map(|((y, e, d, p, q, a), centimos)| row(&format!("{y} {e} {d} {p} {q} {a}"), &centimos))
            .collect()
    })
}

fn pattern() -> impl Strategy<Value = String> {
    let entity = code(&["", "", "E:10-010", "E:*", "R:99-461", "M:24*"]);
    let programme = code(&["0090", "0091", "009*", "0*", "9001"]);
    let product = code(&["", "", "3000001", "30*", "2*"]);
    let department = code(&["", "", "24"]);
    (entity, programme, product, department)
        .prop_map(|(e, p, q, d)| format!("entity={e};programme={p};product={q};meta_department={d}"))
}

fn world() -> impl Strategy<Value = World> {
    // Any graph: circles too.
    let links = prop::collection::vec((0..NAMES.len(), 0..NAMES.len()), 0..10);
    let share = prop_oneof![Just(1_000_000_u32), Just(500_000), Just(333_333), Just(1), 1_u32..=1_000_000];
    let claims = prop::collection::vec((0..NAMES.len(), pattern(), share), 0..12);
    (links, claims, rows()).prop_map(|(links, claims, rows)| {
        let parents = |child: usize| -> Vec<&str> {
            links.iter().filter(|(c, _)| *c == child).map(|(_, p)| NAMES[*p]).collect()
        };
        let links: Vec<(&str, Vec<&str>)> = NAMES.iter().enumerate().map(|(i, n)| (*n, parents(i))).collect();
        let links: Vec<(&str, &[&str])> = links.iter().map(|(n, p)| (*n, p.as_slice())).collect();
        let claims = claims
            .into_iter()
            .map(|(element, pattern, share)| {
                let mut claim = claim(NAMES[element], &pattern, "100");
                claim.share = Share::millionths(share).unwrap();
                claim
            })
            .collect();
        World { lineage: lineage(&links), claims, rows }
    })
}

fn coverage(world: &World, grouping: Grouping) -> Coverage {
    world.judged().coverage(grouping, &world.lineage).unwrap()
}

/// Treasury totals by code, summed from the rows alone.
fn treasury(world: &World, grouping: Grouping) -> BTreeMap<String, Vec<i64>> {
    let mut totals: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in &world.rows {
        let code = match grouping {
            Grouping::By(d) => row.codes[COLUMNS.iter().position(|c| *c == d).unwrap()].clone(),
            Grouping::Objective => String::new(),
        };
        let line = totals.entry(code).or_insert_with(|| vec![0; 2]);
        for (sum, amount) in line.iter_mut().zip(&row.amounts) {
            *sum += amount.unwrap().as_centimos();
        }
    }
    totals
}

proptest! {
    #[test]
    fn claimed_shared_and_unclaimed_are_the_treasury_total_in_every_cut(world in world()) {
        for grouping in GROUPINGS {
            let got = coverage(&world, grouping);
            let sums = |split: &[crate::domain::attribution::Split]| -> Vec<i64> {
                split.iter().map(|s| s.total().as_centimos()).collect()
            };
            let treasury = treasury(&world, grouping);
            let whole: Vec<i64> = (0..got.measures.len()).map(|m| treasury.values().map(|v| v[m]).sum()).collect();
            prop_assert_eq!(sums(&got.total), whole);
            if let Grouping::By(_) = grouping {
                let lines: BTreeMap<String, Vec<i64>> =
                    got.lines.iter().map(|l| (l.code.clone(), sums(&l.amounts))).collect();
                prop_assert_eq!(lines, treasury);
            }
            for measure in 0..got.measures.len() {
                let of = |part: fn(&crate::domain::attribution::Split) -> Money| -> Money {
                    got.lines.iter().map(|l| part(&l.amounts[measure])).sum()
                };
                prop_assert_eq!(of(|s| s.claimed), got.total[measure].claimed);
                prop_assert_eq!(of(|s| s.shared), got.total[measure].shared);
                prop_assert_eq!(of(|s| s.over_claimed), got.total[measure].over_claimed);
            }
        }
    }

    /// What the claims on a code hold is what coverage says is held of it, and the claims are those whose
    /// pattern and years meet any of its rows: one by one, without the index.
    #[test]
    fn the_claims_on_a_code_hold_what_is_held_of_it(world in world()) {
        let at = COLUMNS.iter().position(|column| *column == Dimension::Programme).unwrap();
        for line in coverage(&world, Grouping::By(Dimension::Programme)).lines {
            let found = world.judged().claims_on(Dimension::Programme, &line.code).unwrap();
            for (measure, split) in line.amounts.iter().enumerate() {
                let held: Money = found.values().map(|held| held[measure].total()).sum();
                prop_assert_eq!(held, split.claimed + split.shared);
            }
            let own: Vec<&CutRow> = world.rows.iter().filter(|row| row.codes[at] == line.code).collect();
            let meets = |number: &usize| {
                let claim = &world.claims[*number];
                own.iter().any(|row| {
                    let code = |of| COLUMNS.iter().position(|c| *c == of).map_or("", |at| row.codes[at].as_str());
                    let year: i16 = row.codes[0].parse().unwrap();
                    claim.years.holds(year) && claim.pattern.terms().iter().all(|(of, term)| term.meets(code(*of)))
                })
            };
            let expect: Vec<usize> = (0..world.claims.len()).filter(meets).collect();
            prop_assert_eq!(found.keys().copied().collect::<Vec<_>>(), expect);
        }
    }

    #[test]
    fn the_second_implementation_agrees(world in world()) {
        let measures = world.judged().measures().len();
        for measure in 0..measures {
            for grouping in GROUPINGS {
                let group = |codes: &[String], holder: Option<&str>| match (grouping, holder) {
                    (Grouping::By(d), _) => codes[COLUMNS.iter().position(|c| *c == d).unwrap()].clone(),
                    (Grouping::Objective, Some(holder)) => {
                        let home = world.lineage.home(world.lineage.number(holder).unwrap());
                        world.lineage.name(home).to_owned()
                    }
                    (Grouping::Objective, None) => String::new(),
                };
                let (lines, held) = judge(&world, measure, &group);
                let got: BTreeMap<String, Judged> = coverage(&world, grouping)
                    .lines
                    .iter()
                    .map(|line| {
                        let s = line.amounts[measure];
                        let [claimed, shared, unclaimed, over] =
                            [s.claimed, s.shared, s.unclaimed, s.over_claimed].map(Money::as_centimos);
                        (line.code.clone(), Judged { claimed, shared, unclaimed, over })
                    })
                    .collect();
                prop_assert_eq!(&got, &lines);
                let got: BTreeMap<String, i64> = world
                    .judged()
                    .held(&world.lineage)
                    .into_iter()
                    .map(|(e, h)| (world.lineage.name(e).to_owned(), h[measure].total().as_centimos()))
                    .collect();
                prop_assert_eq!(&got, &held);
            }
        }
    }

    #[test]
    fn the_order_of_claims_and_rows_is_no_matter(world in world(), seed in any::<u64>()) {
        let mut other = world.clone();
        let turn = usize::try_from(seed % 97).unwrap();
        other.rows.rotate_left(turn % world.rows.len().max(1));
        other.claims.rotate_left(turn % world.claims.len().max(1));
        other.claims.reverse();
        for grouping in GROUPINGS {
            prop_assert_eq!(coverage(&world, grouping), coverage(&other, grouping));
        }
        prop_assert_eq!(world.judged().held(&world.lineage), other.judged().held(&other.lineage));
    }

    /// A reversal undoes what it reverses, in every part.
    #[test]
    fn rows_of_the_opposite_sign_cancel(world in world()) {
        let mut both = world.clone();
        for row in &mut both.rows {
            for amount in &mut row.amounts {
                *amount = amount.map(|a| -a);
            }
        }
        let (plus, minus) = (coverage(&world, GROUPINGS[4]), coverage(&both, GROUPINGS[4]));
        for (a, b) in plus.total.iter().zip(&minus.total) {
            prop_assert_eq!((a.claimed, a.shared), (-b.claimed, -b.shared));
            prop_assert_eq!((a.unclaimed, a.over_claimed), (-b.unclaimed, -b.over_claimed));
        }
    }

    /// An objective never has less than anything below it holds, nor more than the rows it meets (row by row).
    #[test]
    fn an_element_has_what_is_below_it(world in world()) {
        let mut one = world.clone();
        for row in &world.rows {
            one.rows = vec![row.clone()];
            let held = one.judged().held(&one.lineage);
            for (element, money) in &held {
                for up in one.lineage.above(*element) {
                    for (upper, lower) in held[&up].iter().zip(money) {
                        prop_assert!(upper.total().as_centimos().abs() >= lower.total().as_centimos().abs());
                    }
                }
                for (h, amount) in money.iter().zip(row.amounts.iter().flatten().filter(|a| !a.is_zero() || row.amounts.len() == money.len())) {
                    prop_assert!(h.total().as_centimos().abs() <= amount.as_centimos().abs());
                }
            }
        }
    }

    #[test]
    fn parts_are_within_a_centimo_of_what_is_due(centimos in any::<i64>().prop_filter("range", |c| *c > i64::MIN), weights in prop::collection::vec(0_u64..2_000_000, 1..8)) {
        let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        prop_assume!(sum > 0);
        let parts = divide(centimos, &weights);
        prop_assert_eq!(parts.iter().map(|p| i128::from(*p)).sum::<i128>(), i128::from(centimos));
        for (part, weight) in parts.iter().zip(&weights) {
            let off = i128::from(*part) * sum - i128::from(centimos) * i128::from(*weight);
            prop_assert!(off.abs() < sum);
        }
    }
}
