//! Pages of the room, one file each.
mod asked;
pub mod links;
mod search;
#[cfg(test)]
mod tests;

use web::{
    Registration,
    gate::{PUBLIC, Routes},
};

/// Where the page is, without language prefix: the shell's box leads there.
pub const PATH: &str = "/buscar";

/// What the room brings to the web. It is in no menu: its box is on every page.
pub fn registration() -> Registration {
    Registration { messages: crate::MESSAGES, nav: &[], routes: Routes::new().get(PATH, PUBLIC, search::get) }
}
