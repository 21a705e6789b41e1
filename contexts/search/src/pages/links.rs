//! Where what is found is.
use web::{View, encode};

use crate::domain::Place;

/// The page of a document, with the state of the view.
pub fn href(view: &View, place: &Place) -> String {
    let segments: Vec<&str> = place.segments.iter().map(String::as_str).collect();
    let mut href = view.link_to(&segments);
    for (name, value) in &place.own {
        let joint = if href.contains('?') { "&" } else { "?" };
        href = [href.as_str(), joint, &encode(name), "=", &encode(value)].concat();
    }
    href
}
