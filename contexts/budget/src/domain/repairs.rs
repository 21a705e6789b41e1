//! What sources get wrong and how it is put right: `budget/repairs.csv` of the country pack.
//! The original is kept beside the repaired value, with the number of rows.
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use serde::Deserialize;

use super::Dimension;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepairsError {
    #[error("budget/repairs.csv, line {line}: {reason}")]
    Row { line: u64, reason: String },
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub code: String,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A character that a change of code page put for another; of every name where no dimension is given.
    ReplaceInName { dimension: Option<Dimension>, from: String, to: String },
    /// The name is that of the place with this code, whatever the source wrote.
    NameOfPlace { dimension: Dimension },
    /// A blank code of this level of government stands for the code that the repair names.
    FillBlankCode { level: String, repair: Arc<Repair> },
}

/// A repair that was made, once for all rows alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Repair {
    pub rule: String,
    pub dimension: Dimension,
    pub original: String,
    pub repaired: String,
}

/// The rules, and the names of places that some of them need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    rules: Vec<Rule>,
    /// By UBIGEO.
    places: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct RuleRow {
    rule: String,
    kind: String,
    dimension: String,
    level: String,
    from: String,
    to: String,
}

impl Repairs {
    pub fn parse(text: &str, places: BTreeMap<String, String>) -> Result<Self, RepairsError> {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows = reader.deserialize::<RuleRow>().enumerate().map(|(index, row)| {
            let wrong = |reason| RepairsError::Row { line: index as u64 + 2, reason };
            row.map_err(|e| wrong(e.to_string())).and_then(|row| rule_of(row).map_err(wrong))
        });
        Ok(Self { rules: rows.collect::<Result<_, _>>()?, places })
    }

    /// The repair of a blank code, which names the code to store.
    pub fn blank_code(&self, dimension: Dimension, level: &str) -> Option<&Arc<Repair>> {
        self.rules.iter().find_map(|rule| match &rule.kind {
            Kind::FillBlankCode { level: l, repair } if repair.dimension == dimension && l == level => {
                Some(repair)
            }
            _ => None,
        })
    }

    /// The name to store for a code, and the repairs that led to it.
    pub fn name<'a>(
        &self,
        dimension: Dimension,
        code: &str,
        name: &'a str,
    ) -> (Cow<'a, str>, Vec<Arc<Repair>>) {
        let mut repaired = Cow::Borrowed(name);
        let mut made = Vec::new();
        for rule in &self.rules {
            let Some(better) = self.better(rule, dimension, code, &repaired) else { continue };
            made.push(repair(&rule.code, dimension, &repaired, &better));
            repaired = Cow::Owned(better);
        }
        (repaired, made)
    }

    fn better(&self, rule: &Rule, dimension: Dimension, code: &str, name: &str) -> Option<String> {
        match &rule.kind {
            Kind::ReplaceInName { dimension: only, from, to } => {
                let meant = only.is_none_or(|d| d == dimension) && name.contains(from.as_str());
                meant.then(|| name.replace(from.as_str(), to))
            }
            Kind::NameOfPlace { dimension: d } if *d == dimension => {
                let place = self.places.get(code)?;
                (base::text::fold(place) != base::text::fold(name)).then(|| place.clone())
            }
            _ => None,
        }
    }
}

fn repair(rule: &str, dimension: Dimension, original: &str, repaired: &str) -> Arc<Repair> {
    let (original, repaired) = (original.to_owned(), repaired.to_owned());
    Arc::new(Repair { rule: rule.to_owned(), dimension, original, repaired })
}

fn rule_of(row: RuleRow) -> Result<Rule, String> {
    let dimension = || row.dimension.parse::<Dimension>().map_err(|e| e.to_string());
    let kind = match row.kind.as_str() {
        "replace_in_name" if row.from.is_empty() => return Err("nothing to replace".to_owned()),
        "replace_in_name" => {
            let only = if row.dimension.trim() == "*" { None } else { Some(dimension()?) };
            Kind::ReplaceInName { dimension: only, from: row.from, to: row.to }
        }
        "name_of_place" => Kind::NameOfPlace { dimension: dimension()? },
        "fill_blank_code" => {
            let repair = repair(&row.rule, dimension()?, "", &row.to);
            Kind::FillBlankCode { level: row.level, repair }
        }
        other => {
            return Err(format!("kind {other:?} is none of replace_in_name, name_of_place, fill_blank_code"));
        }
    };
    Ok(Rule { code: row.rule, kind })
}
