//! Sums made once when a delivery arrives, so that most questions read thousands of rows in place of millions.
//!
//! A rollup holds the sums of every measure by every combination of codes of its dimensions. Sums of sums are
//! the sums, in whole céntimos: a question whose dimensions a rollup has is answered by it exactly.
use std::{collections::BTreeSet, path::PathBuf};

use super::{Cut, Dimension, Dimension as D, Piece, Units};

/// Which sums are made of every delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollupPlan {
    /// The name under which it is recorded.
    pub name: &'static str,
    parts: &'static [&'static [Dimension]],
    /// The plan of whose rows it is made; of the stored rows where `None`.
    pub made_of: Option<&'static str>,
}

impl RollupPlan {
    /// In the order in which the rows are sorted.
    pub fn by(&self) -> Vec<Dimension> {
        self.parts.concat()
    }
}

/// Who: bodies and units with their seat, a body's rows together.
const UNITS: &[D] = &[
    D::Year,
    D::Level,
    D::Entity,
    D::Sector,
    D::Pliego,
    D::SecEjec,
    D::Ejecutora,
    D::Department,
    D::Province,
    D::District,
];
const GOALS: &[D] = &[
    D::MetaDepartment,
    D::MetaProvince,
    D::MetaDistrict,
    D::GoalSequence,
    D::Programme,
    D::Kind,
    D::Product,
    D::ActivityKind,
    D::Activity,
    D::Function,
    D::Division,
    D::Group,
    D::Goal,
    D::Purpose,
    D::TargetUnit,
    D::TargetAnnual,
    D::TargetSemester,
    D::ProgressAnnual,
    D::ProgressSemester,
];
const SOURCES: &[D] = &[D::Source, D::Rubro];
const SPENDING: &[D] = &[D::Category, D::Transaction, D::Generic];
/// The steps of the classifier below the generic.
const DETAIL: &[D] = &[D::Subgeneric, D::SubgenericDetail, D::Specific, D::SpecificDetail];

/// Chosen by what pages ask. Each is made of one that stands before it, or of the stored rows.
pub const ROLLUPS: &[RollupPlan] = &[
    // Who and what for, down to the goal with its physical target; without the means and the months.
    RollupPlan { name: "goals", parts: &[UNITS, GOALS], made_of: None },
    // Who, with what and from what source.
    RollupPlan { name: "means", parts: &[UNITS, SOURCES, SPENDING], made_of: None },
    // With what, to the last step of the classifier, for the whole state.
    RollupPlan {
        name: "classifier",
        parts: &[&[D::Year, D::Level], SOURCES, &[D::ResourceType], SPENDING, DETAIL],
        made_of: None,
    },
    // Who and when.
    RollupPlan { name: "months", parts: &[UNITS, &[D::Month]], made_of: None },
    // Who and what for, without goals.
    RollupPlan {
        name: "programmes",
        parts: &[UNITS, &[D::MetaDepartment, D::Programme, D::Kind, D::Function]],
        made_of: Some("goals"),
    },
    // What the whole state spends on, for which departments.
    RollupPlan {
        name: "state",
        parts: &[
            &[D::Year, D::Level, D::Sector, D::Department, D::MetaDepartment],
            &[D::Programme, D::Kind, D::Function, D::Division, D::Group],
        ],
        made_of: Some("goals"),
    },
    // Who, alone: bodies and units, the question of most pages.
    RollupPlan { name: "units", parts: &[UNITS], made_of: Some("programmes") },
];

/// A rollup of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollup {
    pub name: String,
    /// Its Parquet file.
    pub file: PathBuf,
    pub dimensions: BTreeSet<Dimension>,
    pub rows: u64,
}

impl Cut {
    /// The smallest rollup of a piece with every dimension that is asked for; `None`: its rows are read.
    pub fn reading<'p>(&self, piece: &'p Piece) -> Option<&'p Rollup> {
        let needed = self.needed(piece);
        let sufficient = piece.rollups.iter().filter(|rollup| needed.is_subset(&rollup.dimensions));
        sufficient.min_by_key(|rollup| rollup.rows)
    }

    fn needed(&self, piece: &Piece) -> BTreeSet<Dimension> {
        let asked = self.by.iter().copied().chain(self.filters.iter().map(|(dimension, _)| *dimension));
        let of_year = piece.year.map(|_| Dimension::Year);
        let of_units = (piece.units != Units::All).then_some(Dimension::SecEjec);
        asked.chain(of_year).chain(of_units).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::*;

    fn piece(units: Units) -> Piece {
        let rollups = ROLLUPS.iter().zip(1..).map(|(plan, rows)| Rollup {
            name: plan.name.to_owned(),
            file: PathBuf::from(plan.name),
            dimensions: plan.by().into_iter().collect(),
            rows: 1000 - rows,
        });
        let rollups = Arc::new(rollups.collect());
        Piece { delivery: 1, file: PathBuf::from("rows"), year: Some(2024), units, rollups }
    }

    /// What reads a question, later plans being the smaller.
    fn check(by: &[D], filters: &[D], units: Units, expect: &str) {
        let filters = filters.iter().map(|d| (*d, "1".to_owned())).collect();
        let cut = Cut { by: by.to_vec(), filters, ..Cut::default() };
        let piece = piece(units);
        let read = cut.reading(&piece).map_or("rows", |rollup| &rollup.name);
        assert_eq!(read, expect, "{by:?}");
    }

    #[test]
    fn the_smallest_that_has_every_dimension_answers() {
        check(&[], &[], Units::All, "units");
        check(&[D::Entity], &[D::Department], Units::All, "units");
        check(&[D::Programme], &[D::Department], Units::All, "state");
        check(&[D::Programme], &[D::Entity], Units::All, "programmes");
        check(&[D::Product], &[], Units::All, "goals");
        check(&[D::Source], &[D::Pliego], Units::All, "means");
        check(&[D::SpecificDetail], &[], Units::All, "classifier");
        check(&[D::Month], &[D::Sector], Units::All, "months");
        check(&[D::Month], &[D::Programme], Units::All, "rows");
        check(&[D::SpecificDetail], &[D::Entity], Units::All, "rows");
    }

    #[test]
    fn of_some_units_only_what_tells_units_apart_answers() {
        let some = || Units::Only(vec!["7".to_owned()]);
        check(&[D::Programme], &[], some(), "programmes");
        check(&[D::SpecificDetail], &[], some(), "rows");
    }

    #[test]
    fn each_is_made_of_one_before_it_that_has_its_dimensions() {
        let mut before: Vec<&RollupPlan> = Vec::new();
        for plan in ROLLUPS {
            assert!(before.iter().all(|other| other.name != plan.name), "{}", plan.name);
            let by = plan.by();
            assert_eq!(by.iter().collect::<BTreeSet<_>>().len(), by.len(), "{}", plan.name);
            if let Some(from) = plan.made_of {
                let from = before.iter().find(|other| other.name == from).unwrap();
                assert!(by.iter().all(|d| from.by().contains(d)), "{}", plan.name);
            }
            before.push(plan);
        }
    }
}
