//! Two values of each row on one scale, sorted, with their words beside them: a dot plot without a legend, whose
//! shapes tell the two apart where colours do not. Its table goes beside it.
use askama::Template;

use crate::{
    Html, Shell,
    components::safe,
    sheet::{Drawing, Key, Picture},
};

/// Width of a row's drawing in its units.
const WIDTH: f64 = 600.0;
const EDGE: f64 = 12.0;
/// Width and height of a row's drawing.
const SIZE: (i32, i32) = (600, 24);
/// The colours of the style sheet (`web/scss/_maps.scss`), for paper.
const STYLE: &str = ".q-pairs-rail{stroke:#8a8275;stroke-width:2}.q-pairs-whole{stroke:#221f26;stroke-width:2}\
    .q-pairs-gap{stroke:#b5762a;stroke-width:5}.q-pairs-first{fill:#27367d}\
    .q-pairs-second{fill:#fff;stroke:#9c1f3f;stroke-width:3}";

/// What is within a row's svg, on a page and on paper.
#[derive(Template)]
#[template(path = "components/pair_drawing.html")]
struct RowDrawing {
    /// Places of the two values and of the whole.
    first: String,
    second: String,
    whole: String,
}

struct Row {
    name: Html,
    words: String,
    over: Option<String>,
    drawing: Html,
}

/// A row of [`Pairs`]: percentages, of which 100 is the whole.
#[derive(Clone, Debug)]
pub struct Pair {
    pub name: Html,
    /// Both values and their distance, in words.
    pub words: String,
    /// A full disc.
    pub first: f64,
    /// An empty diamond.
    pub second: f64,
}

#[derive(Template)]
#[template(path = "components/pairs.html")]
pub struct Pairs {
    key: String,
    rows: Vec<Row>,
}

safe!(Pairs);

impl Pairs {
    /// `key` says what the shapes are. One scale for all rows, from the least (zero at most) to the greatest (100
    /// at least); what is not finite stands at its edge.
    pub fn new(shell: &Shell, key: &str, pairs: &[Pair]) -> Self {
        let values = || pairs.iter().flat_map(|pair| [pair.first, pair.second]).filter(|v| v.is_finite());
        let (low, high) = (values().fold(0.0, f64::min), values().fold(100.0, f64::max));
        let at = |value: f64| {
            let part = ((value - low) / (high - low)).clamp(0.0, 1.0);
            let part = if part.is_finite() { part } else { 0.0 };
            format!("{:.1}", EDGE + part * (WIDTH - 2.0 * EDGE))
        };
        let row = |pair: &Pair| Row {
            name: pair.name.clone(),
            words: pair.words.clone(),
            over: (pair.first > 100.0 || pair.second > 100.0).then(|| shell.t("web-pairs-over")),
            drawing: Html::of(&RowDrawing {
                first: at(pair.first),
                second: at(pair.second),
                whole: at(100.0),
            }),
        };
        Self { key: key.to_owned(), rows: pairs.iter().map(row).collect() }
    }

    /// The same for paper, under `title`; none without rows.
    pub fn picture(&self, title: &str) -> Option<Picture> {
        let key = |row: &Row| Key {
            name: row.name.to_text().unwrap_or_default(),
            drawing: Drawing::new(SIZE, STYLE, &row.drawing.to_string()),
            words: match &row.over {
                Some(over) => format!("{} ({over})", row.words),
                None => row.words.clone(),
            },
        };
        (!self.rows.is_empty()).then(|| Picture {
            title: title.to_owned(),
            description: self.key.clone(),
            keys: self.rows.iter().map(key).collect(),
            ..Picture::default()
        })
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{Lang, Matter, testing};

    fn drawn(values: &[(f64, f64)]) -> String {
        let shell = testing::shell(Lang::Es, "/", "web-home", Matter::Real, &[]).unwrap();
        let pair = |&(first, second): &(f64, f64)| Pair {
            name: Html::text("<Meta>"),
            words: format!("{first} · {second}"),
            first,
            second,
        };
        Pairs::new(&shell, "Círculo", &values.iter().map(pair).collect::<Vec<_>>()).to_string()
    }

    #[test]
    fn two_values_on_one_scale() {
        let html = drawn(&[(50.0, 0.0), (200.0, 100.0)]);
        for part in ["&lt;Meta&gt;", "cx=\"156.0\"", "translate(12.0 12)", "más de 100 %", "Círculo"] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        assert_eq!(html.matches("más de 100 %").count(), 1, "only where it is");
        assert!(!html.contains("style=") && html.matches("aria-hidden=\"true\"").count() >= 2);
    }

    #[test]
    fn on_paper_each_row_has_its_name_its_drawing_and_its_words() {
        let shell = testing::shell(Lang::Es, "/", "web-home", Matter::Real, &[]).unwrap();
        let pair = Pair { name: Html::text("<Meta>"), words: "200 · 0".into(), first: 200.0, second: 0.0 };
        let picture = Pairs::new(&shell, "Círculo", &[pair]).picture("Brecha").unwrap();
        assert_eq!((picture.title.as_str(), picture.description.as_str()), ("Brecha", "Círculo"));
        let key = &picture.keys[0];
        assert_eq!((key.name.as_str(), key.words.as_str()), ("<Meta>", "200 · 0 (más de 100 %)"));
        assert!(key.drawing.svg.contains("cx=\"588.0\"") && key.drawing.svg.contains("#27367d"));
        assert_eq!(Pairs::new(&shell, "Círculo", &[]).picture("Brecha"), None);
    }

    #[test]
    fn any_number_has_a_place() {
        for values in [(f64::NAN, f64::INFINITY), (-1e300, 1e300), (0.0, 0.0)] {
            let html = drawn(&[values]);
            assert!(!html.contains("cx=\"NaN\"") && !html.contains("cx=\"inf\""), "{html}");
        }
        assert!(!drawn(&[]).contains("<svg"));
    }
}
