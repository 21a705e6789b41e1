//! Places, bodies and units as they are on a day. Pure.
mod entity;
mod held;
mod outline;
mod register;
mod territory;
mod unit;

pub use entity::{Entity, Level};
pub use held::Held;
pub use outline::{Outline, OutlineError};
pub use register::{Dated, Defect, defects};
pub use territory::{Territory, TerritoryKind};
pub use unit::Unit;
