//! Which delivery answers for which money, so that none is counted twice.
//!
//! The money of an executing unit in a fiscal year is told by exactly one delivery:
//! 1. of the deliveries of one layout, the one recorded last replaces the others for the units it holds;
//! 2. between layouts, the one that reaches the later month;
//! 3. between layouts that reach the same month, the one with the lower precedence of the country pack;
//! 4. else the one recorded last.
//!
//! So a file of one department replaces that department in a file of the whole state and nothing else, and
//! the yearly layout of money already delivered by month adds nothing to any sum.
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::Arc,
};

use super::{Piece, Rollup, UnitYear, Units};

/// What a delivery covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    pub delivery: i64,
    pub layout: String,
    pub precedence: i64,
    /// Last month with spending.
    pub month_last: u8,
    pub file: PathBuf,
    pub units: BTreeSet<UnitYear>,
    pub rollups: Arc<Vec<Rollup>>,
}

/// The parts of deliveries that together hold all money once. `deliveries` in the order of recording.
pub fn pieces(deliveries: &[Covered]) -> Vec<Piece> {
    let mut answering: BTreeMap<&UnitYear, &Covered> = BTreeMap::new();
    for delivery in last_of_each_layout(deliveries) {
        for unit in &delivery.1 {
            let best = answering.entry(unit).or_insert(delivery.0);
            if rank(delivery.0) > rank(best) {
                *best = delivery.0;
            }
        }
    }
    let mut by_delivery: BTreeMap<i64, BTreeSet<&UnitYear>> = BTreeMap::new();
    for (unit, delivery) in answering {
        by_delivery.entry(delivery.delivery).or_default().insert(unit);
    }
    let of = |number: &i64| deliveries.iter().find(|d| d.delivery == *number);
    by_delivery
        .iter()
        .filter_map(|(number, units)| of(number).map(|d| pieces_of(d, units)))
        .flatten()
        .collect()
}

/// Fiscal years, their executing units, and the delivery that tells the money of each.
pub type Answering = BTreeMap<i16, BTreeMap<String, i64>>;

/// What [`pieces`] say of every unit.
pub fn answering(deliveries: &[Covered], pieces: &[Piece]) -> Answering {
    let mut told = Answering::new();
    for piece in pieces {
        let Some(year) = piece.year else { continue };
        let held = deliveries.iter().filter(|d| d.delivery == piece.delivery).flat_map(|d| &d.units);
        let own = held.filter(|unit| unit.year == year && piece.units.hold(&unit.sec_ejec));
        told.entry(year).or_default().extend(own.map(|unit| (unit.sec_ejec.clone(), piece.delivery)));
    }
    told
}

/// Later month first, then the preferred layout, then the later recorded.
fn rank(delivery: &Covered) -> (u8, i64, i64) {
    (delivery.month_last, -delivery.precedence, delivery.delivery)
}

/// Each delivery with the units that no later delivery of its layout holds.
fn last_of_each_layout(deliveries: &[Covered]) -> Vec<(&Covered, Vec<&UnitYear>)> {
    let mut taken: BTreeSet<(&str, &UnitYear)> = BTreeSet::new();
    let mut kept = Vec::new();
    for delivery in deliveries.iter().rev() {
        let own = delivery.units.iter().filter(|unit| taken.insert((delivery.layout.as_str(), *unit)));
        kept.push((delivery, own.collect()));
    }
    kept
}

/// One piece per year, naming the units that count or those that do not, whichever are fewer.
fn pieces_of(delivery: &Covered, answering: &BTreeSet<&UnitYear>) -> Vec<Piece> {
    let years: BTreeSet<i16> = answering.iter().map(|unit| unit.year).collect();
    years
        .into_iter()
        .map(|year| {
            let all: Vec<&UnitYear> = delivery.units.iter().filter(|unit| unit.year == year).collect();
            let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|unit| answering.contains(unit));
            let codes = |units: Vec<&UnitYear>| units.into_iter().map(|u| u.sec_ejec.clone()).collect();
            let units = match (own.len(), others.len()) {
                (_, 0) => Units::All,
                (own_count, other_count) if own_count <= other_count => Units::Only(codes(own)),
                _ => Units::Except(codes(others)),
            };
            Piece {
                delivery: delivery.delivery,
                file: delivery.file.clone(),
                year: Some(year),
                units,
                rollups: delivery.rollups.clone(),
            }
        })
        .collect()
}
