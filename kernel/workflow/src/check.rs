//! Whether a procedure can work: every state reachable, every case can end, every clock decides something.
use std::collections::BTreeSet;

use crate::{
    declaration::{Declaration, DeclaredClock, Extension},
    defect::Defect,
    effect::Step,
    explore::{Explored, MAX_CLOCKS, explore},
    names,
};

/// All defects that need no rulebook. Questions about ways through the procedure are asked once its
/// names are sound: of unknown states there is no way to speak.
pub fn defects(declaration: &Declaration) -> Vec<Defect> {
    let mut defects = names::defects(declaration);
    let sound = !defects.iter().any(breaks_ways);
    acts(declaration, &mut defects);
    consultations(declaration, &mut defects);
    lapses(declaration, &mut defects);
    let too_many = declaration.clocks.len() > MAX_CLOCKS;
    if too_many {
        defects.push(Defect::TooManyClocks { max: MAX_CLOCKS });
    }
    let initial = initial(declaration, &mut defects);
    if let Some(initial) = initial
        && sound
        && !too_many
    {
        let explored = explore(declaration, initial);
        ways(declaration, &explored, &mut defects);
        for (number, clock) in declaration.clocks.iter().enumerate() {
            runs(&explored, number, clock, &mut defects);
        }
    }
    defects
}

const fn breaks_ways(defect: &Defect) -> bool {
    matches!(defect, Defect::UnknownState { .. } | Defect::UnknownAct { .. } | Defect::DuplicateCode { .. })
}

fn initial<'a>(declaration: &'a Declaration, defects: &mut Vec<Defect>) -> Option<&'a str> {
    let initial = declaration.states.iter().filter(|state| state.initial);
    let initial: Vec<&str> = initial.map(|state| state.code.as_str()).collect();
    match initial.as_slice() {
        [] => defects.push(Defect::NoInitialState),
        [_] => {}
        several => defects.push(Defect::SeveralInitialStates { states: several.join(", ") }),
    }
    if initial.len() == 1 { initial.first().copied() } else { None }
}

fn acts(declaration: &Declaration, defects: &mut Vec<Defect>) {
    for act in &declaration.acts {
        let code = || act.code.clone();
        if act.from.is_empty() {
            defects.push(Defect::ActFromNowhere { act: code() });
        }
        if act.by.is_empty() && !declaration.is_lapse(&act.code) {
            defects.push(Defect::ActWithoutRole { act: code() });
        }
        for state in &act.from {
            if crate::effect::is_final(declaration, state) {
                defects.push(Defect::ActOutOfFinal { act: code(), state: state.clone() });
            }
        }
        let extended = declaration.clocks.iter().filter_map(|clock| clock.extension.as_ref());
        if extended.filter(|extension| extension.act == act.code).count() > 1 {
            defects.push(Defect::ExtendsSeveral { act: code() });
        }
    }
}

/// Whoever is asked is asked for a time, and answered: or told in public why not.
fn consultations(declaration: &Declaration, defects: &mut Vec<Defect>) {
    let asked = || declaration.states.iter().filter(|state| state.is_consultation);
    let waits = |act: &&crate::DeclaredAct| act.is_answered;
    for state in asked() {
        let code = || state.code.clone();
        if state.is_final {
            defects.push(Defect::ConsultationEnds { state: code() });
        }
        if !declaration.clocks.iter().any(|clock| crate::effect::starts_in(clock, &state.code)) {
            defects.push(Defect::ConsultationWithoutTerm { state: code() });
        }
        if !declaration.acts.iter().any(|act| waits(&act)) {
            defects.push(Defect::ConsultationUnanswered { state: code() });
        }
    }
    for act in declaration.acts.iter().filter(waits).filter(|_| asked().next().is_none()) {
        defects.push(Defect::NothingToAnswer { act: act.code.clone() });
    }
    for act in declaration.acts.iter().filter(|act| !act.by.is_empty() && !act.reason) {
        if act.from.iter().any(|from| declaration.leaves_unanswered(act, from)) {
            defects.push(Defect::UnansweredWithoutReason { act: act.code.clone() });
        }
    }
}

fn lapses(declaration: &Declaration, defects: &mut Vec<Defect>) {
    for clock in &declaration.clocks {
        let code = || clock.code.clone();
        if clock.lapse.is_empty() {
            defects.push(Defect::LapseMissing { clock: code() });
        }
        let extension = clock.extension.as_ref().filter(|extension| declaration.is_lapse(&extension.act));
        if let Some(extension) = extension {
            defects.push(Defect::ExtendedBySilence { clock: code(), act: extension.act.clone() });
        }
        let asks = declaration.act(&clock.lapse).filter(|act| act.reason || !act.documents.is_empty());
        if let Some(act) = asks {
            defects.push(Defect::LapseAsks { clock: code(), act: act.code.clone() });
        }
    }
}

fn ways(declaration: &Declaration, explored: &Explored<'_>, defects: &mut Vec<Defect>) {
    let reached: BTreeSet<&str> = explored.reached.iter().map(|one| one.state).collect();
    let stuck: BTreeSet<&str> = explored.stuck(declaration).into_iter().collect();
    for state in &declaration.states {
        let code = state.code.as_str();
        if !reached.contains(code) {
            defects.push(Defect::StateUnreachable { state: code.to_owned() });
        }
        if stuck.contains(code) {
            defects.push(Defect::StateWithoutEnd { state: code.to_owned() });
        }
    }
}

fn runs(explored: &Explored<'_>, number: usize, clock: &DeclaredClock, defects: &mut Vec<Defect>) {
    let code = || clock.code.clone();
    let running: BTreeSet<&str> =
        explored.reached.iter().filter(|one| one.runs(number)).map(|one| one.state).collect();
    if running.is_empty() {
        defects.push(Defect::ClockNeverStarts { clock: code() });
        return;
    }
    let ended = |way: &crate::explore::Way<'_>| {
        way.from.runs(number) && !way.to.runs(number) && way.lapse_of != Some(number)
    };
    if !explored.ways.iter().any(ended) {
        defects.push(Defect::ClockNeverStops { clock: code() });
    }
    let lapses_from = |state: &str| {
        let here = |way: &crate::explore::Way<'_>| way.lapse_of == Some(number) && way.from.state == state;
        explored.ways.iter().any(here)
    };
    for state in running.iter().filter(|state| !clock.lapse.is_empty() && !lapses_from(state)) {
        let (act, state) = (clock.lapse.clone(), (*state).to_owned());
        defects.push(Defect::LapseNotAllowed { clock: code(), act, state });
    }
    if let Some(extension) = &clock.extension {
        extends(explored, number, clock, extension, defects);
    }
}

fn extends(
    explored: &Explored<'_>,
    number: usize,
    clock: &DeclaredClock,
    extension: &Extension,
    defects: &mut Vec<Defect>,
) {
    let (code, act) = (clock.code.clone(), extension.act.clone());
    let during: Vec<_> = explored
        .ways
        .iter()
        .filter(|way| way.from.runs(number) && way.act.code == extension.act && way.lapse_of.is_none())
        .collect();
    let interferes = |way: &&crate::explore::Way<'_>| {
        let step = Step::of(way.act, way.from.state);
        step.stops(clock) || step.starts(clock) || !way.to.runs(number)
    };
    if during.is_empty() {
        defects.push(Defect::ExtensionNeverPossible { clock: code, act });
    } else if during.iter().any(interferes) {
        defects.push(Defect::ExtensionStops { clock: code, act });
    }
}
