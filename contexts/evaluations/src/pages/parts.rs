//! What the pages of the room are put together from.
pub(super) use web::sections::{Page, Section, link, plainly, said};
use web::{Shell, components::Table};

/// A table with columns named by messages of the room; those that begin with `#` hold numbers.
pub(super) fn table(shell: &Shell, id: &str, caption: &str, columns: &[&str]) -> Table {
    web::sections::table(shell, "evaluations", (id, caption), columns)
}
