//! Whatever arrived in whatever order, each unit's year is told once.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use proptest::prelude::*;

use crate::domain::{Covered, Piece, UnitYear, Units, pieces};

fn unit(year: i16, number: u8) -> UnitYear {
    UnitYear { year, sec_ejec: number.to_string() }
}

fn delivery(number: i64, layout: u8, month_last: u8, units: BTreeSet<UnitYear>) -> Covered {
    let layout_name = format!("layout {layout}");
    Covered {
        delivery: number,
        layout: layout_name,
        precedence: layout.into(),
        month_last,
        file: "x".into(),
        units,
        rollups: Arc::default(),
    }
}

fn answers(piece: &Piece, unit: &UnitYear) -> bool {
    piece.year == Some(unit.year)
        && match &piece.units {
            Units::All => true,
            Units::Only(units) => units.contains(&unit.sec_ejec),
            Units::Except(units) => !units.contains(&unit.sec_ejec),
        }
}

/// Which delivery answers for each unit, checking that exactly one does.
fn told_by(deliveries: &[Covered]) -> BTreeMap<UnitYear, i64> {
    let pieces = pieces(deliveries);
    let all: BTreeSet<&UnitYear> = deliveries.iter().flat_map(|d| &d.units).collect();
    all.into_iter()
        .map(|unit| {
            let held = |number| deliveries.iter().any(|d| d.delivery == number && d.units.contains(unit));
            let by: Vec<i64> =
                pieces.iter().filter(|p| answers(p, unit) && held(p.delivery)).map(|p| p.delivery).collect();
            assert_eq!(by.len(), 1, "{unit:?} is told by {by:?}");
            (unit.clone(), by[0])
        })
        .collect()
}

fn check(deliveries: &[(u8, u8, &[u8])], expect: &[(u8, i64)]) {
    let deliveries: Vec<Covered> = (1..)
        .zip(deliveries)
        .map(|(number, (layout, month, units))| {
            delivery(number, *layout, *month, units.iter().map(|u| unit(2020, *u)).collect())
        })
        .collect();
    let expect: BTreeMap<UnitYear, i64> = expect.iter().map(|(u, by)| (unit(2020, *u), *by)).collect();
    assert_eq!(told_by(&deliveries), expect, "{deliveries:?}");
}

#[test]
fn the_rule_by_example() {
    // The later of one layout, for the units it holds.
    check(&[(1, 7, &[1, 2, 3]), (1, 7, &[2])], &[(1, 1), (2, 2), (3, 1)]);
    // Even if it reaches less far: it corrects.
    check(&[(1, 7, &[1]), (1, 6, &[1])], &[(1, 2)]);
    // Between layouts, the later month; then the preferred layout; arrival does not matter.
    check(&[(1, 7, &[1]), (2, 12, &[1])], &[(1, 2)]);
    check(&[(2, 12, &[1]), (1, 7, &[1])], &[(1, 1)]);
    check(&[(2, 7, &[1]), (1, 7, &[1])], &[(1, 2)]);
    check(&[(1, 7, &[1]), (2, 7, &[1])], &[(1, 1)]);
    check(&[], &[]);
}

proptest! {
    #[test]
    fn every_unit_is_told_once(
        given in prop::collection::vec(
            (1_u8..4, 0_u8..13, prop::collection::btree_set((2019_i16..2022, 0_u8..6), 1..12)),
            0..8,
        )
    ) {
        let deliveries: Vec<Covered> = (1..)
            .zip(given)
            .map(|(number, (layout, month, units))| {
                delivery(number, layout, month, units.into_iter().map(|(y, u)| unit(y, u)).collect())
            })
            .collect();
        let told = told_by(&deliveries);
        // A delivery that answers is the last of its layout for that unit.
        for (unit, by) in told {
            let layout = &deliveries.iter().find(|d| d.delivery == by).unwrap().layout;
            let last = deliveries.iter().rfind(|d| d.layout == *layout && d.units.contains(&unit));
            prop_assert_eq!(last.map(|d| d.delivery), Some(by));
        }
    }
}
