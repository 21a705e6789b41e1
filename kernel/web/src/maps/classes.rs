//! Few steps for many values, so that a map is read at a glance. Pure.
use rust_decimal::Decimal;

/// Steps above zero; more shades no eye tells apart.
pub const STEPS: usize = 5;

/// A step of the scale. It spans the values that are in it, from the least to the greatest: no bound is made up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub band: Band,
    pub least: Decimal,
    pub most: Decimal,
    pub count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    Below,
    Zero,
    /// 1 the palest to [`STEPS`] the darkest.
    Shade(usize),
}

/// Negative values are one class, zeros another, the rest steps of about equal counts. Equal values are never
/// parted; fewer distinct values than steps have a step each. In the order of their values.
pub fn classes(values: &[Decimal]) -> Vec<Class> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let (below, rest) = sorted.split_at(sorted.partition_point(|v| *v < Decimal::ZERO));
    let (zero, above) = rest.split_at(rest.partition_point(Decimal::is_zero));
    let parts = steps(above);
    let mut found: Vec<Class> = class(Band::Below, below).into_iter().collect();
    found.extend(class(Band::Zero, zero));
    let shades = parts.iter().enumerate().map(|(at, part)| class(Band::Shade(shade(at, parts.len())), part));
    found.extend(shades.flatten());
    found
}

/// The class of a value that was among those classified.
pub fn class_of(classes: &[Class], value: Decimal) -> Option<usize> {
    classes.iter().position(|class| class.least <= value && value <= class.most)
}

fn class(band: Band, sorted: &[Decimal]) -> Option<Class> {
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    Some(Class { band, least, most, count: sorted.len() })
}

/// Cut where each step has had its share of what was left, ties included.
fn steps(sorted: &[Decimal]) -> Vec<&[Decimal]> {
    let mut runs: Vec<&[Decimal]> = sorted.chunk_by(|a, b| a == b).collect();
    runs.reverse();
    let (mut parts, mut rest) = (Vec::new(), sorted);
    for left in (1..=STEPS).rev() {
        let share = rest.len().div_ceil(left);
        let mut taken = 0;
        // Every step after this one keeps a value of its own where there are that many.
        while (taken < share || left == 1) && (taken == 0 || runs.len() >= left) {
            let Some(run) = runs.pop() else { break };
            taken += run.len();
        }
        let (part, after) = rest.split_at(taken);
        rest = after;
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts
}

/// The palest first, the darkest last, whatever the number of steps.
const fn shade(at: usize, steps: usize) -> usize {
    match steps {
        0 | 1 => STEPS - 1,
        steps => 1 + (at * (STEPS - 1) + (steps - 1) / 2) / (steps - 1),
    }
}

#[cfg(test)]
#[path = "classes_tests.rs"]
mod tests;
