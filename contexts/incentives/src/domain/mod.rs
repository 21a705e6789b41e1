//! Types, transitions and refusals of the local incentive plan; pure.
mod code;
mod division;
mod dossier;
mod evidence;
mod goal;
mod result;
mod terms;
mod transfer;

pub use code::{GoalRef, NoGoalRef, OfferRef, TransferCode};
pub use division::divide;
pub use dossier::{Dossier, Objection, Standing, Verdict, VerdictFault, Verification};
pub use evidence::{Evidence, EvidenceFault, NewEvidence};
pub use goal::{Basis, Goal, GoalFault, Needs, Reach, Reward, Sense, Target};
pub use result::{Offer, Outcome, Tally, outcome};
pub use terms::{Class, Objective, ResourceKey};
pub use transfer::{Transfer, TransferFault, transferable};
