//! Tables and checks of the room; those that need columnar storage stand in `app/analytics/tests`.
mod answering;
mod attribution;
mod headings;
mod rows;
