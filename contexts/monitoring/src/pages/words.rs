//! Words of closed lists as the keys of messages.
use planning::domain::target::Move;
use planning::domain::target_log::Made;

/// How a target came to be what it is.
pub const fn made(made: Made) -> &'static str {
    match made {
        Made::Set => "set",
        Made::Withdrawn => "withdrawn",
        Made::Moved(Move::Raised) => "raised",
        Made::Moved(Move::Lowered) => "lowered",
        Made::Moved(Move::Unjudged | Move::Same) => "moved",
    }
}
