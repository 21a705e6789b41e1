//! What rules are called by people.
use std::collections::{BTreeMap, BTreeSet};

use base::RowErrors;

use crate::{Rulebook, table::Table};

/// The name of a rule in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleName {
    pub es: String,
    pub en: String,
}

/// Names by the key of the rule; of a pack from before names were written, none.
#[derive(Clone, Debug, Default)]
pub struct RuleNames(BTreeMap<String, RuleName>);

const COLUMNS: &[&str] = &["key", "name_es", "name_en"];

impl RuleNames {
    /// Reads a table of names. Refused: the name of a rule that `book` does not hold, two names of one rule, a rule
    /// without a name, a name in one language alone.
    pub fn parse(file: &str, text: &str, book: &Rulebook) -> Result<Self, RowErrors> {
        let mut table = Table::read(file, text, COLUMNS);
        let rows = std::mem::take(&mut table.rows);
        let keys: BTreeSet<&str> = book.rules().map(|rule| rule.version.key.as_str()).collect();
        let mut names = BTreeMap::new();
        for row in &rows {
            let key = table.filled(row, "key");
            let es = table.filled(row, "name_es");
            let en = table.filled(row, "name_en");
            let (Some(key), Some(es), Some(en)) = (key, es, en) else { continue };
            if !keys.contains(key.as_str()) {
                table.refuse(row.line, "key", &key, &"no rule of this key");
            } else if names.insert(key.clone(), RuleName { es, en }).is_some() {
                table.refuse(row.line, "key", &key, &"named twice");
            }
        }
        let line = rows.last().map_or(1, |row| row.line);
        let unnamed = keys.iter().filter(|key| !names.contains_key(**key));
        for key in unnamed {
            table.refuse(line, "key", key, &"a rule without a name; add a line for it");
        }
        if table.errors.is_empty() { Ok(Self(names)) } else { Err(table.errors) }
    }

    pub fn get(&self, key: &str) -> Option<&RuleName> {
        self.0.get(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "key,value,unit,scope,valid_from,valid_to,recorded_from,norm,article,note,status\n\
        access.answer,7,working_days,country,2003-01-01,,2003-01-01,Ley 27806,art. 11,,confirmed\n\
        plan.pei.horizon,3,years,country,2008-06-28,,2008-06-28,DL 1088,,,confirmed\n";

    #[track_caller]
    fn check(lines: &str, expect: &[&str]) {
        let Ok(book) = Rulebook::parse("rules.csv", RULES) else { panic!("the rules are sound") };
        let text = format!("key,name_es,name_en\n{lines}");
        let said = match RuleNames::parse("names.csv", &text, &book) {
            Ok(names) => vec![names.get("access.answer").map_or_else(String::new, |name| name.en.clone())],
            Err(errors) => errors.0.iter().map(|e| format!("{}: {} {}", e.line, e.value, e.reason)).collect(),
        };
        assert_eq!(said, expect, "{lines}");
    }

    #[test]
    fn every_rule_has_one_name_in_both_languages() {
        let horizon = "plan.pei.horizon,Horizonte del PEI,Horizon of the PEI\n";
        let answer = "access.answer,Respuesta,Answer\n";
        check(&format!("{answer}{horizon}"), &["Answer"]);
        check(answer, &["2: plan.pei.horizon a rule without a name; add a line for it"]);
        check(&format!("{answer}{horizon}{answer}"), &["4: access.answer named twice"]);
        check(&format!("{answer}{horizon}no.rule,x,y\n"), &["4: no.rule no rule of this key"]);
        check(
            &format!("access.answer,Respuesta,\n{horizon}"),
            &["2:  must not be empty", "3: access.answer a rule without a name; add a line for it"],
        );
    }
}
