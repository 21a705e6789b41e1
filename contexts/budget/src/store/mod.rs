//! SQL to and from the facts of deliveries; and the reading of source files.
pub mod attributions;
mod deliveries;
mod facts;
mod names;
mod rollups;
pub mod source;

/// The versioned tables of this room: what is made of them alone is kept by their last change.
pub const TABLES: &[&str] = &[
    "budget_attributions",
    "budget_deliveries",
    "budget_findings",
    "budget_names",
    "budget_refused",
    "budget_repairs",
    "budget_rollups",
    "budget_totals",
    "budget_units",
];

pub use deliveries::{
    Stored, answering, covered, deliveries, delivery, delivery_before, delivery_of_digest, next_number,
    pieces, rows_repaired, stored_files, unit_tallies, units_by_year,
};
pub use facts::{
    FindingRow, RefusedRow, RepairRow, TotalRow, all_totals, findings, insert, refused, repairs, totals,
};
pub use names::{NameRow, dimensions_named_above, names, names_of};
pub use rollups::StoredRollup;
