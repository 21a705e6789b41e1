//! The best documents of a query, in an order that never depends on chance.
use std::collections::HashMap;

use search::domain::{HEAD_WEIGHT, Kind, RESULTS_MAX};
use tantivy::{DocAddress, collector::TopDocs, query::Query};

use crate::{Error, ladder::Ladder};

/// From `offset` on, the best first; documents of one score in the order in which they came.
///
/// Kinds from which others are reached weigh [`HEAD_WEIGHT`] times as much. Weighing every match would cost the
/// time of scoring them all; the best of all and the best of those kinds, joined, are the same: whatever is among
/// the best after weighing is among the best of one of the two before it.
pub fn ranked(
    ladder: &Ladder,
    query: Box<dyn Query>,
    kind: Option<Kind>,
    (offset, count_max): (usize, usize),
) -> Result<Vec<DocAddress>, Error> {
    let last = offset.saturating_add(count_max).min(RESULTS_MAX);
    if last <= offset {
        return Ok(Vec::new());
    }
    let best = |query: &dyn Query| ladder.searcher.search(query, &TopDocs::with_limit(last).order_by_score());
    let found = if let Some(kind) = kind {
        best(&*ladder.of_kind(query, kind))?
    } else {
        let all = best(&*query)?;
        weighed(all, best(&*ladder.heads(query))?)
    };
    Ok(found.into_iter().skip(offset).take(count_max).map(|(_, at)| at).collect())
}

fn weighed(all: Vec<(f32, DocAddress)>, heads: Vec<(f32, DocAddress)>) -> Vec<(f32, DocAddress)> {
    let mut scores: HashMap<DocAddress, f32> = all.into_iter().map(|(score, at)| (at, score)).collect();
    scores.extend(heads.into_iter().map(|(score, at)| (at, score * HEAD_WEIGHT)));
    let mut found: Vec<(f32, DocAddress)> = scores.into_iter().map(|(at, score)| (score, at)).collect();
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found
}
