//! The journal as a stranger reads it: from tiles and a checkpoint alone.
#![allow(clippy::unwrap_used)]
use base::{Digest, Seq};
use db::{Conn, Files};
use journal::{
    Checkpoint, Ctx, Error, LEAF_BYTES_MAX, SigningKey, Tile, TileKind, WIDTH, checkpoint_at, payload_file,
    payload_files, proof, tile, tree,
};
use proptest::prelude::*;
use serde_json::json;
use testkit::Ground;

const ORIGIN: &str = "quipu/demo";

async fn open(ground: &Ground) -> Ctx {
    let db = ground.open().await;
    db.migrate(&[journal::MIGRATIONS]).await.unwrap();
    let files = Files::open(&ground.path().join("files")).unwrap();
    Ctx { db, files, actor: "operator".into(), now: "2026-03-01T12:00:00Z".parse().unwrap() }
}

async fn append(ctx: &Ctx, entries: i64) {
    for n in 0..entries {
        ctx.open("demo.record").await.unwrap().commit("s", &json!({"n": n, "text": "ñandú"})).await.unwrap();
    }
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

async fn signed(conn: &mut Conn, size: i64) -> Checkpoint {
    checkpoint_at(conn, Seq(size), ORIGIN, &key()).await.unwrap().unwrap()
}

/// The bytes of every tile of one level for a log of `count` nodes there, whole.
async fn row(conn: &mut Conn, kind: TileKind, count: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    for index in 0..(count + WIDTH - 1) / WIDTH {
        let asked = Tile { kind, index, width: (count - index * WIDTH).min(WIDTH) };
        bytes.extend(tile(conn, &asked).await.unwrap().unwrap());
    }
    bytes
}

fn unbundled(mut bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut entries = Vec::new();
    while let [high, low, rest @ ..] = bytes {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        entries.push(rest[..length].to_vec());
        bytes = &rest[length..];
    }
    assert!(bytes.is_empty());
    entries
}

fn digests(bytes: &[u8]) -> Vec<Digest> {
    bytes.chunks(32).map(|hash| Digest::new(hash.try_into().unwrap())).collect()
}

/// Root of leaf hashes by a tree of one's own, as an auditor has it.
fn root_of(hashes: &[Digest]) -> Digest {
    if let [one] = hashes {
        return *one;
    }
    let (left, right) = hashes.split_at(hashes.len().next_power_of_two() / 2);
    tree::node_hash(&root_of(left), &root_of(right))
}

/// Whether the log of the first `size` entries is, tile by tile, that of the checkpoint of its size.
async fn audit(conn: &mut Conn, size: i64) {
    let entries = unbundled(&row(conn, TileKind::Entries, size).await);
    let mut hashes: Vec<Digest> = entries.iter().map(|entry| tree::leaf_hash(entry)).collect();
    assert_eq!(root_of(&hashes), signed(conn, size).await.root, "root of {size}");
    for level in 0.. {
        let count = i64::try_from(hashes.len()).unwrap();
        if count == 0 {
            return;
        }
        assert_eq!(digests(&row(conn, TileKind::Hashes(level), count).await), hashes, "level {level}");
        hashes = hashes.chunks_exact(256).map(root_of).collect();
    }
}

#[tokio::test]
async fn tiles_of_every_size_give_the_signed_root() {
    let ground = Ground::new().await;
    let ctx = open(&ground).await;
    append(&ctx, 530).await;
    let mut read = ctx.db.read().await.unwrap();
    // Every width of the first partial tile, around every full one, and a few more.
    for size in (1..=258).chain([300, 510, 511, 512, 513, 529, 530]) {
        audit(&mut read, size).await;
    }
    for (kind, width) in [(TileKind::Hashes(0), 19), (TileKind::Entries, 19), (TileKind::Hashes(1), 3)] {
        let beyond = Tile { kind, index: if width == 3 { 0 } else { 2 }, width };
        assert_eq!(tile(&mut read, &beyond).await.unwrap(), None, "{beyond}");
    }
}

#[tokio::test]
async fn every_entry_is_proved_in_every_tree() {
    let ground = Ground::new().await;
    let ctx = open(&ground).await;
    append(&ctx, 40).await;
    let mut read = ctx.db.read().await.unwrap();
    for size in 1..=40 {
        let checkpoint = signed(&mut read, size).await;
        for seq in 1..=size {
            let leaf = journal::entry(&mut read, Seq(seq)).await.unwrap().unwrap().leaf;
            let found = proof(&mut read, Seq(seq), checkpoint.clone()).await.unwrap().unwrap();
            let leaf = tree::leaf_hash(leaf.as_bytes());
            let root = tree::root_by_proof(leaf, seq - 1, size, &found.hashes);
            assert_eq!(root, Some(checkpoint.root), "{seq} of {size}");
        }
        for beyond in [0, -1, size + 1] {
            assert_eq!(proof(&mut read, Seq(beyond), checkpoint.clone()).await.unwrap(), None);
        }
    }
    let checkpoint = signed(&mut read, 2).await;
    let text = proof(&mut read, Seq(2), checkpoint.clone()).await.unwrap().unwrap().to_string();
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\nindex 1\n"), "{text}");
    assert!(text.ends_with(&format!("=\n\n{checkpoint}")), "{text}");
}

#[tokio::test]
async fn a_payload_too_long_for_a_leaf_is_a_stored_file() {
    let ground = Ground::new().await;
    let ctx = open(&ground).await;
    let commit = async |bytes: usize| {
        let act = ctx.open("demo.record").await.unwrap();
        act.commit("s", &json!({"text": "x".repeat(bytes)})).await.unwrap()
    };
    commit(60_000).await;
    let long = commit(70_000).await;
    let mut read = ctx.db.read().await.unwrap();
    let leaf = journal::entry(&mut read, long).await.unwrap().unwrap().leaf;
    assert!(leaf.len() < 1_000, "{leaf}");
    let digest = payload_file(&leaf).unwrap();
    assert_eq!(payload_files(&mut read).await.unwrap(), [digest]);
    let kept = std::fs::read_to_string(ctx.files.path(&digest)).unwrap();
    assert_eq!(kept, format!(r#"{{"text":"{}"}}"#, "x".repeat(70_000)));
    audit(&mut read, 2).await;
    assert_eq!(journal::verify(&mut read, None).await.unwrap(), []);
}

#[tokio::test]
async fn what_cannot_be_published_is_not_written() {
    let ground = Ground::new().await;
    let ctx = open(&ground).await;
    let act = ctx.open("demo.record").await.unwrap();
    let refused = act.commit(&"s".repeat(LEAF_BYTES_MAX), &json!({})).await;
    assert!(matches!(refused, Err(Error::LongLeaf { seq: 1, .. })), "{refused:?}");
    let person = Ctx { actor: "Ana Quispe".into(), ..ctx.clone() };
    assert!(matches!(person.open("demo.record").await, Err(Error::Actor(_))));
    assert_eq!(journal::last_seq(&mut ctx.db.read().await.unwrap()).await.unwrap(), Seq(0));
}

#[tokio::test]
async fn what_the_journal_has_lost_is_told() {
    for (sql, lost) in [
        ("DELETE FROM journal_entries WHERE seq = 3", "entry 3"),
        ("DELETE FROM journal_nodes WHERE level = 0 AND position = 4", "node 4 of level 0"),
    ] {
        let ground = Ground::new().await;
        let ctx = open(&ground).await;
        append(&ctx, 5).await;
        let mut write = ctx.db.begin_write().await.unwrap();
        db::query(sql).execute(&mut *write as &mut Conn).await.unwrap();
        write.commit().await.unwrap();
        let mut read = ctx.db.read().await.unwrap();
        let kind = if lost.starts_with("entry") { TileKind::Entries } else { TileKind::Hashes(0) };
        let told = tile(&mut read, &Tile { kind, index: 0, width: 5 }).await.unwrap_err().to_string();
        assert!(told.contains(lost), "{told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_two_sizes_are_one_history(old in 1_i64..120, more in 0_i64..160) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let ground = Ground::new().await;
            let ctx = open(&ground).await;
            append(&ctx, old).await;
            let kept = signed(&mut ctx.db.read().await.unwrap(), old).await;
            append(&ctx, more).await;
            let mut read = ctx.db.read().await.unwrap();
            audit(&mut read, old + more).await;
            let leaves = digests(&row(&mut read, TileKind::Hashes(0), old + more).await);
            let size = usize::try_from(old).unwrap();
            assert_eq!(root_of(&leaves[..size]), kept.root);
            assert_eq!(signed(&mut read, old).await, kept);
        });
    }
}
