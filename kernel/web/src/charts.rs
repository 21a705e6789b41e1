//! The line of one series and the path to its target, drawn on the server: an image with its own title and
//! description, labels at the ends of the lines, no legend, no script; its table goes beside it.
use std::ops::Range;

use askama::Template;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::{
    Html, Shell,
    components::Table,
    figures,
    sheet::{Drawing, Picture},
};

/// Width and height of the drawing, in its own units; the style lets it grow to the column.
const SIZE: (u32, u32) = (370, 240);
/// Where the years begin under the drawing.
const FLOOR: i32 = 210;
const FONT: (&str, u32) = ("sans-serif", 16);
const INK: RGBColor = RGBColor(38, 36, 43);
const GRID: RGBColor = RGBColor(222, 216, 206);
const OBSERVED: RGBColor = RGBColor(39, 54, 125);
const TARGET: RGBColor = RGBColor(156, 31, 63);

/// A value of a year. Fractions of a year are the ends of shorter periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub year: f64,
    /// For drawing alone; the table has the exact value.
    pub value: f64,
}

/// What is drawn. Values that are not finite are left out.
#[derive(Clone, Debug)]
pub struct LineChart {
    /// Unique in the page.
    pub id: String,
    /// What is measured, in which unit.
    pub title: String,
    /// What the lines say, in a sentence, for who does not see them.
    pub description: String,
    pub observed: Vec<Point>,
    /// Baseline, targets by year.
    pub target: Vec<Point>,
}

#[derive(Template)]
#[template(path = "components/chart.html")]
pub(crate) struct Drawn<'c> {
    pub id: &'c str,
    pub title: &'c str,
    pub description: &'c str,
    pub size: (u32, u32),
    pub drawing: Html,
    pub table: &'c Table,
    pub table_words: String,
}

impl LineChart {
    /// The chart and, under it, its table. Without two points there is no line: the table alone.
    pub fn to_html(&self, shell: &Shell, table: &Table) -> Html {
        let Some(drawing) = self.draw(shell) else {
            return Html::of(table);
        };
        Html::of(&Drawn {
            id: &self.id,
            title: &self.title,
            description: &self.description,
            size: SIZE,
            drawing,
            table,
            table_words: shell.t("web-chart-table"),
        })
    }

    /// The same for paper; none where there is no line.
    pub fn picture(&self, shell: &Shell) -> Option<Picture> {
        let inside = self.draw(shell)?.to_string();
        let size = (i32::try_from(SIZE.0).ok()?, i32::try_from(SIZE.1).ok()?);
        Some(Picture {
            title: self.title.clone(),
            description: self.description.clone(),
            // Colours and sizes are in the drawing itself.
            drawing: Some(Drawing::new(size, "", &inside)),
            ..Picture::default()
        })
    }

    fn draw(&self, shell: &Shell) -> Option<Html> {
        let finite = |points: &[Point]| -> Vec<Point> {
            points.iter().copied().filter(|p| p.year.is_finite() && p.value.is_finite()).collect()
        };
        let (observed, target) = (finite(&self.observed), finite(&self.target));
        let all: Vec<Point> = observed.iter().chain(&target).copied().collect();
        if all.len() < 2 {
            return None;
        }
        let mut svg = String::new();
        let drawn = plot(shell, &mut svg, &observed, &target, &all);
        if let Err(error) = drawn {
            tracing::error!(chart = self.id, %error, "chart not drawn; its table is shown");
            return None;
        }
        // The root element is the template's, with role, title and description.
        let inner = svg.split_once('>')?.1.rsplit_once("</svg>")?.0;
        Some(Html::trusted(inner.trim().to_owned()))
    }
}

