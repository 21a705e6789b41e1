//! What is done for officials and by them, one file each.
mod choose_letters;
mod end_feeds;
mod follow;
mod make_feeds;
mod tell_followers;
mod tell_posts;

pub use choose_letters::choose_letters;
pub use end_feeds::end_feeds;
pub use follow::{FollowRefusal, follow};
pub use make_feeds::make_feeds;
pub use tell_followers::{DigestWriter, tell_followers};
pub use tell_posts::{TellError, Teller, Told, tell_posts};
