//! A case lived through again: acts as they were written, silence where it fell.
use jiff::Timestamp;

use crate::{
    case::{Act, By, Case},
    declaration::{DeclaredAct, DeclaredClock},
    effect::{Step, is_final, starts_in},
    judge::{Grant, Judge},
    law_view::LawView,
    procedure::Procedure,
    refusal::Refusal,
    standing::{Ending, Event, Extended, Run, Standing, Stay},
    track::track,
};

pub struct Replay<'a> {
    procedure: &'a Procedure,
    view: &'a LawView<'a>,
    settled: Option<Timestamp>,
    /// No act lies before it.
    previous: Timestamp,
    pub standing: Standing,
}

impl<'a> Replay<'a> {
    /// The case on its start, seen from `now`.
    pub fn start(
        procedure: &'a Procedure,
        view: &'a LawView<'a>,
        case: &Case,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        if case.started > now {
            return Err(Refusal::NotStarted { started: case.started, now });
        }
        let state = procedure.initial().to_owned();
        let standing = Standing {
            now,
            phase: String::new(),
            ended: false,
            state,
            events: Vec::new(),
            stays: Vec::new(),
            runs: Vec::new(),
        };
        let mut replay = Self { procedure, view, settled: case.settled, previous: case.started, standing };
        replay.enter(procedure.initial(), case.started);
        for clock in &procedure.clocks {
            if !replay.standing.ended && starts_in(clock, procedure.initial()) {
                replay.begin(clock, case.started);
            }
        }
        Ok(replay)
    }

    /// Everything up to `instant` that happens by itself. The lapse that `next` writes is left to it.
    pub fn advance(&mut self, instant: Timestamp, next: Option<&Act>) {
        while let Some((at, number)) = self.next_lapse(instant) {
            let Some(run) = self.standing.runs.get(number) else { return };
            if next.is_some_and(|act| act.by == By::Clock(run.clock.clone())) {
                return;
            }
            let clock = self.procedure.clock(&run.clock);
            let Some(act) = clock.and_then(|clock| self.procedure.act(&clock.lapse)) else { return };
            self.apply(act, By::Clock(run.clock.clone()), at, None, Some(number));
        }
    }

    /// One act of the list: judged, then applied.
    pub fn take(&mut self, act: &Act, number: usize) -> Result<(), Refusal> {
        let at = act.at;
        if at > self.standing.now {
            return Err(Refusal::AfterNow { at, now: self.standing.now });
        }
        if at < self.previous {
            return Err(Refusal::BeforePrevious { at, previous: self.previous });
        }
        self.advance(at, Some(act));
        let settled = self.settled.is_some_and(|settled| at <= settled);
        let judge = Judge { procedure: self.procedure, view: self.view, standing: &self.standing };
        let (declared, grant) = judge.act(act, settled)?;
        if let Some(grant) = grant {
            self.extend(grant, at);
        }
        let lapsed = match &act.by {
            By::Clock(clock) => {
                self.standing.runs.iter().position(|run| run.is_open() && run.clock == *clock)
            }
            By::Role(_) => None,
        };
        self.apply(declared, act.by.clone(), at, Some(number), lapsed);
        self.previous = at;
        Ok(())
    }

    /// The next open run to lapse up to `instant`; of several at once the one declared first.
    fn next_lapse(&self, instant: Timestamp) -> Option<(Timestamp, usize)> {
        let order = |run: &Run| self.procedure.clocks.iter().position(|one| one.code == run.clock);
        let open = self.standing.runs.iter().enumerate().filter(|(_, run)| run.is_open());
        let lapses = open.filter_map(|(number, run)| Some((run.lapses_at?, order(run), number)));
        lapses.filter(|(at, ..)| *at <= instant).min().map(|(at, _, number)| (at, number))
    }

    fn apply(
        &mut self,
        act: &DeclaredAct,
        by: By,
        at: Timestamp,
        written: Option<usize>,
        lapsed: Option<usize>,
    ) {
        let from = self.standing.state.clone();
        let step = Step::of(act, &from);
        let ends = is_final(self.procedure, step.to);
        for (number, run) in self.standing.runs.iter_mut().enumerate().filter(|(_, run)| run.is_open()) {
            let stops = || self.procedure.clock(&run.clock).is_some_and(|clock| step.stops(clock));
            if lapsed == Some(number) {
                run.end(at, Ending::Lapsed);
            } else if ends || stops() {
                run.end(at, Ending::Stopped);
            }
        }
        if step.to != from {
            self.enter(step.to, at);
        }
        for clock in self.procedure.clocks.iter().filter(|clock| !ends && step.starts(clock)) {
            self.begin(clock, at);
        }
        let to = step.to.to_owned();
        self.standing.events.push(Event { at, act: act.code.clone(), by, from, to, written });
    }

    fn enter(&mut self, state: &str, at: Timestamp) {
        if let Some(last) = self.standing.stays.last_mut() {
            last.to = Some(at);
        }
        let declared = self.procedure.state(state);
        let phase = declared.map(|state| state.phase.clone()).unwrap_or_default();
        self.standing.ended = declared.is_some_and(|state| state.is_final);
        state.clone_into(&mut self.standing.state);
        self.standing.phase.clone_from(&phase);
        self.standing.stays.push(Stay { state: state.to_owned(), phase, from: at, to: None });
    }

    fn begin(&mut self, clock: &DeclaredClock, at: Timestamp) {
        let mut number = 1;
        for run in self.standing.runs.iter_mut().filter(|run| run.clock == clock.code) {
            number += 1;
            if run.is_open() {
                run.end(at, Ending::Restarted);
            }
        }
        let mut run = Run {
            clock: clock.code.clone(),
            number,
            started: at,
            extensions: Vec::new(),
            spans: Vec::new(),
            ended: None,
            lapses_at: None,
        };
        self.follow(clock, &mut run);
        self.standing.runs.push(run);
    }

    fn extend(&mut self, grant: Grant, at: Timestamp) {
        let Some(mut run) = self.standing.runs.get(grant.run).cloned() else { return };
        run.extensions.push(Extended { at, by: grant.by });
        if let Some(clock) = self.procedure.clock(&run.clock) {
            self.follow(clock, &mut run);
        }
        if let Some(place) = self.standing.runs.get_mut(grant.run) {
            *place = run;
        }
    }

    fn follow(&self, clock: &DeclaredClock, run: &mut Run) {
        let track = track(self.view, clock, run, self.settled, self.standing.now);
        run.spans = track.spans;
        run.lapses_at = track.lapses_at;
    }
}
