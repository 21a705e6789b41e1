//! Questions about money, one per file.
mod across;
mod answering;
mod attribution;
mod borne;
mod codes_named;
mod coverage;
mod cut;
mod deliveries;
mod diff;
mod explore;
mod express;
mod gap;
mod heads;
mod name_book;
mod names;
pub mod origin;
mod peers;
mod physical;
mod reconcile;
pub mod render;
mod render_across;
mod render_peers;
mod sources;
mod years;

pub use crate::store::TABLES;
pub use across::{AcrossRefused, AcrossYears, across_years, lead};
pub use answering::{Told, deliveries_answering};
pub use attribution::{Ledger, LedgerError, ledger, lineage_of};
pub use codes_named::codes_named;
pub use coverage::{ClaimOn, CoverageBy, HeldMoney, Unfunded, UnfundedObjective, UnknownCoverageBy};
pub use cut::{CutRequest, CutRequestError, Read, cut, reads};
pub use deliveries::{
    DeliveryView, deliveries, delivery_before, delivery_findings, delivery_refused, delivery_repairs,
};
pub use diff::{DeliveryDiff, DiffError, MeasureDiff, diff};
pub use explore::{Exploration, explore, steps};
pub use express::{ExpressError, Expressing, expressed};
pub use gap::{Goals, goals, years_with_goals};
pub use name_book::{Called, NameBook};
pub use names::{NameAt, Names, codes_of, name_history, names, names_by, names_of, names_shown};
pub use peers::{Medians, NoPeers, PeerMoney, Peers, SortBy, Subject, peers};
pub use physical::{GoalProgress, physical};
pub use reconcile::{Check, ROLLUP, ReconcileError, Reconciliation, reconcile, reconcile_delivery};
pub use render_across::{across_csv, across_headers, across_values, has_percent};
pub use render_peers::{PEERS_HEADERS, peers_csv};
pub use sources::{MoneySource, money_sources, sources_of};
pub use years::{fiscal_years, usual_year};
