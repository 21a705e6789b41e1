//! Classification, layouts, rows, cuts: what a budget file says, without where it is stored.
mod across;
mod answering;
pub mod attribution;
mod classification;
mod codes;
mod cohort;
mod compare;
mod cut;
mod dimension;
pub mod entity;
mod expression;
mod goal;
mod heading;
mod layout;
mod measure;
mod names;
mod phases;
mod prices;
mod repairs;
mod rollup;
mod row;
mod tally;

pub use across::{Across, AcrossRow, Figure, ToldYears, WHO, YearFigures, across};
pub use answering::{Answering, Covered, answering, pieces};
pub use classification::{Classification, ClassificationError, Form, Width};
pub use codes::Codes;
pub use cohort::{Cohort, CohortOf, Cohorts, CohortsError, Peer, Same, median};
pub use compare::{Shrunk, shrunk};
pub use cut::{Answer, Cut, CutRow, Piece, Units};
pub use dimension::{Dimension, UnknownDimension};
pub use expression::{
    Against, Expressed, ExpressedColumn, ExpressedRow, Expression, UnknownExpression, express, per_head,
    share,
};
pub use goal::{Gap, GapBy, Goal, gaps};
pub use heading::{Heading, HeadingError};
pub use layout::{Column, Layout, LayoutError, Month, Role};
pub use measure::{Measure, UnknownMeasure};
pub use names::{Named, Names};
pub use phases::{Disorder, Phases};
pub use prices::{NoPrice, Prices, PricesError};
pub use repairs::{Repair, Repairs, RepairsError};
pub use rollup::{ROLLUPS, Rollup, RollupPlan};
pub use row::{Amounts, BudgetRow, RowReader};
pub use tally::{DataFinding, Overflow, RULE_BALANCE, RULE_MONTHS, Tally, UnitTally, UnitYear};
