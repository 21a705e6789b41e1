//! Where what is found is.
use web::{View, encode};

use crate::domain::Place;

/// The page of a document, with the state of the view.
pub fn href(view: &View, place: &Place) -> String {
    let segments: Vec<&str> = place.segments.iter().map(String::as_str).collect();
    let own = place.own.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    own.fold(view.link_to(&segments), |href, pair| {
        let joint = if href.contains('?') { '&' } else { '?' };
        format!("{href}{joint}{pair}")
    })
}
