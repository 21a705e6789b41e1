//! What a plan is and what may be wrong with it. Pure: no clock, no store, no network.
pub mod articulation;
pub mod card;
pub mod check;
pub mod content;
pub mod difference;
pub mod element;
pub mod plan;
pub mod portfolio;
pub mod reference;
pub mod state;
pub mod target;
pub mod target_log;
pub mod thread;
pub mod verbs;
pub mod versions;
pub mod words;
