//! Search at a terminal, and an index that is made again.
use std::fs;

use serde_json::Value;

use crate::desk::{Desk, parsed};

fn first(answer: &Value) -> &str {
    answer["results"][0]["code"].as_str().unwrap_or("nothing")
}

#[test]
fn a_terminal_finds_what_the_page_finds() {
    let desk = Desk::own();
    for (line, expect) in [
        ("search ministerio de salud", "E:11-011"),
        ("search PEDN/OE2", "PEDN/OE2"),
        ("search --kind territory tumbes", "24"),
        ("search --kind programme 68", "0068"),
        ("--lang en search 240101", "240101"),
        ("search zzzzzzzz", "nothing"),
    ] {
        assert_eq!(first(&desk.json(line)), expect, "{line}");
    }
    let table = desk.says("search anemai");
    assert!(table.contains("¿Quiso decir…? anemia"), "{table}");
    let limited = desk.json("search salud --limit 3");
    assert_eq!(limited["results"].as_array().unwrap().len(), 3);
    assert!(limited["total"].as_i64().unwrap() > 200, "{}", limited["total"]);
}

#[test]
fn an_index_made_again_gives_the_same_answers() {
    let desk = Desk::own();
    let lines =
        ["search salud --limit 500", "search OE2", "search anemai", "search vulnerab", "search agua tumbes"];
    let before = lines.map(|line| desk.json(line));
    fs::remove_dir_all(desk.data.join("index")).unwrap();
    assert_eq!(lines.map(|line| desk.json(line)), before);
    // One that is damaged is as if it were not there.
    for item in fs::read_dir(desk.data.join("index")).unwrap().map(|item| item.unwrap().path()) {
        if item.is_dir() {
            fs::write(item.join("meta.json"), "nonsense").unwrap();
        }
    }
    let told = desk.ends(0, &format!("{} --format json", lines[0]));
    assert!(told.err.contains("index not opened"), "{}", told.err);
    assert_eq!(parsed(lines[0], &told.out), before[0]);
    assert_eq!(lines.map(|line| desk.json(line)), before);
    assert!(desk.says("verify").starts_with("30 entries"));
}

#[test]
fn what_is_recorded_is_found_by_the_next_question() {
    let desk = Desk::bare();
    assert_ne!(first(&desk.json("search MUESTRA-PEI-11-011")), "MUESTRA-PEI-11-011");
    desk.ends(0, "init countries/peru --sample");
    assert_eq!(first(&desk.json("search MUESTRA-PEI-11-011")), "MUESTRA-PEI-11-011");
    let indexes = fs::read_dir(desk.data.join("index")).unwrap();
    let folders = indexes.filter(|item| item.as_ref().unwrap().path().is_dir()).count();
    assert_eq!(folders, 1, "the one before is removed");
}
