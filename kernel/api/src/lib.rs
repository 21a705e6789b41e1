//! The public API, `/api/v1`: every dataset, page by page, and what is computed of them.
//!
//! An [`Operation`] is declared once: its parameters are judged by the declaration, its documentation is
//! made of it (`/openapi.json`), and its answer leaves as JSON, CSV or Parquet as the caller accepts.
//! Errors are problems (RFC 9457) in the language of the call.
//!
//! Invariants: an unknown parameter is refused, never ignored; the pages of one walk tell of one state,
//! because the address of the next page names it; nothing here writes.
//! Absent on purpose: any knowledge of what is published. Rooms register operations; datasets come from
//! their `publish.toml`.
mod answer;
mod call;
mod datasets;
mod limits;
mod openapi;
mod operation;
mod parameter;
mod problem;
mod router;
mod schema;

pub use answer::{Page, Reply};
pub use call::{Call, Format};
pub use datasets::{dataset_operation, words};
pub use limits::Limits;
pub use operation::{Answers, Operation};
pub use parameter::{Parameter, Place, Takes};
pub use problem::Problem;
pub use router::{Registry, router};

/// Where every operation is.
pub const BASE: &str = "/api/v1";
/// Rows of a page where the caller names no number, and the most there may be.
pub const ROWS_USUAL: usize = 100;
pub const ROWS_MAX: usize = 10_000;
