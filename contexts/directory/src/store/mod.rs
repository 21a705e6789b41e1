//! SQL to and from domain types.
pub(crate) mod entities;
pub(crate) mod holders;
pub mod origin;
pub(crate) mod posts;
pub(crate) mod territories;
pub(crate) mod units;

use base::Validity;
use db::{Error, Row, RowExt};
use jiff::civil::Date;

/// Only versions recorded by `$1`, and among them those that hold on `$2`.
pub(crate) const HELD: &str =
    "rec_from <= $1 AND $1 < rec_to AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)";

pub(crate) fn validity(row: &Row) -> Result<Validity, Error> {
    let from: Date = row.parsed("valid_from")?;
    let to: Option<Date> = row.opt_parsed("valid_to")?;
    Validity::new(from, to).map_err(|_| Error::Corrupt {
        column: "valid_to".into(),
        value: to.map(|d| d.to_string()).unwrap_or_default(),
        expected: "day after valid_from",
    })
}

/// Escapes what LIKE reads as a pattern.
pub(crate) fn like(folded: &str) -> String {
    let escaped = folded.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}
