//! Statuses and findings at the terminal, each with its reasons.
use std::collections::BTreeMap;

use monitoring::domain::{Explanation, recompute};

use crate::desk::{Desk, parsed};

#[test]
fn a_status_is_recomputed_from_what_is_exported() {
    let desk = Desk::reading();
    let mut judged = BTreeMap::new();
    for scope in ["", "--objective PEDN/OE2", "--entity E:11-011", "--territory 24"] {
        for on in ["2016-12-31", "2020-12-31", "2026-03-02"] {
            let line = format!("status {scope} --on {on} --explain");
            let explained = desk.json(&line);
            let standings = desk.json(&format!("status {scope} --on {on}"));
            let (explained, standings) = (explained.as_array().unwrap(), &standings["indicators"]);
            assert_eq!(explained.len(), standings.as_array().unwrap().len(), "{line}");
            for (one, standing) in explained.iter().zip(standings.as_array().unwrap()) {
                let explanation: Explanation = serde_json::from_value(one["explanation"].clone()).unwrap();
                let word = recompute(&explanation).as_str();
                assert_eq!(one["indicator"], standing["indicator"], "{line}");
                assert_eq!((word, explanation.status.as_str()), (standing["status"].as_str().unwrap(), word));
                assert_eq!(explanation.on.to_string(), on);
                assert!(!explanation.rules.version.is_empty(), "{line}: which rules judged");
                *judged.entry(word.to_owned()).or_insert(0) += 1;
            }
        }
    }
    // A sample in which everything stands alike would prove little.
    assert!(judged.len() >= 5, "{judged:?}");
}

#[test]
fn an_explanation_names_its_rule_and_its_path() {
    let desk = Desk::reading();
    let line = "status --objective MUESTRA-PESEM-11/OES1 --on 2020-12-31 --explain";
    let explained = desk.json(line);
    let with_path =
        explained.as_array().unwrap().iter().find(|one| one["explanation"]["progress"].is_object());
    let explanation = &with_path.unwrap()["explanation"];
    for pointer in ["/facts/indicator/baseline/value", "/path/0/on", "/measured/expected", "/last/value"] {
        assert!(explanation.pointer(pointer).is_some_and(|v| !v.is_null()), "{pointer}: {explanation}");
    }
    assert!(explanation["rules"]["version"].as_str().unwrap().contains("status.on_track"));
    let text = desk.says(line);
    assert!(text.contains("Logrado") && text.contains("\"explanation\""), "{text}");
}

#[test]
fn the_tally_counts_what_is_listed() {
    let desk = Desk::reading();
    let answer = desk.json("status --on 2020-12-31");
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for standing in answer["indicators"].as_array().unwrap() {
        *counts.entry(standing["status"].as_str().unwrap()).or_default() += 1;
    }
    for (status, count) in answer["tally"].as_object().unwrap() {
        assert_eq!(count.as_u64().unwrap(), counts.remove(status.as_str()).unwrap_or_default(), "{status}");
    }
    assert!(counts.is_empty(), "not in the tally: {counts:?}");
}

#[test]
fn every_finding_has_its_rule_its_source_and_its_subject() {
    let desk = Desk::reading();
    let ran = desk.ends(1, "check --format json");
    let answer = parsed("check", &ran.out);
    let findings = answer["findings"].as_array().unwrap();
    assert!(findings.len() > 100, "{}", findings.len());
    for finding in findings {
        for key in ["rule", "source", "subject", "severity"] {
            assert!(finding[key].as_str().is_some_and(|text| !text.is_empty()), "{key}: {finding}");
        }
    }
    let table = desk.ends(1, "check").out;
    assert_eq!(table.lines().count(), findings.len() + 1);
    assert!(table.ends_with(&format!("{} findings\n", findings.len())));
    for line in table.lines().take(findings.len()) {
        assert!(line.split('\t').count() == 3 && line.contains('[') && !line.contains('⟦'), "{line}");
    }
    let english = desk.ends(1, "--lang en check").out;
    assert!(english != table && !english.contains('⟦'));
}
