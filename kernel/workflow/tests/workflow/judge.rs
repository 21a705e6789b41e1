//! A second, naive implementation: it walks from day to day and asks the law anew on each.
use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use law::{Answer, Term};
use workflow::{Act, By, Case, DeclaredClock, Engine};

#[derive(Clone, Debug)]
struct Running {
    start: Date,
    extensions: Vec<Answer<Term>>,
}

/// A case walked through.
pub struct Walk<'a> {
    engine: &'a Engine<'a>,
    pub state: String,
    running: BTreeMap<String, Running>,
    /// Instant, act, state reached.
    pub happened: Vec<(Timestamp, String, String)>,
}

impl<'a> Walk<'a> {
    /// The case from its start through its acts to the end of `now`.
    pub fn through(engine: &'a Engine<'a>, case: &Case, now: Timestamp) -> Self {
        let view = engine.view;
        let mut walk = Self { engine, state: String::new(), running: BTreeMap::new(), happened: Vec::new() };
        let initial = engine.procedure.states.iter().find(|state| state.initial).unwrap();
        walk.state.clone_from(&initial.code);
        let mut day = view.day(case.started);
        walk.start_clocks(|clock| clock.starts_on_entering.contains(&initial.code), day);
        let mut acts = case.acts.iter().peekable();
        loop {
            while let Some(act) = acts.next_if(|act| view.day(act.at) == day) {
                walk.perform(act);
            }
            let midnight = view.end_of(day).unwrap();
            if midnight > now {
                return walk;
            }
            walk.lapse_all(day, midnight);
            day = day.tomorrow().unwrap();
        }
    }

    fn clocks(&self) -> Vec<DeclaredClock> {
        self.engine.procedure.clocks.clone()
    }

    fn start_clocks(&mut self, starts: impl Fn(&DeclaredClock) -> bool, day: Date) {
        for clock in self.clocks() {
            if starts(&clock) && self.state != "end" {
                self.running.insert(clock.code, Running { start: day, extensions: Vec::new() });
            }
        }
    }

    /// By what was known on `day`.
    pub fn due(&self, clock: &DeclaredClock, day: Date) -> Option<Date> {
        let running = self.running.get(&clock.code)?;
        let view = self.engine.view;
        let mut due = view.law.deadline(&clock.term, running.start, day, view.subject).ok()?.due;
        for by in &running.extensions {
            due = view.law.extended(due, by, running.start, day, view.subject).ok()?.due;
        }
        Some(due)
    }

    fn lapse_all(&mut self, day: Date, midnight: Timestamp) {
        for clock in self.clocks() {
            // Started this very midnight by another lapse, it is not due before the end of the new day.
            let over = self.running.get(&clock.code).is_some_and(|running| running.start <= day)
                && self.due(&clock, day).is_some_and(|due| due <= day);
            if over {
                self.running.remove(&clock.code);
                self.go(&clock.lapse, midnight);
            }
        }
    }

    fn go(&mut self, code: &str, at: Timestamp) {
        let act = self.engine.procedure.acts.iter().find(|act| act.code == code).unwrap();
        let from = self.state.clone();
        let to = act.to.clone().unwrap_or_else(|| from.clone());
        let day = self.engine.view.day(at);
        for clock in self.clocks() {
            let left = from != to && clock.stops_on_leaving.contains(&from);
            if left || clock.stops_on_acts.contains(&act.code) || to == "end" {
                self.running.remove(&clock.code);
            }
        }
        self.state.clone_from(&to);
        self.start_clocks(
            |clock| {
                clock.starts_on_acts.contains(&act.code)
                    || (from != to && clock.starts_on_entering.contains(&to))
            },
            day,
        );
        self.happened.push((at, code.to_owned(), to));
    }

    fn perform(&mut self, act: &Act) {
        if let Some((clock, by)) = self.extension(act) {
            self.running.get_mut(&clock).unwrap().extensions.push(by);
        }
        self.go(&act.code, act.at);
    }

    /// The clock that the act extends, and by what.
    fn extension(&self, act: &Act) -> Option<(String, Answer<Term>)> {
        let clocks = self.clocks();
        let clock =
            clocks.iter().find(|clock| clock.extension.as_ref().is_some_and(|one| one.act == act.code))?;
        let running = self.running.get(&clock.code)?;
        let view = self.engine.view;
        let rules = view.law.rulebook.at(running.start).known(view.day(act.at));
        let cap = rules.term("access.extension", view.subject).unwrap();
        let left = 5 - running.extensions.iter().map(days).sum::<u16>();
        let value = Term::WorkingDays(act.extend_by.unwrap_or(left));
        Some((clock.code.clone(), Answer { value, version: cap.version }))
    }

    /// Whether the declaration allows the act where the walk has come to.
    pub fn allows(&self, act: &Act) -> bool {
        let By::Role(role) = &act.by else { return false };
        let Some(declared) = self.engine.procedure.acts.iter().find(|one| one.code == act.code) else {
            return false;
        };
        let papers = declared.documents.iter().all(|one| act.documents.contains(one))
            && act.documents.iter().all(|one| declared.documents.contains(one));
        let reasoned = !declared.reason || !act.reason.is_empty();
        let allowed = declared.from.contains(&self.state) && declared.by.contains(role) && papers && reasoned;
        let extends =
            self.clocks().iter().any(|clock| clock.extension.as_ref().is_some_and(|one| one.act == act.code));
        allowed && (!extends || self.has_time_to_give(act))
    }

    /// Twice at most, five working days in all.
    fn has_time_to_give(&self, act: &Act) -> bool {
        let Some((clock, by)) = self.extension(act) else { return false };
        let given: Vec<u16> = self.running[&clock].extensions.iter().map(days).collect();
        given.len() < 2 && days(&by) > 0 && given.iter().sum::<u16>() + days(&by) <= 5
    }
}

fn days(by: &Answer<Term>) -> u16 {
    match by.value {
        Term::WorkingDays(n) => n,
        other => panic!("{other:?}"),
    }
}
