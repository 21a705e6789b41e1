//! A second implementation, written from the definitions alone: every claim tried on every row, shares by
//! recursion over what is below, céntimos handed out one by one.
use std::collections::{BTreeMap, BTreeSet};

use super::world::{COLUMNS, World};
use crate::domain::{Dimension, attribution::Attribution};

/// In céntimos.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub claimed: i64,
    pub shared: i64,
    pub unclaimed: i64,
    pub over: i64,
}

fn meets(claim: &Attribution, codes: &[String]) -> bool {
    let code = |d: Dimension| &codes[COLUMNS.iter().position(|c| *c == d).unwrap()];
    let year: i16 = code(Dimension::Year).parse().unwrap();
    (claim.years.first()..=claim.years.last()).contains(&year)
        && claim.pattern.terms().iter().all(|(column, term)| {
            let text = term.to_string();
            match text.strip_suffix('*') {
                Some(prefix) => code(*column).starts_with(prefix),
                None => *code(*column) == text,
            }
        })
}

fn net(of: &String, own: &BTreeMap<String, i128>, below: &dyn Fn(&String, &String) -> bool) -> i128 {
    let under: i128 = own.keys().filter(|e| below(e, of)).map(|e| net(e, own, below)).sum();
    (own[of] - under).max(0)
}

/// Net shares in millionths by element, and whether some two claimants are in no line.
fn nets(world: &World, codes: &[String]) -> (BTreeMap<String, i128>, bool) {
    let mut own: BTreeMap<String, i128> = BTreeMap::new();
    for claim in world.claims.iter().filter(|claim| meets(claim, codes)) {
        let share = own.entry(claim.element.to_string()).or_default();
        *share = (*share).max(claim.share.as_millionths().into());
    }
    let below = |a: &String, b: &String| {
        let number = |name: &String| world.lineage.number(name).unwrap();
        world.lineage.is_below(number(a), number(b))
    };
    let shared = own.keys().any(|a| own.keys().any(|b| a != b && !below(a, b) && !below(b, a)));
    let nets = own.keys().map(|e| (e.clone(), net(e, &own, &below))).filter(|(_, n)| *n > 0).collect();
    (nets, shared)
}

/// One céntimo at a time to whoever is furthest below what is due, the earlier first.
fn hand_out(amount: i64, weights: &[i128]) -> Vec<i64> {
    let sum: i128 = weights.iter().sum();
    let whole = i128::from(amount.abs());
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let mut parts: Vec<i128> = weights.iter().map(|w| whole * w / sum).collect();
    while parts.iter().sum::<i128>() < whole {
        let lack = |at: usize| whole * weights[at] - parts[at] * sum;
        let most = (0..parts.len()).rev().max_by_key(|at| lack(*at)).unwrap();
        parts[most] += 1;
    }
    parts.iter().map(|p| i64::try_from(*p).unwrap() * amount.signum()).collect()
}

/// By the group of each row or part, and the money of each element with all below it, for one measure.
pub fn judge(
    world: &World,
    measure: usize,
    group: &dyn Fn(&[String], Option<&str>) -> String,
) -> (BTreeMap<String, Judged>, BTreeMap<String, i64>) {
    let mut lines: BTreeMap<String, Judged> = BTreeMap::new();
    let mut held: BTreeMap<String, i64> = BTreeMap::new();
    for row in &world.rows {
        let amount = row.amounts[measure].unwrap().as_centimos();
        let (nets, shared) = nets(world, &row.codes);
        let names: Vec<&String> = nets.keys().collect();
        let mut weights: Vec<i128> = nets.values().copied().collect();
        let demand: i128 = weights.iter().sum();
        let beyond = (demand - 1_000_000).max(0) * i128::from(amount.abs());
        let beyond = i64::try_from((beyond * 2 + 1_000_000) / 2_000_000).unwrap() * amount.signum();
        let over = hand_out(beyond, &weights);
        weights.push((1_000_000 - demand).max(0));
        let parts = hand_out(amount, &weights);
        for (at, name) in names.iter().enumerate() {
            let line = lines.entry(group(&row.codes, Some(name))).or_default();
            *(if shared { &mut line.shared } else { &mut line.claimed }) += parts[at];
            line.over += over[at];
            let number = world.lineage.number(name).unwrap();
            let above = world.lineage.above(number).map(|up| world.lineage.name(up).to_owned());
            for holder in above.chain([(*name).clone()]).collect::<BTreeSet<_>>() {
                *held.entry(holder).or_default() += parts[at];
            }
        }
        if demand < 1_000_000 {
            lines.entry(group(&row.codes, None)).or_default().unclaimed += parts[names.len()];
        }
    }
    (lines, held)
}
