//! Chance by name: what is drawn for one thing depends on the seed and the thing, not on what was drawn before.
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore, SeedableRng},
};

/// Of what something is drawn.
#[derive(Clone, Copy, Debug)]
pub enum What {
    Order = 1,
    Unit,
    UnitYear,
    Slot,
    Goal,
    GoalYear,
    Chain,
    Project,
}

pub struct Dice(ChaCha8Rng);

impl Dice {
    pub fn of(seed: u64, what: What, thing: [u32; 4]) -> Self {
        let mut key = [0; 32];
        let words = [what as u32].into_iter().chain(thing).flat_map(u32::to_le_bytes);
        for (byte, drawn) in key.iter_mut().zip(seed.to_le_bytes().into_iter().chain(words)) {
            *byte = drawn;
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// From 0, below `bound`.
    pub fn below(&mut self, bound: u32) -> u32 {
        let wide = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    pub fn at(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// From `least` to `most`.
    pub fn within(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    pub fn per_mille(&mut self, share: u32) -> bool {
        self.below(1000) < share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(seed: u64, what: What, thing: [u32; 4]) -> Vec<u32> {
        let mut dice = Dice::of(seed, what, thing);
        (0..4).map(|_| dice.below(1_000_000)).collect()
    }

    #[test]
    fn chance_is_the_same_on_every_machine_and_of_the_thing_alone() {
        let first = drawn(1, What::Unit, [1, 0, 0, 0]);
        assert_eq!(first, [340_281, 154_935, 628_005, 767_011]);
        for (seed, what, thing) in [
            (2, What::Unit, [1, 0, 0, 0]),
            (1, What::Slot, [1, 0, 0, 0]),
            (1, What::Unit, [2, 0, 0, 0]),
            (1, What::Unit, [1, 0, 0, 1]),
        ] {
            assert_ne!(drawn(seed, what, thing), first, "{seed} {what:?} {thing:?}");
        }
    }

    #[test]
    fn what_is_drawn_stays_within() {
        let mut dice = Dice::of(1, What::Order, [0; 4]);
        assert!((0..1000).all(|_| (3..=5).contains(&dice.within(3, 5)) && dice.below(1) == 0));
        assert!((0..100).all(|_| dice.per_mille(1000) && !dice.per_mille(0)));
    }
}
