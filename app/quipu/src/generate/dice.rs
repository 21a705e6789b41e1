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
