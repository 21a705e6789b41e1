//! Evaluations, what they lead to, and the gates that ask for it. Pure.
pub mod agenda;
pub mod appraisal;
pub mod audit;
mod code;
pub mod commitment;
pub mod evaluation;
pub mod gate;
pub mod recommendation;
pub mod request;

pub use agenda::{Agenda, agenda};
pub use audit::{Audit, Matter, NoAudit, overlaps};
pub use code::{AuditCode, EvaluationCode, NoCode, RecommendationCode, RequestCode};
pub use commitment::{Commitment, CommitmentFault, Matrix, Progress, ProgressFault, Verdict, Verified};
pub use evaluation::{About, Evaluation, Evaluator, Fault, Kind, Stage, Stance};
pub use gate::Block;
pub use recommendation::{Nature, Recommendation, Source};
pub use request::{Ceiling, Decision, Request};
