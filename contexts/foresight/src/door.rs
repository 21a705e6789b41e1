//! What the room needs while the program runs: how often proposals come from where.
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::domain::Counter;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct ProposalsDoor {
    /// Whether a proxy in front says from where requests come.
    pub is_behind_proxy: bool,
    counter: Arc<Mutex<Counter>>,
}

impl ProposalsDoor {
    pub fn new(is_behind_proxy: bool) -> Self {
        Self { is_behind_proxy, ..Self::default() }
    }

    pub(crate) fn admits(&self, address: &str, now: Timestamp) -> bool {
        self.counter.lock().unwrap_or_else(PoisonError::into_inner).admits(address, now)
    }
}
