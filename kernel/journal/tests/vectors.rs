//! Logs that another implementation wrote, where they are beside the repository: same addresses, same hashes,
//! same signatures.
#![allow(clippy::unwrap_used, clippy::panic)]
use std::{
    fs,
    path::{Path, PathBuf},
};

use base::Digest;
use journal::{Checkpoint, SigningKey, Tile, TileKind, tree};

fn vectors() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/standards/tlog");
    folder.is_dir().then_some(folder)
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

fn root_of(hashes: &[Digest]) -> Digest {
    let mut parts = Vec::new();
    for (level, position) in tree::subtrees(i64::try_from(hashes.len()).unwrap()) {
        let width = 1_usize << level;
        let start = usize::try_from(position).unwrap() * width;
        let mut nodes = hashes[start..start + width].to_vec();
        while nodes.len() > 1 {
            nodes = nodes.chunks(2).map(|pair| tree::node_hash(&pair[0], &pair[1])).collect();
        }
        parts.extend(nodes);
    }
    tree::fold(&parts)
}

#[test]
fn logs_of_another_hand_are_read_alike() {
    let Some(vectors) = vectors() else {
        eprintln!("skipped: no standards/tlog beside the repository");
        return;
    };
    let key = SigningKey::from_seed(Digest::of(b"quipu test key").as_bytes());
    for size in [300, 700] {
        let log = vectors.join(format!("log-{size}"));
        let text = fs::read_to_string(log.join("checkpoint")).unwrap();
        let checkpoint: Checkpoint = text.parse().unwrap();
        assert_eq!((checkpoint.size, checkpoint.to_string()), (size, text));
        checkpoint.check(&key).unwrap();
        let vkey = fs::read_to_string(vectors.join("vkey")).unwrap();
        assert_eq!(key.verifier(&checkpoint.origin).to_string(), vkey.trim());

        let mut tiles: Vec<(i64, Vec<u8>)> = Vec::new();
        for file in below(&log.join("tile")) {
            let path = file.strip_prefix(log.join("tile")).unwrap().to_str().unwrap();
            let tile = Tile::parse(path).unwrap_or_else(|| panic!("{path} is no address"));
            if tile.kind == TileKind::Hashes(0) {
                tiles.push((tile.index, fs::read(&file).unwrap()));
            }
        }
        tiles.sort();
        let bytes: Vec<u8> = tiles.into_iter().flat_map(|(_, bytes)| bytes).collect();
        let hashes: Vec<Digest> =
            bytes.chunks(32).map(|hash| Digest::new(hash.try_into().unwrap())).collect();
        assert_eq!(root_of(&hashes), checkpoint.root);
    }
}
