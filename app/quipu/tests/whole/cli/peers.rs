//! Peers at the terminal: the figures of the page, in every format and both languages.
use serde_json::Value;

use crate::desk::{Desk, parsed};

const LINE: &str = "peers --where entity=M:240101-301804 --year 2020";

fn lines(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_format_says_the_same() {
    let desk = Desk::reading();
    let rows = lines(&desk.says(&format!("{LINE} --format csv")));
    assert!(rows.len() > 2);
    let asked: Vec<&Vec<String>> = rows.iter().filter(|row| row[7] == "true").collect();
    assert!(asked.len() == 1 && asked[0][0] == "M:240101-301804", "{asked:?}");
    let found = parsed(LINE, &desk.says(&format!("{LINE} --format json")));
    let names = queries_headers();
    let of = |peer: &Value| -> Vec<String> {
        let text = |name: &&str| match &peer[*name] {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        names.iter().map(text).collect()
    };
    let peers: Vec<Vec<String>> = found["peers"].as_array().unwrap().iter().map(of).collect();
    assert_eq!(peers, rows);
    assert_eq!(found["year"], 2020);
    assert!(found["cohort"]["source"].as_str().is_some_and(|text| text.len() > 10), "{found}");
    let table = desk.says(LINE);
    assert!(rows.iter().all(|row| table.contains(&row[0]) && table.contains(&row[2])), "{table}");
}

fn queries_headers() -> [&'static str; 9] {
    budget::queries::PEERS_HEADERS
}

#[test]
fn the_amounts_are_those_of_a_cut_and_the_median_stands_in_the_middle() {
    let desk = Desk::reading();
    let rows = lines(&desk.says(&format!("{LINE} --format csv")));
    let cut = desk.says("budget --by entity --year 2020 --measure pim,accrued --format csv");
    let cut = lines(&cut);
    let told: Vec<&Vec<String>> = rows.iter().filter(|row| row[8] == "true").collect();
    assert!(told.len() > 1);
    for row in &told {
        let same = cut.iter().find(|line| line[0] == row[0]).unwrap();
        assert_eq!((&same[1], &same[2]), (&row[2], &row[3]), "{row:?}");
    }
    let of = |row: &Vec<String>| row[2].parse::<base::Money>().ok();
    let mut pims: Vec<base::Money> = rows.iter().filter_map(of).collect();
    let sorted = pims.clone();
    pims.sort();
    assert_eq!(pims.iter().rev().copied().collect::<Vec<_>>(), sorted, "those with most first");
    let found = parsed(LINE, &desk.says(&format!("{LINE} --format json")));
    let median: base::Money = found["medians"]["pim"].as_str().unwrap().parse().unwrap();
    let (below, above) = (&pims[(pims.len() - 1) / 2], &pims[pims.len() / 2]);
    assert!(*below <= median && median <= *above, "{below} {median} {above}");
    let by_code = lines(&desk.says(&format!("{LINE} --sort code --format csv")));
    assert!(by_code.is_sorted_by(|a, b| a[0] <= b[0]) && by_code.len() == rows.len());
}

#[test]
fn the_rule_is_said_in_the_language_asked_for() {
    let desk = Desk::reading();
    let (es, en) = (desk.says(LINE), desk.says(&format!("--lang en {LINE}")));
    assert!(es.contains("Por qué regla") && en.contains("By what rule"), "{es}\n{en}");
    assert!(!es.contains('⟦') && !en.contains('⟦'));
    assert_ne!(es.lines().nth(1), en.lines().nth(1));
}
