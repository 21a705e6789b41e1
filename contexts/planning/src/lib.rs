//! Plans and their versions, the tree of objectives, indicator cards, targets, and what is wrong with them.
pub mod domain;
