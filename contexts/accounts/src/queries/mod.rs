//! Questions about accounts.
mod own;
mod people;

pub use own::{Own, ProgramToken, Use, own};
pub use people::{Named, PersonOf, account, accounts, active, altered, named, people_of};
