//! A second implementation, in whole numbers, of yearly indicators with a year's end as the day and
//! no days of grace. Written from the formulas of the README, not from the code.
use std::collections::BTreeMap;

use proptest::prelude::*;

use super::case::{answer, check};

/// Hundred-thousandths: values have one decimal and the path keeps four more.
type N = i128;
const UNIT: N = 10_000;
const BASE_YEAR: i16 = 2010;

#[derive(Clone, Debug)]
struct Card {
    accumulation: &'static str,
    sense: &'static str,
    /// All values in tenths.
    base: Option<i64>,
    targets: BTreeMap<i16, (i64, i64)>,
    observed: BTreeMap<i16, i64>,
    on: i16,
}

impl Card {
    fn line(&self) -> String {
        let tenths = |v: i64| format!("{}{}.{}", if v < 0 { "-" } else { "" }, v.abs() / 10, v.abs() % 10);
        let target = |(year, (low, high)): (&i16, &(i64, i64))| match self.sense {
            "within" => format!("{year}={}..{}", tenths(*low), tenths(*high)),
            _ => format!("{year}={}", tenths(*low)),
        };
        let base = self.base.map(|b| format!("{BASE_YEAR}={}", tenths(b))).unwrap_or_default();
        let targets: Vec<String> = self.targets.iter().map(target).collect();
        let observed: Vec<String> =
            self.observed.iter().map(|(y, v)| format!("{y}={}", tenths(*v))).collect();
        format!(
            "{} {} | {base} | {} | {} | {}-12-31",
            self.accumulation,
            self.sense,
            targets.join(" "),
            observed.join(" "),
            self.on
        )
    }
}

