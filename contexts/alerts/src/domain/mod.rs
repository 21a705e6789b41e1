//! What an alert is, what raises it, to whom it climbs; pure.
mod alert;
mod cause;
mod climb;
mod result;
mod sign;
mod trigger;

pub use alert::{Alert, Held, Said, Standing, stands};
pub use cause::{AlertCode, Cause, NoAlert};
pub use climb::{Climb, Level, Steps, climb, reached};
pub use result::{Limits, ResultFacts, of_result};
pub use sign::{Sign, Why};
pub use trigger::{Trigger, UnknownTrigger};
