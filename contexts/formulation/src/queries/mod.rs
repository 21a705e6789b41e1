//! Questions about plans on their way.
mod case;
mod governing;
mod held;
mod impact;
mod notices;
mod under_way;

pub use case::{CaseView, case, head};
pub use governing::{Governing, Laws, is_drafting};
pub use held::held_back;
pub use impact::{Orphaned, orphaned};
pub use notices::{CaseNotice, notices};
pub use under_way::{Asking, UnderWay, under_way};

pub use crate::store::Comment;
