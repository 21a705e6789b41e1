//! What a person can do with budget files.
mod import_budget;
mod read_file;

pub use import_budget::{BudgetFile, Imported, Receipt, Refusal, import_budget};
