//! Whether an act may be performed where a case stands.
use jiff::Timestamp;
use law::{Answer, Term};

use crate::{
    case::{Act, By},
    declaration::{DeclaredAct, DeclaredClock, Extension},
    law_view::LawView,
    procedure::Procedure,
    refusal::Refusal,
    standing::{Ending, Run, Standing},
    track,
};

/// More time that an act gives to a run.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Number of the run in the standing.
    pub run: usize,
    pub by: Answer<Term>,
}

pub struct Judge<'p, 's> {
    pub procedure: &'p Procedure,
    pub view: &'s LawView<'s>,
    pub standing: &'s Standing,
}

impl<'p> Judge<'p, '_> {
    /// What the act is, and the time it gives. `settled`: it was written when another law may have
    /// been loaded, so the limits of extensions are not asked again.
    pub fn act(&self, act: &Act, settled: bool) -> Result<(&'p DeclaredAct, Option<Grant>), Refusal> {
        let declared = self.procedure.act(&act.code);
        let declared = declared.ok_or_else(|| Refusal::UnknownAct { act: act.code.clone() })?;
        let extends = self.procedure.extended_by(&act.code);
        if let Some((clock, _)) = extends {
            self.in_time(clock)?;
        }
        let state = &self.standing.state;
        if self.standing.ended {
            return Err(Refusal::CaseEnded { state: state.clone() });
        }
        if !declared.from.contains(state) {
            return Err(Refusal::NotFromState { act: act.code.clone(), state: state.clone() });
        }
        match &act.by {
            By::Role(role) => papers(declared, act, role)?,
            By::Clock(clock) => self.is_lapse_of(declared, clock)?,
        }
        let grant = match extends {
            Some((clock, extension)) => Some(self.grant(clock, extension, act, settled)?),
            None => None,
        };
        Ok((declared, grant))
    }

    fn is_lapse_of(&self, declared: &DeclaredAct, clock: &str) -> Result<(), Refusal> {
        if self.standing.running(clock).is_none() {
            return Err(Refusal::ClockNotRunning { clock: clock.to_owned() });
        }
        match self.procedure.clock(clock) {
            Some(one) if one.lapse == declared.code => Ok(()),
            _ => Err(Refusal::NotItsLapse { clock: clock.to_owned(), act: declared.code.clone() }),
        }
    }

    /// Once a clock has lapsed nothing gives it more time; silence may have left the state in
    /// which that was possible, and the words should say which of the two it was.
    fn in_time(&self, clock: &DeclaredClock) -> Result<(), Refusal> {
        let last = self.standing.runs.iter().rev().find(|run| run.clock == clock.code);
        match last.and_then(|run| Some((run.ended?, run.due()?))) {
            Some(((lapsed, Ending::Lapsed), due)) => {
                Err(Refusal::ExtensionTooLate { clock: clock.code.clone(), lapsed, due })
            }
            _ => Ok(()),
        }
    }

    fn grant(
        &self,
        clock: &DeclaredClock,
        extension: &Extension,
        act: &Act,
        settled: bool,
    ) -> Result<Grant, Refusal> {
        let code = || clock.code.clone();
        let open = |run: &Run| run.is_open() && run.clock == clock.code;
        let number = self.standing.runs.iter().position(open);
        let found = number.and_then(|number| Some((number, self.standing.runs.get(number)?)));
        let Some((number, run)) = found else {
            return Err(Refusal::ClockNotRunning { clock: code() });
        };
        let room = room(self.view, extension, run, act.at)?;
        let n = act.extend_by.unwrap_or(room.left);
        if !settled {
            if room.given >= room.times {
                return Err(Refusal::ExtensionTooOften { clock: code(), times: room.times });
            }
            if n > room.left {
                return Err(Refusal::ExtensionBeyondCap { clock: code(), asked: n, left: room.left });
            }
            if n == 0 {
                return Err(Refusal::ExtensionByNothing { clock: code() });
            }
        }
        let by = Answer { value: of_unit(room.cap.value, n), version: room.cap.version };
        let mut longer = run.clone();
        longer.extensions.push(crate::standing::Extended { at: act.at, by: by.clone() });
        if !settled {
            track::chain(self.view, clock, &longer, act.at)?;
        }
        Ok(Grant { run: number, by })
    }
}

/// Role, documents and reason.
fn papers(declared: &DeclaredAct, act: &Act, role: &String) -> Result<(), Refusal> {
    let code = || act.code.clone();
    if !declared.by.contains(role) {
        let may = if declared.by.is_empty() { "no role".to_owned() } else { declared.by.join(", ") };
        return Err(Refusal::RoleMayNot { act: code(), role: role.clone(), may });
    }
    if let Some(document) = act.documents.iter().find(|one| !declared.documents.contains(one)) {
        return Err(Refusal::DocumentUnknown { act: code(), document: document.clone() });
    }
    let missing = declared.documents.iter().filter(|one| !act.documents.contains(one));
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    if !missing.is_empty() {
        return Err(Refusal::DocumentsMissing { act: code(), documents: missing.join(", ") });
    }
    if declared.reason && act.reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing { act: code() });
    }
    Ok(())
}

/// How much a run may still be extended.
pub struct Room {
    pub cap: Answer<Term>,
    /// In the unit of the cap; what was given in another unit does not count against it.
    pub left: u16,
    pub given: u64,
    pub times: u64,
}

/// By the law of the day the run started, as known on the day of `at`.
pub fn room(view: &LawView<'_>, extension: &Extension, run: &Run, at: Timestamp) -> Result<Room, Refusal> {
    let (start, on) = (view.day(run.started), view.day(at));
    let cap = view.term(&extension.cap, start, on)?;
    let times = view.count(&extension.times, start, on)?;
    let same = |term: &Term| std::mem::discriminant(term) == std::mem::discriminant(&cap.value);
    let given = run.extensions.iter().map(|one| one.by.value).filter(same).map(length);
    let left = given.fold(length(cap.value), u16::saturating_sub);
    Ok(Room { cap, left, given: run.extensions.len() as u64, times })
}

const fn length(term: Term) -> u16 {
    match term {
        Term::WorkingDays(n) | Term::CalendarDays(n) | Term::Months(n) | Term::Years(n) => n,
    }
}

const fn of_unit(term: Term, n: u16) -> Term {
    match term {
        Term::WorkingDays(_) => Term::WorkingDays(n),
        Term::CalendarDays(_) => Term::CalendarDays(n),
        Term::Months(_) => Term::Months(n),
        Term::Years(_) => Term::Years(n),
    }
}
