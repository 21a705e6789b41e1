//! Which proposals a scenario takes up, and from where they come (¶360).
use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Item, Kind};

/// Proposals that a scenario takes up: those named for it, and those that became a variable of which it tells the state, or a
/// trend, risk or opportunity of such a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Codes of proposals, each with what it became on the way here.
    pub proposals: BTreeMap<String, BTreeSet<(Kind, String)>>,
}

pub fn taken_up(content: &Content, scenario: &str) -> Taken {
    let rows = |kind: Kind| content.get(&kind).into_iter().flat_map(BTreeMap::values);
    let variables: BTreeSet<&str> = rows(Kind::State)
        .filter(|row| row.text("scenario") == scenario)
        .map(|row| row.text("variable"))
        .collect();
    let touches = |row: &Item| row.list("variables").any(|code| variables.contains(code));
    let mut within: BTreeSet<(Kind, &str)> = variables.iter().map(|code| (Kind::Variable, *code)).collect();
    within.insert((Kind::Scenario, scenario));
    for kind in [Kind::Trend, Kind::Risk] {
        within.extend(rows(kind).filter(|row| touches(row)).map(|row| (kind, row.text("code"))));
    }
    let mut taken = Taken::default();
    for row in rows(Kind::Uptake) {
        let Ok(kind) = row.text("kind").parse::<Kind>() else { continue };
        let item = row.text("item");
        if within.contains(&(kind, item)) {
            let became = taken.proposals.entry(row.text("proposal").to_owned()).or_default();
            became.insert((kind, item.to_owned()));
        }
    }
    taken
}
