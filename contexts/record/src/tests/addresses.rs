use journal::{Tile, TileKind};
use proptest::prelude::*;

use crate::log::Asked;

#[test]
fn the_log_has_one_address_for_each_thing() {
    let check = |path: &str, expect: Option<Asked>| assert_eq!(Asked::parse(path), expect, "for {path:?}");
    let tile = |kind, index, width| Some(Asked::Tile(Tile { kind, index, width }));
    check("/log/checkpoint", Some(Asked::Checkpoint));
    check("/log/key", Some(Asked::Key));
    check("/log/tile/0/000", tile(TileKind::Hashes(0), 0, 256));
    check("/log/tile/0/x001/234.p/5", tile(TileKind::Hashes(0), 1_234, 5));
    check("/log/tile/entries/x001/234", tile(TileKind::Entries, 1_234, 256));
    for wrong in [
        "",
        "/log",
        "/log/",
        "/log/Checkpoint",
        "/log/checkpoint/",
        "/log//checkpoint",
        "/log/key.txt",
        "/log/tile",
        "/log/tile/",
        "/log/tile/0",
        "/log/tile/x/000",
        "/log/tiles/0/000",
        "/log/tile//0/000",
        "/log/tile/0/%30%30%30",
        "/en/log/checkpoint",
        "/es/log/checkpoint",
        "/registro/checkpoint",
    ] {
        check(wrong, None);
    }
}

proptest! {
    #[test]
    fn no_address_panics(path in "/log/tile/[0-9ex/.p]{0,30}|\\PC*") {
        let _ = Asked::parse(&path);
    }
}
