use axum::http::{
    Method, StatusCode,
    header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, ETAG},
};
use base::Digest;
use journal::{Checkpoint, SigningKey, tree};

use super::House;

const FULL: &str = "public, max-age=31536000, immutable";
const PARTIAL: &str = "public, max-age=300";

#[tokio::test]
async fn each_thing_says_what_it_is_and_how_long_it_may_be_kept() {
    let house = House::of(300).await;
    let check = async |url: &str, kind: &str, keep: &str| {
        let answer = house.get(url).await;
        assert_eq!(answer.status, StatusCode::OK, "{url}");
        assert_eq!(answer.header(CONTENT_TYPE), kind, "{url}");
        assert_eq!(answer.header(CACHE_CONTROL), keep, "{url}");
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), "*", "{url}");
        assert_eq!(answer.headers.contains_key(ETAG), keep == "no-cache", "{url}");
        let head = house.ask(Method::HEAD, url).await;
        assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0), "{url}");
        answer.bytes.len()
    };
    let (text, bytes) = ("text/plain; charset=utf-8", "application/octet-stream");
    check("/log/checkpoint", text, "no-cache").await;
    check("/log/key", text, "no-cache").await;
    assert_eq!(check("/log/tile/0/000", bytes, FULL).await, 8_192);
    assert_eq!(check("/log/tile/0/001.p/44", bytes, PARTIAL).await, 44 * 32);
    assert_eq!(check("/log/tile/1/000.p/1", bytes, PARTIAL).await, 32);
    check("/log/tile/entries/000", bytes, FULL).await;
    check("/log/tile/entries/001.p/44", bytes, PARTIAL).await;
    for width in 1..256 {
        let tile = format!("/log/tile/0/000.p/{width}");
        assert_eq!(check(&tile, bytes, PARTIAL).await, width * 32);
    }
}

#[tokio::test]
async fn what_is_not_in_the_log_is_not_found() {
    let house = House::of(300).await;
    for path in [
        "checkpoint/",
        "checkpoint.txt",
        "key/",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/0/001",
        "tile/0/001.p/45",
        "tile/0/001.p/0",
        "tile/0/001.p/044",
        "tile/0/001.p/256",
        "tile/0/001.p/-1",
        "tile/0/001.p/+4",
        "tile/0/001.p/99999999999999999999",
        "tile/0/002.p/1",
        "tile/0/x000/001.p/44",
        "tile/0/x001/000",
        "tile/0/999",
        "tile/1/000",
        "tile/1/000.p/2",
        "tile/1/001.p/1",
        "tile/2/000.p/1",
        "tile/7/000.p/1",
        "tile/8/000.p/1",
        "tile/63/000.p/1",
        "tile/64/000.p/1",
        "tile/-1/000",
        "tile/99999999999999999999/000",
        "tile/entries",
        "tile/entries/001",
        "tile/entries/001.p/45",
        "tile/entries/000.p/",
        "tile/entries/0",
        "tile/data/000",
        "tile/0/%30%30%30",
        "tile/0/000%2Ep/1",
        "tile/0/..%2F000",
        "tile/0/000.p/1/",
        "tile/0/%FF",
        "%00",
        "nonsense",
        "tile/0/x009/x223/x372/x036/x854/x775/807",
    ] {
        let answer = house.get(&format!("/log/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.text());
        assert_eq!(answer.header(CACHE_CONTROL), "no-store", "{path}");
        // What no address holds is turned away at the door, before the log.
        let from_anywhere = if path == "%00" { "" } else { "*" };
        assert_eq!(answer.header(ACCESS_CONTROL_ALLOW_ORIGIN), from_anywhere, "{path}");
    }
    for url in ["/en/log/checkpoint", "/en/log/tile/0/000", "/log"] {
        assert_eq!(house.get(url).await.status, StatusCode::NOT_FOUND, "{url}");
    }
    assert_eq!(house.ask(Method::POST, "/log/checkpoint").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(house.get("/log/checkpoint?known=nonsense").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_log_without_entries_has_a_key_alone() {
    let house = House::of(0).await;
    assert_eq!(house.get("/log/key").await.status, StatusCode::OK);
    for path in ["checkpoint", "tile/0/000", "tile/0/000.p/1", "tile/entries/000.p/1"] {
        assert_eq!(house.get(&format!("/log/{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_checkpoint_is_of_the_bundle_and_signed_by_the_key() {
    let house = House::of(3).await;
    let checkpoint: Checkpoint = house.get("/log/checkpoint").await.text().parse().unwrap();
    let key = SigningKey::from_seed(&[7; 32]);
    checkpoint.check(&key).unwrap();
    assert_eq!(checkpoint.size, 3);
    assert_eq!(house.get("/log/key").await.text(), format!("{}\n", key.verifier("quipu/demo")));

    let bundle = house.get("/log/tile/entries/000.p/3").await.bytes;
    let mut rest = bundle.as_slice();
    let mut hashes: Vec<Digest> = Vec::new();
    while let [high, low, after @ ..] = rest {
        let (entry, next) = after.split_at(usize::from(u16::from_be_bytes([*high, *low])));
        assert!(entry.starts_with(b"{\"actor\":\"test\",") && entry.ends_with(b"\"subject\":\"PLAN@1\"}"));
        hashes.push(tree::leaf_hash(entry));
        rest = next;
    }
    let root = tree::node_hash(&tree::node_hash(&hashes[0], &hashes[1]), &hashes[2]);
    assert_eq!(checkpoint.root, root);
    let level: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
    assert_eq!(house.get("/log/tile/0/000.p/3").await.bytes, level);
}
