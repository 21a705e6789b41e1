//! The structural analysis, judged by walking every way, and by a second reading of what the order tends to.
use proptest::prelude::*;

use super::{content, score, variable};
use crate::domain::{
    Ended, Indirect, Matrix, POWER_MAX, Panel, Quadrant, Structure, indirect, ranks, structure,
};

fn matrix(rows: &[&[u128]]) -> Matrix {
    Matrix::of(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
}

/// Adds up every way of that many steps, one after the other.
fn walked(direct: &[Vec<u128>], steps: u32) -> (Vec<u128>, Vec<u128>) {
    fn walk(
        direct: &[Vec<u128>],
        from: usize,
        at: (usize, u128),
        left: u32,
        sums: &mut (Vec<u128>, Vec<u128>),
    ) {
        let (node, product) = at;
        if left == 0 {
            sums.0[from] += product;
            sums.1[node] += product;
            return;
        }
        for (next, weight) in direct[node].iter().enumerate() {
            if *weight > 0 {
                walk(direct, from, (next, product * weight), left - 1, sums);
            }
        }
    }
    let mut sums = (vec![0; direct.len()], vec![0; direct.len()]);
    for from in 0..direct.len() {
        walk(direct, from, (from, 1), steps, &mut sums);
    }
    sums
}

fn some_matrix() -> impl Strategy<Value = Vec<Vec<u128>>> {
    (1_usize..5).prop_flat_map(|size| {
        prop::collection::vec(prop::collection::vec(0_u128..=6, size), size).prop_map(|mut rows| {
            for (at, row) in rows.iter_mut().enumerate() {
                row[at] = 0;
            }
            rows
        })
    })
}

/// The first power at which the order is that of the power before, by walking.
fn searched(direct: &[Vec<u128>], powers: u32) -> Option<(u32, Vec<u128>, Vec<u128>)> {
    let mut before = walked(direct, 1);
    for power in 2..=powers {
        let now = walked(direct, power);
        if now.0.iter().all(|sum| *sum == 0) {
            return Some((power - 1, before.0, before.1));
        }
        if ranks(&now.0) == ranks(&before.0) && ranks(&now.1) == ranks(&before.1) {
            return Some((power, now.0, now.1));
        }
        before = now;
    }
    None
}

proptest! {
    #[test]
    fn powers_are_the_ways_walked(rows in some_matrix()) {
        let found = indirect(&Matrix::of(rows.clone()).unwrap()).unwrap();
        if let Some((power, influence, dependence)) = searched(&rows, 6) {
            prop_assert_eq!((found.power, &found.influence, &found.dependence), (power, &influence, &dependence));
        } else {
            prop_assert!(found.power > 6);
        }
        if found.power <= 6 {
            let (influence, dependence) = walked(&rows, found.power);
            prop_assert_eq!((found.influence, found.dependence), (influence, dependence));
        }
    }

    /// Who is named first changes nothing: the analysis of renamed variables is the renamed analysis.
    #[test]
    fn the_order_of_the_variables_does_not_matter(rows in some_matrix(), turn in 0_usize..5) {
        let size = rows.len();
        let to = |at: usize| (at + turn) % size;
        let mut turned = vec![vec![0; size]; size];
        for (i, row) in rows.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                turned[to(i)][to(j)] = *value;
            }
        }
        let (one, other) =
            (indirect(&Matrix::of(rows).unwrap()).unwrap(), indirect(&Matrix::of(turned).unwrap()).unwrap());
        prop_assert_eq!((one.power, one.ended), (other.power, other.ended));
        for at in 0..size {
            prop_assert_eq!(one.influence[at], other.influence[to(at)]);
            prop_assert_eq!(one.dependence[at], other.dependence[to(at)]);
        }
    }

    /// Turning every influence round swaps influence and dependence.
    #[test]
    fn the_other_way_round_is_the_mirror(rows in some_matrix()) {
        let direct = Matrix::of(rows).unwrap();
        let (one, other) = (indirect(&direct).unwrap(), indirect(&direct.transposed()).unwrap());
        prop_assert_eq!((one.influence, one.dependence), (other.dependence, other.influence));
    }

    /// Twice every score is the same order.
    #[test]
    fn the_scale_does_not_matter(rows in some_matrix()) {
        let doubled = rows.iter().map(|row| row.iter().map(|value| 2 * value).collect()).collect();
        let (one, other) =
            (indirect(&Matrix::of(rows).unwrap()).unwrap(), indirect(&Matrix::of(doubled).unwrap()).unwrap());
        prop_assert_eq!((one.power, one.ended), (other.power, other.ended));
        prop_assert_eq!(ranks(&one.influence), ranks(&other.influence));
    }

    /// Nothing that scores can say is too large, or never ends: eighty variables, every influence the strongest.
    #[test]
    fn the_largest_studies_are_counted(size in 2_usize..=80, weight in 0_u128..=6) {
        let rows = (0..size).map(|i| (0..size).map(|j| if i == j { 0 } else { weight }).collect()).collect();
        let found = indirect(&Matrix::of(rows).unwrap()).unwrap();
        prop_assert_eq!(found.ended, if weight == 0 { Ended::NoLongerWays } else { Ended::Stable });
    }
}

