//! Things in a plane of two measures, divided where the means are: an image with its own title and description, each thing by
//! its code, no script; its table goes beside it.
use std::fmt::Write as _;

use crate::{
    Html, Shell,
    charts::Drawn,
    components::Table,
    sheet::{Drawing, Picture},
};

const SIZE: (u32, u32) = (370, 330);
/// The frame of the plane within the drawing: left, top, right, bottom.
const FRAME: (f64, f64, f64, f64) = (34.0, 12.0, 358.0, 296.0);
/// Above the line of the text and beside the mark.
const LABEL_HEIGHT: f64 = 13.0;
const LABEL_LETTER: f64 = 8.0;

/// How a thing is drawn: told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Disc,
    Diamond,
    Square,
    Ring,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    pub code: String,
    pub across: f64,
    pub up: f64,
    pub mark: Mark,
}

/// What is drawn. Spots that are not finite are left out.
#[derive(Clone, Debug)]
pub struct PlaneChart {
    /// Unique in the page.
    pub id: String,
    pub title: String,
    /// What it says, in a sentence, for who does not see it.
    pub description: String,
    pub across: String,
    pub up: String,
    /// Words in the corners: top left, top right, bottom right, bottom left.
    pub corners: [String; 4],
    pub spots: Vec<Spot>,
}

impl PlaneChart {
    /// The chart and, under it, its table. Of nothing: the table alone.
    pub fn to_html(&self, shell: &Shell, table: &Table) -> Html {
        let Some(drawing) = self.draw() else { return Html::of(table) };
        Html::of(&Drawn {
            id: &self.id,
            title: &self.title,
            description: &self.description,
            size: SIZE,
            drawing: Html::trusted(drawing),
            table,
            table_words: shell.t("web-chart-table"),
        })
    }

    /// The same for paper; none of nothing.
    pub fn picture(&self) -> Option<Picture> {
        let inside = self.draw()?;
        let size = (i32::try_from(SIZE.0).ok()?, i32::try_from(SIZE.1).ok()?);
        Some(Picture {
            title: self.title.clone(),
            description: self.description.clone(),
            drawing: Some(Drawing::new(size, "", &inside)),
            ..Picture::default()
        })
    }

    fn draw(&self) -> Option<String> {
        let spots: Vec<&Spot> =
            self.spots.iter().filter(|spot| spot.across.is_finite() && spot.up.is_finite()).collect();
        let (across, up) = (Axis::of(spots.iter().map(|s| s.across))?, Axis::of(spots.iter().map(|s| s.up))?);
        let (left, top, right, bottom) = FRAME;
        let x = |value: f64| left + across.part(value) * (right - left);
        let y = |value: f64| bottom - up.part(value) * (bottom - top);
        let mut svg = String::new();
        let line = |svg: &mut String, (x1, y1): (f64, f64), (x2, y2): (f64, f64), dashes: &str| {
            let _ = write!(
                svg,
                r##"<line x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}" stroke="#8a8378" stroke-width="1"{dashes}/>"##
            );
        };
        line(&mut svg, (left, bottom), (right, bottom), "");
        line(&mut svg, (left, top), (left, bottom), "");
        let dashes = r#" stroke-dasharray="5 4""#;
        line(&mut svg, (x(across.mean), top), (x(across.mean), bottom), dashes);
        line(&mut svg, (left, y(up.mean)), (right, y(up.mean)), dashes);
        let corners = [
            (left + 5.0, top + 11.0, "start"),
            (right, top + 11.0, "end"),
            (right, bottom - 6.0, "end"),
            (left + 5.0, bottom - 6.0, "start"),
        ];
        for (words, (across, up, anchor)) in self.corners.iter().zip(corners) {
            text(&mut svg, words, (across, up), anchor, ("#6b655c", 12), "");
        }
        let middle = f64::midpoint(left, right);
        text(&mut svg, &format!("{} →", self.across), (middle, bottom + 24.0), "middle", ("#26242b", 14), "");
        let (at_x, at_y) = (left - 14.0, f64::midpoint(top, bottom));
        let turned = format!(r#" transform="rotate(-90 {at_x:.1} {at_y:.1})""#);
        text(&mut svg, &format!("{} →", self.up), (at_x, at_y), "middle", ("#26242b", 14), &turned);
        let mut taken: Vec<Rect> = Vec::new();
        let places: Vec<(&Spot, f64, f64)> =
            spots.iter().map(|spot| (*spot, x(spot.across), y(spot.up))).collect();
        taken.extend(places.iter().map(|(_, x, y)| Rect::around(*x, *y)));
        for (spot, x, y) in places {
            mark(&mut svg, spot.mark, x, y);
            label(&mut svg, &spot.code, (x, y), &mut taken);
        }
        Some(svg)
    }
}

/// From zero to a little beyond the greatest, with the mean.
struct Axis {
    high: f64,
    mean: f64,
}

impl Axis {
    #[allow(clippy::cast_precision_loss)] // as many as fit in a drawing
    fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let values: Vec<f64> = values.collect();
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Scaled before they are added: what a drawing is given may be as large as a number can be.
        let scale = if high > 0.0 { high } else { 1.0 };
        let mean = values.iter().map(|value| value / scale).sum::<f64>() / values.len() as f64;
        (!values.is_empty()).then_some(Self { high: scale, mean: mean * scale })
    }

