//! Pages of the room, one file each.
mod entry;
mod record;
pub(crate) mod words;

use web::{Registration, gate::PUBLIC};

/// What the room brings to the web. No entry of the menu: the foot of every page leads here.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: crate::log::routes()
            .get(crate::PATH, PUBLIC, record::get)
            .get(record::FEED, PUBLIC, record::feed)
            .get("/registro/{seq}", PUBLIC, entry::get),
    }
}
