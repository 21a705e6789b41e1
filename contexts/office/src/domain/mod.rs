//! What posts are told, and how often.
mod notice;
mod often;

pub use notice::{Notice, NoticeKind};
pub use often::{Often, UnknownOften};
