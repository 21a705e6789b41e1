//! A map for paper: its drawing, its classes in words, its notes.
use super::{Band, DrawnMap, Step};
use crate::sheet::{Drawing, Key, Picture};

/// The lines of the style sheet (`web/scss/_maps.scss`), which paper has not.
const STYLE: &str = ".q-area{fill-rule:evenodd;stroke:#fff;stroke-width:1}\
    .q-here .q-area{stroke:#9c1f3f;stroke-width:4}\
    text{font-weight:600;font-size:15px;text-anchor:middle;fill:#221f26;stroke:#fff;stroke-width:4;\
    stroke-linejoin:round;paint-order:stroke}\
    .q-step{stroke:#221f26;stroke-width:1}";

/// The colours of the style sheet, whole: the small tiles of a pattern would show their seams.
pub fn fill(band: Option<Band>) -> String {
    let colour = match band {
        None => "#e4ded2",
        Some(Band::Below) => "#e9a86a",
        Some(Band::Zero) => "#fffaf0",
        Some(Band::Shade(1)) => "#dbe0f4",
        Some(Band::Shade(2)) => "#b0badf",
        Some(Band::Shade(3)) => "#8190c6",
        Some(Band::Shade(4)) => "#5265a8",
        Some(Band::Shade(_)) => "#27367d",
    };
    colour.to_owned()
}

pub fn picture(drawn: &DrawnMap) -> Picture {
    let key = |step: &Step| {
        let inside = format!(r#"<path class="q-step" fill="{}" d="M1 1h22v14H1z"/>"#, step.fill);
        Key {
            name: step.words.clone(),
            drawing: Drawing::new((24, 16), STYLE, &inside),
            words: step.places.clone(),
        }
    };
    let notes = [drawn.unplaced.clone(), format!("{} {}", drawn.projection, drawn.map.outlines)];
    Picture {
        title: drawn.map.title.clone(),
        description: drawn.map.description.clone(),
        drawing: Some(Drawing::new(drawn.size, STYLE, &drawn.drawing.to_string())),
        keys: drawn.steps.iter().map(key).collect(),
        notes: notes.into_iter().filter(|note| !note.is_empty()).collect(),
    }
}
