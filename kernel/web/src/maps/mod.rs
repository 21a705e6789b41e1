//! Values by place, drawn on the server: areas in few steps, each a link with its words, labels where they fit;
//! no script. The table of the same values goes beside it.
mod classes;
mod drawing;
mod printed;

use askama::Template;
use rust_decimal::Decimal;

pub use classes::{Band, Class, STEPS, class_of, classes};
pub use drawing::{Drawn, Projection, Shape};

use crate::{Html, Shell, encode, figures, sheet::Picture};

/// Size of a letter of a label, in units of the drawing: 11 px where the drawing is as wide as a phone.
const LETTER: i32 = 16;

/// One place and its value.
#[derive(Clone, Debug)]
pub struct Place {
    pub code: String,
    pub name: String,
    /// Where a click leads, with the state of the view.
    pub href: String,
    /// `None`: not known, which is not zero.
    pub value: Option<Decimal>,
    /// The value in words; what is said where there is none, too.
    pub words: String,
    /// The value as short as it can be said, for labels.
    pub short: String,
    /// Empty where the source has no outline: the place is named under the map.
    pub shape: Shape,
}

#[derive(Clone, Debug)]
pub struct Choropleth {
    /// Unique in the page.
    pub id: String,
    /// What is shown, of when, in which unit.
    pub title: String,
    pub description: String,
    pub places: Vec<Place>,
    /// Id of the table with the same values.
    pub table: String,
    /// Where the outlines come from, in words.
    pub outlines: String,
    /// Code of the place that the page is about, drawn with a thick border.
    pub here: Option<String>,
    /// Width and height at most, in units of the drawing.
    pub size: (i32, i32),
}

/// What the country by department takes on a page.
pub const SIZE: (i32, i32) = (520, 760);
/// A part of it, or a small map beside other things.
pub const SIZE_SMALL: (i32, i32) = (400, 480);

struct Area {
    is_here: bool,
    href: String,
    words: String,
    fill: String,
    path: Html,
}

struct Label {
    x: i32,
    y: i32,
    lines: Vec<String>,
}

/// A class in words, for the list under the map.
struct Step {
    fill: String,
    words: String,
    places: String,
}

#[derive(Template)]
#[template(path = "components/map.html")]
struct DrawnMap<'m> {
    map: &'m Choropleth,
    skip: String,
    size: (i32, i32),
    drawing: Html,
    steps: Vec<Step>,
    projection: String,
    unplaced: String,
}

/// What is within the svg, on a page and on paper.
#[derive(Template)]
#[template(path = "components/map_drawing.html")]
struct MapDrawing {
    patterns: Html,
    areas: Vec<Area>,
    labels: Vec<Label>,
}

impl Choropleth {
    /// `number` writes a value of the scale. Empty where no place has an outline: the table says it all.
    pub fn to_html(&self, shell: &Shell, number: &dyn Fn(Decimal) -> String) -> Html {
        let fill = |band| self.fill(band);
        self.drawn(shell, number, &fill).map_or_else(Html::default, |drawn| Html::of(&drawn))
    }

    /// The same for paper; none where no place has an outline.
    pub fn picture(&self, shell: &Shell, number: &dyn Fn(Decimal) -> String) -> Option<Picture> {
        self.drawn(shell, number, &printed::fill).map(|drawn| printed::picture(&drawn))
    }

