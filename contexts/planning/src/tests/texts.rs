//! Every finding and every column has its words in both languages.
use std::collections::BTreeSet;

use crate::domain::check::{Finding, Rule};
use crate::reading::columns::TABLES;
use crate::reading::export::note_key;

const ES: &str = include_str!("../../text/es.ftl");
const EN: &str = include_str!("../../text/en.ftl");

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(web::Texts::differences(&crate::MESSAGES).unwrap(), Vec::<String>::new());
}

fn keys(text: &str) -> BTreeSet<&str> {
    text.lines().filter_map(|line| Some(line.split_once(" = ")?.0)).collect()
}

#[test]
fn every_finding_and_every_column_is_said() {
    for text in [ES, EN] {
        let keys = keys(text);
        for rule in Rule::ALL {
            let key = format!("planning-finding-{}", rule.as_str().replace('_', "-"));
            assert!(keys.contains(key.as_str()), "{key}");
        }
        for table in TABLES {
            for column in table.columns {
                assert!(keys.contains(note_key(&table, column.field).as_str()), "{}", column.field);
            }
        }
    }
    assert_eq!(keys(ES), keys(EN));
}

/// Fails where the words of a finding ask for something that it does not bring.
pub fn words_fit(finding: &Finding) {
    let key = finding.message();
    let line = ES.lines().find(|l| l.starts_with(&format!("{key} ="))).unwrap();
    for asked in line.split("{ $").skip(1).filter_map(|part| part.split(' ').next()) {
        assert!(finding.args.iter().any(|(name, _)| *name == asked), "{key} asks for {asked}");
    }
}
