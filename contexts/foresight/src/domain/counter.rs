//! How often proposals come from one network, so that nobody fills the study's office with noise.
use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

/// Proposals that one network may send within the window: a village behind one address has several to make.
const OF_ADDRESS_MAX: usize = 10;
const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// Networks remembered at most; beyond them those that asked longest ago are forgotten.
const ADDRESSES_MAX: usize = 50_000;

/// In memory: after a start everybody begins anew, and nothing is kept of who asked.
#[derive(Debug, Default)]
pub struct Counter {
    sent: HashMap<String, Vec<Timestamp>>,
    /// When those that are past were last forgotten: a flood of networks must not make every request look through all.
    swept: Option<Timestamp>,
}

const SWEPT_EVERY: SignedDuration = SignedDuration::from_mins(1);

impl Counter {
    /// Counts a proposal from that network; false where there were too many.
    pub fn admits(&mut self, address: &str, now: Timestamp) -> bool {
        let is_recent = |at: &Timestamp| now.duration_since(*at) < WINDOW;
        if self.sent.len() >= ADDRESSES_MAX && !self.sent.contains_key(address) {
            if self.swept.is_none_or(|at| now.duration_since(at) >= SWEPT_EVERY) {
                self.sent.retain(|_, sent| sent.last().is_some_and(is_recent));
                self.swept = Some(now);
            }
            if self.sent.len() >= ADDRESSES_MAX {
                return false;
            }
        }
        let sent = self.sent.entry(address.to_owned()).or_default();
        sent.retain(is_recent);
        let fits = sent.len() < OF_ADDRESS_MAX;
        if fits {
            sent.push(now);
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_network_waits_and_others_do_not() {
        let at = |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        let mut counter = Counter::default();
        let let_in = (0..50).filter(|n| counter.admits("10.0.0.1", at(*n))).count();
        assert_eq!(let_in, 10);
        assert!(counter.admits("10.0.0.2", at(50)), "another network");
        assert!(!counter.admits("10.0.0.1", at(3_599)));
        assert!(counter.admits("10.0.0.1", at(3_600)), "the first has left the window");
        assert!(!counter.admits("10.0.0.1", at(3_600)), "and the second has not");
    }

    #[test]
    fn memory_has_an_end() {
        let at = |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        let mut counter = Counter::default();
        let let_in = (0..60_000).filter(|n| counter.admits(&n.to_string(), at(0))).count();
        assert_eq!(let_in, ADDRESSES_MAX);
        assert!(counter.admits("late", at(7_200)), "room again once the others are past");
    }
}
