#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn square(lon: f64, lat: f64, side: f64) -> Shape {
    vec![vec![(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side)]]
}

#[test]
fn nothing_has_no_drawing() {
    for shapes in [vec![], vec![vec![]], vec![vec![vec![(1.0, 2.0)]]], vec![square(0.0, 0.0, f64::NAN)]] {
        assert_eq!(Projection::fit(shapes.iter(), 500, 500), None, "{shapes:?}");
    }
}

#[test]
fn north_is_up_and_a_path_is_steps() {
    let shape = square(-77.0, -10.0, 1.0);
    let projection = Projection::fit([&shape].into_iter(), 108, 108).unwrap();
    assert!((projection.parallel + 9.5).abs() < 1e-9);
    assert_eq!(path(&projection.draw(&shape)), "M4 104l99 0 0-100-99 0z");
    assert_eq!(spot(&projection.draw(&shape)), Some((53, 54, 99)));
}

#[test]
fn a_label_stays_inside_a_horseshoe_and_off_a_hole() {
    let shoe = vec![vec![(0, 0), (10, 0), (10, 80), (90, 80), (90, 0), (100, 0), (100, 100), (0, 100)]];
    let (x, y, room) = spot(&shoe).unwrap();
    assert_eq!((x, room), (50, 100));
    assert!(y >= 80, "{y}");
    let ring = vec![vec![(0, 0), (100, 0), (100, 100), (0, 100)], vec![(20, 5), (95, 5), (95, 95), (20, 95)]];
    let (x, y, _) = spot(&ring).unwrap();
    assert!(!(20..95).contains(&x) || !(5..95).contains(&y), "{x} {y}");
}

proptest! {
    #[test]
    fn what_is_drawn_fits_its_frame_and_keeps_its_directions(
        places in prop::collection::vec((-81.0..-68.0_f64, -18.0..0.0_f64, 0.05..3.0_f64), 1..9),
    ) {
        let shapes: Vec<Shape> = places.iter().map(|(lon, lat, side)| square(*lon, *lat, *side)).collect();
        let projection = Projection::fit(shapes.iter(), 520, 700).unwrap();
        prop_assert!(projection.width <= 521 && projection.height <= 701);
        for shape in &shapes {
            for (x, y) in projection.draw(shape).into_iter().flatten() {
                prop_assert!((0..=projection.width).contains(&x) && (0..=projection.height).contains(&y));
            }
            let (west_south, east_north) = (shape[0][0], shape[0][2]);
            let (a, b) = (projection.point(west_south.0, west_south.1), projection.point(east_north.0, east_north.1));
            prop_assert!(a.0 < b.0 && a.1 > b.1);
        }
    }

    #[test]
    fn at_the_standard_parallel_a_kilometre_is_as_wide_as_high(lat in -60.0..60.0_f64, lon in -170.0..170.0_f64) {
        let shape = square(lon, lat - 1.0, 2.0);
        let projection = Projection::fit([&shape].into_iter(), 500, 500).unwrap();
        let (x, y) = projection.point(lon, projection.parallel);
        // A step of the same length on a sphere of one degree a unit, east and north.
        let east = projection.point(lon + 0.01 / projection.parallel.to_radians().cos(), projection.parallel).0 - x;
        let north = y - projection.point(lon, projection.parallel + 0.01).1;
        prop_assert!((east - north).abs() < 1e-6 * north.abs().max(1.0), "{east} {north}");
    }

    #[test]
    fn a_spot_is_inside(points in prop::collection::vec((0..100_i32, 0..100_i32), 3..12)) {
        if let Some((x, y, room)) = spot(&vec![points]) {
            prop_assert!((0..=100).contains(&x) && (0..=100).contains(&y) && room >= 0);
        }
    }
}
