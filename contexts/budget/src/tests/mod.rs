//! Tables and checks of the room; those that need columnar storage stand in `app/analytics/tests`.
mod across;
mod answering;
mod attribution;
mod cohorts;
mod expression;
mod headings;
mod rows;
