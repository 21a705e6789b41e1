#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn hashes(level: i64, index: i64, width: i64) -> Tile {
    Tile { kind: TileKind::Hashes(level), index, width }
}

fn entries(index: i64, width: i64) -> Tile {
    Tile { kind: TileKind::Entries, index, width }
}

#[test]
fn an_address_is_written_in_one_way() {
    let check = |path: &str, expect: Tile| assert_eq!(Tile::parse(path), Some(expect), "for {path:?}");
    check("0/000", hashes(0, 0, 256));
    check("0/000.p/1", hashes(0, 0, 1));
    check("0/001.p/255", hashes(0, 1, 255));
    check("1/x001/234", hashes(1, 1_234, 256));
    check("0/x001/x234/067", hashes(0, 1_234_067, 256));
    check("7/x001/x234/067.p/9", hashes(7, 1_234_067, 9));
    check("63/000", hashes(63, 0, 256));
    check("entries/000", entries(0, 256));
    check("entries/x012/345.p/44", entries(12_345, 44));
    check("0/x009/x223/x372/x036/x854/x775/807", hashes(0, i64::MAX, 256));
}

#[test]
fn what_is_no_address_is_refused() {
    let wrong = [
        "",
        "/",
        "0",
        "0/",
        "/000",
        "entries",
        "entries/",
        "0/0",
        "0/00",
        "0/0000",
        "0/1",
        "00/000",
        "01/000",
        "64/000",
        "-1/000",
        "+0/000",
        " 0/000",
        "0/000 ",
        "0/-01",
        "0/+01",
        "a/000",
        "0/abc",
        "0/00a",
        "Entries/000",
        "entries/000.p",
        "0/000.p",
        "0/000.p/",
        "0/000.p/0",
        "0/000.p/256",
        "0/000.p/300",
        "0/000.p/01",
        "0/000.p/+1",
        "0/000.p/-1",
        "0/000.p/1/",
        "0/000.p/1.p/1",
        "0/000/p/1",
        "0/000.p/x",
        "0/x000/000",
        "0/x000/x001/000",
        "0/x000",
        "0/000/000",
        "0/001/234",
        "0/x001/x234",
        "0/x01/234",
        "0/xx01/234",
        "0/X001/234",
        "0/x001//234",
        "0/x001/234/",
        "data/000",
        "0/٠٠٠",
        "0/x９９９/000",
        "0/x009/x223/x372/x036/x854/x775/808",
        "0/x999/x999/x999/x999/x999/x999/x999/999",
    ];
    for path in wrong {
        assert_eq!(Tile::parse(path), None, "for {path:?}");
    }
}

#[test]
fn a_tree_has_the_tiles_that_its_size_gives() {
    let check = |path: &str, size: i64, expect: Option<(i64, i64)>| {
        assert_eq!(Tile::parse(path).unwrap().span(size), expect, "{path} of {size}");
    };
    check("0/000", 255, None);
    check("0/000", 256, Some((0, 256)));
    check("0/000.p/255", 255, Some((0, 255)));
    check("0/000.p/255", 254, None);
    check("0/000.p/3", 256, Some((0, 3)));
    check("1/000.p/1", 255, None);
    check("1/000.p/1", 256, Some((0, 1)));
    check("1/000.p/2", 256, None);
    // The example of the specification: 70,000 leaves.
    check("0/272", 70_000, Some((69_632, 69_888)));
    check("0/273.p/112", 70_000, Some((69_888, 70_000)));
    check("0/273.p/113", 70_000, None);
    check("1/000", 70_000, Some((0, 256)));
    check("1/001.p/17", 70_000, Some((256, 273)));
    check("2/000.p/1", 70_000, Some((0, 1)));
    check("2/000.p/2", 70_000, None);
    check("7/000.p/1", i64::MAX, Some((0, 1)));
    check("8/000.p/1", i64::MAX, None);
    check("63/000.p/1", i64::MAX, None);
    check("0/x009/x223/x372/x036/x854/x775/807", i64::MAX, None);
}

proptest! {
    #[test]
    fn any_address_survives(level in 0_i64..64, index in 0_i64.., width in 1_i64..=256, of_hashes: bool) {
        let kind = if of_hashes { TileKind::Hashes(level) } else { TileKind::Entries };
        let tile = Tile { kind, index, width };
        prop_assert_eq!(Tile::parse(&tile.to_string()), Some(tile));
    }

    #[test]
    fn no_text_panics(text in "[0-9x/.p]{0,40}|\\PC*") {
        if let Some(tile) = Tile::parse(&text) {
            prop_assert_eq!(tile.to_string(), text);
            let _ = tile.span(i64::MAX);
        }
    }
}
