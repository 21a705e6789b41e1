//! What posts are told, and how often.
mod following;
mod notice;
mod often;

pub use following::{Change, FOLLOWED_MAX, Followed, FollowedKind, Seen, Told, changes};
pub use notice::{Notice, NoticeKind};
pub use often::{Often, UnknownOften};
