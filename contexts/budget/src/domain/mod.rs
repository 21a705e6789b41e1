//! Classification, layouts, rows, cuts: what a budget file says, without where it is stored.
mod answering;
pub mod attribution;
mod classification;
mod compare;
mod cut;
mod dimension;
pub mod entity;
mod heading;
mod layout;
mod measure;
mod phases;
mod repairs;
mod row;
mod tally;

pub use answering::{Covered, pieces};
pub use classification::{Classification, ClassificationError, Form, Width};
pub use compare::{Shrunk, shrunk};
pub use cut::{Answer, Cut, CutRow, Piece, Units};
pub use dimension::{Dimension, UnknownDimension};
pub use heading::{Heading, HeadingError};
pub use layout::{Column, Layout, LayoutError, Month, Role};
pub use measure::{Measure, UnknownMeasure};
pub use phases::{Disorder, Phases};
pub use repairs::{Repair, Repairs, RepairsError};
pub use row::{Amounts, BudgetRow, RowReader};
pub use tally::{DataFinding, Named, Overflow, RULE_BALANCE, RULE_MONTHS, Tally, UnitTally, UnitYear};