    /// `fill` says what a class is painted with.
    fn drawn(
        &self,
        shell: &Shell,
        number: &dyn Fn(Decimal) -> String,
        fill: &dyn Fn(Option<Band>) -> String,
    ) -> Option<DrawnMap<'_>> {
        let shapes = || self.places.iter().map(|place| &place.shape).filter(|shape| !shape.is_empty());
        let projection = Projection::fit(shapes(), self.size.0, self.size.1)?;
        let values: Vec<Decimal> = self.places.iter().filter_map(|place| place.value).collect();
        let classes = classes(&values);
        let mut drawn: Vec<(&Place, Drawn)> = self
            .places
            .iter()
            .filter(|place| !place.shape.is_empty())
            .map(|place| (place, projection.draw(&place.shape)))
            .collect();
        // The last drawn lies above the others, and so does its border.
        drawn.sort_by_key(|(place, _)| Some(&place.code) == self.here.as_ref());
        let area = |(place, drawn): &(&Place, Drawn)| Area {
            is_here: Some(&place.code) == self.here.as_ref(),
            href: place.href.clone(),
            words: format!("{}: {}", place.name, place.words),
            fill: fill(place.value.and_then(|value| class_of(&classes, value)).map(|at| classes[at].band)),
            path: Html::trusted(drawing::path(drawn)),
        };
        let drawing = MapDrawing {
            patterns: self.patterns(),
            areas: drawn.iter().map(area).collect(),
            labels: labels(&drawn, projection.width),
        };
        Some(DrawnMap {
            map: self,
            skip: shell.t("web-map-skip"),
            size: (projection.width, projection.height),
            drawing: Html::of(&drawing),
            steps: self.steps(shell, &classes, number, fill),
            projection: projection_words(shell, projection.parallel),
            unplaced: self.unplaced(shell),
        })
    }

    /// The pattern of a class; of what is not known without one.
    fn fill(&self, band: Option<Band>) -> String {
        let name = match band {
            None => "none".to_owned(),
            Some(Band::Below) => "below".to_owned(),
            Some(Band::Zero) => "zero".to_owned(),
            Some(Band::Shade(shade)) => shade.to_string(),
        };
        format!("url(#{}-{name})", encode(&self.id))
    }

    /// Colour, and lines that are seen where colours are not: in forced colours and on paper.
    fn patterns(&self) -> Html {
        let id = encode(&self.id);
        let lines = [
            ("none", "M0 4h2M4 0h2"),
            ("below", "M0 2h8M0 6h8"),
            ("zero", ""),
            ("1", "M0 8l8-8"),
            ("2", "M0 8l8-8M0 4l4-4M4 8l4-4"),
            ("3", "M0 8l8-8M0 0l8 8"),
            ("4", "M0 8l8-8M0 0l8 8M0 4h8M4 0v8"),
            ("5", "M0 1h8M0 3h8M0 5h8M0 7h8M1 0v8M3 0v8M5 0v8M7 0v8"),
        ];
        let pattern = |(name, path): (&str, &str)| {
            format!(
                r#"<pattern id="{id}-{name}" width="8" height="8" patternUnits="userSpaceOnUse"><path class="q-map-{name}" d="M0 0h8v8H0z"/><path class="q-map-lines" d="{path}"/></pattern>"#
            )
        };
        Html::trusted(lines.map(pattern).concat())
    }

    fn steps(
        &self,
        shell: &Shell,
        classes: &[Class],
        number: &dyn Fn(Decimal) -> String,
        fill: &dyn Fn(Option<Band>) -> String,
    ) -> Vec<Step> {
        let places = |count: usize| shell.t1("web-map-places", "n", count);
        let step = |class: &Class| {
            let range = if class.least == class.most {
                number(class.least)
            } else {
                let ends = [("least", number(class.least).into()), ("most", number(class.most).into())];
                shell.ta("web-map-range", &ends)
            };
            Step { fill: fill(Some(class.band)), words: range, places: places(class.count) }
        };
        let mut steps: Vec<Step> = classes.iter().map(step).collect();
        let unknown = self.places.iter().filter(|place| place.value.is_none()).count();
        if unknown > 0 {
            let words = shell.t("web-map-none");
            steps.push(Step { fill: fill(None), words, places: places(unknown) });
        }
        steps
    }

    fn unplaced(&self, shell: &Shell) -> String {
        let names: Vec<&str> =
            self.places.iter().filter(|p| p.shape.is_empty()).map(|p| p.name.as_str()).collect();
        if names.is_empty() {
            return String::new();
        }
        let args = [("n", names.len().into()), ("names", names.join(", ").into())];
        shell.ta("web-map-unplaced", &args)
    }
}

fn projection_words(shell: &Shell, parallel: f64) -> String {
    let degrees = figures::axis(shell.lang(), (parallel.abs() * 10.0).round() / 10.0);
    let side = if parallel < 0.0 { "S" } else { "N" };
    shell.t1("web-map-projection", "parallel", format!("{degrees}°\u{a0}{side}"))
}

/// Name and value where they fit in their area and cover no other label; the largest areas first.
fn labels(drawn: &[(&Place, Drawn)], width: i32) -> Vec<Label> {
    let mut spots: Vec<(&Place, (i32, i32, i32))> =
        drawn.iter().filter_map(|(place, drawn)| Some((*place, drawing::spot(drawn)?))).collect();
    spots.sort_by_key(|(_, (_, _, room))| std::cmp::Reverse(*room));
    let mut taken: Vec<[i32; 4]> = Vec::new();
    let mut labels = Vec::new();
    for (place, (x, y, room)) in spots {
        let lines = vec![place.name.clone(), place.short.clone()];
        let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let half = i32::try_from(letters).unwrap_or(i32::MAX).saturating_mul(LETTER) / 4 + 2;
        // A little over the border is still read as its own.
        if half * 2 > room + room / 4 {
            continue;
        }
        let x = x.clamp(half, (width - half).max(half));
        let own = [x - half, y - LETTER, x + half, y + LETTER];
        let meets = |other: &[i32; 4]| {
            own[0] < other[2] && other[0] < own[2] && own[1] < other[3] && other[1] < own[3]
        };
        if taken.iter().any(meets) {
            continue;
        }
        taken.push(own);
        labels.push(Label { x, y, lines });
    }
    labels
}

#[cfg(test)]
#[path = "maps_tests.rs"]
mod tests;
