//! Which plan element claims which money, to the céntimo (the missing bridge between plan and budget,
//! ¶343 and ¶370).
//!
//! Words:
//! - A *claim* says that an element has a share of every row whose codes meet a [`Pattern`], in some years.
//! - A *row* is the money of one combination of codes: the unit in which shares are rounded.
//! - *Own share* of an element in a row: the largest of its claims on the row. Two claims of one element
//!   are two statements about the same money, so they are united, never added.
//! - *Net share*: own share less the net shares of the claimants below the element. What an action claims
//!   is already in what its objective claims, whichever is larger; so net shares are disjoint, and an
//!   element's money is the sum of the net shares of itself and of everything below it, each counted once
//!   however many ways lead there.
//! - *Demand* of a row: the sum of all net shares.
//!
//! Of a row of `a` céntimos:
//! - demand up to 100 %: each net share is cut by largest remainder, the rest is *unclaimed*;
//! - demand above 100 %: `a` is cut in proportion to the net shares, nothing is unclaimed, and what was
//!   demanded beyond `a` is *over-claimed*, shown beside the identity and never part of it;
//! - what elements of one line of descent hold is *claimed*; if any two claimants stand in no such line,
//!   all that is held of the row is *shared*.
//!
//! So claimed + shared + unclaimed = the row, in céntimos and with its sign, and therefore equals the total
//! of any set of rows.
mod allocation;
mod claim;
mod coverage;
mod divide;
mod index;
mod lineage;
mod pattern;
mod table;

pub use allocation::{Division, Stake, Stakes};
pub use claim::{Attribution, Basis, FiscalYears, UnknownBasis, YearsError};
pub use coverage::{Coverage, Grouping, Held, Line, Rows, Split};
pub use divide::{WHOLE, divide};
pub use index::{Index, Tried};
pub use lineage::{Lineage, LineageBuilder};
pub use pattern::{KEY_COLUMNS, Pattern, PatternError, Term};
