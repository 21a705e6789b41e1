//! What each official is shown when they come in. See README.md.
pub mod pages;
pub mod queries;

/// Who may see what of it.
pub const POLICIES: authz::Part = authz::Part {
    context: "office",
    policies: include_str!("../policies/office.cedar"),
    schema: include_str!("../policies/office.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "office",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};
