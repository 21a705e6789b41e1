//! Money at the terminal: every answer is the treasury's total, however it is asked.
use std::collections::{BTreeMap, BTreeSet};

use base::Money;
use serde_json::Value;

use crate::desk::Desk;

fn money(value: &Value) -> Money {
    value.as_str().unwrap_or_else(|| panic!("{value} is no amount")).parse().unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Totals by measure of a budget question.
fn treasury(desk: &Desk, question: &str) -> BTreeMap<String, Money> {
    let answer = desk.json(&format!("budget {question}"));
    answer["total"].as_object().unwrap().iter().map(|(m, amount)| (m.clone(), money(amount))).collect()
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let desk = Desk::reading();
    let question = "budget --by level,function --measure pim,accrued --year 2020 --format csv";
    let csv = desk.says(question);
    assert!(csv.starts_with("level,function,pim,accrued\nE,02,31247500.00,24633559.16\n"), "{csv}");
    assert_eq!(csv, desk.says(question));
    // Nor does the clock, the language or who asks change a byte of data.
    let later = Desk { now: "2027-01-01T00:00:00Z".into(), ..Desk::reading() };
    assert_eq!(csv, later.says(&format!("--lang en --actor someone {question}")));
    let total = "pim,accrued\n9814996093.00,6265477642.06\n";
    assert_eq!(desk.says("budget --measure pim,accrued --year 2020 --format csv"), total);
    let none = desk.says("budget --by level --measure pim --year 1990 --format csv");
    assert_eq!(none, "level,pim\n");
    let prefix = desk.says("budget --where department=2* --where department=01 --by department --format csv");
    let codes: Vec<&str> = prefix.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(codes.contains(&"01") && codes.contains(&"24") && !codes.contains(&"15"), "{codes:?}");
}

#[test]
fn rows_of_any_cut_sum_to_the_same_total() {
    let desk = Desk::reading();
    let whole = treasury(&desk, "--year 2020");
    for by in ["month", "entity", "specific_detail,rubro", "meta_department,level,kind"] {
        let answer = desk.json(&format!("budget --by {by} --year 2020"));
        for (measure, total) in &whole {
            let sum: Money = answer["rows"].as_array().unwrap().iter().map(|row| money(&row[measure])).sum();
            assert_eq!((sum, money(&answer["total"][measure])), (*total, *total), "{by} {measure}");
        }
    }
    let text = desk.says("budget --by level --year 2020 --measure pim");
    assert!(text.contains("E GOBIERNO NACIONAL") && text.contains("9814996093.00"), "{text}");
}

#[test]
fn what_is_read_can_be_asked_and_answers_alike() {
    let desk = Desk::reading();
    // The file of 22 departments came with its sums, that of Tumbes is read itself. It answers for some of its
    // units alone: sums that do not tell units apart cannot.
    for (question, of_many) in [
        ("--by level", "units"),
        ("--by programme --where department=24", "programmes"),
        ("--by product", "goals"),
        ("--by source", "means"),
        ("--by specific_detail", "rows"),
        ("--by month", "months"),
        ("--by month,programme", "rows"),
    ] {
        let csv = desk.says(&format!("budget {question} --year 2020 --explain --format csv"));
        let read: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
        assert_eq!(read[0], ["delivery", "year", "reads", "rows"]);
        assert_eq!((read[1][0], read[1][2]), ("5", of_many), "{question}");
        assert_eq!(read[2], ["6", "2020", "rows", ""], "{question}");
    }
    let refused = desk.run("budget --by level --as share --explain");
    assert!(refused.code == 2 && refused.err.contains("--explain"), "{}", refused.all());
}

#[test]
fn coverage_sums_to_the_treasurys_total() {
    let desk = Desk::reading();
    for year in ["--year 2020", "--year 2025", ""] {
        let whole = treasury(&desk, year);
        for by in ["entity", "objective", "territory", "seat", "programme", "year"] {
            let coverage = &desk.json(&format!("coverage --by {by} {year}"))["coverage"];
            let lines = coverage["lines"].as_array().unwrap();
            for (at, measure) in texts(&coverage["measures"]).into_iter().enumerate() {
                let name = format!("{by} {year} {measure}");
                let part = |split: &Value, part: &str| money(&split[part]);
                let total = &coverage["total"][at];
                for split in lines.iter().map(|line| &line["amounts"][at]).chain([total]) {
                    let parts = ["claimed", "shared", "unclaimed"].map(|p| part(split, p));
                    assert_eq!(parts.into_iter().sum::<Money>(), part(split, "total"), "{name}");
                }
                for p in ["claimed", "shared", "unclaimed", "over_claimed", "total"] {
                    let sum: Money = lines.iter().map(|line| part(&line["amounts"][at], p)).sum();
                    assert_eq!(sum, part(total, p), "{name} {p}");
                }
                assert_eq!(part(total, "total"), whole[measure], "{name}");
            }
        }
    }
    let text = desk.says("coverage --by objective --year 2020");
    assert!(text.contains("(none)") && text.contains("9814996093.00"), "{text}");
}

/// Every element of a thread with the money it shows, by measure.
fn elements(node: &Value, found: &mut BTreeMap<String, BTreeMap<String, Value>>) {
    let held = &node["money"];
    let by_measure = if held.is_null() {
        BTreeMap::new()
    } else {
        let measures = texts(&held["measures"]).into_iter().map(str::to_owned);
        measures.zip(held["held"].as_array().unwrap().iter().cloned()).collect()
    };
    found.insert(node["element"].as_str().unwrap().to_owned(), by_measure);
    for child in node["children"].as_array().into_iter().flatten() {
        elements(child, found);
    }
}

#[test]
fn a_thread_holds_what_coverage_says_and_the_rows_it_claims() {
    let desk = Desk::reading();
    let thread = |element: &str| {
        let mut found = BTreeMap::new();
        elements(&desk.json(&format!("thread {element} --year 2020"))["tree"], &mut found);
        found
    };
    let coverage = desk.json("coverage --by objective --year 2020")["coverage"].take();
    let lines = coverage["lines"].as_array().unwrap();
    let measures = texts(&coverage["measures"]);
    let top = thread("PEDN/OE2");
    let mut below: BTreeMap<&str, Money> = BTreeMap::new();
    let mut compared = 0;
    for line in lines.iter().filter(|line| line["code"] != "") {
        let code = line["code"].as_str().unwrap();
        let own = thread(code);
        for (at, measure) in measures.iter().enumerate() {
            let held = &own[code][*measure];
            for part in ["claimed", "shared", "over_claimed"] {
                assert_eq!(held[part], line["amounts"][at][part], "{code} {measure} {part}");
            }
            if top.contains_key(code) {
                *below.entry(measure).or_default() += money(&held["claimed"]) + money(&held["shared"]);
            }
            compared += 1;
        }
    }
    assert!(compared >= 4 * 6, "{compared}");
    for (measure, sum) in below {
        let held = &top["PEDN@2011/OE2"][measure];
        assert_eq!(money(&held["claimed"]) + money(&held["shared"]), sum, "PEDN/OE2 {measure}");
    }
    // Alone on the rows that its claim names: all of their money.
    let rows = "--where sec_ejec=301804 --where programme=0068 --where activity=5006269 --year 2020";
    let rows = treasury(&desk, &format!("{rows} --where level=M --where product=3000734"));
    let own = thread("MUESTRA-POI-2020-301804/AO1");
    for measure in measures {
        let held = &own["MUESTRA-POI-2020-301804@1/AO1"][measure];
        assert_eq!(money(&held["claimed"]) + money(&held["shared"]), rows[measure], "{measure}");
    }
    let text = desk.says("thread PEDN/OE2 --year 2020");
    assert!(text.contains("[muestra]") && text.contains("Logrado"), "sample and status are said: {text}");
    let english = desk.says("--lang en thread PEDN/OE2 --year 2020");
    assert!(english.contains("[sample]") && english.contains("Achieved"), "{english}");
}

#[test]
fn two_deliveries_differ_by_what_their_totals_say() {
    let desk = Desk::reading();
    let deliveries = desk.json("deliveries");
    let deliveries = deliveries.as_array().unwrap();
    let numbers: Vec<i64> = deliveries.iter().map(|d| d["delivery"].as_i64().unwrap()).collect();
    assert_eq!(numbers, (1..=6).collect::<Vec<_>>());
    let total = |delivery: &Value, measure: &Value| {
        let totals = delivery["totals"].as_array().unwrap();
        money(&totals.iter().find(|t| t["measure"] == *measure).unwrap()["total"])
    };
    for (old, new) in [(1, 2), (2, 3), (3, 4), (4, 1)] {
        let diff = desk.json(&format!("deliveries diff {old} {new}"))["diff"].take();
        let (before, after) = (&deliveries[old - 1], &deliveries[new - 1]);
        assert_eq!((&diff["rows_old"], &diff["rows_new"]), (&before["rows"], &after["rows"]));
        for change in diff["measures"].as_array().unwrap() {
            let (was, is) = (total(before, &change["measure"]), total(after, &change["measure"]));
            let told = ["old", "new", "difference"].map(|key| money(&change[key]));
            assert_eq!(told, [was, is, is - was], "{old} → {new} {}", change["measure"]);
        }
        let lines: BTreeSet<String> =
            diff["lines"].as_array().unwrap().iter().map(|line| line["key"].to_string()).collect();
        let counts = ["added", "gone", "changed"].map(|key| diff[key].as_u64().unwrap());
        assert_eq!(lines.len() as u64, counts.iter().sum::<u64>(), "each line is told once");
    }
    let text = desk.says("deliveries diff 3 4");
    assert!(text.contains("-789992.90") && text.contains("30600.00"), "{text}");
    assert!(desk.says("deliveries").contains("pcm_covid_2020_22dep.csv.gz"));
}

#[test]
fn stored_money_is_the_sources_money() {
    let desk = Desk::reading();
    let found = desk.json("reconcile");
    assert_eq!(found["differences"], 0);
    let checks = found["checks"].as_array().unwrap();
    // Six deliveries, seven to nine measures, and every level of every dimension.
    assert!(checks.len() > 6 * 7 * 30, "{}", checks.len());
    let totals = checks.iter().filter(|check| check["level"].is_null());
    let deliveries: BTreeSet<i64> = totals.map(|check| check["delivery"].as_i64().unwrap()).collect();
    assert_eq!(deliveries, (1..=6).collect());
    let rollups = checks.iter().filter_map(|check| check["level"].as_str()?.strip_prefix("rollup:"));
    let named: BTreeSet<&str> = rollups.collect();
    assert_eq!(named.len(), 7, "the sums of delivery 5, as those of its rows: {named:?}");
}

#[test]
fn one_centimo_is_found() {
    let name = "pcm_covid_2020_tumbes.csv";
    let original = crate::sample::peru().join("sample/budget").join(name);
    let text = std::fs::read_to_string(&original).unwrap();
    // One céntimo more in the last amount of the file.
    let (before, amount) = text.trim_end().rsplit_once(',').unwrap();
    let amount: Money = amount.trim_matches('"').parse().unwrap();
    let changed = format!("{before},{}\n", amount + Money::centimos(1));
    let desk = Desk::bare();
    desk.says(&format!("import budget {}", original.display()));
    let stored = |desk: &Desk, kind: &str| {
        let all = desk.json("deliveries");
        let one = all.as_array().unwrap().iter().find(|d| d["file_name"] == name).unwrap();
        let digest = one[kind].as_str().unwrap().to_owned();
        desk.data.join("files").join(&digest[..2]).join(&digest[2..])
    };
    // The rows that the other file would give, under the name of these.
    let other = Desk::bare();
    other.file(name, changed);
    other.says(&format!("import budget {}", other.path(name)));
    for kind in ["parquet", "digest"] {
        let path = stored(&desk, kind);
        let right = std::fs::read(&path).unwrap();
        std::fs::copy(stored(&other, kind), &path).unwrap();
        let found = desk.ends(1, "reconcile --format json");
        let found = crate::desk::parsed("reconcile", &found.out);
        let differences = found["checks"].as_array().unwrap().iter().filter(|c| c["difference"] != "0.00");
        let differences: BTreeSet<&str> = differences.map(|c| c["difference"].as_str().unwrap()).collect();
        let centimo = if kind == "parquet" { "0.01" } else { "-0.01" };
        assert_eq!(differences, BTreeSet::from([centimo]), "{kind}");
        desk.refuses(1, "reconcile", "differences");
        desk.refuses(1, "verify", &path.display().to_string());
        std::fs::write(&path, right).unwrap();
        desk.says("reconcile");
    }
    desk.says("verify");
}

#[test]
fn a_place_named_twice_has_its_inhabitants_once() {
    let desk = Desk::reading();
    let once = desk.says("budget --measure pim --year 2020 --where department=24 --as per_head --format csv");
    let twice = desk.says(
        "budget --measure pim --year 2020 --where department=24 --where department=24 --as per_head --format csv",
    );
    assert_eq!(once, twice);
    assert!(once.starts_with("population,pim,pim_per_head\n"), "{once}");
    desk.refuses(2, "budget --year 2020 --as constant --base 1901", "prices are known from");
    desk.refuses(2, "budget --year 2020 --as gold", "money is not shown as");
}
