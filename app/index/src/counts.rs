//! How many documents of each kind, without scoring any.
use search::domain::Kind;
use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::Column,
};

use crate::schema::KIND;

type Counts = [usize; Kind::ALL.len()];

pub struct ByKind;

pub struct OfSegment {
    kinds: Column<u64>,
    counts: Counts,
}

impl Collector for ByKind {
    type Fruit = Counts;
    type Child = OfSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<OfSegment> {
        Ok(OfSegment { kinds: segment.fast_fields().u64(KIND)?, counts: Counts::default() })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Counts>) -> tantivy::Result<Counts> {
        let mut all = Counts::default();
        for (sum, count) in segments.iter().flat_map(|counts| counts.iter().enumerate()) {
            if let Some(slot) = all.get_mut(sum) {
                *slot += count;
            }
        }
        Ok(all)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Counts;

    fn collect(&mut self, document: DocId, _: Score) {
        let kind = self.kinds.first(document).and_then(|kind| usize::try_from(kind).ok());
        if let Some(slot) = kind.and_then(|kind| self.counts.get_mut(kind)) {
            *slot += 1;
        }
    }

    fn harvest(self) -> Counts {
        self.counts
    }
}
