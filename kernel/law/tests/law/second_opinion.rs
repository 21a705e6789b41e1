//! A second implementation that shares nothing with the first: working days are numbered once, and a
//! due date is a look-up of a number. Compared over 120,000 generated cases.
use std::collections::HashSet;

use crate::support::{PERU_HOLIDAYS, clock, day, peru};
use law::{Clock, StartRule, Term};

/// Days as numbers from 2002-01-01, a Tuesday; by arithmetic alone.
struct Numbered {
    /// For each day, how many working days there are up to and including it.
    upto: Vec<u32>,
    /// For each working day number, from 1, its day.
    day_of: Vec<usize>,
}

fn is_leap(year: usize) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn month_days(year: usize) -> [usize; 12] {
    [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

fn names() -> Vec<String> {
    let mut names = Vec::new();
    for year in 2002..=2031 {
        for (month, days) in month_days(year).into_iter().enumerate() {
            names.extend((1..=days).map(|day| format!("{year}-{:02}-{day:02}", month + 1)));
        }
    }
    names
}

fn number(names: &[String]) -> Numbered {
    let holidays: HashSet<&str> = PERU_HOLIDAYS.lines().filter_map(|line| line.get(..10)).collect();
    let (mut upto, mut day_of) = (Vec::new(), vec![usize::MAX]);
    for (index, name) in names.iter().enumerate() {
        // Day 0 is a Tuesday, so 4 and 5 are the weekend.
        if !matches!(index % 7, 4 | 5) && !holidays.contains(name.as_str()) {
            day_of.push(index);
        }
        upto.push(u32::try_from(day_of.len() - 1).unwrap());
    }
    Numbered { upto, day_of }
}

/// A small generator of its own, so that the cases are the same on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn two_implementations_agree() {
    let names = names();
    let numbered = number(&names);
    let calendar = peru().calendar.at_known(day("2026-01-01"));
    let not_counted = clock(&calendar, &[]);
    let counted = Clock { start_rule: StartRule::StartCounted, ..not_counted };
    let mut state = 27_806;
    let mut compared = 0;
    while compared < 120_000 {
        let start = usize::try_from(next(&mut state)).unwrap() % (names.len() - 400);
        let n = u16::try_from(next(&mut state) % 41).unwrap();
        let with_start = next(&mut state).is_multiple_of(2);
        let before = if start == 0 { 0 } else { numbered.upto[start - 1] };
        // Working days gone before the count begins; a term of none takes the first from the start.
        let (gone, ahead) = match (n, with_start) {
            (0, _) => (before, 1),
            (n, true) => (before, u32::from(n)),
            (n, false) => (numbered.upto[start], u32::from(n)),
        };
        let expect = &names[numbered.day_of[usize::try_from(gone + ahead).unwrap()]];
        let clock = if with_start { counted } else { not_counted };
        let got = clock.due(day(&names[start]), Term::WorkingDays(n)).unwrap();
        assert_eq!(&got.due.to_string(), expect, "{} + {n} working days, {with_start}", names[start]);
        compared += 1;
    }
}
