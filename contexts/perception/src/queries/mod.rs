//! One file per question.
mod office;
mod published;
mod terms;

pub use crate::store::origin;
pub(crate) use office::{drafts, responses};
pub use office::{office_wave, preview};
pub use published::{Asked, WaveView, questions, series, wave, waves};
pub(crate) use terms::of_book;
pub use terms::{Unread, cell_min};