#[test]
fn small_systems_are_told_by_hand() {
    let check = |rows: &[&[u128]], expect: (u32, Ended, &[u128], &[u128])| {
        let found = indirect(&matrix(rows)).unwrap();
        let Indirect { power, ended, influence, dependence } = &found;
        assert_eq!((*power, *ended, influence.as_slice(), dependence.as_slice()), expect, "{rows:?}");
    };
    // A moves B, B moves C: nothing comes back. The longest way has two steps, from A to C.
    check(&[&[0, 1, 0], &[0, 0, 2], &[0, 0, 0]], (2, Ended::NoLongerWays, &[2, 0, 0], &[0, 0, 2]));
    // A circle: everybody moves the next.
    check(&[&[0, 1, 0], &[0, 0, 1], &[1, 0, 0]], (2, Ended::Stable, &[1, 1, 1], &[1, 1, 1]));
    // No influence at all.
    check(&[&[0, 0], &[0, 0]], (1, Ended::NoLongerWays, &[0, 0], &[0, 0]));
    check(&[], (1, Ended::NoLongerWays, &[], &[]));
    // Two that move each other unequally: the order turns with every power, for ever.
    let turning = indirect(&matrix(&[&[0, 3], &[1, 0]])).unwrap();
    assert_eq!((turning.power, turning.ended), (POWER_MAX, Ended::Changing));
}

#[test]
fn what_cannot_be_counted_says_so() {
    let found = indirect(&matrix(&[&[0, 1 << 100, 1], &[1, 0, 1 << 99], &[3, 1 << 98, 0]])).unwrap();
    assert_eq!(found.ended, Ended::TooLarge);
    assert_eq!(indirect(&matrix(&[&[0, u128::MAX, 1], &[0, 0, 0], &[0, 0, 0]])), None);
    assert_eq!(Matrix::of(vec![vec![0, 1], vec![0]]), None);
    assert_eq!(matrix(&[&[0]]).times(&matrix(&[&[0, 0], &[0, 0]])), None);
}

/// By the theorem of Perron and Frobenius the order of a primitive matrix tends to that of its first eigenvectors, found here
/// another way: by multiplying a vector in floating point two thousand times.
#[test]
fn where_the_order_is_stable_it_is_that_of_the_first_eigenvector() {
    let rows: &[&[u128]] =
        &[&[0, 3, 2, 1, 3], &[1, 0, 3, 0, 2], &[0, 1, 0, 2, 3], &[1, 0, 1, 0, 1], &[0, 1, 0, 1, 0]];
    let found = indirect(&matrix(rows)).unwrap();
    assert_eq!(found.ended, Ended::Stable);
    let tends = |columns: bool| {
        let mut vector = vec![1.0_f64; 5];
        for _ in 0..2_000 {
            let weight = |i: usize, j: usize| {
                let value = if columns { rows[j][i] } else { rows[i][j] };
                f64::from(u8::try_from(value).unwrap())
            };
            let next: Vec<f64> =
                (0..5).map(|i| (0..5).map(|j| weight(i, j) * vector[j]).sum::<f64>()).collect();
            let sum: f64 = next.iter().sum();
            vector = next.into_iter().map(|value| value / sum).collect();
        }
        let place = |own: f64| 1 + vector.iter().filter(|other| **other > own).count();
        vector.iter().map(|own| place(*own)).collect::<Vec<_>>()
    };
    assert_eq!((ranks(&found.influence), ranks(&found.dependence)), (tends(false), tends(true)));
}

