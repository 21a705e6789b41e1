//! Places, bodies and units as they are on a day. Pure.
mod entity;
mod held;
mod outline;
mod post;
mod register;
mod standing;
mod territory;
mod unit;

pub use entity::{Entity, Level};
pub use held::Held;
pub use outline::{Outline, OutlineError};
pub use post::{AppointError, Holder, HolderKind, NoPost, Post, PostCode, answering, appoint, role};
pub use register::{Dated, Defect, defects};
pub use standing::{Bodies, Reach, Standing, posts};
pub use territory::{Territory, TerritoryKind};
pub use unit::Unit;