/// Half to even.
fn rounded(numerator: N, denominator: N) -> N {
    let (quotient, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    match (2 * rest).cmp(&denominator) {
        std::cmp::Ordering::Less => quotient,
        std::cmp::Ordering::Equal => quotient + quotient.rem_euclid(2),
        std::cmp::Ordering::Greater => quotient + 1,
    }
}

fn expected(card: &Card, year: i16) -> Option<(N, N, bool)> {
    let start = match (card.accumulation, card.base) {
        ("cumulative", _) => Some(0),
        (_, base) => base.map(|b| N::from(b) * UNIT),
    };
    let mut path: Vec<(i16, N, N)> = start.map(|v| (BASE_YEAR, v, v)).into_iter().collect();
    path.extend(card.targets.iter().map(|(y, (l, h))| {
        (*y, N::from(*l) * UNIT, N::from(if card.sense == "within" { *h } else { *l }) * UNIT)
    }));
    if let Some((_, low, high)) = path.iter().find(|p| p.0 == year && card.targets.contains_key(&year)) {
        return Some((*low, *high, true));
    }
    let before = path.iter().rev().find(|p| p.0 < year)?;
    let after = path.iter().find(|p| p.0 > year)?;
    let (done, all) = (N::from(year - before.0), N::from(after.0 - before.0));
    let on_line = |from: N, to: N| rounded(from * all + (to - from) * done, all);
    Some((on_line(before.1, after.1), on_line(before.2, after.2), false))
}

/// Share of a floor that is reached, as a fraction.
fn of_floor(value: N, floor: N) -> (N, N) {
    if value >= floor {
        (1, 1)
    } else if floor > 0 {
        (value.max(0), floor)
    } else {
        (-floor, -value)
    }
}

fn of_rise(value: N, due: N, from: Option<N>) -> (N, N) {
    match from {
        Some(from) if due > from => (value - from, due - from),
        _ => of_floor(value, due),
    }
}

fn judge(card: &Card) -> &'static str {
    let falls = matches!(card.sense, "decrease" | "at_most");
    match card.accumulation {
        "capacity" if falls || card.sense == "within" || card.base.is_none() => return "no_method",
        "reduction" if !falls || card.base.is_none() => return "no_method",
        "annual_reduction" if !falls => return "no_method",
        _ => {}
    }
    let Some(last_target) = card.targets.keys().next_back().copied() else { return "no_target" };
    if card.accumulation == "cumulative" && card.base.is_none() {
        return "no_method";
    }
    let first = card.base.map_or(card.targets.keys().next().copied().unwrap(), |_| BASE_YEAR + 1);
    let year = card.on.min(last_target);
    if year < first {
        return "not_due";
    }
    let Some(observed) = card.observed.get(&year).copied() else { return "overdue" };
    let Some((low, high, stated)) = expected(card, year) else { return "not_due" };
    let in_units = |v: i64| N::from(v) * UNIT;
    let mut level = in_units(observed);
    let base = card.base.map(in_units);
    let mut from = base;
    match card.accumulation {
        "cumulative" => {
            let years: Vec<i16> = (BASE_YEAR + 1..=year).collect();
            if years.iter().any(|y| !card.observed.contains_key(y)) {
                return "overdue";
            }
            level = years.iter().map(|y| in_units(card.observed[y])).sum();
            from = Some(0);
        }
        "flow" => from = None,
        "annual_reduction" => {
            from = match card.observed.get(&(year - 1)) {
                _ if year - 1 == BASE_YEAR && base.is_some() => base,
                Some(v) => Some(in_units(*v)),
                None => return "overdue",
            };
        }
        _ => {}
    }
    let relative = matches!(card.accumulation, "capacity" | "reduction" | "annual_reduction");
    let zero = if relative { from.unwrap() } else { 0 };
    let sign = if falls { -1 } else { 1 };
    let (value, low, high) = ((level - zero) * sign, (low - zero) * sign, (high - zero) * sign);
    let (done, due) = match card.sense {
        "increase" | "decrease" => of_rise(value, low, from.map(|f| (f - zero) * sign)),
        "within" if value > high => of_floor(-value, -high),
        _ => of_floor(value, low),
    };
    if done >= due {
        let changes = matches!(card.sense, "increase" | "decrease");
        let lasting = !matches!(card.accumulation, "flow" | "annual_reduction");
        let all_met = card.targets.range(year + 1..).all(|(_, (t, _))| sign * level >= sign * in_units(*t));
        let level_origin = if card.accumulation == "cumulative" { Some(0) } else { base };
        let goal = in_units(card.targets[&last_target].0);
        let asked = level_origin.is_some_and(|o| sign * goal > sign * o);
        return if stated || (changes && lasting && asked && all_met) { "achieved" } else { "on_track" };
    }
    if done * 100 >= due * 90 && year < last_target {
        "on_track"
    } else if done * 100 >= due * 70 {
        "behind"
    } else {
        "off_track"
    }
}

fn values(size: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = BTreeMap<i16, i64>> {
    prop::collection::btree_map(2010_i16..=2016, -300_i64..300, size)
}

prop_compose! {
    fn cards()(
        accumulation in prop::sample::select(vec![
            "stock", "flow", "cumulative", "capacity", "reduction", "annual_reduction",
        ]),
        sense in prop::sample::select(vec!["increase", "decrease", "at_least", "at_most", "within"]),
        base in prop::option::weighted(0.8, -300_i64..300),
        targets in prop::collection::btree_map(2011_i16..=2016, (-300_i64..300, 0_i64..200), 0..4),
        observed in values(4..8),
        on in 2010_i16..=2018,
    ) -> Card {
        let targets = targets.into_iter().map(|(year, (low, width))| (year, (low, low + width))).collect();
        Card { accumulation, sense, base, targets, observed, on }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn two_implementations_agree(card in cards()) {
        let line = card.line();
        let status = answer(&line);
        prop_assert_eq!(status.split(' ').next().unwrap(), judge(&card), "{}", line);
    }
}

#[test]
fn the_judge_reads_what_the_code_reads() {
    check("stock within | 2010=1.0 | 2012=1.0..3.0 | 2012=2.0 | 2012-12-31", "achieved 100");
}
