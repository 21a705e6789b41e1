//! The search of everything public: documents gathered from every room, the index made of them in the data folder,
//! and what keeps it up with the journal.
mod documents;
mod keeper;
mod shelf;

pub use keeper::Keeper;
