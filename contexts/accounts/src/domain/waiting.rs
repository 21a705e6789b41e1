//! What was begun in a browser and waits for its answer: in memory, for some minutes, spent once. Whoever begins without
//! end makes no entry of the journal, and drops what was begun from their own network alone.
use std::collections::{HashMap, VecDeque};

use jiff::{SignedDuration, Timestamp};

/// A ministry behind one address, at eight in the morning.
const OF_ADDRESS_MAX: usize = 1_000;
/// Beyond them the oldest go first.
const ALL_MAX: usize = 100_000;

/// Things begun, each known by the digest of what its browser holds.
#[derive(Debug)]
pub struct Waiting<T> {
    lasts: SignedDuration,
    begun: HashMap<String, (Timestamp, T)>,
    of_address: HashMap<String, VecDeque<String>>,
    /// The oldest first, spent ones among them.
    order: VecDeque<(Timestamp, String, String)>,
}

impl<T> Waiting<T> {
    pub fn new(lasts: SignedDuration) -> Self {
        Self { lasts, begun: HashMap::new(), of_address: HashMap::new(), order: VecDeque::new() }
    }

    /// Keeps what was begun from a network.
    pub fn put(&mut self, key: String, address: &str, thing: T, now: Timestamp) {
        self.forget(now);
        let own = self.of_address.entry(address.to_owned()).or_default();
        own.push_back(key.clone());
        if own.len() > OF_ADDRESS_MAX
            && let Some(oldest) = own.pop_front()
        {
            self.begun.remove(&oldest);
        }
        self.order.push_back((now, key.clone(), address.to_owned()));
        self.begun.insert(key, (now, thing));
        if self.order.len() > ALL_MAX {
            self.drop_oldest();
        }
    }

    /// Takes what was begun, where it still waits and fits its answer: nobody takes it again. What does not fit goes on
    /// waiting, so that a link from elsewhere cannot end it.
    pub fn take(&mut self, key: &str, now: Timestamp, fits: impl FnOnce(&T) -> bool) -> Option<T> {
        self.forget(now);
        if !self.begun.get(key).is_some_and(|(_, thing)| fits(thing)) {
            return None;
        }
        self.begun.remove(key).map(|(_, thing)| thing)
    }

    fn forget(&mut self, now: Timestamp) {
        while self.order.front().is_some_and(|(at, ..)| now.duration_since(*at) >= self.lasts) {
            self.drop_oldest();
        }
    }

    fn drop_oldest(&mut self) {
        let Some((_, key, address)) = self.order.pop_front() else { return };
        self.begun.remove(&key);
        if let Some(own) = self.of_address.get_mut(&address) {
            if own.front() == Some(&key) {
                own.pop_front();
            }
            if own.is_empty() {
                self.of_address.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn waiting() -> Waiting<i64> {
        Waiting::new(SignedDuration::from_mins(10))
    }

    #[test]
    fn what_was_begun_is_taken_once_and_in_time() {
        let mut waiting = waiting();
        waiting.put("a".into(), "10.0.0.1", 1, at(0));
        waiting.put("b".into(), "10.0.0.1", 2, at(1));
        assert_eq!(waiting.take("x", at(2), |_| true), None);
        assert_eq!(waiting.take("a", at(2), |_| false), None, "does not fit");
        assert_eq!(waiting.take("a", at(2), |n| *n == 1), Some(1));
        assert_eq!(waiting.take("a", at(2), |_| true), None, "spent");
        assert_eq!(waiting.take("b", at(601), |_| true), None, "over");
        assert!(waiting.begun.is_empty() && waiting.of_address.is_empty() && waiting.order.is_empty());
    }

    #[test]
    fn who_begins_without_end_drops_their_own() {
        let mut waiting = waiting();
        waiting.put("own".into(), "10.0.0.1", 0, at(0));
        for n in 0..5_000 {
            waiting.put(format!("evil{n}"), "192.0.2.1", n, at(1));
        }
        assert_eq!(waiting.begun.len(), 1 + OF_ADDRESS_MAX);
        assert_eq!(waiting.take("evil0", at(2), |_| true), None);
        assert_eq!(waiting.take("own", at(2), |_| true), Some(0));
        for n in 0..150_000 {
            waiting.put(format!("many{n}"), &format!("2001:db8:{n}::/64"), n, at(3));
        }
        assert!(waiting.begun.len() <= ALL_MAX && waiting.of_address.len() <= ALL_MAX);
    }
}
