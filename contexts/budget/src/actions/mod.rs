//! What a person can do with budget files.
mod ahead;
mod attribution_rows;
mod import_attributions;
mod import_budget;
mod keep;
mod read_file;
mod roll_up;

pub use ahead::BrokeDown;
pub use attribution_rows::{ATTRIBUTIONS, ClaimRow, read_claims};
pub use import_attributions::{
    AttributionFile, AttributionRefusal, AttributionsImported, import_attributions,
};
pub use import_budget::{BudgetFile, Imported, Receipt, Refusal, import_budget};