    fn part(&self, value: f64) -> f64 {
        (value / self.high / 1.08).clamp(0.0, 1.0)
    }
}

#[derive(Clone, Copy)]
struct Rect(f64, f64, f64, f64);

impl Rect {
    fn around(x: f64, y: f64) -> Self {
        Self(x - 5.0, y - 5.0, x + 5.0, y + 5.0)
    }

    fn meets(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

/// Right of the mark, else left, above or below: where nothing else stands, if there is such a place.
#[allow(clippy::cast_precision_loss)] // codes have at most 40 letters
fn label(svg: &mut String, code: &str, (x, y): (f64, f64), taken: &mut Vec<Rect>) {
    let wide = code.chars().count() as f64 * LABEL_LETTER;
    let places = [
        (x + 8.0, y + 4.0),
        (x - 8.0 - wide, y + 4.0),
        (x - wide / 2.0, y - 9.0),
        (x - wide / 2.0, y + 19.0),
        (x + 8.0, y - 8.0),
        (x + 8.0, y + 16.0),
    ];
    let rect = |(x, y): (f64, f64)| Rect(x, y - LABEL_HEIGHT, x + wide, y + 2.0);
    let (left, top, right, bottom) = FRAME;
    let is_inside = |r: &Rect| r.0 >= left && r.1 >= top && r.2 <= right + 10.0 && r.3 <= bottom;
    let free = places.iter().find(|place| {
        let own = rect(**place);
        is_inside(&own) && !taken.iter().any(|other| other.meets(&own))
    });
    let [first, ..] = places;
    let at = *free.unwrap_or(&first);
    taken.push(rect(at));
    text(svg, code, at, "start", ("#26242b", 13), "");
}

fn mark(svg: &mut String, mark: Mark, x: f64, y: f64) {
    let _ = match mark {
        Mark::Disc => write!(svg, r##"<circle cx="{x:.1}" cy="{y:.1}" r="4.5" fill="#27367d"/>"##),
        Mark::Ring => write!(
            svg,
            r##"<circle cx="{x:.1}" cy="{y:.1}" r="4" fill="#fff" stroke="#6b655c" stroke-width="2"/>"##
        ),
        Mark::Square => write!(
            svg,
            r##"<rect x="{:.1}" y="{:.1}" width="8" height="8" fill="#1d6a4f"/>"##,
            x - 4.0,
            y - 4.0
        ),
        Mark::Diamond => write!(
            svg,
            r##"<path d="M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z" fill="#9c1f3f"/>"##,
            y - 6.0,
            x + 6.0,
            y + 6.0,
            x - 6.0
        ),
    };
}

fn text(
    svg: &mut String,
    words: &str,
    (x, y): (f64, f64),
    anchor: &str,
    (colour, size): (&str, u8),
    more: &str,
) {
    let words = Html::text(words);
    let _ = write!(
        svg,
        r#"<text x="{x:.1}" y="{y:.1}" font-family="sans-serif" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{more}>{words}</text>"#
    );
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        Lang, Matter,
        components::{Cell, Column},
        testing,
    };

    fn chart(spots: &[(&str, f64, f64)]) -> PlaneChart {
        let spot = |(code, across, up): &(&str, f64, f64)| Spot {
            code: (*code).to_owned(),
            across: *across,
            up: *up,
            mark: Mark::Diamond,
        };
        PlaneChart {
            id: "p".into(),
            title: "Plano <x>".into(),
            description: "V1 manda.".into(),
            across: "Dependencia".into(),
            up: "Influencia".into(),
            corners: ["a", "b", "c", "d"].map(str::to_owned),
            spots: spots.iter().map(spot).collect(),
        }
    }

    fn drawn(spots: &[(&str, f64, f64)]) -> String {
        let shell = testing::shell(Lang::Es, "/", "web-home", Matter::Real, &[]).unwrap();
        let mut table = Table::new("t", "Plano", vec![Column::text("Variable")]);
        table.push(vec![Cell::text("V1")]);
        chart(spots).to_html(&shell, &table).to_string()
    }

    #[test]
    fn a_plane_has_its_words_its_spots_and_its_table() {
        let html = drawn(&[("V1<", 1.0, 4.0), ("V2", 3.0, 2.0)]);
        for part in [
            "role=\"img\"",
            "Plano &lt;x&gt;",
            "<desc",
            "Dependencia →",
            ">V1&lt;</text>",
            ">V2</text>",
            "<table",
        ] {
            let other = part.replace("&lt;", "&#60;").replace("&gt;", "&#62;");
            assert!(html.contains(part) || html.contains(&other), "no {part} in {html}");
        }
        assert!(!html.contains("style="), "the content policy blocks inline styles");
        assert_eq!(html.matches("<path d=\"M").count(), 2);
    }

    #[test]
    fn any_spots_are_drawn_or_left_to_the_table() {
        assert!(!drawn(&[]).contains("<svg"));
        assert!(!drawn(&[("V", f64::NAN, 1.0)]).contains("<svg"));
        for spots in [[("A", 0.0, 0.0), ("B", 0.0, 0.0)], [("A", 1e300, 1e308), ("B", 1e308, 1e308)]] {
            let html = drawn(&spots);
            assert!(html.contains("<svg") && !html.contains("NaN") && !html.contains("inf"), "{html}");
        }
        assert_eq!(chart(&[]).picture(), None);
    }
}
