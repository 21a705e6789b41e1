//! Types, transitions and refusals of reviews; pure.
pub mod agenda;
mod body;
mod code;
mod decision;
mod follow;
mod review;

pub use agenda::{Class, Figures, Item, Subject, item, numbered};
pub use body::{BodyKind, BodyRef, NoBody, Remit, ReviewBody, Seat, SeatRow};
pub use code::{DecisionCode, ReviewCode};
pub use decision::{Change, Decision, DecisionFault, Kind, Owner};
pub use follow::{By, Course, Follow, FollowFault, Step, course, days_to_action, is_overdue, taken};
pub use review::{Attendance, Minutes, MinutesFault, Review, Standing, undecided};
