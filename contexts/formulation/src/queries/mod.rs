//! Questions about plans on their way.
mod case;
mod governing;
mod held;
mod impact;

pub use case::{CaseView, case, cases, head};
pub use governing::{Governing, is_drafting};
pub use held::held_back;
pub use impact::{Orphaned, orphaned};

pub use crate::store::Comment;
