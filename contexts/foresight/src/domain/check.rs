//! Whether what the rows of a study name is there, and what a study may not say.
use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Holds, Item, Kind, Study};

/// What is known outside of the study.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// Elements of planning as `PLAN/CODE`.
    pub elements: BTreeSet<String>,
    /// Indicators of planning as `PLAN/CODE`.
    pub indicators: BTreeSet<String>,
    /// Proposals that the study accepted.
    pub proposals: BTreeSet<String>,
}

/// Something in a row that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    #[error("there is no {kind} {code}")]
    Absent { kind: &'static str, code: String },
    #[error("the component {0} is under itself")]
    Circle(String),
    #[error("a variable has no influence of its own on itself: leave it out")]
    OnItself,
    #[error("the study does not look to {0}")]
    Horizon(i64),
    #[error("the scenario {0} is of another horizon")]
    OtherHorizon(String),
    #[error("the scale of the study ends at {0}")]
    Scale(i64),
}

type Found = (Kind, String, &'static str, Finding);

/// Everything that cannot stand, with the row and the field.
pub fn check(study: &Study, content: &Content, world: &World) -> Vec<Found> {
    let mut found = Vec::new();
    for (kind, rows) in content {
        for (key, item) in rows {
            let at = |(field, finding)| (*kind, key.clone(), field, finding);
            found.extend(names(item, content, world).into_iter().map(at));
            found.extend(says(study, item, content).into_iter().map(at));
        }
    }
    found
}

/// What a row names that is not there.
fn names(item: &Item, content: &Content, world: &World) -> Vec<(&'static str, Finding)> {
    let has = |kind: Kind, code: &str| content.get(&kind).is_some_and(|rows| rows.contains_key(code));
    let absent = |kind: &'static str, code: &str| Finding::Absent { kind, code: code.to_owned() };
    let mut found = Vec::new();
    for field in item.kind.fields() {
        let Some(value) = item.opt(field.name) else { continue };
        let outside = |known: &BTreeSet<String>, kind: &'static str| {
            (!known.contains(value)).then(|| absent(kind, value))
        };
        let missing = match field.holds {
            Holds::Of(kind) => (!has(kind, value)).then(|| absent(kind.as_str(), value)),
            Holds::Several(kind) => {
                item.list(field.name).find(|code| !has(kind, code)).map(|code| absent(kind.as_str(), code))
            }
            Holds::OfKind => {
                let kind: Option<Kind> = item.text("kind").parse().ok();
                kind.filter(|kind| !has(*kind, value)).map(|kind| absent(kind.as_str(), value))
            }
            Holds::Element => outside(&world.elements, "objective"),
            Holds::Indicator => outside(&world.indicators, "indicator"),
            Holds::Proposal => outside(&world.proposals, "proposal"),
            _ => None,
        };
        found.extend(missing.map(|finding| (field.name, finding)));
    }
    found
}

/// What a row says that this study may not.
fn says(study: &Study, item: &Item, content: &Content) -> Vec<(&'static str, Finding)> {
    let mut found = Vec::new();
    match item.kind {
        Kind::Component if circles(item, content) => {
            found.push(("parent", Finding::Circle(item.text("code").to_owned())));
        }
        Kind::Score if item.text("influencing") == item.text("influenced") => {
            found.push(("influenced", Finding::OnItself));
        }
        Kind::Scenario | Kind::Choice => {
            let year = item.whole("horizon");
            if !study.horizons.iter().any(|own| i64::from(*own) == year) {
                found.push(("horizon", Finding::Horizon(year)));
            }
        }
        _ => {}
    }
    if item.kind == Kind::Choice {
        let code = item.text("scenario");
        let scenario = content.get(&Kind::Scenario).and_then(|rows| rows.get(code));
        if scenario.is_some_and(|scenario| scenario.whole("horizon") != item.whole("horizon")) {
            found.push(("scenario", Finding::OtherHorizon(code.to_owned())));
        }
    }
    for name in ["probability", "impact", "plausibility"] {
        if item.whole(name) > study.scale_max {
            found.push((name, Finding::Scale(study.scale_max)));
        }
    }
    found
}

/// Whether the way up from a component comes back to it.
fn circles(item: &Item, content: &Content) -> bool {
    let none = BTreeMap::new();
    let rows = content.get(&Kind::Component).unwrap_or(&none);
    let mut above = item.opt("parent");
    for _ in 0..=rows.len() {
        match above {
            None => return false,
            Some(code) if code == item.text("code") => return true,
            Some(code) => above = rows.get(code).and_then(|row| row.opt("parent")),
        }
    }
    // A circle further up: told where it is.
    false
}
