//! Tables and checks of the room; those that need columnar storage stand in `app/analytics/tests`.
mod attribution;
mod answering;
mod headings;
mod rows;
