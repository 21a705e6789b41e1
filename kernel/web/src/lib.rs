//! The web kernel: what every page stands on, whatever it shows.
//!
//! A request is read into a [`Reading`] (the [`View`] of its URL and a snapshot as known then), the page
//! builds its struct around a [`Shell`], and [`html`] answers. Words come from [`Texts`], numbers from
//! [`figures`], parts of pages from [`components`]. Knows no context: they register ([`Registration`]).
mod app;
mod assets;
mod atom;
pub mod charts;
mod cite;
pub mod components;
mod download;
mod encoding;
mod error;
mod error_page;
pub mod figures;
mod frame;
pub mod gate;
mod html;
mod kept;
mod lang;
pub mod maps;
pub mod origins;
pub mod pairs;
mod plain;
pub mod plane;
mod reading;
mod reasons;
mod router;
pub mod sections;
pub mod sheet;
mod shell;
pub mod testing;
mod texts;
mod view;

pub use app::{App, Clock};
pub use atom::{Atom, AtomEntry};
pub use download::{Csv, attachment};
pub use encoding::{EncodingError, encode, parse_query};
pub use error::PageError;
pub use frame::{Country, Doors, Frame, Journal, NavItem};
pub use html::{Html, SCRIPT_PASSKEYS, html, with_script};
pub use lang::Lang;
pub use reading::{Reading, judged_on};
pub use reasons::reason;
pub use router::{Registration, router, service};
pub use shell::{Crumb, Feed, Matter, Shell, Source};
pub use texts::{Arg, KERNEL, Messages, Texts, TextsError};
pub use view::{Format, KnownAt, View, ViewError};
