//! What programs may ask of results: how indicators stand, and the thread of an element.
mod punctuality;
mod statuses;
mod thread;

use crate::queries::rules::RulesError;

/// The operations of this room, beside its datasets.
pub fn operations() -> Vec<api::Operation> {
    vec![statuses::operation(), thread::operation(), punctuality::operation()]
}

/// Before a country pack was known, and on days for which its law says nothing, nothing is judged.
fn unruled(error: RulesError) -> api::Problem {
    match error {
        RulesError::Pack(pack::Error::NoPack) | RulesError::NoAnswer(_) => {
            api::Problem::not_found().with("monitoring-api-no-rules", Vec::new())
        }
        RulesError::Pack(error) => web::PageError::internal(error).into(),
    }
}
