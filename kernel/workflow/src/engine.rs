//! What one asks of a procedure and a case.
use jiff::Timestamp;
use law::{Answer, Term};

use crate::{
    case::{Act, By, Case},
    declaration::DeclaredAct,
    judge::room,
    law_view::LawView,
    procedure::Procedure,
    refusal::{BadHistory, Refusal},
    replay::Replay,
    standing::Standing,
};

/// A procedure under the law. The procedure must be the version the case started under.
#[derive(Clone, Copy, Debug)]
pub struct Engine<'a> {
    pub procedure: &'a Procedure,
    pub view: LawView<'a>,
}

/// What an accepted act makes of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Silence that happened before the act and is to be written before it, in the same entry.
    pub lapses: Vec<Act>,
    /// The case after the act.
    pub standing: Standing,
}

/// An act that a role may perform now, and what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleAct<'a> {
    pub act: &'a DeclaredAct,
    /// For an extension: its clock and how much more time there is to give.
    pub extends: Option<(&'a str, Answer<Term>, u16)>,
}

impl<'a> Engine<'a> {
    /// How the case stands at `now`.
    ///
    /// Errors: an act of the list that could not have been performed, or lies after `now`
    /// ([`Case::until`] leaves those out). A law without an answer is no error of the case: it is in
    /// the run's last span.
    pub fn standing(&self, case: &Case, now: Timestamp) -> Result<Standing, BadHistory> {
        let mut replay = self.replay(case, now)?;
        replay.advance(now, None);
        Ok(replay.standing)
    }

    /// Whether `act` may be performed in the case at `now`, and what follows. Its instant is its own:
    /// not after `now`, not before the last act. The list of the case is not changed.
    pub fn perform(&self, case: &Case, act: &Act, now: Timestamp) -> Result<Moved, Refusal> {
        let mut replay = self.replay(case, now).map_err(Box::new)?;
        if let By::Clock(clock) = &act.by {
            return Err(Refusal::LapseIsDerived { clock: clock.clone() });
        }
        if let Some(settled) = case.settled.filter(|settled| act.at < *settled) {
            return Err(Refusal::BeforePrevious { at: act.at, previous: settled });
        }
        replay.take(act, case.acts.len())?;
        // All that happened up to the act and is not in the list; later silence is not replayed yet.
        let lapses = replay.standing.unwritten();
        replay.advance(now, None);
        Ok(Moved { lapses, standing: replay.standing })
    }

    /// Acts that `role` may perform where the case stands; an extension only while its clock runs
    /// and the law leaves time to give.
    pub fn possible(&self, standing: &Standing, role: &str) -> Vec<PossibleAct<'a>> {
        let may =
            |act: &&DeclaredAct| act.from.contains(&standing.state) && act.by.iter().any(|one| one == role);
        self.procedure.acts.iter().filter(may).filter_map(|act| self.offered(standing, act)).collect()
    }

    fn offered(&self, standing: &Standing, act: &'a DeclaredAct) -> Option<PossibleAct<'a>> {
        let Some((clock, extension)) = self.procedure.extended_by(&act.code) else {
            return Some(PossibleAct { act, extends: None });
        };
        let run = standing.running(&clock.code)?;
        let room = room(&self.view, extension, run, standing.now).ok()?;
        let possible = room.given < room.times && room.left > 0;
        possible.then_some(PossibleAct { act, extends: Some((clock.code.as_str(), room.cap, room.left)) })
    }

    fn replay<'b>(&'b self, case: &Case, now: Timestamp) -> Result<Replay<'b>, BadHistory> {
        let bad = |number: usize, refusal| BadHistory { case: case.id.clone(), number, refusal };
        let mut replay =
            Replay::start(self.procedure, &self.view, case, now).map_err(|refusal| bad(0, refusal))?;
        for (number, act) in case.acts.iter().enumerate() {
            replay.take(act, number).map_err(|refusal| bad(number + 1, refusal))?;
        }
        Ok(replay)
    }
}
