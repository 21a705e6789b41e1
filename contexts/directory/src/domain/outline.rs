//! The drawn shape of a place. For maps of figures alone: it decides no boundary and measures no land.
use std::str::FromStr;

/// Longitude and latitude of a ten thousandth of a degree (11 m on the equator), WGS 84.
type Point = (i32, i32);

/// Rings of points; what lies inside an odd number of rings is inside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    rings: Vec<Vec<Point>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutlineError {
    #[error("not a whole number")]
    Number,
    #[error("a ring needs three points at least, two numbers each")]
    Ring,
    #[error("beyond the globe")]
    Globe,
}

impl Outline {
    /// Rings of longitude and latitude in degrees.
    pub fn degrees(&self) -> Vec<Vec<(f64, f64)>> {
        let degrees = |&(lon, lat): &Point| (f64::from(lon) / 10_000.0, f64::from(lat) / 10_000.0);
        self.rings.iter().map(|ring| ring.iter().map(degrees).collect()).collect()
    }
}

impl FromStr for Outline {
    type Err = OutlineError;

    /// The form of `territory/outlines` of the country pack: the first point, then steps; `;` between rings.
    fn from_str(text: &str) -> Result<Self, OutlineError> {
        Ok(Self { rings: text.split(';').map(ring).collect::<Result<_, _>>()? })
    }
}

fn ring(text: &str) -> Result<Vec<Point>, OutlineError> {
    let numbers: Vec<i32> = text
        .split_ascii_whitespace()
        .map(|n| n.parse().map_err(|_| OutlineError::Number))
        .collect::<Result<_, _>>()?;
    let (steps, rest) = numbers.as_chunks::<2>();
    if steps.len() < 3 || !rest.is_empty() {
        return Err(OutlineError::Ring);
    }
    let mut at = (0_i32, 0_i32);
    let mut points = Vec::with_capacity(steps.len());
    for [lon, lat] in steps {
        at = at.0.checked_add(*lon).zip(at.1.checked_add(*lat)).ok_or(OutlineError::Globe)?;
        if at.0.abs() > 1_800_000 || at.1.abs() > 900_000 {
            return Err(OutlineError::Globe);
        }
        points.push(at);
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rings_are_a_point_and_steps() {
        let check = |text: &str, expect: Result<Vec<Vec<(f64, f64)>>, OutlineError>| {
            assert_eq!(text.parse::<Outline>().map(|outline| outline.degrees()), expect, "{text:?}");
        };
        check("-770000 -90000 10000 0 0 5000", Ok(vec![vec![(-77.0, -9.0), (-76.0, -9.0), (-76.0, -8.5)]]));
        check(
            "0 0 1 0 0 1;9 9 1 0 0 1 -1 0",
            Ok(vec![
                vec![(0.0, 0.0), (0.0001, 0.0), (0.0001, 0.0001)],
                vec![(0.0009, 0.0009), (0.001, 0.0009), (0.001, 0.001), (0.0009, 0.001)],
            ]),
        );
        check("", Err(OutlineError::Ring));
        check("1 2 3 4 5", Err(OutlineError::Ring));
        check("1 2 3 4", Err(OutlineError::Ring));
        check("1 2 3 4 5 x", Err(OutlineError::Number));
        check("1800000 0 1 0 0 1", Err(OutlineError::Globe));
        check("2147483647 0 1 0 0 1", Err(OutlineError::Globe));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-0-9 ;x]{0,60}") {
            let _ = text.parse::<Outline>();
        }
    }
}
