//! What programs may ask of money: any cut, and how much of it an objective claims.
mod across;
mod coverage;
mod cut;

pub use cut::fields as cut_fields;

/// The operations of this room, beside its datasets.
pub fn operations() -> Vec<api::Operation> {
    vec![cut::operation(), coverage::operation()]
}

/// The year, as every question about money takes it.
fn year() -> api::Parameter {
    api::Parameter::query("year", api::Takes::Integer { min: 1900, max: 2200 }, "budget-api-year")
        .like("2020")
}
