//! What programs may ask of results: how indicators stand, and the thread of an element.
mod statuses;
mod thread;

/// The operations of this room, beside its datasets.
pub fn operations() -> Vec<api::Operation> {
    vec![statuses::operation(), thread::operation()]
}
