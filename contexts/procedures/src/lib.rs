//! When something is due, and how that is counted. See README.md.
pub mod api;
pub mod pages;
pub mod queries;
mod refusal;

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "procedures",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};
