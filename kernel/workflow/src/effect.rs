//! What an act does to state and clocks, the same for a declaration that is checked and a case that runs.
use crate::declaration::{Declaration, DeclaredAct, DeclaredClock};

/// From where to where an act goes. One that leads to the state it starts from neither leaves nor enters.
pub struct Step<'a> {
    pub act: &'a str,
    pub from: &'a str,
    pub to: &'a str,
}

impl<'a> Step<'a> {
    pub fn of(act: &'a DeclaredAct, from: &'a str) -> Self {
        Self { act: &act.code, from, to: act.to.as_deref().unwrap_or(from) }
    }

    fn moves(&self) -> bool {
        self.from != self.to
    }

    /// Whether it ends a run of `clock`.
    pub fn stops(&self, clock: &DeclaredClock) -> bool {
        let named = |list: &[String], code: &str| list.iter().any(|one| one == code);
        named(&clock.stops_on_acts, self.act) || (self.moves() && named(&clock.stops_on_leaving, self.from))
    }

    /// Whether it begins a run of `clock`, in place of one that there may be.
    pub fn starts(&self, clock: &DeclaredClock) -> bool {
        clock.starts_on_acts.iter().any(|one| one == self.act) || (self.moves() && starts_in(clock, self.to))
    }
}

/// Whether entering `state` begins a run of `clock`.
pub fn starts_in(clock: &DeclaredClock, state: &str) -> bool {
    clock.starts_on_entering.iter().any(|one| one == state)
}

pub fn is_final(declaration: &Declaration, state: &str) -> bool {
    declaration.state(state).is_some_and(|state| state.is_final)
}
