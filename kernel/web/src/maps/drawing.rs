//! From degrees to the page. Pure.
//!
//! The projection is the equidistant cylindrical one whose standard parallel is the middle of what is drawn
//! (Snyder, *Map Projections: A Working Manual*, 1987, p. 90): a degree of longitude is as wide as it is there.
//! Plain, true along the meridians, and off by less than 4 % at the ends of a country that spans 18 degrees.
use std::fmt::Write as _;

/// Rings of longitude and latitude in degrees; what is inside an odd number of them is inside.
pub type Shape = Vec<Vec<(f64, f64)>>;

/// Rings of whole units of the drawing, downwards.
pub type Drawn = Vec<Vec<(i32, i32)>>;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    west: f64,
    north: f64,
    /// Degrees, north positive.
    pub parallel: f64,
    /// Units a degree of latitude.
    scale: f64,
    pub width: i32,
    pub height: i32,
}

/// Room around the drawing, in its units.
const MARGIN: i32 = 4;

impl Projection {
    /// The largest that shows every shape within `width` and `height`; `None` where there is nothing to show.
    pub fn fit<'s>(shapes: impl Iterator<Item = &'s Shape>, width: i32, height: i32) -> Option<Self> {
        let points = shapes.flatten().flatten().filter(|(lon, lat)| lon.is_finite() && lat.is_finite());
        let start = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY);
        let (west, east, south, north) = points
            .fold(start, |(w, e, s, n), (lon, lat)| (w.min(*lon), e.max(*lon), s.min(*lat), n.max(*lat)));
        let parallel = f64::midpoint(south, north);
        let (wide, high) = ((east - west) * parallel.to_radians().cos(), north - south);
        if !(wide > 0.0 && high > 0.0) {
            return None;
        }
        let room = |side: i32| f64::from(side - 2 * MARGIN);
        let scale = (room(width) / wide).min(room(height) / high);
        let side = |degrees: f64| whole((degrees * scale).ceil()) + 2 * MARGIN;
        Some(Self { west, north, parallel, scale, width: side(wide), height: side(high) })
    }

    pub fn point(&self, lon: f64, lat: f64) -> (f64, f64) {
        let x = (lon - self.west) * self.parallel.to_radians().cos() * self.scale;
        (x + f64::from(MARGIN), (self.north - lat) * self.scale + f64::from(MARGIN))
    }

    /// Points that fall together are drawn once; a ring that becomes a point stays a dot that can be seen.
    pub fn draw(&self, shape: &Shape) -> Drawn {
        let on_page = |&(lon, lat): &(f64, f64)| {
            let (x, y) = self.point(lon, lat);
            (whole(x.round()), whole(y.round()))
        };
        let ring = |ring: &Vec<(f64, f64)>| {
            let mut points: Vec<(i32, i32)> = ring.iter().map(on_page).collect();
            points.dedup();
            if points.len() > 1 && points.first() == points.last() {
                points.pop();
            }
            match points.as_slice() {
                [(x, y)] => vec![(*x, *y), (x + 1, *y), (x + 1, y + 1), (*x, y + 1)],
                _ => points,
            }
        };
        shape.iter().map(ring).collect()
    }
}

#[allow(clippy::cast_possible_truncation)] // saturates, and what is drawn fits its frame
const fn whole(number: f64) -> i32 {
    number as i32
}

/// SVG path data, in steps: shorter than places.
pub fn path(drawn: &Drawn) -> String {
    let mut data = String::new();
    for ring in drawn {
        let mut last = None;
        for &(x, y) in ring {
            // Writing to a text does not fail.
            let _ = match last {
                None => write!(data, "M{x} {y}l"),
                Some((a, b)) => {
                    let (dx, dy): (i32, i32) = (x - a, y - b);
                    let blank = if data.ends_with('l') || dx < 0 { "" } else { " " };
                    let joint = if dy < 0 { "" } else { " " };
                    write!(data, "{blank}{dx}{joint}{dy}")
                }
            };
            last = Some((x, y));
        }
        data.push('z');
    }
    data
}

/// Where a label goes: the middle of the widest stretch inside the shape, and how wide it is.
pub fn spot(drawn: &Drawn) -> Option<(i32, i32, i32)> {
    let heights = || drawn.iter().flatten().map(|(_, y)| *y);
    let (top, bottom) = (heights().min()?, heights().max()?);
    let lines = (1..16).map(|n| top + (bottom - top) * n / 16);
    let stretch = |y: i32| {
        let mut crossings: Vec<i32> = drawn.iter().flat_map(|ring| crossings(ring, y)).collect();
        crossings.sort_unstable();
        let (pairs, _) = crossings.as_chunks::<2>();
        pairs.iter().map(|[from, to]| (i32::midpoint(*from, *to), y, to - from)).max_by_key(|s| s.2)
    };
    let middle = i32::midpoint(top, bottom);
    // Of about equal stretches, the one nearest the middle.
    lines.filter_map(stretch).max_by_key(|(_, y, room)| room * 4 - (y - middle).abs())
}

/// Where a ring crosses a line half a unit under `y`, so that no corner lies on it.
fn crossings(ring: &[(i32, i32)], y: i32) -> impl Iterator<Item = i32> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).filter_map(move |(&(x1, y1), &(x2, y2))| {
        let is_above = |at: i32| at <= y;
        if is_above(y1) == is_above(y2) {
            return None;
        }
        let part = (f64::from(y) + 0.5 - f64::from(y1)) / f64::from(y2 - y1);
        Some(whole((f64::from(x1) + part * f64::from(x2 - x1)).round()))
    })
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