fn of(scores: &[(&str, &str, &str, i64)], variables: &[&str]) -> Structure {
    let scores = scores.iter().map(|(expert, one, other, value)| score(expert, one, other, *value));
    structure(&Panel::of(&content(variables.iter().map(|code| variable(code)).chain(scores))))
}

#[test]
fn four_variables_stand_in_four_quadrants() {
    // D drives all, R moves and is moved, T takes, A stands apart.
    let scores = [
        ("E1", "D", "R", 3),
        ("E1", "D", "T", 3),
        ("E1", "D", "A", 0),
        ("E1", "R", "D", 1),
        ("E1", "R", "T", 3),
        ("E1", "R", "A", 1),
        ("E1", "T", "D", 0),
        ("E1", "T", "R", 1),
        ("E1", "T", "A", 0),
        ("E1", "A", "D", 0),
        ("E1", "A", "R", 1),
        ("E1", "A", "T", 0),
    ];
    let found = of(&scores, &["A", "D", "R", "T"]);
    let direct: Vec<Quadrant> = found.variables.iter().map(|v| v.direct.unwrap()).collect();
    assert_eq!(direct, [Quadrant::Autonomous, Quadrant::Driving, Quadrant::Relay, Quadrant::Dependent]);
    let sums: Vec<(i64, i64)> = found.variables.iter().map(|v| (v.influence.low, v.dependence.low)).collect();
    assert_eq!(sums, [(2, 2), (12, 2), (10, 10), (2, 12)], "in halves of a point");
    assert_eq!((found.pairs, found.missing), (12, 0));
}

#[test]
fn a_score_that_is_missing_is_never_zero() {
    let all = [("E1", "A", "B", 2), ("E1", "B", "A", 1)];
    let whole = of(&all, &["A", "B"]);
    assert!(whole.variables.iter().all(|v| v.influence.is_exact() && v.direct.is_some()));
    let part = of(&all[..1], &["A", "B"]);
    assert_eq!((part.missing, &part.indirect), (1, &None));
    let b = &part.variables[1];
    assert_eq!((b.influence.low, b.influence.high), (0, 6), "anything from none to the strongest");
    assert!(part.variables.iter().all(|v| v.direct.is_none() && v.influence_rank.is_none()));
    assert_ne!(
        of(&[all[0], ("E1", "B", "A", 0)], &["A", "B"]),
        part,
        "a zero that was said is another thing"
    );
    // Another expert's score of the same pair closes the gap.
    assert_eq!(of(&[all[0], ("E2", "B", "A", 1)], &["A", "B"]).missing, 0);
}

proptest! {
    /// Whatever the missing scores turn out to be, the sums are within the bounds that were told.
    #[test]
    fn the_bounds_hold_whatever_is_said_later(
        scores in prop::collection::vec(prop::option::of(0_i64..=3), 12),
        later in prop::collection::vec(0_i64..=3, 12),
    ) {
        let codes = ["A", "B", "C", "D"];
        let pairs: Vec<(&str, &str)> = codes
            .iter()
            .flat_map(|one| codes.iter().map(move |other| (*one, *other)))
            .filter(|(one, other)| one != other)
            .collect();
        let said = |filled: bool| -> Structure {
            let rows: Vec<(&str, &str, &str, i64)> = pairs
                .iter()
                .zip(scores.iter().zip(&later))
                .filter_map(|((one, other), (score, later))| {
                    Some(("E1", *one, *other, score.or_else(|| filled.then_some(*later))?))
                })
                .collect();
            of(&rows, &codes)
        };
        let (before, after) = (said(false), said(true));
        prop_assert_eq!(before.missing, scores.iter().filter(|score| score.is_none()).count());
        prop_assert_eq!(after.missing, 0);
        for (before, after) in before.variables.iter().zip(&after.variables) {
            for (bounds, exact) in [(before.influence, after.influence), (before.dependence, after.dependence)] {
                prop_assert!(exact.is_exact());
                prop_assert!(bounds.low <= exact.low && exact.low <= bounds.high);
            }
        }
    }
}
