//! Types, transitions and refusals of perception surveys; pure.
mod card;
mod code;
mod question;
mod result;
mod sheet;
mod wave;

pub use card::{Card, CardFault, Channel, Design};
pub use code::{QuestionCode, WaveCode};
pub use question::{Question, QuestionFault, Scale};
pub use result::{Cell, Margin, Place, Results, Tally, margin, results, share, withheld};
pub use sheet::{Answers, Sheet, SheetFault};
pub use wave::{ReachFault, Reached, Stamp, Standing, Wave, rate};
