//! What programs may ask of plans beside their tables: what is wrong with them.
mod findings;

/// The operations of this room, beside its datasets.
pub fn operations() -> Vec<api::Operation> {
    vec![findings::operation()]
}
