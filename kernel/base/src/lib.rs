//! Words every room shares: money, shares, periods, the two times, codes, text, refused rows.
//!
//! Pure: no I/O, no clock, no context. What is absent on purpose: any word of one country,
//! any database type, any formatting for people (that is `web`).
pub mod closed;
pub mod codes;
pub mod digest;
pub mod money;
pub mod period;
pub mod rows;
pub mod share;
pub mod text;
pub mod times;

pub use digest::Digest;
pub use money::Money;
pub use period::Period;
pub use rows::{RowError, RowErrors};
pub use share::Share;
pub use times::{Known, Seq, Validity};
