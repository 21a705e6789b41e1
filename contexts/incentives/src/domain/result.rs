//! What fulfilment earns.
use base::{Money, codes::EntityCode};
use jiff::civil::Date;

use super::{Dossier, Goal, GoalRef, OfferRef, Standing};

/// What a goal offers a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub goal: GoalRef,
    pub entity: EntityCode,
    pub class: String,
    pub offered: Money,
}

impl Offer {
    pub fn at(&self) -> OfferRef {
        OfferRef { goal: self.goal.clone(), entity: self.entity.clone() }
    }
}

base::closed_words! {
    /// What became of what was offered.
    Outcome {
        Earned = "earned",
        /// As things stand: what is missing may still come late where the goal takes it.
        Unearned = "unearned",
        Open = "open",
    }
}

/// What became of an offer by the day.
pub fn outcome(goal: &Goal, dossier: &Dossier, on: Date) -> Outcome {
    let counts = goal.takes_late || !dossier.is_late(goal.due_on);
    match dossier.standing(goal.due_on, on) {
        Standing::Fulfilled if counts => Outcome::Earned,
        Standing::NotDue => Outcome::Open,
        Standing::Filed | Standing::Late | Standing::Objected if counts => Outcome::Open,
        _ => Outcome::Unearned,
    }
}

/// Offers put together: earned, unearned and open are what was offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub municipalities: usize,
    pub fulfilled: usize,
    pub offered: Money,
    pub earned: Money,
    pub unearned: Money,
    pub open: Money,
}

impl Tally {
    pub fn add(&mut self, goal: &Goal, offer: &Offer, (dossier, on): (&Dossier, Date)) {
        self.municipalities += 1;
        self.offered += offer.offered;
        if dossier.standing(goal.due_on, on) == Standing::Fulfilled {
            self.fulfilled += 1;
        }
        match outcome(goal, dossier, on) {
            Outcome::Earned => self.earned += offer.offered,
            Outcome::Unearned => self.unearned += offer.offered,
            Outcome::Open => self.open += offer.offered,
        }
    }
}
