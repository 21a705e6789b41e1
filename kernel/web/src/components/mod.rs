//! Parts of pages, as values: a page struct holds them and its template writes `{{ table }}`.
mod facts;
mod filters;
mod form;
mod marks;
mod notice;
mod pages;
mod shares;
mod table;
mod trail;
mod tree;

pub use facts::{Facts, Figure, Figures};
pub use filters::Filters;
pub use form::{Field, Form, Input};
pub use marks::{Better, Direction, Tone, bar, tag, trend};
pub use notice::{Notice, NoticeKind, empty, source_link};
pub use pages::Pages;
pub use shares::Shares;
pub use table::{Cell, Column, Table};
pub use trail::{Trail, years};
pub use tree::Node;

/// A component that askama templates can write without a filter.
macro_rules! safe {
    ($($name:ident),*) => {$(impl askama::filters::HtmlSafe for $name {})*};
}
pub(crate) use safe;

#[cfg(test)]
mod tests;
