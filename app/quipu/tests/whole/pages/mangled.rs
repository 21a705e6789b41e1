//! A crawler that follows every link, each also with its address mangled: no answer is a failure of ours.
//!
//! Some addresses each time; `QUIPU_CRAWL_SECONDS=600` goes on for ten minutes.
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use super::{
    crawl::{doors, links},
    fuzz::{PARTS, VALUES, pick},
    house::{House, pattern},
};
use crate::chance::Chance;

/// Addresses asked where no time is given.
const ASKED: usize = 1_200;
/// Addresses asked at once.
const AT_ONCE: usize = 8;
/// Mangled copies of each link.
const COPIES: usize = 3;
/// Links remembered of one route with the same parameters: no kind crowds out the others.
const OF_A_KIND: usize = 200;

/// The address as a careless or hostile program would change it.
fn mangled(chance: &mut Chance, url: &str) -> String {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let mut path = path.to_owned();
    let mut pairs: Vec<String> =
        query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
    for _ in 0..=chance.below(2) {
        let at = usize::try_from(chance.below(pairs.len().max(1) as u64)).unwrap();
        let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
        match (chance.below(8), pairs.get(at).cloned()) {
            (0, Some(_)) => drop(pairs.remove(at)),
            (1, Some(pair)) => pairs.push(pair),
            (2, Some(pair)) => pairs.push(format!("{}={}", name(&pair), pick(chance, &VALUES))),
            (3, Some(pair)) => pairs[at] = format!("{}={}", name(&pair), pick(chance, &VALUES)),
            (4, Some(pair)) => pairs[at] = cut(chance, &pair),
            (5, Some(pair)) => pairs[at] = format!("{pair}%{:02X}", chance.below(256)),
            (6, _) => {
                let mut parts: Vec<&str> = path.split('/').collect();
                let last = parts.len() - 1;
                parts[last] = pick(chance, &PARTS);
                path = parts.join("/");
            }
            (_, _) => pairs.push(format!("{}={}", pick(chance, &VALUES), pick(chance, &VALUES))),
        }
    }
    if pairs.is_empty() { path } else { format!("{path}?{}", pairs.join("&")) }
}

/// The beginning of a text, which may end within an escape.
fn cut(chance: &mut Chance, text: &str) -> String {
    let length = usize::try_from(chance.below(text.len() as u64 + 1)).unwrap();
    text.chars().take(length).collect()
}

/// What is still to be asked, and what was found.
struct Crawl {
    waiting: Vec<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
    statuses: BTreeMap<u16, usize>,
    faults: Vec<String>,
}

impl Crawl {
    fn found(&mut self, chance: &mut Chance, url: &str) {
        let url = url.split('#').next().unwrap_or_default();
        let names: Vec<&str> = url.split('?').nth(1).unwrap_or_default().split('&').collect();
        let names: BTreeSet<&str> = names.iter().filter_map(|pair| pair.split('=').next()).collect();
        let of_kind = self.kinds.entry(format!("{} {names:?}", pattern(url))).or_default();
        if *of_kind >= OF_A_KIND || !self.seen.insert(url.to_owned()) {
            return;
        }
        *of_kind += 1;
        self.waiting.push(url.to_owned());
        for _ in 0..COPIES {
            let url = mangled(chance, url);
            if self.seen.insert(url.clone()) {
                self.waiting.push(url);
            }
        }
    }

    /// Some of what waits, from anywhere: depth and breadth alike.
    fn next(&mut self, chance: &mut Chance) -> Vec<String> {
        let mut some = Vec::new();
        while some.len() < AT_ONCE && !self.waiting.is_empty() {
            let at = usize::try_from(chance.below(self.waiting.len() as u64)).unwrap();
            some.push(self.waiting.swap_remove(at));
        }
        some
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_link_mangled_is_answered_in_words() {
    let time =
        std::env::var("QUIPU_CRAWL_SECONDS").ok().map(|text| Duration::from_secs(text.parse().unwrap()));
    let began = Instant::now();
    let house = House::open().await;
    let mut chance = Chance::new(27_806);
    let mut crawl = Crawl {
        waiting: Vec::new(),
        seen: BTreeSet::new(),
        kinds: BTreeMap::new(),
        statuses: BTreeMap::new(),
        faults: Vec::new(),
    };
    for door in doors() {
        crawl.found(&mut chance, &door);
    }
    let mut asked = 0;
    while time.map_or(asked < ASKED, |time| began.elapsed() < time) {
        let some = crawl.next(&mut chance);
        if some.is_empty() {
            break;
        }
        asked += some.len();
        for (url, answer) in some.iter().zip(house.ask_all(&some).await) {
            *crawl.statuses.entry(answer.status).or_default() += 1;
            let shown: String = url.chars().take(300).collect();
            if !matches!(answer.status, 200 | 308 | 400 | 404) {
                crawl.faults.push(format!("{} {shown}", answer.status));
            }
            // Of a workbook or a printed page the bytes are compressed, and hold any three of them by chance.
            let is_compressed =
                ["application/pdf", "application/vnd"].iter().any(|kind| answer.kind.starts_with(kind));
            if !is_compressed && answer.text.contains('⟦') {
                crawl.faults.push(format!("{shown}: a missing message"));
            }
            if answer.kind.starts_with("text/html") {
                if answer.text.contains("<script") {
                    crawl.faults.push(format!("{shown}: markup that was sent"));
                }
                for link in links(&answer.text) {
                    crawl.found(&mut chance, &link);
                }
            }
        }
    }
    println!("{asked} addresses, {} waiting: {:?}", crawl.waiting.len(), crawl.statuses);
    assert!(crawl.faults.is_empty(), "{} faults:\n{}", crawl.faults.len(), crawl.faults.join("\n"));
    let of = |status| crawl.statuses.get(&status).copied().unwrap_or_default();
    assert!(of(200) > 100 && of(400) > 100 && of(404) > 20, "{:?}", crawl.statuses);
}
