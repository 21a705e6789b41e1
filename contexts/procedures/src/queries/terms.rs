use std::collections::BTreeMap;

use base::Known;
use db::{Conn, Files};
use jiff::civil::Date;
use law::RuleName;
use pack::Pack;

/// A rule that gives a length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRule {
    pub key: String,
    /// Absent in a pack from before rules had names.
    pub name: Option<RuleName>,
}

/// Every rule that ever gave a length of time, as published by `known_on`, by key. None before a pack was recorded.
pub async fn terms(
    conn: &mut Conn,
    files: &Files,
    (known, known_on): (Known, Date),
) -> Result<Vec<TermRule>, pack::Error> {
    let law = match Pack::law_known(conn, files, known).await {
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        law => law?,
    };
    let is_published = |rule: &&law::Rule| rule.version.recorded_from <= known_on;
    let given = law.rulebook.rules().filter(is_published).filter(|rule| rule.value.term().is_some());
    let keys: BTreeMap<&str, TermRule> = given
        .map(|rule| {
            let key = rule.version.key.as_str();
            (key, TermRule { key: key.to_owned(), name: law.names.get(key).cloned() })
        })
        .collect();
    Ok(keys.into_values().collect())
}
