//! Questions about plans on their way.
mod case;
mod consultations;
mod governing;
mod held;
mod impact;
mod notices;
mod under_way;
mod ways;

pub use case::{CaseView, case, head};
pub use consultations::{
    ConsultationView, Course, admitted, consultation, consultations, consultations_of, followed, shown_draft,
    voices,
};
pub use governing::{Governing, Laws, is_drafting};
pub use held::held_back;
pub use impact::orphaned;
pub use notices::{CaseNotice, notices};
pub use under_way::{Asking, UnderWay, under_way};
pub use ways::Ways;

pub use crate::store::Comment;
