//! Cases of plans, as their acts say. Pure.
mod approval;
mod case;
mod consultation;

pub use approval::{Held, approved, held};
pub use case::{CaseCode, CaseHead, Document, Draft, NoCase, Taken};
pub use consultation::{
    Admitted, Consultation, ConsultationCode, NoResponse, NoVoice, Response, TEXT_CHARS_MAX, TakenUp, Tally,
    Voice, heard, proof, tally,
};
