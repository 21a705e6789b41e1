//! What pages may ask the origin of.
use journal::Rows;

/// Every series, without its values.
pub fn series() -> Vec<Rows> {
    vec![Rows::of("monitoring_series")]
}

/// Every value.
pub fn observations() -> Vec<Rows> {
    vec![Rows::of("monitoring_observations")]
}

/// Series of those codes with their values, and what they are tied to.
pub fn series_of(codes: &[&str]) -> Vec<Rows> {
    let of = |facts: Rows| facts.with("series", codes.iter().copied());
    let bindings = Rows::of("monitoring_bindings");
    series().into_iter().chain(observations()).chain([bindings]).chain(discipline()).map(of).collect()
}

/// The values of one place.
pub fn observations_in(territory: &str) -> Vec<Rows> {
    observations().into_iter().map(|facts| facts.with("territory", [territory])).collect()
}

/// Technical sheets of indicators of budget programmes, those of one programme where it is named.
pub fn cards(programme: Option<&str>) -> Vec<Rows> {
    let all = Rows::of("monitoring_cards");
    vec![match programme {
        Some(code) => all.with("programme", [code]),
        None => all,
    }]
}

/// What a budget programme says of its design.
pub fn designs(programme: &str) -> Vec<Rows> {
    vec![Rows::of("monitoring_designs").with("programme", [programme])]
}

/// Why there are no values, what was reviewed and what was validated.
pub fn discipline() -> Vec<Rows> {
    ["monitoring_no_values", "monitoring_reviews", "monitoring_validations"].map(Rows::of).to_vec()
}