fn plot(
    shell: &Shell,
    svg: &mut String,
    observed: &[Point],
    target: &[Point],
    all: &[Point],
) -> Result<(), String> {
    let says = |error: &dyn std::fmt::Display| error.to_string();
    let root = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    let (years, values) = (years(all), values(all));
    let mut chart = ChartBuilder::on(&root)
        .margin_top(22)
        .margin_right(78)
        .margin_bottom(4)
        .x_label_area_size(26)
        .y_label_area_size(46)
        .build_cartesian_2d(years, values)
        .map_err(|e| says(&e))?;
    let label = |value: &f64| figures::axis(shell.lang(), *value);
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(GRID)
        .x_labels(6)
        .y_labels(5)
        .x_label_formatter(&|year| format!("{:.0}", year.floor()))
        .y_label_formatter(&label)
        .label_style(FONT.into_font().color(&INK))
        .draw()
        .map_err(|e| says(&e))?;
    let pairs = |points: &[Point]| -> Vec<(f64, f64)> { points.iter().map(|p| (p.year, p.value)).collect() };
    chart
        .draw_series(DashedLineSeries::new(pairs(target), 6, 5, TARGET.stroke_width(2)))
        .map_err(|e| says(&e))?;
    chart
        .draw_series(pairs(target).into_iter().map(|at| {
            // Diamonds for targets, discs for observations: told apart without colour.
            EmptyElement::at(at) + Polygon::new([(0, -5), (5, 0), (0, 5), (-5, 0)], TARGET.filled())
        }))
        .map_err(|e| says(&e))?;
    chart.draw_series(LineSeries::new(pairs(observed), OBSERVED.stroke_width(3))).map_err(|e| says(&e))?;
    chart
        .draw_series(pairs(observed).into_iter().map(|at| Circle::new(at, 4, OBSERVED.filled())))
        .map_err(|e| says(&e))?;
    let ends = [(observed, "web-chart-observed", OBSERVED), (target, "web-chart-target", TARGET)];
    let apart = label_sides(observed.last(), target.last());
    for ((points, key, colour), side) in ends.into_iter().zip(apart) {
        let Some(end) = points.last() else { continue };
        let style = FONT.into_font().color(&colour).pos(Pos::new(HPos::Left, side));
        let (x, y) = chart.backend_coord(&(end.year, end.value));
        let lines = end_lines(&shell.t(key), &figures::end(shell.lang(), end.value), side, (x, y));
        for (words, down) in lines {
            let text = Text::new(words, (8, down), style.clone());
            chart
                .draw_series(std::iter::once(EmptyElement::at((end.year, end.value)) + text))
                .map_err(|e| says(&e))?;
        }
    }
    root.present().map_err(|e| says(&e))
}

/// Word and last value, one over the other, because the way from a line to its number is no way at all; each with
/// its distance from the end. Where two lines would cover the years under the drawing, one, if it fits.
fn end_lines(word: &str, value: &str, side: VPos, (x, y): (i32, i32)) -> Vec<(String, i32)> {
    if !matches!(side, VPos::Top) {
        return vec![(word.to_owned(), -19), (value.to_owned(), -2)];
    }
    if y + 36 <= FLOOR {
        return vec![(word.to_owned(), 2), (value.to_owned(), 19)];
    }
    let both = format!("{word} {value}");
    let room = i32::try_from(SIZE.0).unwrap_or(i32::MAX) - x - 8;
    let fits = i32::try_from(both.chars().count() * 9).is_ok_and(|wide| wide <= room);
    vec![(if fits { both } else { word.to_owned() }, 2)]
}

/// The label of the higher end goes above it, of the lower below: they never cover each other.
fn label_sides(observed: Option<&Point>, target: Option<&Point>) -> [VPos; 2] {
    match (observed, target) {
        (Some(observed), Some(target)) if observed.value < target.value => [VPos::Top, VPos::Bottom],
        _ => [VPos::Bottom, VPos::Top],
    }
}

fn years(points: &[Point]) -> Range<f64> {
    let (low, high) = bounds(points.iter().map(|p| p.year));
    low..(if high > low { high } else { low + 1.0 })
}

/// From zero where the data are near it: a line must not exaggerate.
fn values(points: &[Point]) -> Range<f64> {
    let (low, high) = bounds(points.iter().map(|p| p.value));
    let span = if high > low { high - low } else { high.abs().max(1.0) };
    let from = if low >= 0.0 && low < span { 0.0 } else { low - span * 0.1 };
    from..(high + span * 0.1)
}

fn bounds(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)))
}

#[cfg(test)]
#[path = "charts_tests.rs"]
mod tests;
