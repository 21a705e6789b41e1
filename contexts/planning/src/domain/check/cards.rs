//! Indicator cards: what is missing to judge a result by them.
use std::collections::HashSet;

use super::{Report, Rule, Subject};
use crate::domain::portfolio::{CardNode, ElementAt, Portfolio, VersionNode};
use crate::domain::words::{Level, Sense};

pub(super) fn check(all: &Portfolio, node: &VersionNode, report: &mut Report<'_>) {
    for card in &node.cards {
        for rule in gaps(card) {
            let args = vec![("name", card.card.name.clone())];
            report.add(rule, Subject::Indicator(node.indicator(&card.card.code)), args);
        }
        if let Some(parent) = contradicted(all, node, card) {
            let args = vec![("name", card.card.name.clone()), ("parent", parent)];
            report.add(Rule::FrameContradicted, Subject::Indicator(node.indicator(&card.card.code)), args);
        }
    }
}

fn gaps(node: &CardNode) -> impl Iterator<Item = Rule> {
    let card = &node.card;
    let output = card.level == Some(Level::Output);
    [
        (card.responsible_post.is_none(), Rule::OwnerAbsent),
        (card.baseline.is_none(), Rule::BaselineAbsent),
        (node.targets == 0, Rule::TargetAbsent),
        (card.sense.is_none(), Rule::SenseAbsent),
        (output && card.end_date.is_none(), Rule::OutputUndated),
        (output && card.unit.is_none(), Rule::OutputUnitAbsent),
    ]
    .into_iter()
    .filter_map(|(missing, rule)| missing.then_some(rule))
}

/// The indicator of a plan above that follows the same series and wants the contrary.
fn contradicted(all: &Portfolio, node: &VersionNode, own: &CardNode) -> Option<String> {
    let (series, wants) = (own.card.series.as_ref()?, direction(own.card.sense)?);
    let mut seen: HashSet<ElementAt> = HashSet::new();
    let mut open: Vec<ElementAt> = own.element.into_iter().collect();
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        open.extend(all.parents(at));
        let above = all.element(at).and_then(|element| all.version(element.version));
        let Some(above) = above.filter(|above| above.plan.code != node.plan.code) else { continue };
        let opposes = |card: &&CardNode| {
            let same = card.element == Some(at) && card.card.series.as_ref() == Some(series);
            same && direction(card.card.sense).is_some_and(|other| other != wants)
        };
        if let Some(other) = above.cards.iter().find(opposes) {
            return Some(above.indicator(&other.card.code).to_string());
        }
    }
    None
}

/// Whether more is better; a band has no direction.
const fn direction(sense: Option<Sense>) -> Option<bool> {
    match sense {
        Some(Sense::Increase | Sense::AtLeast) => Some(true),
        Some(Sense::Decrease | Sense::AtMost) => Some(false),
        Some(Sense::Within) | None => None,
    }
}
