//! Questions about accounts.
mod own;
mod people;

pub use own::{Own, Place, ProgramToken, Use, own};
pub use people::{Named, PersonOf, account, accounts, active, altered, named, people_of};
