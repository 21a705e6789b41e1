//! Indicator cards: what is missing to judge a result by them.
use super::{Report, Rule, Subject};
use crate::domain::portfolio::{CardNode, VersionNode};
use crate::domain::words::Level;

pub(super) fn check(node: &VersionNode, report: &mut Report<'_>) {
    for card in &node.cards {
        for rule in gaps(card) {
            let args = vec![("name", card.card.name.clone())];
            report.add(rule, Subject::Indicator(node.indicator(&card.card.code)), args);
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
