#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use super::*;
use crate::SigningKey;

/// A log in memory: what a server would answer for every address.
struct Log {
    checkpoint: Checkpoint,
    files: BTreeMap<String, Vec<u8>>,
}

fn leaf(n: usize) -> Vec<u8> {
    format!("{{\"entry\":{n}}}").into_bytes()
}

fn signed(leaves: &[Vec<u8>]) -> Checkpoint {
    let hashes: Vec<Digest> = leaves.iter().map(|leaf| tree::leaf_hash(leaf)).collect();
    let size = i64::try_from(leaves.len()).unwrap();
    Checkpoint::sign("quipu/test", size, tree::root(&hashes), &SigningKey::from_seed(&[7; 32])).unwrap()
}

fn log(leaves: &[Vec<u8>]) -> Log {
    let mut files = BTreeMap::new();
    let mut put = |kind, index: usize, width: usize, bytes: Vec<u8>| {
        let [index, width] = [index, width].map(|n| i64::try_from(n).unwrap());
        files.insert(Tile { kind, index, width }.to_string(), bytes);
    };
    for (index, some) in leaves.chunks(256).enumerate() {
        let entry = |leaf: &Vec<u8>| {
            let length = u16::try_from(leaf.len()).unwrap().to_be_bytes();
            [&length[..], leaf].concat()
        };
        put(TileKind::Entries, index, some.len(), some.iter().flat_map(entry).collect());
    }
    let mut row: Vec<Digest> = leaves.iter().map(|leaf| tree::leaf_hash(leaf)).collect();
    for level in 0..4 {
        for (index, some) in row.chunks(256).enumerate() {
            let bytes = some.iter().flat_map(|hash| *hash.as_bytes()).collect();
            put(TileKind::Hashes(level), index, some.len(), bytes);
        }
        row = row.chunks_exact(256).map(tree::root).collect();
    }
    Log { checkpoint: signed(leaves), files }
}

impl Log {
    fn check(&self, kept: Option<&Checkpoint>, expect: &[&str]) {
        let fetch = |tile: Tile| self.files.get(&tile.to_string()).cloned().ok_or(tile.to_string());
        let found = audit(&self.checkpoint, kept, fetch).unwrap();
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), expect.len(), "{found:?}");
        assert!(found.iter().zip(expect).all(|(said, words)| said.contains(words)), "{found:?} {expect:?}");
    }
}

fn leaves(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(leaf).collect()
}

#[test]
fn a_log_as_it_was_signed_is_accepted_at_every_length() {
    for count in [0, 1, 2, 255, 256, 257, 511, 512, 700] {
        let all = leaves(count);
        let log = log(&all);
        log.check(None, &[]);
        for kept in [0, count.min(1), count / 2, count] {
            log.check(Some(&signed(&all[..kept])), &[]);
        }
    }
    log(&leaves(256 * 256 + 300)).check(Some(&signed(&leaves(256 * 256 + 1))), &[]);
}

#[test]
fn whatever_is_altered_is_told() {
    let all = leaves(600);
    let kept = signed(&all[..300]);
    let entry = |place: &str, old: &str, new: &str| {
        let mut log = log(&all);
        let text = String::from_utf8_lossy(&log.files[place]).replacen(old, new, 1);
        log.files.insert(place.to_owned(), text.into_bytes());
        log
    };
    // The lengths before these entries are plain text: what is replaced has the same length.
    let below_kept = entry("entries/000", "{\"entry\":7}", "{\"entry\":8}");
    below_kept.check(Some(&kept), &["tile 0/000:", "tile 1/000.p/2:", "signed root", "rewritten"]);
    let after_kept = entry("entries/002.p/88", "{\"entry\":599}", "{\"entry\":000}");
    after_kept.check(Some(&kept), &["tile 0/002.p/88:", "signed root"]);
    entry("entries/002.p/88", "{\"entry\":599}", "{\"entry\":5}")
        .check(None, &["entries/002.p/88: cannot be read"]);
    for place in ["0/001", "0/002.p/88", "1/000.p/2"] {
        let mut log = log(&all);
        log.files.get_mut(place).unwrap()[40] ^= 1;
        log.check(Some(&kept), &[&format!("tile {place}: not the hashes")]);
        log.files.get_mut(place).unwrap().pop();
        log.check(Some(&kept), &[&format!("tile {place}: not the hashes")]);
    }
    let mut log = log(&all);
    log.checkpoint.root = Digest::of(b"another");
    log.check(Some(&kept), &["signed root"]);
}

#[test]
fn another_history_is_told_by_the_checkpoint_kept() {
    let mut other = leaves(600);
    other[10] = leaf(9);
    log(&other).check(None, &[]);
    log(&other).check(Some(&signed(&leaves(300))), &["first 300 entries are not those"]);
    log(&other).check(Some(&signed(&leaves(10))), &[]);
    log(&leaves(299)).check(Some(&signed(&leaves(300))), &["299 entries, the checkpoint kept has 300"]);
}

#[test]
fn what_cannot_be_fetched_proves_nothing() {
    let log = log(&leaves(300));
    let refused = audit(&log.checkpoint, None, |tile| match log.files.get(&tile.to_string()) {
        Some(bytes) if tile.to_string() != "0/001.p/44" => Ok(bytes.clone()),
        _ => Err(tile.to_string()),
    });
    assert_eq!(refused, Err("0/001.p/44".to_owned()));
}
