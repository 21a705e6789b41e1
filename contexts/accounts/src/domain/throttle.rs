//! How often somebody may try, so that guessing is hopeless and locking others out is too.
//!
//! As OWASP's device cookies: attempts from a browser that logged in to the account before are counted by themselves;
//! all others together, by account and by network address. Whoever guesses from elsewhere fills the counter of strangers,
//! never that of the owner's own browser; and the owner on a new device asks for a letter, which no counter stops.
use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

/// An attempt that is about to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The account as typed, folded: there may be none of that name, which must not show.
    pub name: String,
    /// Digest of what a known browser holds, for this very account.
    pub device: Option<String>,
    /// Network the request comes from.
    pub address: String,
}

/// Too many: how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub SignedDuration);

/// Failures within this time count.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// A person who mistypes, and tries old passwords.
const OF_DEVICE_MAX: usize = 10;
/// The same for strangers to the account, all together.
const OF_STRANGERS_MAX: usize = 10;
/// A ministry behind one address has many who mistype.
const OF_ADDRESS_MAX: usize = 100;
/// Keys held at most; beyond them those that failed longest ago go first.
const KEYS_MAX: usize = 200_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Device(String, String),
    Strangers(String),
    Address(String),
}

/// Failures of the last minutes, in memory: after a start everybody begins anew.
#[derive(Debug, Default)]
pub struct Throttle {
    failures: HashMap<Key, Vec<Timestamp>>,
}

impl Attempt {
    fn keys(&self) -> Vec<(Key, usize)> {
        match &self.device {
            // A known browser shares its address with nobody who matters here.
            Some(device) => vec![(Key::Device(self.name.clone(), device.clone()), OF_DEVICE_MAX)],
            None => vec![
                (Key::Strangers(self.name.clone()), OF_STRANGERS_MAX),
                (Key::Address(self.address.clone()), OF_ADDRESS_MAX),
            ],
        }
    }
}

impl Throttle {
    /// Whether the attempt may be made now. It counts as failed from here on, until it is told to have succeeded: many at
    /// once cannot all slip by.
    ///
    /// # Errors
    /// How long to wait, where there were too many.
    pub fn begin(&mut self, attempt: &Attempt, now: Timestamp) -> Result<(), Wait> {
        let keys = attempt.keys();
        for (key, count_max) in &keys {
            let failed = self.failures.get(key).map_or(&[][..], Vec::as_slice);
            let recent: Vec<Timestamp> =
                failed.iter().copied().filter(|at| now.duration_since(*at) < WINDOW).collect();
            // The oldest of those that fill the counter must leave the window.
            if let Some(oldest) = recent.len().checked_sub(*count_max).and_then(|at| recent.get(at)) {
                return Err(Wait(WINDOW - now.duration_since(*oldest)));
            }
        }
        for (key, count_max) in keys {
            let failed = self.failures.entry(key).or_default();
            failed.retain(|at| now.duration_since(*at) < WINDOW);
            failed.push(now);
            let beyond = failed.len().saturating_sub(count_max);
            failed.drain(..beyond);
        }
        if self.failures.len() > KEYS_MAX {
            self.forget(now);
        }
        Ok(())
    }

    /// The attempt begun at that moment succeeded. What else failed of the account still counts.
    pub fn succeeded(&mut self, attempt: &Attempt, begun: Timestamp) {
        for (key, _) in attempt.keys() {
            if let Some(failed) = self.failures.get_mut(&key)
                && let Some(at) = failed.iter().rposition(|at| *at == begun)
            {
                failed.remove(at);
            }
        }
    }

    fn forget(&mut self, now: Timestamp) {
        self.failures.retain(|_, failed| failed.last().is_some_and(|at| now.duration_since(*at) < WINDOW));
        while self.failures.len() > KEYS_MAX {
            let oldest = self
                .failures
                .iter()
                .min_by_key(|(_, failed)| failed.last().copied())
                .map(|(key, _)| key.clone());
            match oldest {
                Some(key) => self.failures.remove(&key),
                None => return,
            };
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

    fn attempt(name: &str, device: Option<&str>, address: &str) -> Attempt {
        Attempt { name: name.into(), device: device.map(str::to_owned), address: address.into() }
    }

    #[test]
    fn a_stranger_who_guesses_waits_and_the_owner_does_not() {
        let mut throttle = Throttle::default();
        let guess = |n: i64| attempt("ana", None, &format!("10.0.0.{n}"));
        for n in 0..10 {
            assert_eq!(throttle.begin(&guess(n), at(n)), Ok(()));
        }
        // From whatever address: the account's strangers are counted together.
        assert_eq!(throttle.begin(&guess(99), at(10)), Err(Wait(SignedDuration::from_secs(890))));
        assert_eq!(
            throttle.begin(&attempt("ana", Some("own"), "10.0.0.1"), at(10)),
            Ok(()),
            "her own browser"
        );
        assert_eq!(throttle.begin(&attempt("ben", None, "10.0.0.1"), at(10)), Ok(()), "another account");
        assert_eq!(throttle.begin(&guess(99), at(900)), Ok(()), "the first of them left the window");
        assert_eq!(throttle.begin(&guess(99), at(900)), Err(Wait(SignedDuration::from_secs(1))));
    }

    #[test]
    fn a_stolen_browser_guesses_no_more_than_a_stranger() {
        let mut throttle = Throttle::default();
        let own = attempt("ana", Some("own"), "10.0.0.1");
        for n in 0..10 {
            assert_eq!(throttle.begin(&own, at(n)), Ok(()));
        }
        assert!(throttle.begin(&own, at(11)).is_err());
    }

    #[test]
    fn one_address_cannot_try_one_password_on_everybody() {
        let mut throttle = Throttle::default();
        let tried =
            (0..200).filter(|n| throttle.begin(&attempt(&format!("a{n}"), None, "10.0.0.1"), at(*n)).is_ok());
        assert_eq!(tried.count(), 100);
    }

    #[test]
    fn what_succeeds_does_not_count() {
        let mut throttle = Throttle::default();
        let own = attempt("ana", None, "10.0.0.1");
        for n in 0..50 {
            assert_eq!(throttle.begin(&own, at(n)), Ok(()), "{n}");
            throttle.succeeded(&own, at(n));
        }
        // A hundred at the same instant are judged one after the other.
        let let_in = (0..100).filter(|_| throttle.begin(&own, at(60)).is_ok()).count();
        assert_eq!(let_in, 10);
    }
}
