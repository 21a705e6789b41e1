//! What a study of the future is made of, and the arithmetic of its structural analysis. Pure.
mod check;
mod gaps;
mod item;
mod kind;
mod matrix;
mod micmac;
mod panel;
mod proposal;
mod structure;
mod study;
mod uptake;

pub use check::{Finding, World, check};
pub use gaps::{Gap, gaps};
pub use item::{Content, Fault, Item, Wrong, is_code};
pub use kind::{Field, Holds, Kind, Step};
pub use matrix::Matrix;
pub use micmac::{Ended, Indirect, POWER_MAX, indirect, ranks};
pub use panel::{Panel, Spread, agreement, median_halves};
pub use proposal::{About, NewProposal, Outcome, ProposalCode, WrongProposal};
pub use structure::{Bounds, Quadrant, Structure, VariableOf, structure};
pub use study::{Study, StudyFault};
pub use uptake::{Taken, taken_up};
