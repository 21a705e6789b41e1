//! From where a request comes, and how often something may come from there.
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::{Mutex, PoisonError},
};

use axum::{extract::ConnectInfo, http::request::Parts};
use jiff::{SignedDuration, Timestamp};

use crate::PageError;

/// The network a request comes from; behind a proxy, what the nearest one says. `-` where nobody says.
pub fn network(parts: &Parts, is_behind_proxy: bool) -> String {
    let direct = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let said = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let told = said.rsplit(',').next().and_then(|last| last.trim().parse().ok());
    let address = if is_behind_proxy { told.or(direct) } else { direct };
    address.map_or_else(|| "-".to_owned(), of_address)
}

/// Whoever has one address of IPv6 has 2^64 of them.
fn of_address(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// How often one network may send what a person has to read: so many within a time, in memory. After a start everybody
/// begins anew. A part of the service ([`crate::App::with_part`]).
#[derive(Debug)]
pub struct Pace {
    count_max: usize,
    window: SignedDuration,
    is_behind_proxy: bool,
    sent: Mutex<HashMap<String, Vec<Timestamp>>>,
}

/// Networks held at most; beyond them those that sent longest ago go first.
const NETWORKS_MAX: usize = 100_000;

impl Pace {
    pub fn new(count_max: usize, window: SignedDuration, is_behind_proxy: bool) -> Self {
        Self { count_max, window, is_behind_proxy, sent: Mutex::default() }
    }

    /// Counts one that is about to be taken.
    ///
    /// # Errors
    /// Too many from there, with the seconds to wait.
    pub fn take(&self, parts: &Parts, now: Timestamp) -> Result<(), PageError> {
        self.counted(network(parts, self.is_behind_proxy), now)
    }

    fn counted(&self, network: String, now: Timestamp) -> Result<(), PageError> {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.len() >= NETWORKS_MAX {
            sent.retain(|_, times| times.iter().any(|at| now.duration_since(*at) < self.window));
        }
        if sent.len() >= NETWORKS_MAX && !sent.contains_key(&network) {
            // So many at once are no public that speaks.
            return Err(self.wait(SignedDuration::ZERO));
        }
        let times = sent.entry(network).or_default();
        times.retain(|at| now.duration_since(*at) < self.window);
        if let Some(oldest) = times.len().checked_sub(self.count_max).and_then(|at| times.get(at)) {
            return Err(self.wait(now.duration_since(*oldest)));
        }
        times.push(now);
        Ok(())
    }

    fn wait(&self, since: SignedDuration) -> PageError {
        let seconds = (self.window - since).as_secs().max(1);
        PageError::TooMany { seconds: seconds.unsigned_abs() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_network_of_ipv6_is_one_place() {
        let network = |text: &str| of_address(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(network("::ffff:10.0.0.1"), "10.0.0.1");
        assert_eq!(network("10.0.0.1"), "10.0.0.1");
    }

    #[test]
    fn so_many_from_one_place_within_a_time() {
        let pace = Pace::new(2, SignedDuration::from_mins(15), false);
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        let check = |from: &str, minute, expect: Option<u64>| {
            let seconds = match pace.counted(from.to_owned(), at(minute)) {
                Err(PageError::TooMany { seconds }) => Some(seconds),
                _ => None,
            };
            assert_eq!(seconds, expect, "{from} {minute}");
        };
        check("a", 0, None);
        check("a", 5, None);
        check("a", 10, Some(300));
        check("b", 10, None);
        check("a", 15, None);
        check("a", 16, Some(240));
    }
}
