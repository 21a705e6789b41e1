//! The arithmetic of indicators and the status it gives. Pure: no clock, no I/O, no store.
//!
//! The reading order is the order of the work: [`indicator`] says what was promised, [`path`] what
//! was due by a period, [`measure`] what the observations amount to, [`progress`] how the two
//! compare, [`due`] whether an answer is owed at all, [`status`] the word for it with its reasons,
//! [`trend`] where the last step leads, [`territory`] how the parts of a country make a whole; [`records`] what sources deliver, [`reading`] how
//! they write it, [`difference`] what an import changes; [`calendar`] when values are owed, [`entry`] how officials put
//! them in, [`answer`] why there is none, [`review`] who accepts and validates them; [`design`]
//! what a budget programme says of itself. The formulas are in `README.md`.
pub mod answer;
pub mod board;
pub mod calendar;
pub mod design;
pub mod difference;
pub mod due;
pub mod entry;
pub mod explanation;
pub mod horizon;
pub mod indicator;
pub mod measure;
pub mod number;
pub mod path;
pub mod progress;
pub mod reading;
pub mod records;
pub mod refusal;
pub mod review;
pub mod status;
pub mod territory;
pub mod trend;

pub use answer::Unavailable;
pub use explanation::{Explanation, explain, recompute};
pub use indicator::{Accumulation, Aggregation, Baseline, Facts, Indicator, Observation, Sense, Target};
pub use progress::Progress;
pub use refusal::Refusal;
pub use status::{Assessment, Reason, Rules, Status, assess, statuses};
