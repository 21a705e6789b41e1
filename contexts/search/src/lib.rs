//! One search over everything public. See README.md.
pub mod api;
pub mod domain;
pub mod pages;
mod port;

pub use port::{Answer, BoxFuture, Freshness, Index, IndexError, Stamp};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "search",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};
