//! Every configuration a case can be in: its state and which clocks run.
use std::collections::{BTreeMap, BTreeSet};

use crate::{
    declaration::{Declaration, DeclaredAct},
    effect::{Step, is_final, starts_in},
};

/// More clocks than this make too many configurations, and a procedure that nobody follows.
pub const MAX_CLOCKS: usize = 10;

/// A state and the clocks that run in it, one bit a clock in the order of the declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Configuration<'a> {
    pub state: &'a str,
    pub running: u32,
}

/// A way from one configuration to another.
pub struct Way<'a> {
    pub from: Configuration<'a>,
    pub act: &'a DeclaredAct,
    /// Number of the clock whose lapse it is; `None` where a role performs it.
    pub lapse_of: Option<usize>,
    pub to: Configuration<'a>,
}

/// All that can be reached, and all ways between.
pub struct Explored<'a> {
    pub reached: Vec<Configuration<'a>>,
    pub ways: Vec<Way<'a>>,
}

impl Configuration<'_> {
    pub const fn runs(self, clock: usize) -> bool {
        self.running & (1 << clock) != 0
    }
}

/// From the initial state on. The declaration's names must be sound, its clocks at most [`MAX_CLOCKS`].
pub fn explore<'a>(declaration: &'a Declaration, initial: &'a str) -> Explored<'a> {
    let entered = declaration.clocks.iter().map(|clock| starts_in(clock, initial));
    let running = if is_final(declaration, initial) { 0 } else { bits(entered) };
    let mut explored =
        Explored { reached: vec![Configuration { state: initial, running }], ways: Vec::new() };
    let mut seen: BTreeSet<_> = explored.reached.iter().copied().collect();
    let mut next = 0;
    while let Some(from) = explored.reached.get(next).copied() {
        for (act, lapse_of) in exits(declaration, from) {
            let to = after(declaration, from, act, lapse_of);
            if seen.insert(to) {
                explored.reached.push(to);
            }
            explored.ways.push(Way { from, act, lapse_of, to });
        }
        next += 1;
    }
    explored
}

fn bits(flags: impl Iterator<Item = bool>) -> u32 {
    flags.enumerate().fold(0, |bits, (number, flag)| bits | (u32::from(flag) << number))
}

/// Acts that roles or running clocks can perform from here.
fn exits<'a>(declaration: &'a Declaration, from: Configuration<'a>) -> Vec<(&'a DeclaredAct, Option<usize>)> {
    let here = |act: &&DeclaredAct| act.from.iter().any(|state| state == from.state);
    let mut exits = Vec::new();
    for act in declaration.acts.iter().filter(here) {
        if !act.by.is_empty() {
            exits.push((act, None));
        }
        let lapses = declaration.clocks.iter().enumerate();
        let lapses = lapses.filter(|(number, clock)| clock.lapse == act.code && from.runs(*number));
        exits.extend(lapses.map(|(number, _)| (act, Some(number))));
    }
    exits
}

fn after<'a>(
    declaration: &'a Declaration,
    from: Configuration<'a>,
    act: &'a DeclaredAct,
    lapse_of: Option<usize>,
) -> Configuration<'a> {
    let step = Step::of(act, from.state);
    if is_final(declaration, step.to) {
        return Configuration { state: step.to, running: 0 };
    }
    let running = declaration.clocks.iter().enumerate().map(|(number, clock)| {
        let goes_on = from.runs(number) && !step.stops(clock) && lapse_of != Some(number);
        goes_on || step.starts(clock)
    });
    Configuration { state: step.to, running: bits(running) }
}

impl<'a> Explored<'a> {
    /// States of configurations from which no final state can be reached any more.
    pub fn stuck(&self, declaration: &Declaration) -> Vec<&'a str> {
        let mut back: BTreeMap<Configuration<'a>, Vec<Configuration<'a>>> = BTreeMap::new();
        for way in &self.ways {
            back.entry(way.to).or_default().push(way.from);
        }
        let ends = self.reached.iter().copied().filter(|one| is_final(declaration, one.state));
        let mut ending: Vec<Configuration<'a>> = ends.collect();
        let mut seen: BTreeSet<_> = ending.iter().copied().collect();
        while let Some(one) = ending.pop() {
            for before in back.get(&one).into_iter().flatten() {
                if seen.insert(*before) {
                    ending.push(*before);
                }
            }
        }
        self.reached.iter().filter(|one| !seen.contains(one)).map(|one| one.state).collect()
    }
}
