//! A procedure drawn: states one under the other, what leads on at their right, what leads back at their left.
//!
//! One column, so that a telephone shows it whole. Acts bear the numbers of the table of acts.
use askama::Template;
use web::Shell;
use workflow::{Diagram, EdgeKind, Procedure};

use super::words;

/// Sizes in the units of the drawing; its width is that of a telephone.
const BOX_WIDTH: usize = 190;
const BOX_HEIGHT: usize = 50;
const GAP: usize = 34;
const LANE: usize = 24;
const MARGIN: usize = 14;
/// Where arrows leave and reach a box, from its middle.
const PORT: usize = 9;
/// Letters of a line in a box.
const LETTERS: usize = 24;

#[derive(Template)]
#[template(path = "drawing.html")]
pub struct Drawing {
    title: String,
    width: usize,
    height: usize,
    boxes: Vec<Box>,
    arrows: Vec<Arrow>,
}

impl askama::filters::HtmlSafe for Drawing {}

struct Box {
    x: usize,
    y: usize,
    middle: usize,
    is_final: bool,
    is_initial: bool,
    /// Each with the place of its foot.
    lines: Vec<(usize, String)>,
}

struct Arrow {
    path: String,
    head: String,
    is_silence: bool,
    /// Number of the act, its place and what it is called.
    label: (usize, usize, usize),
    title: String,
}

/// An act between two places of the column, in a lane beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    from: usize,
    to: usize,
    lane: usize,
}

impl Drawing {
    pub fn of(shell: &Shell, procedure: &Procedure, diagram: &Diagram<'_>) -> Self {
        let at =
            |code: &str| diagram.nodes.iter().position(|node| node.state.code == code).unwrap_or_default();
        // An act that changes no state is in the table alone.
        let moves: Vec<_> = diagram.edges.iter().filter(|edge| edge.from != edge.to).collect();
        let ends: Vec<(usize, usize)> = moves.iter().map(|edge| (at(edge.from), at(edge.to))).collect();
        let spans = lanes(&ends);
        let side = |forward: bool| {
            let own = spans.iter().filter(|span| (span.from < span.to) == forward);
            own.map(|span| span.lane + 1).max().unwrap_or_default() * LANE + MARGIN
        };
        let (left, right) = (side(false), side(true));
        let boxes = diagram.nodes.iter().enumerate().map(|(place, node)| {
            let lines = wrapped(words::title(shell, &node.state.title), LETTERS);
            let first = top(place) + BOX_HEIGHT / 2 + 5 - (lines.len().saturating_sub(1)) * 8;
            Box {
                x: left,
                y: top(place),
                middle: left + BOX_WIDTH / 2,
                is_final: node.state.is_final,
                is_initial: node.state.initial,
                lines: lines.into_iter().enumerate().map(|(n, line)| (first + n * 16, line)).collect(),
            }
        });
        let arrows = moves.iter().zip(&spans).map(|(edge, span)| {
            let number =
                procedure.acts.iter().position(|act| act.code == edge.act.code).unwrap_or_default() + 1;
            let title = words::title(shell, &edge.act.title).to_owned();
            arrow(*span, left, (number, title, edge.kind))
        });
        Self {
            title: shell.t1("procedures-drawing", "name", words::title(shell, &procedure.title)),
            width: left + BOX_WIDTH + right,
            height: top(diagram.nodes.len()) - GAP + MARGIN,
            boxes: boxes.collect(),
            arrows: arrows.collect(),
        }
    }
}

const fn top(place: usize) -> usize {
    MARGIN + place * (BOX_HEIGHT + GAP)
}

fn arrow(span: Span, left: usize, (number, title, kind): (usize, String, EdgeKind)) -> Arrow {
    let (y0, y1) = (top(span.from) + BOX_HEIGHT / 2 + PORT, top(span.to) + BOX_HEIGHT / 2 - PORT);
    let (edge, lane) = if span.from < span.to {
        (left + BOX_WIDTH, left + BOX_WIDTH + (span.lane + 1) * LANE)
    } else {
        (left, left - (span.lane + 1) * LANE)
    };
    let tip = if span.from < span.to { edge + 7 } else { edge - 7 };
    Arrow {
        path: format!("M{edge} {y0}H{lane}V{y1}H{tip}"),
        head: format!("M{edge} {y1}L{tip} {}L{tip} {}Z", y1 - 5, y1 + 5),
        is_silence: kind == EdgeKind::Lapse,
        label: (number, lane, y0.midpoint(y1)),
        title,
    }
}

/// A lane for each act, so that no two of one side lie on each other; the short ones nearest to the column.
fn lanes(ends: &[(usize, usize)]) -> Vec<Span> {
    let mut spans: Vec<Span> = ends.iter().map(|(from, to)| Span { from: *from, to: *to, lane: 0 }).collect();
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|at| spans.get(*at).map(|span| (span.from.abs_diff(span.to), span.from.min(span.to))));
    let mut placed: Vec<Span> = Vec::new();
    for at in order {
        let Some(span) = spans.get_mut(at) else { continue };
        let meets = |other: &&Span| {
            let same_side = (other.from < other.to) == (span.from < span.to);
            let (low, high) = (span.from.min(span.to), span.from.max(span.to));
            same_side && other.from.min(other.to) < high && low < other.from.max(other.to)
        };
        let taken: Vec<usize> = placed.iter().filter(meets).map(|other| other.lane).collect();
        span.lane = (0..=taken.len()).find(|lane| !taken.contains(lane)).unwrap_or_default();
        placed.push(*span);
    }
    spans
}

/// Words in lines of at most so many letters; a longer word has a line of its own.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_kept_in_short_lines() {
        let check = |text, expect: &[&str]| assert_eq!(wrapped(text, 12), expect, "{text}");
        check("", &[]);
        check("Ante CEPLAN, para opinión", &["Ante CEPLAN,", "para opinión"]);
        check("Extraordinariamente largo", &["Extraordinariamente", "largo"]);
    }

    proptest! {
        /// Of two acts in one lane of one side, one ends where or before the other begins.
        #[test]
        fn no_act_lies_on_another(ends in prop::collection::vec((0_usize..9, 0_usize..9), 0..25)) {
            let ends: Vec<(usize, usize)> = ends.into_iter().filter(|(from, to)| from != to).collect();
            let spans = lanes(&ends);
            prop_assert_eq!(spans.len(), ends.len());
            for (at, one) in spans.iter().enumerate() {
                prop_assert_eq!((one.from, one.to), ends[at]);
                for other in &spans[at + 1..] {
                    let same = one.lane == other.lane && (one.from < one.to) == (other.from < other.to);
                    let apart = one.from.max(one.to) <= other.from.min(other.to)
                        || other.from.max(other.to) <= one.from.min(one.to);
                    prop_assert!(!same || apart, "{:?} {:?}", one, other);
                }
            }
        }
    }
}
