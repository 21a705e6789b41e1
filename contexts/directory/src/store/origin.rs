//! What pages may ask the origin of.
use journal::Rows;

/// Every place.
pub fn places() -> Vec<Rows> {
    vec![Rows::of("directory_territories").told_in("source")]
}

/// Places of those codes.
pub fn places_of(codes: &[&str]) -> Vec<Rows> {
    places().into_iter().map(|facts| facts.with("code", codes.iter().copied())).collect()
}

/// Every body, without the units that spend for it.
pub fn bodies() -> Vec<Rows> {
    vec![Rows::of("directory_entities").told_in("source")]
}

/// One body with the units that spend for it.
pub fn body(code: &str) -> Vec<Rows> {
    let units = Rows::of("directory_units").told_in("source").with("entity", [code]);
    bodies().into_iter().map(|facts| facts.with("code", [code])).chain([units]).collect()
}
